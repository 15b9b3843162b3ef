/* feed.c - see the header. */
#include "audio/playing/feed.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "audio/playing/stream.h"
#include "audio/playing/tally.h"

/* The gate that keeps the realtime thread out between two runs. */
enum { GATE_OPEN = 1, GATE_INSIDE = 2 };

struct _OqFeed {
	OqTally *tally;
	int wake_fd;
	atomic_uint gate;
	atomic_uint begun;  /* the last run that the gate was opened for */
	atomic_uint failed; /* the last run that PortAudio gave up or did not begin */
	_Atomic gint64 failed_us;
	/* By whoever holds the gate. */
	gboolean is_fresh; /* the run has no note yet */
	gsize n_lead;      /* frames of silence that it begins with, still */

	/* The guard's. */
	char *name; /* NULL: the default */
	guint rate_hz;
	OqStream *stream;  /* NULL: not open */
	gboolean was_open; /* once, by its name */
	gboolean is_cold;  /* the device was given back, or is a new one */
	guint running;     /* the run that the stream plays; 0: none */

	/* Of what follows; not a GMutex, whose workings the thread sanitizer cannot see. */
	pthread_mutex_t mutex;
	guint wanted; /* 0: none */
	guint lead_ms;
	gboolean must_open;
	const OqDeviceUser *user;
	gpointer data;
	GError *error; /* what the last call made by the guard came to */
};

OqFeed *
oq_feed_new(const char *name, guint rate_hz)
{
	OqFeed *feed = g_new0(OqFeed, 1);
	feed->name = g_strdup(name);
	feed->rate_hz = rate_hz;
	feed->tally = oq_tally_new(rate_hz);
	feed->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (feed->wake_fd < 0)
		g_error("no descriptor to be had");
	pthread_mutex_init(&feed->mutex, NULL);
	return feed;
}

void
oq_feed_free(gpointer data)
{
	OqFeed *feed = data;
	oq_stream_close(feed->stream);
	oq_tally_free(feed->tally);
	g_clear_error(&feed->error);
	pthread_mutex_destroy(&feed->mutex);
	close(feed->wake_fd);
	g_free(feed->name);
	g_free(feed);
}

void
oq_feed_wake(const OqFeed *feed)
{
	eventfd_write(feed->wake_fd, 1);
}

int
oq_feed_wake_fd(const OqFeed *feed)
{
	return feed->wake_fd;
}

/* ---- the realtime thread: no lock, no memory, no log ---- */

/* Returns how many frames are silent before what is played; they are no frames of the run. */
static gsize
lead(OqFeed *feed, gint16 *frames, gsize n_frames, gint64 delay_us)
{
	gsize n = MIN(feed->n_lead, n_frames);
	if (n == 0)
		return 0;
	memset(frames, 0, n * sizeof *frames);
	oq_tally_note(feed->tally, 0, n, g_get_monotonic_time(), delay_us);
	feed->n_lead -= n;
	return n;
}

static void
fill(OqFeed *feed, gint16 *frames, gsize n_frames, gint64 delay_us)
{
	gsize n_silent = lead(feed, frames, n_frames, delay_us);
	if (n_silent < n_frames) {
		frames += n_silent;
		n_frames -= n_silent;
		delay_us += (gint64)n_silent * G_USEC_PER_SEC / feed->rate_hz;
		gsize n = feed->user->fill(frames, n_frames, feed->data);
		memset(frames + n, 0, (n_frames - n) * sizeof *frames);
		oq_tally_note(feed->tally, n, n_frames, g_get_monotonic_time(), delay_us);
	}
	if (feed->is_fresh)
		oq_feed_wake(feed); /* now it is known when the alarm is */
	feed->is_fresh = FALSE;
}

static void
play(gint16 *frames, gsize n_frames, gint64 delay_us, gpointer data)
{
	OqFeed *feed = data;
	guint is_open = GATE_OPEN;
	if (atomic_compare_exchange_strong(&feed->gate, &is_open, GATE_OPEN | GATE_INSIDE)) {
		fill(feed, frames, n_frames, delay_us);
		atomic_fetch_and(&feed->gate, ~(guint)GATE_INSIDE);
	} else {
		memset(frames, 0, n_frames * sizeof *frames);
	}
}

static void
fail(OqFeed *feed)
{
	atomic_store(&feed->failed_us, g_get_monotonic_time());
	atomic_store(&feed->failed, atomic_load(&feed->begun));
	oq_feed_wake(feed);
}

static void
note_end(gpointer data)
{
	OqFeed *feed = data;
	if ((atomic_load(&feed->gate) & GATE_OPEN) != 0)
		fail(feed);
}

static const OqStreamUser stream_user = {.play = play, .ended = note_end};

/* ---- the guard's thread ---- */

static void
set_error(OqFeed *feed, GError *error)
{
	pthread_mutex_lock(&feed->mutex);
	g_clear_error(&feed->error);
	feed->error = error;
	pthread_mutex_unlock(&feed->mutex);
}

