/* sink_pipe.c - see the header. */
#include "audio/files/sink_pipe.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audio/chain/samples.h"
#include "audio/files/wav.h"
#include "base/files/beside.h"

enum { BLOCK_SAMPLES = 4096 };

typedef struct {
	OqSink sink;
	char *name;
	int fd;
	int own; /* the same, where it is closed with the sink; else -1 */
	guint n_bits;
	gboolean has_begun; /* the header is out, if there is one */
	gint64 header_at;   /* where it can be written again; else -1 */
	guint64 n_bytes;    /* of samples */
} PipeSink;

/* Returns when there is room, or an error, or when it is cancelled. @stop_fd is -1 when it cannot
 * be. */
static void
wait_for_room(const PipeSink *self, int stop_fd)
{
	struct pollfd fds[] = {
		{.fd = self->fd, .events = POLLOUT},
		{.fd = stop_fd, .events = POLLIN},
	};
	while (poll(fds, G_N_ELEMENTS(fds), -1) < 0 && errno == EINTR)
		;
}

/* A pipe that has room takes PIPE_BUF bytes without blocking; so nobody who cancels is kept
 * waiting.
 */
static gboolean
put_watched(PipeSink *self, const guint8 *at, gsize n_bytes, GCancellable *stop, int stop_fd,
	GError **error)
{
	while (n_bytes > 0) {
		wait_for_room(self, stop_fd);
		if (g_cancellable_set_error_if_cancelled(stop, error))
			return FALSE;
		gssize n = write(self->fd, at, MIN(n_bytes, PIPE_BUF));
		if (n < 0 && errno != EINTR && errno != EAGAIN) {
			oq_beside_set_error(error, self->name, errno);
			return FALSE;
		}
		at += MAX(n, 0);
		n_bytes -= (gsize)MAX(n, 0);
	}
	return TRUE;
}

static gboolean
put(PipeSink *self, const guint8 *bytes, gsize n_bytes, GCancellable *stop, GError **error)
{
	int stop_fd = g_cancellable_get_fd(stop);
	gboolean is_put = put_watched(self, bytes, n_bytes, stop, stop_fd, error);
	if (stop_fd >= 0)
		g_cancellable_release_fd(stop);
	return is_put;
}

static gboolean
put_header(PipeSink *self, GCancellable *stop, GError **error)
{
	guint8 header[OQ_WAV_HEADER_SIZE];
	if (self->has_begun)
		return TRUE;
	oq_wav_stream_header(header, self->sink.rate_hz, self->sink.n_channels, self->n_bits);
	self->has_begun = put(self, header, sizeof header, stop, error);
	return self->has_begun;
}

/* Little-endian, as WAV has them. Returns the bytes made, at most 3 for each sample. */
static gsize
pack(guint n_bits, const gfloat *samples, gsize n_samples, guint8 *out)
{
	gint32 whole[BLOCK_SAMPLES];
	if (n_bits == 16) {
		gint16 *narrow = (gint16 *)(gpointer)out;
		oq_samples_to_16(samples, n_samples, narrow);
		for (gsize i = 0; i < n_samples; i++)
			narrow[i] = GINT16_TO_LE(narrow[i]);
		return n_samples * sizeof *narrow;
	}
	oq_samples_to_24(samples, n_samples, whole);
	for (gsize i = 0; i < n_samples; i++) {
		guint32 value = GUINT32_TO_LE((guint32)whole[i] >> 8);
		memcpy(out + 3 * i, &value, 3);
	}
	return n_samples * 3;
}

static gboolean
write_frames(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	PipeSink *self = (PipeSink *)sink;
	if (!put_header(self, stop, error))
		return FALSE;
	gsize n_samples = n_frames * sink->n_channels;
	_Alignas(gint16) guint8 bytes[3 * BLOCK_SAMPLES];
	for (gsize at = 0; at < n_samples; at += BLOCK_SAMPLES) {
		gsize n = MIN(n_samples - at, BLOCK_SAMPLES);
		gsize n_bytes = pack(self->n_bits, frames + at, n, bytes);
		if (!put(self, bytes, n_bytes, stop, error))
			return FALSE;
		self->n_bytes += n_bytes;
	}
	return TRUE;
}

static gboolean
finish(OqSink *sink, GCancellable *stop, GError **error)
{
	PipeSink *self = (PipeSink *)sink;
	const guint8 filling = 0;
	if (!put_header(self, stop, error))
		return FALSE;
	if (self->header_at < 0)
		return TRUE;
	if (self->n_bytes % 2 != 0 && !put(self, &filling, 1, stop, error))
		return FALSE;
	if (oq_wav_set_sizes(self->fd, (guint64)self->header_at, self->n_bytes))
		return TRUE;
	oq_beside_set_error(error, self->name, errno);
	return FALSE;
}

static void
free_sink(OqSink *sink)
{
	PipeSink *self = (PipeSink *)sink;
	if (self->own >= 0)
		close(self->own);
	g_free(self->name);
	g_free(self);
}

static const OqSinkClass pipe_class = {.write = write_frames, .finish = finish, .free = free_sink};

/* In a file, as a shell opens it for "> x.wav"; behind ">>" all goes to its end. */
static gint64
find_place(int fd)
{
	struct stat info;
	gboolean is_file = fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
	return is_file && (fcntl(fd, F_GETFL) & O_APPEND) == 0 ? lseek(fd, 0, SEEK_CUR) : -1;
}

OqSink *
oq_sink_pipe_new(
	int fd, const char *name, const OqSinkFormat *format, gboolean has_header, GError **error)
{
	if (isatty(fd)) {
		g_set_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE,
			_("%s is a terminal: send it to a program or a file, or name a file"),
			name);
		return NULL;
	}
	PipeSink *self = g_new0(PipeSink, 1);
	self->sink = (OqSink){&pipe_class, format->rate_hz, format->n_channels};
	self->name = g_strdup(name);
	self->fd = fd;
	self->own = -1;
	self->header_at = has_header ? find_place(fd) : -1;
	self->n_bits = format->n_bits;
	self->has_begun = !has_header;
	return &self->sink;
}

OqSink *
oq_sink_pipe_open(const char *path, const OqSinkFormat *format, gboolean has_header, GError **error)
{
	g_autofree char *name = g_filename_display_name(path);
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0 && errno == ENXIO)
		g_set_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE,
			_("nobody reads the pipe '%s': start the program that reads it first"),
			name);
	else if (fd < 0)
		oq_beside_set_error(error, path, errno);
	if (fd < 0)
		return NULL;
	OqSink *sink = oq_sink_pipe_new(fd, name, format, has_header, error);
	if (sink != NULL)
		((PipeSink *)sink)->own = fd;
	else
		close(fd);
	return sink;
}
