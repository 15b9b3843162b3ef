/* sink_file.c - see the header. */
#include "audio/files/sink_file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sndfile.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audio/chain/samples.h"
#include "audio/files/backing.h"
#include "audio/files/bitrates.h"
#include "audio/files/format.h"
#include "audio/files/rates.h"
#include "audio/files/sink_pipe.h"
#include "audio/labels/labels.h"
#include "base/files/beside.h"

enum {
	BLOCK_FRAMES = 65536, /* so long nobody asks whether it was cancelled */
	MAX_CHANNELS = 2,
	PCM = 0, /* of as many bits as are asked for */
};

typedef struct {
	OqSink sink;
	char *path;
	const OqFormat *format;
	guint n_bits;
	OqBeside *beside;
	OqBacking backing; /* of the beside's file: what libsndfile writes */
	SNDFILE *file;
	guint64 n_frames; /* given to libsndfile */
	gfloat softer;    /* what the encoder multiplies the sound by */
	gint32 *whole;    /* a block of samples, of gint16 if they are so long */
	OqLabels *labels;
} FileSink;

/* Every byte passes here, so no failure goes unseen. */
static const SF_VIRTUAL_IO access_functions = {
	.get_filelen = oq_backing_length,
	.seek = oq_backing_seek,
	.read = oq_backing_read,
	.write = oq_backing_write,
	.tell = oq_backing_tell,
};

static SF_INFO
describe(const FileSink *self)
{
	int coding = self->format->coding;
	if (coding == PCM)
		coding = self->n_bits > 16 ? SF_FORMAT_PCM_24 : SF_FORMAT_PCM_16;
	return (SF_INFO){.samplerate = (int)self->sink.rate_hz,
		.channels = (int)self->sink.n_channels,
		.format = self->format->container | coding};
}

static SNDFILE *
open_file(FileSink *self, int mode, SF_INFO *info)
{
	SF_VIRTUAL_IO functions = access_functions;
	return sf_open_virtual(&functions, mode, info, &self->backing);
}

static gboolean
fail(FileSink *self, int code, GError **error)
{
	oq_beside_set_error(
		error, self->path, self->backing.failure ? self->backing.failure : code);
	return FALSE;
}

/* Of whole samples in two channels libsndfile makes noise, and what LAME makes softer is made
 * louder before; the loudness is what was asked for. */
static gboolean
takes_floats(const FileSink *self)
{
	gboolean is_mp3 = self->format->coding == SF_FORMAT_MPEG_LAYER_III;
	return self->format->takes_floats || (self->n_bits > 16 && self->format->coding != PCM) ||
	       (is_mp3 && (self->sink.n_channels > 1 || self->softer < 1));
}

static sf_count_t
encode_floats(FileSink *self, const gfloat *frames, gsize n_frames)
{
	gsize n_samples = n_frames * self->sink.n_channels;
	gfloat *louder = (gfloat *)(gpointer)self->whole;
	for (gsize i = 0; i < n_samples && self->softer < 1; i++)
		louder[i] = frames[i] / self->softer;
	return sf_writef_float(
		self->file, self->softer < 1 ? louder : frames, (sf_count_t)n_frames);
}

/* In the bytes of the file, which libsndfile need not make of them then. */
static sf_count_t
write_24(FileSink *self, const gfloat *frames, gsize n_frames)
{
	gsize n_channels = self->sink.n_channels;
	guint8 *bytes = (guint8 *)self->whole;
	if (self->format->container == SF_FORMAT_FLAC) {
		oq_samples_to_24(frames, n_frames * n_channels, self->whole);
		return sf_writef_int(self->file, self->whole, (sf_count_t)n_frames);
	}
	oq_samples_to_bytes_24(
		frames, n_frames * n_channels, self->format->container == SF_FORMAT_AIFF, bytes);
	gsize frame_bytes = 3 * n_channels;
	return sf_write_raw(self->file, bytes, (sf_count_t)(n_frames * frame_bytes)) /
	       (sf_count_t)frame_bytes;
}

/* Returns the frames that were taken. */
static sf_count_t
encode_block(FileSink *self, const gfloat *frames, gsize n_frames)
{
	gsize n_samples = n_frames * self->sink.n_channels;
	if (takes_floats(self))
		return encode_floats(self, frames, n_frames);
	if (self->n_bits > 16)
		return write_24(self, frames, n_frames);
	gint16 *samples = (gint16 *)(gpointer)self->whole;
	oq_samples_to_16(frames, n_samples, samples);
	return sf_writef_short(self->file, samples, (sf_count_t)n_frames);
}

