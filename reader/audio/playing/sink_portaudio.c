/* sink_portaudio.c - see the header. */
#include "audio/playing/sink_portaudio.h"

#include <errno.h>
#include <semaphore.h>
#include <stdatomic.h>

#include "audio/chain/samples.h"
#include "audio/playing/device_portaudio.h"
#include "audio/playing/ring.h"

enum {
	RING_MS = 600, /* how late the writer may be */
	TAIL_MS = 150, /* silence behind the last frame, since the device's times are not exact */
};

typedef struct {
	OqSink sink;
	OqDevice *device;
	OqRing *ring;
	sem_t called; /* by the device, and to wake the writer */
	gboolean is_started;
	guint64 n_written;
	atomic_bool is_ending; /* set after the last frame was written */
	guint n_silent;        /* frames behind it; the realtime thread's */
	guint n_tail;          /* how many there must be */
	GCancellable *stop;    /* NULL until the first write */
	gulong stop_id;
} PortaudioSink;

/* The realtime thread's. */
static gsize
fill(gint16 *frames, gsize n_frames, gpointer data)
{
	PortaudioSink *self = data;
	gboolean is_ending = atomic_load(&self->is_ending);
	gsize n = oq_ring_read(self->ring, frames, n_frames);
	for (; is_ending && n < n_frames && self->n_silent < self->n_tail; n++, self->n_silent++)
		frames[n] = 0;
	sem_post(&self->called);
	return n;
}

static void
notice(gpointer data)
{
	PortaudioSink *self = data;
	sem_post(&self->called);
}

static const OqDeviceUser user = {.fill = fill, .notice = notice};

static gboolean
wait_for_device(PortaudioSink *self, GCancellable *stop, GError **error)
{
	while (sem_wait(&self->called) != 0 && errno == EINTR)
		;
	return !g_cancellable_set_error_if_cancelled(stop, error) &&
	       oq_device_check(self->device, error);
}

/* In whatever thread it is cancelled. */
static void
wake(GCancellable *stop, gpointer data)
{
	(void)stop;
	notice(data);
}

static gboolean
write_frames(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	PortaudioSink *self = (PortaudioSink *)sink;
	g_autofree gint16 *samples = g_new(gint16, n_frames);
	oq_samples_to_16(frames, n_frames, samples);
	if (self->stop == NULL && stop != NULL) {
		self->stop = g_object_ref(stop);
		self->stop_id = g_cancellable_connect(stop, G_CALLBACK(wake), self, NULL);
	}
	for (gsize n_done = 0; n_done < n_frames;) {
		n_done += oq_ring_write(self->ring, samples + n_done, n_frames - n_done);
		if (!self->is_started)
			oq_device_start(self->device, &user, self);
		self->is_started = TRUE;
		if (n_done < n_frames && !wait_for_device(self, stop, error))
			return FALSE;
	}
	self->n_written += n_frames;
	return TRUE;
}

static gboolean
finish(OqSink *sink, GCancellable *stop, GError **error)
{
	PortaudioSink *self = (PortaudioSink *)sink;
	if (!self->is_started)
		return TRUE;
	guint64 n_all = self->n_written + self->n_tail;
	atomic_store(&self->is_ending, TRUE);
	oq_device_alarm(self->device, n_all);
	while (oq_device_heard(self->device) < n_all)
		if (!wait_for_device(self, stop, error))
			return FALSE;
	return TRUE;
}

static void
free_sink(OqSink *sink)
{
	PortaudioSink *self = (PortaudioSink *)sink;
	g_cancellable_disconnect(self->stop, self->stop_id);
	g_clear_object(&self->stop);
	oq_device_free(self->device);
	oq_ring_free(self->ring);
	sem_destroy(&self->called);
	g_free(self);
}

static const OqSinkClass portaudio_class = {
	.write = write_frames,
	.finish = finish,
	.free = free_sink,
};

OqSink *
oq_sink_portaudio_new(const char *name, guint rate_hz, GError **error)
{
	OqDevice *device = oq_device_portaudio_new(name, rate_hz, -1, error);
	if (device == NULL)
		return NULL;
	PortaudioSink *self = g_new0(PortaudioSink, 1);
	self->sink = (OqSink){&portaudio_class, rate_hz, 1};
	self->device = device;
	self->ring = oq_ring_new((gsize)rate_hz * RING_MS / 1000);
	self->n_tail = rate_hz * TAIL_MS / 1000;
	sem_init(&self->called, 0, 0);
	return &self->sink;
}

GPtrArray *
oq_sink_portaudio_devices(GError **error)
{
	return oq_device_portaudio_names(-1, error);
}
