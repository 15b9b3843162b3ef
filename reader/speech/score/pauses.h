/* pauses.h - how long a reader is silent, by how fast it reads. */
#pragma once

#include <glib.h>

/**
 * oq_pauses_permille:
 * @speed_wpm: Kazakh words a minute, not 0
 * @voice_percent: how long the voice's pauses are against others of its speed
 *
 * Returns: what the pauses of prosody.h are multiplied by, in thousandths
 */
guint oq_pauses_permille(guint speed_wpm, guint voice_percent);

/** oq_pauses_scale: the same for a listener who wants them @percent as long; the speed of the words
 * stays what it is. */
guint oq_pauses_scale(guint permille, guint percent);

/** oq_pauses_frames: a pause of prosody.h, in frames. */
gsize oq_pauses_frames(guint pause_ms, guint permille, guint rate_hz);