static gboolean
has_room(const FileSink *self, gsize n_frames, GError **error)
{
	guint64 n_bytes = (self->n_frames + n_frames) * self->sink.n_channels * self->n_bits / 8;
	if (self->format->max_bytes == 0 || n_bytes <= self->format->max_bytes)
		return TRUE;
	g_set_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT,
		_("an .%s file holds at most 4 GiB; choose another format, such as .wav"),
		self->format->extension);
	return FALSE;
}

static gboolean
write_frames(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	FileSink *self = (FileSink *)sink;
	for (gsize n_done = 0, n; n_done < n_frames; n_done += n) {
		n = MIN(n_frames - n_done, BLOCK_FRAMES);
		if (g_cancellable_set_error_if_cancelled(stop, error) || !has_room(self, n, error))
			return FALSE;
		sf_count_t n_taken = encode_block(self, frames + n_done * sink->n_channels, n);
		if (n_taken != (sf_count_t)n || sf_error(self->file) || self->backing.failure)
			return fail(self, EIO, error);
		self->n_frames += n;
	}
	return TRUE;
}

static void
mark(OqSink *sink, guint64 frame, const char *label)
{
	FileSink *self = (FileSink *)sink;
	oq_labels_mark(self->labels, frame, label);
}

static void
set_tags(OqSink *sink, const OqTags *tags)
{
	oq_labels_set(((FileSink *)sink)->labels, tags);
}

/* sf_close() is silent about what it could not write, so the file is read again. */
static gboolean
verify(FileSink *self, GError **error)
{
	SF_INFO info = self->format->is_bare ? describe(self) : (SF_INFO){0};
	if (lseek(self->backing.fd, 0, SEEK_SET) < 0)
		return fail(self, errno, error);
	SNDFILE *file = open_file(self, SFM_READ, &info);
	if (file != NULL)
		sf_close(file);
	if (file == NULL || self->backing.failure || info.frames != (sf_count_t)self->n_frames)
		return fail(self, EIO, error);
	return TRUE;
}

/* What libsndfile cannot write. */
static gboolean
complete(FileSink *self)
{
	return oq_labels_complete(self->labels, self->backing.fd, self->n_frames) &&
	       (self->format->polish == NULL || self->format->polish(self->backing.fd));
}

static gboolean
rename_file(OqSink *sink, const char *path, GError **error)
{
	return oq_beside_rename(((FileSink *)sink)->beside, oq_sink_file_path(path), error);
}

static gboolean
settle(OqSink *sink, GCancellable *stop, GError **error)
{
	FileSink *self = (FileSink *)sink;
	/* Without a single frame libsndfile writes no header, and so no file, in most formats. */
	const gfloat silence[MAX_CHANNELS] = {0};
	if (self->file == NULL) /* it has done so, and its name was taken */
		return TRUE;
	if (self->n_frames == 0 && !write_frames(sink, silence, 1, stop, error))
		return FALSE;
	sf_close(g_steal_pointer(&self->file));
	if (!complete(self))
		return fail(self, errno, error);
	return verify(self, error) && oq_beside_settle(self->beside, error);
}

static gboolean
finish(OqSink *sink, GCancellable *stop, GError **error)
{
	FileSink *self = (FileSink *)sink;
	return settle(sink, stop, error) && !g_cancellable_set_error_if_cancelled(stop, error) &&
	       oq_beside_commit(self->beside, error);
}

static void
free_sink(OqSink *sink)
{
	FileSink *self = (FileSink *)sink;
	if (self->file != NULL)
		sf_close(self->file);
	oq_beside_free(self->beside);
	oq_labels_free(self->labels);
	g_free(self->whole);
	g_free(self->path);
	g_free(self);
}

static const OqSinkClass file_class = {
	.write = write_frames,
	.mark = mark,
	.set_tags = set_tags,
	.rename = rename_file,
	.settle = settle,
	.finish = finish,
	.free = free_sink,
};

/* libsndfile knows a bit rate as a part of the way from the highest one to the lowest. */
static gboolean
set_bitrate(FileSink *self, guint bitrate_kbps, GError **error)
{
	guint highest, lowest;
	if (bitrate_kbps == 0 || self->format->coding != SF_FORMAT_MPEG_LAYER_III)
		return TRUE;
	if (!oq_bitrates_check(self->sink.rate_hz, bitrate_kbps, &highest, &lowest, error))
		return FALSE;
	self->softer = oq_bitrates_softer(bitrate_kbps);
	int mode = SF_BITRATE_MODE_CONSTANT;
	/* The half keeps it from being rounded down to the next one. */
	double level = (highest - bitrate_kbps - 0.5) / (highest - lowest);
	level = MAX(level, 0);
	sf_command(self->file, SFC_SET_BITRATE_MODE, &mode, sizeof mode);
	sf_command(self->file, SFC_SET_COMPRESSION_LEVEL, &level, sizeof level);
	return TRUE;
}

