/* device_portaudio.c - see the header.
 *
 * The controlling thread says what is wanted and never waits; the guard's thread makes PortAudio
 * follow (feed.h). The watch sleeps until the alarm, or a slice of the watchdog's time, and is the
 * one that gives notices. */
#include "audio/playing/device_portaudio.h"

#include <glib/gi18n.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/eventfd.h>

#include "audio/playing/feed.h"
#include "audio/playing/guard.h"
#include "audio/playing/patience.h"
#include "audio/playing/stream.h"
#include "base/last_words.h"

enum {
	OPEN_LIMIT_MS = 2500, /* to look through all devices and open one */
	STOP_LIMIT_MS = 50, /* … when the caller has given up: as long as it takes if all is well */
	CLOSE_LIMIT_MS = 1000,
	WATCHDOG_MS = 1500, /* between two calls of the device, or to start */
	REST_MS = 1200,     /* without a run: the device is given back */
	ALMOST_US = 2000,   /* an alarm that comes up next is not waited for in smaller steps */
};

typedef struct {
	OqDevice device;
	OqGuard *guard;
	OqFeed *feed;    /* the guard's, which may have to leave it to a call that hangs */
	guint run;       /* the last one */
	guint64 n_heard; /* what was told last of it */
	pthread_t watch;
	atomic_bool is_leaving;
	atomic_uint lost; /* the run that was lost last */
	_Atomic guint64 alarm;
} PortaudioDevice;

/* ---- the watch's thread ---- */

typedef struct {
	guint run;
	gsize n_notes;
	OqPatience patience;
	gint64 idle_us; /* since when there is no run; 0: there is one */
	gboolean rests;
} Sight;

static gint64
see_idle(PortaudioDevice *self, Sight *sight, gint64 now_us)
{
	if (sight->idle_us == 0)
		sight->idle_us = now_us;
	gint64 left_us = sight->idle_us + (gint64)REST_MS * 1000 - now_us;
	if (!sight->rests && left_us > 0)
		return left_us;
	if (!sight->rests)
		oq_guard_post(self->guard, oq_feed_rest);
	sight->rests = TRUE;
	return -1;
}

/* Returns how long it is until the alarm. */
static gint64
ring_alarm(PortaudioDevice *self, guint run, gint64 now_us)
{
	guint64 alarm = atomic_load(&self->alarm);
	if (alarm == G_MAXUINT64)
		return G_MAXINT64;
	if (oq_feed_heard(self->feed, run, now_us) < alarm) {
		gint64 when_us = oq_feed_when(self->feed, run, alarm);
		return when_us < G_MAXINT64 ? MAX(when_us - now_us, ALMOST_US) : G_MAXINT64;
	}
	if (atomic_compare_exchange_strong(&self->alarm, &alarm, G_MAXUINT64))
		oq_feed_give_notice(self->feed);
	return G_MAXINT64;
}

/* Returns how long there is nothing to be seen, unless it is woken; -1: for good. */
static gint64
look(PortaudioDevice *self, Sight *sight)
{
	gint64 now_us = g_get_monotonic_time();
	guint run = oq_feed_wanted(self->feed);
	gsize n_notes = oq_feed_n_notes(self->feed);
	if (run == 0)
		return see_idle(self, sight, now_us);
	sight->idle_us = 0;
	sight->rests = FALSE;
	if (run == atomic_load(&self->lost))
		return -1;
	if (sight->run != run || sight->n_notes != n_notes)
		oq_patience_init(&sight->patience, WATCHDOG_MS, now_us);
	sight->run = run;
	sight->n_notes = n_notes;
	if (!oq_feed_has_failed(self->feed, run) && oq_patience_lasts(&sight->patience, now_us))
		return MIN(ring_alarm(self, run, now_us), oq_patience_slice_us(&sight->patience));
	atomic_store(&self->lost, run);
	oq_feed_give_notice(self->feed);
	return -1;
}

static void *
watch(void *data)
{
	PortaudioDevice *self = data;
	Sight sight = {0};
	oq_last_words_in_thread();
	while (!atomic_load(&self->is_leaving)) {
		struct pollfd fd = {oq_feed_wake_fd(self->feed), POLLIN, 0};
		gint64 wait_us = look(self, &sight);
		struct timespec wait = {wait_us / G_USEC_PER_SEC, wait_us % G_USEC_PER_SEC * 1000};
		eventfd_t n_calls;
		if (ppoll(&fd, 1, wait_us >= 0 ? &wait : NULL, NULL) > 0)
			eventfd_read(fd.fd, &n_calls);
	}
	return NULL;
}

/* ---- the controlling thread ---- */

static gboolean
is_lost(const PortaudioDevice *self)
{
	return self->run > 0 && atomic_load(&self->lost) == self->run;
}

