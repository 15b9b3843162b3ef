/* speeds.h - eSpeak NG's rates by honest speed: voices/espeak/speeds.tsv as an immutable object.
 *
 * A listener asks for Kazakh words a minute, with the pauses. A word takes 60000 ms / speed; its
 * share of the pauses is known from running text and taken off; for the rest the table has measured
 * which of eSpeak's rates says so many words a minute when there is no pause between them. Rates
 * are whole, and there is a gap where eSpeak goes over to its time-stretcher, libsonic: what the
 * nearest rate has too much or too little, the pauses make up for, by a quarter of their length at
 * most. */
#pragma once

#include <glib.h>

typedef struct _OqSpeeds OqSpeeds;

/** oq_speeds_load: NULL and OQ_TABLE_ERROR, with file:line. */
OqSpeeds *oq_speeds_load(const char *path, GError **error);
void oq_speeds_free(OqSpeeds *speeds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSpeeds, oq_speeds_free)

/** How to keep a speed. */
typedef struct {
	guint rate;           /* eSpeak's */
	guint pause_permille; /* as in OqEngine */
} OqPace;

/**
 * oq_speeds_pace:
 * @speed_wpm: Kazakh words a minute, pauses included; beyond the table its ends hold
 * @pauses_percent: as in OqVoice
 * @is_stock: eSpeak NG's own data are used
 */
OqPace oq_speeds_pace(
	const OqSpeeds *speeds, guint speed_wpm, guint pauses_percent, gboolean is_stock);
