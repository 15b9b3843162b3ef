/* pauses.c - see the header. */
#include "speech/pauses.h"

/* The speed that the pauses are given for: eSpeak's normal rate, 113 Kazakh words a minute. */
#define NORMAL_SPEED_WPM 175

/* After a clause as long as eSpeak's own at a comma, since that is where a long sentence is cut;
 * after a sentence a little longer than eSpeak's 301 ms; and never the 0.9 s at which radio
 * automation takes silence for the end. The floors are far above the 20 ms that eSpeak itself
 * leaves between sentences at 900 words a minute. */
static const struct {
	guint normal_ms;
	guint floor_ms;
} pauses[] = {
	[OQ_BREAK_NONE] = {0, 0},
	[OQ_BREAK_CLAUSE] = {150, 30},
	[OQ_BREAK_SENTENCE] = {350, 80},
	[OQ_BREAK_PARAGRAPH] = {700, 160},
};

guint
oq_pauses_after_ms(OqBreak follows, guint speed_wpm)
{
	g_return_val_if_fail((guint)follows < G_N_ELEMENTS(pauses) && speed_wpm > 0, 0);

	guint pause_ms = pauses[follows].normal_ms * NORMAL_SPEED_WPM / speed_wpm;
	return MAX(pause_ms, pauses[follows].floor_ms);
}
