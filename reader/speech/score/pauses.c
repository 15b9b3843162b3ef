/* pauses.c - see the header. */
#include "speech/score/pauses.h"

#include "speech/style.h"

guint
oq_pauses_permille(guint speed_wpm, guint voice_percent)
{
	g_return_val_if_fail(speed_wpm > 0, 0);

	return OQ_SPEED_NORMAL_WPM * 10 * voice_percent / speed_wpm;
}

guint
oq_pauses_scale(guint permille, guint percent)
{
	return permille * percent / 100;
}

gsize
oq_pauses_frames(guint pause_ms, guint permille, guint rate_hz)
{
	return (gsize)((guint64)pause_ms * permille * rate_hz / 1000000);
}
