/* sink_file.c - see the header. */
#include "audio/files/sink_file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sndfile.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audio/chain/resample.h"
#include "audio/files/ogg.h"
#include "audio/files/sink_pipe.h"
#include "audio/files/wav.h"
#include "base/beside.h"

/* So long, in frames, a drop may go unnoticed. */
enum { BLOCK_FRAMES = 65536 };

typedef struct {
	const char *extension;
	int format;
	guint rate_hz;              /* 0: any */
	gboolean (*polish)(int fd); /* (nullable): the last touch on the closed file */
} Format;

static const Format formats[] = {
	{"wav", SF_FORMAT_RF64 | SF_FORMAT_PCM_16, 0, oq_wav_make_plain},
	{"flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 0, NULL},
	{"ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 0, oq_ogg_fix_serial},
	{"opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 48000, oq_ogg_fix_serial},
	{"mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 0, NULL},
};

typedef struct {
	OqSink sink;
	char *path;
	const Format *format;
	OqBeside *beside;
	int fd;      /* the beside's */
	int failure; /* errno of the first read or write that failed, which libsndfile may hide */
	SNDFILE *file;
	gboolean has_frames;
	guint64 n_frames;     /* given to libsndfile */
	OqResample *resample; /* NULL when the format takes the sink's rate */
	GArray *resampled;    /* of gfloat */
} FileSink;

/* libsndfile's view of the file; every byte passes here, so no failure goes unseen. */

static sf_count_t
get_length(void *data)
{
	struct stat info;
	return fstat(((FileSink *)data)->fd, &info) == 0 ? (sf_count_t)info.st_size : -1;
}

static sf_count_t
seek(sf_count_t offset, int whence, void *data)
{
	return lseek(((FileSink *)data)->fd, offset, whence);
}

static sf_count_t
tell(void *data)
{
	return lseek(((FileSink *)data)->fd, 0, SEEK_CUR);
}

static sf_count_t
read_bytes(void *bytes, sf_count_t n_bytes, void *data)
{
	FileSink *self = data;
	gssize n;
	do
		n = read(self->fd, bytes, (size_t)n_bytes);
	while (n < 0 && errno == EINTR);
	if (n < 0 && !self->failure)
		self->failure = errno;
	return MAX(n, 0);
}

/* Never short: libsndfile leaks and writes on when a write fails, the sink looks at the failure. */
static sf_count_t
write_bytes(const void *bytes, sf_count_t n_bytes, void *data)
{
	FileSink *self = data;
	sf_count_t n_written = 0;
	while (n_written < n_bytes && !self->failure) {
		gssize n = write(
			self->fd, (const char *)bytes + n_written, (size_t)(n_bytes - n_written));
		if (n >= 0)
			n_written += n;
		else if (errno != EINTR)
			self->failure = errno;
	}
	return n_bytes;
}

static const SF_VIRTUAL_IO access_functions = {
	.get_filelen = get_length,
	.seek = seek,
	.read = read_bytes,
	.write = write_bytes,
	.tell = tell,
};

static SNDFILE *
open_file(FileSink *self, int mode, SF_INFO *info)
{
	SF_VIRTUAL_IO functions = access_functions;
	return sf_open_virtual(&functions, mode, info, self);
}

static gboolean
fail(FileSink *self, int code, GError **error)
{
	oq_beside_set_error(error, self->path, self->failure ? self->failure : code);
	return FALSE;
}

/* @samples is of gfloat when the sink resamples, of gint16 otherwise. */
static gboolean
encode(FileSink *self, const void *samples, gsize n_frames, GError **error)
{
	for (gsize n_done = 0, n; n_done < n_frames; n_done += n) {
		n = MIN(n_frames - n_done, BLOCK_FRAMES);
		if (!oq_sink_check(&self->sink, error))
			return FALSE;
		sf_count_t n_taken =
			self->resample != NULL
				? sf_write_float(self->file, (const float *)samples + n_done,
					  (sf_count_t)n)
				: sf_write_short(self->file, (const short *)samples + n_done,
					  (sf_count_t)n);
		if (n_taken != (sf_count_t)n || sf_error(self->file) || self->failure)
			return fail(self, EIO, error);
		self->n_frames += n;
	}
	return TRUE;
}

static gboolean
encode_resampled(FileSink *self, GError **error)
{
	gboolean is_done = encode(self, self->resampled->data, self->resampled->len, error);
	g_array_set_size(self->resampled, 0);
	return is_done;
}

static gboolean
write_frames(OqSink *sink, const gint16 *samples, gsize n_frames, GError **error)
{
	FileSink *self = (FileSink *)sink;
	self->has_frames |= n_frames > 0;
	if (self->resample == NULL)
		return encode(self, samples, n_frames, error);
	for (gsize n_done = 0, n; n_done < n_frames; n_done += n) {
		n = MIN(n_frames - n_done, BLOCK_FRAMES);
		oq_resample_add(self->resample, samples + n_done, n, self->resampled);
		if (!encode_resampled(self, error))
			return FALSE;
	}
	return TRUE;
}

/* sf_close() is silent about what it could not write, so the file is read again. */
static gboolean
verify(FileSink *self, GError **error)
{
	SF_INFO info = {0};
	if (lseek(self->fd, 0, SEEK_SET) < 0)
		return fail(self, errno, error);
	SNDFILE *file = open_file(self, SFM_READ, &info);
	if (file != NULL)
		sf_close(file);
	if (file == NULL || self->failure || info.frames != (sf_count_t)self->n_frames)
		return fail(self, EIO, error);
	return TRUE;
}

static gboolean
finish(OqSink *sink, GError **error)
{
	FileSink *self = (FileSink *)sink;
	/* Without a single frame libsndfile writes no header, and so no file, in most formats. */
	const gint16 silence = 0;
	if (!self->has_frames && !write_frames(sink, &silence, 1, error))
		return FALSE;
	if (self->resample != NULL) {
		oq_resample_finish(self->resample, self->resampled);
		if (!encode_resampled(self, error))
			return FALSE;
	}
	sf_close(g_steal_pointer(&self->file));
	if (self->format->polish != NULL && !self->format->polish(self->fd))
		return fail(self, errno, error);
	return verify(self, error) && oq_sink_check(sink, error) &&
	       oq_beside_commit(self->beside, error);
}

static void
free_sink(OqSink *sink)
{
	FileSink *self = (FileSink *)sink;
	if (self->file != NULL)
		sf_close(self->file);
	oq_beside_free(self->beside);
	g_clear_pointer(&self->resample, oq_resample_free);
	g_array_unref(self->resampled);
	g_free(self->path);
	g_free(self);
}

static const OqSinkClass file_class = {.write = write_frames, .finish = finish, .free = free_sink};

static const Format *
find_format(const char *path, GError **error)
{
	g_autofree char *name = g_path_get_basename(path);
	const char *dot = strrchr(name, '.');
	g_autoptr(GString) known = g_string_new(NULL);
	for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
		if (dot != NULL && g_ascii_strcasecmp(dot + 1, formats[i].extension) == 0)
			return &formats[i];
		g_string_append_printf(known, "%s.%s", i > 0 ? ", " : "", formats[i].extension);
	}
	g_autofree char *shown = g_filename_display_name(path);
	g_set_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT,
		_("'%s' does not tell the format; end the name in one of %s"), shown, known->str);
	return NULL;
}

static gboolean
start(FileSink *self, GError **error)
{
	guint rate_hz = self->format->rate_hz ? self->format->rate_hz : self->sink.rate_hz;
	SF_INFO info = {.samplerate = (int)rate_hz, .channels = 1, .format = self->format->format};
	self->beside = oq_beside_new(self->path, error);
	if (self->beside == NULL)
		return FALSE;
	self->fd = oq_beside_fd(self->beside);
	self->file = open_file(self, SFM_WRITE, &info);
	if (self->failure)
		return fail(self, self->failure, error);
	if (self->file == NULL) {
		g_set_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT,
			_("a .%s file cannot have %u Hz; choose another format"),
			self->format->extension, rate_hz);
		return FALSE;
	}
	sf_command(self->file, SFC_RF64_AUTO_DOWNGRADE, NULL, SF_TRUE);
	if (rate_hz != self->sink.rate_hz)
		self->resample = oq_resample_new(self->sink.rate_hz, rate_hz);
	return TRUE;
}

OqSink *
oq_sink_file_new(const char *path, guint rate_hz, GError **error)
{
	if (g_strcmp0(path, "-") == 0)
		return oq_sink_pipe_new(STDOUT_FILENO, _("standard output"), rate_hz, error);
	const Format *format = find_format(path, error);
	if (format == NULL)
		return NULL;
	FileSink *self = g_new0(FileSink, 1);
	self->sink = (OqSink){.klass = &file_class, .rate_hz = rate_hz};
	self->path = g_strdup(path);
	self->format = format;
	self->resampled = g_array_new(FALSE, FALSE, sizeof(gfloat));
	if (start(self, error))
		return &self->sink;
	free_sink(&self->sink);
	return NULL;
}
