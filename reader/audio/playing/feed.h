/* feed.h - a stream that is fed in runs: what the threads around PortAudio share.
 *
 * A run is what a device plays between start and stop; it has a number, counted from 1. The
 * controlling thread says which one is wanted and never waits. The guard's thread makes the stream
 * follow, however long that takes. The realtime thread passes on the frames of the run that was
 * begun and notes them. A watch, a fourth thread, may ask for everything here, and gives notices.
 */
#pragma once

#include "audio/playing/device.h"

typedef struct _OqFeed OqFeed;

OqFeed *oq_feed_new(const char *name, guint rate_hz);

/* ---- the guard's calls; @data is the feed ---- */

/** oq_feed_open: opens the device, or, if that was open before and is there no more, the system's
 * default one; what came of it is told by oq_feed_take_error(). */
void oq_feed_open(gpointer data);

/** oq_feed_follow: makes the stream play the run that is wanted, or nothing. */
void oq_feed_follow(gpointer data);

/** oq_feed_rest: gives the device back until the next run, if none is wanted now. */
void oq_feed_rest(gpointer data);
void oq_feed_free(gpointer data);

/* ---- the controlling thread's ---- */

/** oq_feed_set_lead: so much silence is heard before a run whose device was given back or opened
 * anew; of the runs to come. */
void oq_feed_set_lead(OqFeed *feed, guint lead_ms);

/** oq_feed_want: to be followed. */
void oq_feed_want(OqFeed *feed, guint run, const OqDeviceUser *user, gpointer data);

/** oq_feed_unwant: no frame is asked for when it returns; to be followed. @is_lost: the next run
 * has to open the device again. */
void oq_feed_unwant(OqFeed *feed, gboolean is_lost);

/* ---- any thread's but the realtime one's; times are g_get_monotonic_time() ---- */

/** oq_feed_wanted: the run, or 0: none. */
guint oq_feed_wanted(OqFeed *feed);

/** oq_feed_n_notes: grows with each call of the realtime thread. */
gsize oq_feed_n_notes(const OqFeed *feed);

/** oq_feed_heard: how many of the run's frames were heard by then. */
guint64 oq_feed_heard(const OqFeed *feed, guint run, gint64 now_us);

/** oq_feed_when: when so many will have been heard; G_MAXINT64: nothing was taken yet. */
gint64 oq_feed_when(const OqFeed *feed, guint run, guint64 n_frames);

/** oq_feed_has_failed: whether PortAudio gave up that run or could not begin it. */
gboolean oq_feed_has_failed(const OqFeed *feed, guint run);

/** oq_feed_end_us: when a run that is lost was surely heard for the last time. */
gint64 oq_feed_end_us(const OqFeed *feed, guint run);

/** oq_feed_take_error: FALSE when there is none. */
gboolean oq_feed_take_error(OqFeed *feed, GError **error);

/** oq_feed_give_notice: to the user of the last run. */
void oq_feed_give_notice(OqFeed *feed);

/** oq_feed_wake: makes oq_feed_wake_fd() readable, as do the first frames of a run and its failure.
 */
void oq_feed_wake(const OqFeed *feed);
int oq_feed_wake_fd(const OqFeed *feed);