/* A device that was lost may be gone for good, as what is worn on the head; then any will do. */
void
oq_feed_open(gpointer data)
{
	OqFeed *feed = data;
	GError *error = NULL;
	feed->running = 0;
	feed->is_cold = TRUE;
	g_clear_pointer(&feed->stream, oq_stream_close);
	feed->stream = oq_stream_open(feed->name, feed->rate_hz, &stream_user, feed, &error);
	if (feed->stream == NULL && feed->was_open && feed->name != NULL)
		feed->stream = oq_stream_open(NULL, feed->rate_hz, &stream_user, feed, NULL);
	if (feed->stream != NULL)
		g_clear_error(&error);
	feed->was_open |= feed->stream != NULL;
	set_error(feed, error);
}

/* Returns FALSE when the run is no longer wanted. */
static gboolean
begin(OqFeed *feed, guint run)
{
	pthread_mutex_lock(&feed->mutex);
	gboolean is_wanted = feed->wanted == run;
	if (is_wanted) {
		oq_tally_reset(feed->tally);
		feed->is_fresh = TRUE;
		feed->n_lead = feed->is_cold ? (gsize)feed->rate_hz * feed->lead_ms / 1000 : 0;
		atomic_store(&feed->begun, run);
		atomic_store(&feed->gate, GATE_OPEN);
	}
	pthread_mutex_unlock(&feed->mutex);
	return is_wanted;
}

static void
start_stream(OqFeed *feed, guint run)
{
	GError *error = NULL;
	if (!begin(feed, run))
		return;
	if (feed->stream != NULL && oq_stream_start(feed->stream, &error)) {
		feed->running = run;
		feed->is_cold = FALSE;
		return;
	}
	if (error != NULL)
		set_error(feed, error);
	fail(feed);
}

void
oq_feed_follow(gpointer data)
{
	OqFeed *feed = data;
	pthread_mutex_lock(&feed->mutex);
	guint wanted = feed->wanted;
	gboolean must_open = feed->must_open || feed->stream == NULL;
	if (wanted != 0)
		feed->must_open = FALSE;
	pthread_mutex_unlock(&feed->mutex);
	if (feed->running != 0 && feed->running != wanted) {
		oq_stream_abort(feed->stream);
		feed->running = 0;
	}
	if (wanted == 0 || feed->running == wanted)
		return;
	if (must_open)
		oq_feed_open(feed);
	start_stream(feed, wanted);
}

void
oq_feed_rest(gpointer data)
{
	OqFeed *feed = data;
	if (oq_feed_wanted(feed) != 0 || feed->running != 0 || feed->stream == NULL)
		return;
	oq_stream_rest(feed->stream);
	feed->is_cold = TRUE;
}

/* ---- the controlling thread ---- */

void
oq_feed_set_lead(OqFeed *feed, guint lead_ms)
{
	pthread_mutex_lock(&feed->mutex);
	feed->lead_ms = lead_ms;
	pthread_mutex_unlock(&feed->mutex);
}

void
oq_feed_want(OqFeed *feed, guint run, const OqDeviceUser *user, gpointer data)
{
	pthread_mutex_lock(&feed->mutex);
	feed->wanted = run;
	feed->user = user;
	feed->data = data;
	pthread_mutex_unlock(&feed->mutex);
	oq_feed_wake(feed);
}

void
oq_feed_unwant(OqFeed *feed, gboolean is_lost)
{
	pthread_mutex_lock(&feed->mutex);
	feed->wanted = 0;
	feed->must_open |= is_lost;
	atomic_fetch_and(&feed->gate, ~(guint)GATE_OPEN);
	pthread_mutex_unlock(&feed->mutex);
	while (atomic_load(&feed->gate) != 0)
		g_usleep(50);
}

/* ---- any thread ---- */

guint
oq_feed_wanted(OqFeed *feed)
{
	pthread_mutex_lock(&feed->mutex);
	guint wanted = feed->wanted;
	pthread_mutex_unlock(&feed->mutex);
	return wanted;
}

gsize
oq_feed_n_notes(const OqFeed *feed)
{
	return oq_tally_n_notes(feed->tally);
}

guint64
oq_feed_heard(const OqFeed *feed, guint run, gint64 now_us)
{
	return atomic_load(&feed->begun) == run ? oq_tally_heard(feed->tally, now_us) : 0;
}

gint64
oq_feed_when(const OqFeed *feed, guint run, guint64 n_frames)
{
	return atomic_load(&feed->begun) == run ? oq_tally_when(feed->tally, n_frames) : G_MAXINT64;
}

gboolean
oq_feed_has_failed(const OqFeed *feed, guint run)
{
	return atomic_load(&feed->failed) == run;
}

gint64
oq_feed_end_us(const OqFeed *feed, guint run)
{
	return oq_feed_has_failed(feed, run) ? atomic_load(&feed->failed_us)
					     : oq_tally_last_us(feed->tally);
}

gboolean
oq_feed_take_error(OqFeed *feed, GError **error)
{
	pthread_mutex_lock(&feed->mutex);
	GError *taken = g_steal_pointer(&feed->error);
	pthread_mutex_unlock(&feed->mutex);
	if (taken == NULL)
		return FALSE;
	g_propagate_error(error, taken);
	return TRUE;
}

void
oq_feed_give_notice(OqFeed *feed)
{
	pthread_mutex_lock(&feed->mutex);
	const OqDeviceUser *user = feed->user;
	gpointer data = feed->data;
	pthread_mutex_unlock(&feed->mutex);
	user->notice(data);
}
