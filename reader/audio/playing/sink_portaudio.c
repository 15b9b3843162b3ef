/* sink_portaudio.c - see the header. */
#include "audio/playing/sink_portaudio.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <portaudio.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "audio/chain/samples.h"
#include "audio/playing/guard.h"
#include "audio/playing/ring.h"

enum {
	OPEN_LIMIT_MS = 5000, /* to look through all devices and open one */
	WATCHDOG_MS = 2000,   /* to start, to close, between two callbacks */
	RING_MS = 300,        /* how late the writer may be */
	LATENCY_MS = 100,     /* stalls of the whole machine up to this are not heard */
	TAIL_MS = 100,        /* silence after the last frame, beyond what PortAudio throws away */
};

/* The device's side. It belongs to the guard, whose thread alone calls PortAudio with it. */
typedef struct {
	guint rate_hz;
	char *wanted; /* NULL: the default */
	gboolean is_initialized;
	PaStream *stream;
	GError *error;    /* what the last call made by the guard came to */
	GPtrArray *names; /* of the devices, when only they are asked for */
	guint n_tail_frames;

	/* What the callback touches. */
	OqRing *ring;
	sem_t called; /* posted by every callback, and to wake the writer */
	atomic_bool is_dropped;
	atomic_bool is_ending;       /* set after the last frame was written */
	atomic_bool has_ended;       /* PortAudio gave up the stream */
	atomic_uint n_silent_frames; /* played after the last frame */
} Device;

typedef struct {
	OqSink sink;
	OqGuard *guard;
	Device *device; /* the guard's */
	gboolean is_started;
	GCancellable *stop; /* NULL until the first write */
	gulong stop_id;
} PortaudioSink;

static void
free_device(gpointer data)
{
	Device *device = data;
	if (device->stream != NULL) {
		Pa_AbortStream(device->stream);
		Pa_CloseStream(device->stream);
	}
	if (device->is_initialized)
		Pa_Terminate();
	sem_destroy(&device->called);
	g_clear_error(&device->error);
	g_clear_pointer(&device->names, g_ptr_array_unref);
	oq_ring_free(device->ring);
	g_free(device->wanted);
	g_free(device);
}

static Device *
new_device(const char *wanted, guint rate_hz)
{
	Device *device = g_new0(Device, 1);
	device->rate_hz = rate_hz;
	device->wanted = g_strdup(wanted);
	device->ring = oq_ring_new((gsize)rate_hz * RING_MS / 1000);
	sem_init(&device->called, 0, 0);
	return device;
}

/* Runs in a thread that must never wait: no allocation, no lock, no log. */
static int
play(const void *input, void *output, unsigned long n_frames, const PaStreamCallbackTimeInfo *when,
	PaStreamCallbackFlags flags, void *data)
{
	(void)input, (void)when, (void)flags;
	Device *device = data;
	gint16 *out = output;
	gboolean is_ending = atomic_load(&device->is_ending);
	gsize n = atomic_load(&device->is_dropped) ? 0 : oq_ring_read(device->ring, out, n_frames);
	memset(out + n, 0, (n_frames - n) * sizeof *out);
	if (is_ending)
		atomic_fetch_add(&device->n_silent_frames, (unsigned)(n_frames - n));
	sem_post(&device->called);
	return paContinue;
}

static void
note_end(void *data)
{
	Device *device = data;
	atomic_store(&device->has_ended, TRUE);
	sem_post(&device->called);
}

static gboolean
initialize(Device *device)
{
	PaError failed = Pa_Initialize();
	device->is_initialized = failed == paNoError;
	if (failed)
		g_set_error(&device->error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_NO_DEVICE,
			_("sound does not work here: %s; 'oqyrman render' writes a file instead"),
			Pa_GetErrorText(failed));
	return device->is_initialized;
}

static gboolean
can_play(PaDeviceIndex index)
{
	return Pa_GetDeviceInfo(index)->maxOutputChannels > 0;
}

static void
list_devices(gpointer data)
{
	Device *device = data;
	if (!initialize(device))
		return;
	device->names = g_ptr_array_new_with_free_func(g_free);
	for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); i++)
		if (can_play(i))
			g_ptr_array_add(
				device->names, g_utf8_make_valid(Pa_GetDeviceInfo(i)->name, -1));
}