/* What stands before the sound. */
static void
put_labels(FileSink *self)
{
	g_autoptr(GArray) chunks = oq_labels_chunks(self->labels);
	for (guint i = 0; i < chunks->len; i++) {
		const OqLabelsChunk *chunk = &g_array_index(chunks, OqLabelsChunk, i);
		SF_CHUNK_INFO info = {.id_size = (unsigned)strlen(chunk->name),
			.datalen = chunk->bytes->len,
			.data = chunk->bytes->data};
		g_strlcpy(info.id, chunk->name, sizeof info.id);
		sf_set_chunk(self->file, &info);
	}
}

static gboolean
start(FileSink *self, const OqSinkFormat *wanted, GError **error)
{
	SF_INFO info = describe(self);
	if (!oq_rates_check(self->format->extension, self->sink.rate_hz, error))
		return FALSE;
	self->beside = oq_beside_new(self->path, error);
	if (self->beside == NULL ||
		(wanted->keeps_taken && !oq_beside_keep_taken(self->beside, error)))
		return FALSE;
	self->backing.fd = oq_beside_fd(self->beside);
	self->file = open_file(self, SFM_WRITE, &info);
	if (self->backing.failure)
		return fail(self, self->backing.failure, error);
	if (self->file == NULL)
		return oq_rates_refuse(self->format->extension, self->sink.rate_hz, error);
	if (!self->format->stays_wide)
		sf_command(self->file, SFC_RF64_AUTO_DOWNGRADE, NULL, SF_TRUE);
	put_labels(self);
	return set_bitrate(self, wanted->bitrate_kbps, error);
}

static FileSink *
new_sink(const char *path, const OqFormat *format, const OqSinkFormat *wanted)
{
	FileSink *self = g_new0(FileSink, 1);
	guint rate_hz = format->rate_hz ? format->rate_hz : wanted->rate_hz;
	self->sink = (OqSink){&file_class, rate_hz, wanted->n_channels};
	self->path = g_strdup(path);
	self->format = format;
	self->n_bits = wanted->n_bits;
	self->softer = 1;
	self->whole = g_new(gint32, (gsize)BLOCK_FRAMES * wanted->n_channels);
	self->labels = oq_labels_new(
		format->labels, &(OqSound){rate_hz, wanted->n_channels, wanted->n_bits, 0});
	oq_labels_set(self->labels, wanted->tags);
	return self;
}

OqSink *
oq_sink_file_new(const char *path, const OqSinkFormat *wanted, GError **error)
{
	g_return_val_if_fail(wanted->n_channels >= 1 && wanted->n_channels <= MAX_CHANNELS, NULL);
	g_return_val_if_fail(wanted->n_bits == 16 || wanted->n_bits == 24, NULL);
	const char *file = oq_sink_file_path(path);
	if (strcmp(file, "-") == 0)
		return oq_sink_pipe_new(
			STDOUT_FILENO, _("standard output"), wanted, file == path, error);
	if (oq_sink_file_is_stream(path))
		return oq_sink_pipe_open(file, wanted, file == path, error);
	const OqFormat *format = oq_format_find(path, error);
	FileSink *self = format != NULL ? new_sink(file, format, wanted) : NULL;
	if (self == NULL || start(self, wanted, error))
		return (OqSink *)self;
	free_sink(&self->sink);
	return NULL;
}

const char *
oq_sink_file_path(const char *path)
{
	gboolean is_raw = g_str_has_prefix(path, OQ_FORMAT_RAW_PREFIX);
	return is_raw ? path + strlen(OQ_FORMAT_RAW_PREFIX) : path;
}

/* The name of a pipe may say nothing, or what goes into it. */
static gboolean
tells_wav(const char *file)
{
	const char *slash = strrchr(file, '/'), *dot = strrchr(slash != NULL ? slash : file, '.');
	return dot == NULL || g_ascii_strcasecmp(dot, ".wav") == 0;
}

gboolean
oq_sink_file_is_stream(const char *path)
{
	struct stat info;
	const char *file = oq_sink_file_path(path);
	if (strcmp(file, "-") == 0)
		return TRUE;
	return stat(file, &info) == 0 &&
	       (S_ISCHR(info.st_mode) ||
		       (S_ISFIFO(info.st_mode) && (file != path || tells_wav(file))));
}
