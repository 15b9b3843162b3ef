/* tally.h - which frames a device took, and when they are heard.
 *
 * The device's realtime thread notes what it takes; any other thread asks, and nobody waits. What
 * was noted last says when things are heard; what was noted before, which of them are frames and
 * which silence. Times are g_get_monotonic_time(). Frames are counted from the last reset.
 */
#pragma once

#include <glib.h>

typedef struct _OqTally OqTally;

OqTally *oq_tally_new(guint rate_hz);
void oq_tally_free(OqTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTally, oq_tally_free)

/** oq_tally_reset: forgets all. Not while oq_tally_note() is under way. */
void oq_tally_reset(OqTally *tally);

/**
 * oq_tally_note: the realtime thread's. Never waits.
 * @n_frames: of sound, behind which there is silence up to
 * @n_taken: in all
 * @delay_us: from now until the first one is heard
 */
void oq_tally_note(OqTally *tally, gsize n_frames, gsize n_taken, gint64 now_us, gint64 delay_us);

/** oq_tally_n_notes: how many there were since it was new. */
gsize oq_tally_n_notes(const OqTally *tally);

/** oq_tally_heard: how many frames were heard by then. */
guint64 oq_tally_heard(const OqTally *tally, gint64 now_us);

/** oq_tally_when: when so many frames will have been heard, if the device goes on like that.
 * G_MAXINT64: nothing was noted. */
gint64 oq_tally_when(const OqTally *tally, guint64 n_frames);

/** oq_tally_last_us: when the last note was made; 0: there is none. */
gint64 oq_tally_last_us(const OqTally *tally);
