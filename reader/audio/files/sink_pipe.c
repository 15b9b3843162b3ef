/* sink_pipe.c - see the header. */
#include "audio/files/sink_pipe.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <limits.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "audio/files/wav.h"
#include "base/beside.h"

typedef struct {
	OqSink sink;
	char *name;
	int fd;
	int wake_fd; /* readable once the sink is dropped */
	gboolean has_header;
} PipeSink;

/* Returns FALSE when the sink is dropped meanwhile, or with errno when there is nothing to wait
 * for. */
static gboolean
wait_for_room(PipeSink *self)
{
	struct pollfd fds[] = {
		{.fd = self->fd, .events = POLLOUT},
		{.fd = self->wake_fd, .events = POLLIN},
	};
	int n;
	do
		n = poll(fds, G_N_ELEMENTS(fds), -1);
	while (n < 0 && errno == EINTR);
	return n > 0 && !fds[1].revents;
}

/* A pipe that has room takes PIPE_BUF bytes without blocking; so a drop is never kept waiting. */
static gboolean
put(PipeSink *self, const void *bytes, gsize n_bytes, GError **error)
{
	const guint8 *at = bytes;
	while (n_bytes > 0) {
		if (!wait_for_room(self) && !oq_sink_check(&self->sink, error))
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
put_header(PipeSink *self, GError **error)
{
	guint8 header[OQ_WAV_HEADER_SIZE];
	if (self->has_header)
		return TRUE;
	oq_wav_stream_header(header, self->sink.rate_hz);
	self->has_header = put(self, header, sizeof header, error);
	return self->has_header;
}

static gboolean
write_frames(OqSink *sink, const gint16 *samples, gsize n_frames, GError **error)
{
	PipeSink *self = (PipeSink *)sink;
	if (!put_header(self, error))
		return FALSE;
	if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
		return put(self, samples, n_frames * sizeof(gint16), error);
	g_autofree gint16 *swapped = g_new(gint16, n_frames);
	for (gsize i = 0; i < n_frames; i++)
		swapped[i] = GINT16_TO_LE(samples[i]);
	return put(self, swapped, n_frames * sizeof(gint16), error);
}

static gboolean
finish(OqSink *sink, GError **error)
{
	return put_header((PipeSink *)sink, error);
}

static void
wake(OqSink *sink)
{
	eventfd_write(((PipeSink *)sink)->wake_fd, 1);
}

static void
free_sink(OqSink *sink)
{
	PipeSink *self = (PipeSink *)sink;
	close(self->wake_fd);
	g_free(self->name);
	g_free(self);
}

static const OqSinkClass pipe_class = {
	.write = write_frames,
	.finish = finish,
	.drop = wake,
	.free = free_sink,
};

OqSink *
oq_sink_pipe_new(int fd, const char *name, guint rate_hz, GError **error)
{
	if (isatty(fd)) {
		g_set_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE,
			_("%s is a terminal: send it to a program or a file, or name a file"),
			name);
		return NULL;
	}
	int wake_fd = eventfd(0, EFD_CLOEXEC);
	if (wake_fd < 0) {
		oq_beside_set_error(error, name, errno);
		return NULL;
	}
	PipeSink *self = g_new0(PipeSink, 1);
	self->sink = (OqSink){.klass = &pipe_class, .rate_hz = rate_hz};
	self->name = g_strdup(name);
	self->fd = fd;
	self->wake_fd = wake_fd;
	return &self->sink;
}
