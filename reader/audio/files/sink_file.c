/* sink_file.c - see the header. */
#include "audio/files/sink_file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sndfile.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audio/chain/samples.h"
#include "audio/files/cues.h"
#include "audio/files/id3.h"
#include "audio/files/ogg.h"
#include "audio/files/sink_pipe.h"
#include "audio/files/wav.h"
#include "base/beside.h"

enum {
	BLOCK_FRAMES = 65536, /* so long nobody asks whether it was cancelled */
	MAX_CHANNELS = 2,
	PCM = 0, /* of as many bits as are asked for */
};

typedef struct {
	const char *extension;
	int container;
	int coding;
	guint rate_hz;              /* 0: any */
	gboolean (*polish)(int fd); /* (nullable): the last touch on the closed file */
	gboolean takes_floats;      /* also when 16 bits are asked for */
	gboolean has_cues;
} Format;

static const Format formats[] = {
	{.extension = "wav",
		.container = SF_FORMAT_RF64,
		.polish = oq_wav_make_plain,
		.has_cues = TRUE},
	{.extension = "flac", .container = SF_FORMAT_FLAC},
	{.extension = "ogg",
		.container = SF_FORMAT_OGG,
		.coding = SF_FORMAT_VORBIS,
		.polish = oq_ogg_fix_serial},
	{.extension = "opus",
		.container = SF_FORMAT_OGG,
		.coding = SF_FORMAT_OPUS,
		.rate_hz = 48000,
		.polish = oq_ogg_fix_serial,
		.takes_floats = TRUE},
	{.extension = "mp3",
		.container = SF_FORMAT_MPEG,
		.coding = SF_FORMAT_MPEG_LAYER_III,
		.polish = oq_id3_make_utf8},
};

typedef struct {
	OqSink sink;
	char *path;
	const Format *format;
	guint n_bits;
	OqBeside *beside;
	int fd;      /* the beside's */
	int failure; /* errno of the first read or write that failed, which libsndfile may hide */
	SNDFILE *file;
	guint64 n_frames; /* given to libsndfile */
	gint32 *whole;    /* a block of samples, of gint16 if they are so long */
	OqCues *cues;
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

/* Returns the frames that were taken. */
static sf_count_t
encode_block(FileSink *self, const gfloat *frames, gsize n_frames)
{
	gsize n_samples = n_frames * self->sink.n_channels;
	if (self->format->takes_floats || (self->n_bits > 16 && self->format->coding != PCM))
		return sf_writef_float(self->file, frames, (sf_count_t)n_frames);
	if (self->n_bits > 16) {
		oq_samples_to_24(frames, n_samples, self->whole);
		return sf_writef_int(self->file, self->whole, (sf_count_t)n_frames);
	}
	gint16 *samples = (gint16 *)(gpointer)self->whole;
	oq_samples_to_16(frames, n_samples, samples);
	return sf_writef_short(self->file, samples, (sf_count_t)n_frames);
}

static gboolean
write_frames(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	FileSink *self = (FileSink *)sink;
	for (gsize n_done = 0, n; n_done < n_frames; n_done += n) {
		n = MIN(n_frames - n_done, BLOCK_FRAMES);
		if (g_cancellable_set_error_if_cancelled(stop, error))
			return FALSE;
		sf_count_t n_taken = encode_block(self, frames + n_done * sink->n_channels, n);
		if (n_taken != (sf_count_t)n || sf_error(self->file) || self->failure)
			return fail(self, EIO, error);
		self->n_frames += n;
	}
	return TRUE;
}

static void
mark(OqSink *sink, guint64 frame, const char *label)
{
	FileSink *self = (FileSink *)sink;
	if (self->format->has_cues)
		oq_cues_add(self->cues, frame, label);
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

/* What libsndfile cannot write. */
static gboolean
complete(FileSink *self)
{
	return (self->format->polish == NULL || self->format->polish(self->fd)) &&
	       oq_cues_append(self->cues, self->fd);
}

static gboolean
finish(OqSink *sink, GCancellable *stop, GError **error)
{
	FileSink *self = (FileSink *)sink;
	/* Without a single frame libsndfile writes no header, and so no file, in most formats. */
	const gfloat silence[MAX_CHANNELS] = {0};
	if (self->n_frames == 0 && !write_frames(sink, silence, 1, stop, error))
		return FALSE;
	sf_close(g_steal_pointer(&self->file));
	if (!complete(self))
		return fail(self, errno, error);
	return verify(self, error) && !g_cancellable_set_error_if_cancelled(stop, error) &&
	       oq_beside_commit(self->beside, error);
}

static void
free_sink(OqSink *sink)
{
	FileSink *self = (FileSink *)sink;
	if (self->file != NULL)
		sf_close(self->file);
	oq_beside_free(self->beside);
	oq_cues_free(self->cues);
	g_free(self->whole);
	g_free(self->path);
	g_free(self);
}

static const OqSinkClass file_class = {
	.write = write_frames,
	.mark = mark,
	.finish = finish,
	.free = free_sink,
};

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

static void
tell_about(FileSink *self, const OqSinkFormat *wanted)
{
	if (wanted->title != NULL)
		sf_set_string(self->file, SF_STR_TITLE, wanted->title);
	if (wanted->author != NULL)
		sf_set_string(self->file, SF_STR_ARTIST, wanted->author);
}

static int
coding_of(const FileSink *self)
{
	if (self->format->coding != PCM)
		return self->format->coding;
	return self->n_bits > 16 ? SF_FORMAT_PCM_24 : SF_FORMAT_PCM_16;
}

static gboolean
start(FileSink *self, GError **error)
{
	SF_INFO info = {.samplerate = (int)self->sink.rate_hz,
		.channels = (int)self->sink.n_channels,
		.format = self->format->container | coding_of(self)};
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
			self->format->extension, self->sink.rate_hz);
		return FALSE;
	}
	sf_command(self->file, SFC_RF64_AUTO_DOWNGRADE, NULL, SF_TRUE);
	return TRUE;
}

static FileSink *
new_sink(const char *path, const Format *format, const OqSinkFormat *wanted)
{
	FileSink *self = g_new0(FileSink, 1);
	guint rate_hz = format->rate_hz ? format->rate_hz : wanted->rate_hz;
	self->sink = (OqSink){&file_class, rate_hz, wanted->n_channels};
	self->path = g_strdup(path);
	self->format = format;
	self->n_bits = wanted->n_bits;
	self->whole = g_new(gint32, (gsize)BLOCK_FRAMES * wanted->n_channels);
	self->cues = oq_cues_new();
	return self;
}

OqSink *
oq_sink_file_new(const char *path, const OqSinkFormat *wanted, GError **error)
{
	g_return_val_if_fail(wanted->n_channels >= 1 && wanted->n_channels <= MAX_CHANNELS, NULL);
	g_return_val_if_fail(wanted->n_bits == 16 || wanted->n_bits == 24, NULL);
	if (g_strcmp0(path, "-") == 0)
		return oq_sink_pipe_new(STDOUT_FILENO, _("standard output"), wanted, error);
	const Format *format = find_format(path, error);
	if (format == NULL)
		return NULL;
	FileSink *self = new_sink(path, format, wanted);
	if (!start(self, error)) {
		free_sink(&self->sink);
		return NULL;
	}
	tell_about(self, wanted);
	return &self->sink;
}