/* Returns the place of the only name that has @wanted in it, or -1. */
static gint
find_part(const GPtrArray *names, const char *wanted, GError **error)
{
	gint place = -1;
	g_autofree char *part = g_utf8_casefold(wanted, -1);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *name = g_utf8_casefold(g_ptr_array_index(names, i), -1);
		if (strstr(name, part) == NULL)
			continue;
		if (place >= 0) {
			g_set_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_NO_DEVICE,
				_("several sound devices are called '%s'; "
				  "'oqyrman voices' lists them"),
				wanted);
			return -1;
		}
		place = (gint)i;
	}
	if (place < 0)
		g_set_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_NO_DEVICE,
			_("there is no sound device '%s'; 'oqyrman voices' lists those there are"),
			wanted);
	return place;
}

static gint
find_place(const GPtrArray *names, const char *wanted, GError **error)
{
	guint64 place;
	g_autofree char *valid = g_utf8_make_valid(wanted, -1);
	for (guint i = 0; i < names->len; i++)
		if (g_str_equal(g_ptr_array_index(names, i), valid))
			return (gint)i;
	if (g_ascii_string_to_unsigned(wanted, 10, 0, names->len - 1, &place, NULL))
		return (gint)place;
	return find_part(names, valid, error);
}

static PaDeviceIndex
choose(Device *device)
{
	if (device->names->len == 0 ||
		(device->wanted == NULL && Pa_GetDefaultOutputDevice() < 0)) {
		g_set_error_literal(&device->error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_NO_DEVICE,
			_("there is no sound device; 'oqyrman render' writes a file instead"));
		return paNoDevice;
	}
	if (device->wanted == NULL)
		return Pa_GetDefaultOutputDevice();
	gint place = find_place(device->names, device->wanted, &device->error);
	if (place < 0)
		return paNoDevice;
	PaDeviceIndex index = 0;
	while (!can_play(index) || place-- > 0)
		index++;
	return index;
}

static void
set_open_error(Device *device, PaDeviceIndex index, PaError failed)
{
	g_autofree char *name = g_utf8_make_valid(Pa_GetDeviceInfo(index)->name, -1);
	if (failed == paInvalidSampleRate)
		g_set_error(&device->error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT,
			_("the sound device '%s' cannot play %u Hz; choose another device"), name,
			device->rate_hz);
	else
		g_set_error(&device->error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_NO_DEVICE,
			_("the sound device '%s' cannot be opened: %s; choose another device, or "
			  "let 'oqyrman render' write a file"),
			name, Pa_GetErrorText(failed));
}

static void
open_device(gpointer data)
{
	Device *device = data;
	list_devices(device);
	if (device->error != NULL)
		return;
	PaDeviceIndex index = choose(device);
	if (index == paNoDevice)
		return;
	PaStreamParameters output = {
		.device = index,
		.channelCount = 1,
		.sampleFormat = paInt16,
		.suggestedLatency = LATENCY_MS / 1000.0,
	};
	PaError failed = Pa_OpenStream(&device->stream, NULL, &output, device->rate_hz,
		paFramesPerBufferUnspecified, paNoFlag, play, device);
	if (failed) {
		device->stream = NULL;
		set_open_error(device, index, failed);
		return;
	}
	Pa_SetStreamFinishedCallback(device->stream, note_end);
	/* PortAudio never drains: what it still buffers when it is stopped must be silence. */
	gdouble latency_s = Pa_GetStreamInfo(device->stream)->outputLatency;
	device->n_tail_frames = (guint)((2 * latency_s + TAIL_MS / 1000.0) * device->rate_hz);
}

static void
start_device(gpointer data)
{
	Device *device = data;
	PaError failed = Pa_StartStream(device->stream);
	if (failed)
		g_set_error(&device->error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_DEVICE_LOST,
			_("the sound device does not start: %s; choose another one"),
			Pa_GetErrorText(failed));
}

static void
abort_device(gpointer data)
{
	Device *device = data;
	Pa_AbortStream(device->stream);
}