static void
start(OqDevice *device, const OqDeviceUser *user, gpointer data)
{
	PortaudioDevice *self = (PortaudioDevice *)device;
	self->n_heard = 0;
	atomic_store(&self->alarm, G_MAXUINT64);
	oq_feed_want(self->feed, ++self->run, user, data);
	oq_guard_post(self->guard, oq_feed_follow);
}

static guint64
heard(OqDevice *device)
{
	PortaudioDevice *self = (PortaudioDevice *)device;
	guint64 n_heard = oq_feed_heard(self->feed, self->run, g_get_monotonic_time());
	self->n_heard = MAX(self->n_heard, n_heard);
	return self->n_heard;
}

static guint64
stop(OqDevice *device)
{
	PortaudioDevice *self = (PortaudioDevice *)device;
	oq_feed_unwant(self->feed, is_lost(self));
	oq_guard_post(self->guard, oq_feed_follow);
	if (!is_lost(self))
		return heard(device);
	return oq_feed_heard(self->feed, self->run, oq_feed_end_us(self->feed, self->run));
}

static void
set_alarm(OqDevice *device, guint64 n_frames)
{
	PortaudioDevice *self = (PortaudioDevice *)device;
	if (atomic_exchange(&self->alarm, n_frames) != n_frames)
		oq_feed_wake(self->feed);
}

static void
set_lost(GError **error)
{
	g_set_error_literal(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST,
		_("the sound device no longer answers; check the sound server, or choose another "
		  "device"));
}

static gboolean
check(OqDevice *device, GError **error)
{
	PortaudioDevice *self = (PortaudioDevice *)device;
	if (!is_lost(self))
		return TRUE;
	if (!oq_feed_take_error(self->feed, error))
		set_lost(error);
	return FALSE;
}

static void
free_device(OqDevice *device)
{
	PortaudioDevice *self = (PortaudioDevice *)device;
	if (oq_feed_wanted(self->feed) != 0)
		stop(device);
	atomic_store(&self->is_leaving, TRUE);
	oq_feed_wake(self->feed);
	pthread_join(self->watch, NULL);
	oq_guard_free(self->guard, CLOSE_LIMIT_MS);
	g_free(self);
}

static const OqDeviceClass portaudio_class = {
	.start = start,
	.stop = stop,
	.heard = heard,
	.alarm = set_alarm,
	.check = check,
	.free = free_device,
};

/* ---- opening ---- */

/* Lets the guard make the first call; if it is not made, the guard is left behind. */
static gboolean
run_first(OqGuard *guard, OqGuardCall call, int stop_fd, GError **error)
{
	OqGuardOutcome outcome = oq_guard_run(guard, call, OPEN_LIMIT_MS, stop_fd);
	if (outcome == OQ_GUARD_MADE)
		return TRUE;
	if (outcome == OQ_GUARD_STOPPED)
		g_set_error_literal(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_STOPPED, _("stopped"));
	else
		set_lost(error);
	oq_guard_free(guard, outcome == OQ_GUARD_STOPPED ? STOP_LIMIT_MS : 0);
	return FALSE;
}

OqDevice *
oq_device_portaudio_new(const char *name, guint rate_hz, int stop_fd, GError **error)
{
	OqFeed *feed = oq_feed_new(name, rate_hz);
	OqGuard *guard = oq_guard_new(feed, oq_feed_free);
	if (!run_first(guard, oq_feed_open, stop_fd, error))
		return NULL;
	if (oq_feed_take_error(feed, error)) {
		oq_guard_free(guard, CLOSE_LIMIT_MS);
		return NULL;
	}
	PortaudioDevice *self = g_new0(PortaudioDevice, 1);
	self->device = (OqDevice){.klass = &portaudio_class, .rate_hz = rate_hz};
	self->guard = guard;
	self->feed = feed;
	if (pthread_create(&self->watch, NULL, watch, self) != 0)
		g_error("no thread to be had"); /* as g_thread_new() does */
	return &self->device;
}

void
oq_device_portaudio_set_lead(OqDevice *device, guint lead_ms)
{
	oq_feed_set_lead(((PortaudioDevice *)device)->feed, lead_ms);
}

typedef struct {
	GPtrArray *names;
	GError *error;
} List;

static void
list_devices(gpointer data)
{
	List *list = data;
	list->names = oq_stream_devices(&list->error);
}

static void
free_list(gpointer data)
{
	List *list = data;
	g_clear_pointer(&list->names, g_ptr_array_unref);
	g_clear_error(&list->error);
	g_free(list);
}

GPtrArray *
oq_device_portaudio_names(int stop_fd, GError **error)
{
	List *list = g_new0(List, 1);
	OqGuard *guard = oq_guard_new(list, free_list);
	if (!run_first(guard, list_devices, stop_fd, error))
		return NULL;
	GPtrArray *names = g_steal_pointer(&list->names);
	if (names == NULL)
		g_propagate_error(error, g_steal_pointer(&list->error));
	oq_guard_free(guard, CLOSE_LIMIT_MS);
	return names;
}
