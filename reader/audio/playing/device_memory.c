/* device_memory.c - see the header. */
#include "audio/playing/device_memory.h"

#include <pthread.h>
#include <string.h>

enum { BUFFER_FRAMES = 64 };

typedef struct {
	OqDevice device;
	gsize n_latency;
	/* Of what follows; not a GMutex, whose workings the thread sanitizer cannot see. */
	pthread_mutex_t mutex;
	const OqDeviceUser *user; /* NULL: it does not run */
	gpointer data;
	gboolean refuses;
	gboolean is_lost;
	gsize n_doubtful;
	guint64 alarm;
	guint64 n_heard;
	GArray *taken;  /* of gint16, in this run */
	GArray *sound;  /* of gboolean, which of these are the user's */
	guint n_passed; /* of these, heard */
	GArray *frames;
} MemoryDevice;

/* With the mutex held. */
static void
take(MemoryDevice *self, gsize n_wanted)
{
	gint16 buffer[BUFFER_FRAMES];
	while (self->taken->len < self->n_passed + n_wanted) {
		gsize n = MIN(BUFFER_FRAMES, self->n_passed + n_wanted - self->taken->len);
		memset(buffer, 0, sizeof buffer);
		gsize n_sound = self->user->fill(buffer, n, self->data);
		g_array_append_vals(self->taken, buffer, (guint)n);
		for (gsize i = 0; i < n; i++) {
			gboolean is_sound = i < n_sound;
			g_array_append_val(self->sound, is_sound);
		}
	}
}

/* With the mutex held. */
static void
ring_alarm(MemoryDevice *self)
{
	if (self->n_heard < self->alarm)
		return;
	self->alarm = G_MAXUINT64;
	self->user->notice(self->data);
}

/* With the mutex held. */
static void
lose(MemoryDevice *self)
{
	self->is_lost = TRUE;
	self->user->notice(self->data);
}

static void
start(OqDevice *device, const OqDeviceUser *user, gpointer data)
{
	MemoryDevice *self = (MemoryDevice *)device;
	pthread_mutex_lock(&self->mutex);
	g_assert(self->user == NULL);
	self->user = user;
	self->data = data;
	self->alarm = G_MAXUINT64;
	self->n_heard = 0;
	self->n_doubtful = 0;
	self->is_lost = FALSE;
	if (self->refuses)
		lose(self);
	else
		take(self, self->n_latency);
	pthread_mutex_unlock(&self->mutex);
}

static guint64
stop(OqDevice *device)
{
	MemoryDevice *self = (MemoryDevice *)device;
	pthread_mutex_lock(&self->mutex);
	g_assert(self->user != NULL);
	guint64 n_heard = self->n_heard - MIN(self->n_heard, self->n_doubtful);
	self->user = NULL;
	g_array_set_size(self->taken, 0);
	g_array_set_size(self->sound, 0);
	self->n_passed = 0;
	pthread_mutex_unlock(&self->mutex);
	return n_heard;
}

static guint64
heard(OqDevice *device)
{
	MemoryDevice *self = (MemoryDevice *)device;
	pthread_mutex_lock(&self->mutex);
	guint64 n_heard = self->n_heard;
	pthread_mutex_unlock(&self->mutex);
	return n_heard;
}

static void
set_alarm(OqDevice *device, guint64 n_frames)
{
	MemoryDevice *self = (MemoryDevice *)device;
	pthread_mutex_lock(&self->mutex);
	self->alarm = n_frames;
	ring_alarm(self);
	pthread_mutex_unlock(&self->mutex);
}

static gboolean
check(OqDevice *device, GError **error)
{
	MemoryDevice *self = (MemoryDevice *)device;
	pthread_mutex_lock(&self->mutex);
	gboolean is_lost = self->is_lost;
	pthread_mutex_unlock(&self->mutex);
	if (is_lost)
		g_set_error_literal(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST, "lost");
	return !is_lost;
}

static void
free_device(OqDevice *device)
{
	MemoryDevice *self = (MemoryDevice *)device;
	pthread_mutex_destroy(&self->mutex);
	g_array_unref(self->taken);
	g_array_unref(self->sound);
	g_array_unref(self->frames);
	g_free(self);
}

static const OqDeviceClass memory_class = {
	.start = start,
	.stop = stop,
	.heard = heard,
	.alarm = set_alarm,
	.check = check,
	.free = free_device,
};

OqDevice *
oq_device_memory_new(guint rate_hz, gsize n_latency)
{
	MemoryDevice *self = g_new0(MemoryDevice, 1);
	self->device = (OqDevice){.klass = &memory_class, .rate_hz = rate_hz};
	self->n_latency = n_latency;
	pthread_mutex_init(&self->mutex, NULL);
	self->taken = g_array_new(FALSE, FALSE, sizeof(gint16));
	self->sound = g_array_new(FALSE, FALSE, sizeof(gboolean));
	self->frames = g_array_new(FALSE, FALSE, sizeof(gint16));
	return &self->device;
}

/* With the mutex held. A frame at a time, so that an alarm is on time. */
static void
hear_one(MemoryDevice *self)
{
	take(self, self->n_latency + 1);
	guint next = self->n_passed++;
	g_array_append_val(self->frames, g_array_index(self->taken, gint16, next));
	self->n_heard += g_array_index(self->sound, gboolean, next) ? 1 : 0;
	ring_alarm(self);
}

void
oq_device_memory_hear(OqDevice *device, gsize n_frames)
{
	MemoryDevice *self = (MemoryDevice *)device;
	for (gsize i = 0; i < n_frames; i++) {
		pthread_mutex_lock(&self->mutex);
		if (self->user != NULL && !self->is_lost)
			hear_one(self);
		pthread_mutex_unlock(&self->mutex);
	}
}

void
oq_device_memory_lose(OqDevice *device, gsize n_doubtful)
{
	MemoryDevice *self = (MemoryDevice *)device;
	pthread_mutex_lock(&self->mutex);
	g_assert(self->user != NULL);
	self->n_doubtful = n_doubtful;
	lose(self);
	pthread_mutex_unlock(&self->mutex);
}

void
oq_device_memory_refuse(OqDevice *device, gboolean refuses)
{
	MemoryDevice *self = (MemoryDevice *)device;
	pthread_mutex_lock(&self->mutex);
	self->refuses = refuses;
	pthread_mutex_unlock(&self->mutex);
}

gboolean
oq_device_memory_is_running(OqDevice *device)
{
	MemoryDevice *self = (MemoryDevice *)device;
	pthread_mutex_lock(&self->mutex);
	gboolean is_running = self->user != NULL;
	pthread_mutex_unlock(&self->mutex);
	return is_running;
}

const GArray *
oq_device_memory_frames(const OqDevice *device)
{
	return ((const MemoryDevice *)device)->frames;
}