static gboolean
set_lost(GError **error)
{
	g_set_error_literal(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_DEVICE_LOST,
		_("the sound device no longer answers; check the sound server, or choose another "
		  "device"));
	return FALSE;
}

/* Makes the call on the guard's thread. Standard error is the whole process's, so it is put back
 * here, where it is certain to happen. */
static gboolean
run_hushed(OqGuard *guard, Device *device, OqGuardCall call, guint limit_ms, GError **error)
{
	int before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (before >= 0 && nowhere >= 0)
		dup2(nowhere, STDERR_FILENO);
	gboolean is_done = oq_guard_run(guard, call, limit_ms);
	if (nowhere >= 0)
		close(nowhere);
	if (before >= 0) {
		dup2(before, STDERR_FILENO);
		close(before);
	}
	if (!is_done)
		return set_lost(error);
	if (device->error == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&device->error));
	return FALSE;
}

/* Waits for the next callback. */
static gboolean
wait_for_device(PortaudioSink *self, GCancellable *stop, GError **error)
{
	struct timespec until;
	int failed;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += WATCHDOG_MS / 1000;
	do
		failed = sem_clockwait(&self->device->called, CLOCK_MONOTONIC, &until);
	while (failed && errno == EINTR);
	if (g_cancellable_set_error_if_cancelled(stop, error))
		return FALSE;
	return (!failed && !atomic_load(&self->device->has_ended)) || set_lost(error);
}

/* In whatever thread it is cancelled: silent at once, whether a write waits or none is under way.
 */
static void
fall_silent(GCancellable *stop, gpointer data)
{
	(void)stop;
	PortaudioSink *self = data;
	atomic_store(&self->device->is_dropped, TRUE);
	sem_post(&self->device->called);
	/* The callback is silent at once, but what is buffered behind it must go as well. */
	oq_guard_post(self->guard, abort_device);
}

static gboolean
write_frames(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	PortaudioSink *self = (PortaudioSink *)sink;
	g_autofree gint16 *samples = g_new(gint16, n_frames);
	oq_samples_to_16(frames, n_frames, samples);
	if (self->stop == NULL && stop != NULL) {
		self->stop = g_object_ref(stop);
		self->stop_id = g_cancellable_connect(stop, G_CALLBACK(fall_silent), self, NULL);
	}
	for (gsize n_done = 0; n_done < n_frames;) {
		n_done += oq_ring_write(self->device->ring, samples + n_done, n_frames - n_done);
		if (!self->is_started &&
			!run_hushed(self->guard, self->device, start_device, WATCHDOG_MS, error))
			return FALSE;
		self->is_started = TRUE;
		if (n_done < n_frames && !wait_for_device(self, stop, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
finish(OqSink *sink, GCancellable *stop, GError **error)
{
	PortaudioSink *self = (PortaudioSink *)sink;
	Device *device = self->device;
	if (!self->is_started)
		return TRUE;
	atomic_store(&device->is_ending, TRUE);
	while (atomic_load(&device->n_silent_frames) < device->n_tail_frames)
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
	oq_guard_free(self->guard, WATCHDOG_MS);
	g_free(self);
}

static const OqSinkClass portaudio_class = {
	.write = write_frames,
	.finish = finish,
	.free = free_sink,
};

OqSink *
oq_sink_portaudio_new(const char *device, guint rate_hz, GError **error)
{
	PortaudioSink *self = g_new0(PortaudioSink, 1);
	self->sink = (OqSink){&portaudio_class, rate_hz, 1};
	self->device = new_device(device, rate_hz);
	self->guard = oq_guard_new(self->device, free_device);
	if (run_hushed(self->guard, self->device, open_device, OPEN_LIMIT_MS, error))
		return &self->sink;
	free_sink(&self->sink);
	return NULL;
}

GPtrArray *
oq_sink_portaudio_devices(GError **error)
{
	GPtrArray *names = NULL;
	Device *device = new_device(NULL, 0);
	OqGuard *guard = oq_guard_new(device, free_device);
	if (run_hushed(guard, device, list_devices, OPEN_LIMIT_MS, error))
		names = g_steal_pointer(&device->names);
	oq_guard_free(guard, WATCHDOG_MS);
	return names;
}
