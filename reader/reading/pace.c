/* pace.c - see the header. */
#include "reading/pace.h"

/* Kazakh prose: a word of seven letters of two bytes, and the space behind it. Counts as much as
 * the first page that is heard. */
#define PROSE_WORDS 200
#define PROSE_BYTES (PROSE_WORDS * 15)

void
oq_pace_heard(OqPace *pace, guint64 n_bytes, guint n_words)
{
	pace->n_bytes += n_bytes;
	pace->n_words += n_words;
}

guint64
oq_pace_words(const OqPace *pace, guint64 n_bytes)
{
	double words_per_byte =
		(double)(pace->n_words + PROSE_WORDS) / (double)(pace->n_bytes + PROSE_BYTES);

	return (guint64)((double)n_bytes * words_per_byte + 0.5);
}

guint64
oq_pace_seconds(const OqPace *pace, guint64 n_bytes, guint speed_wpm)
{
	g_return_val_if_fail(speed_wpm > 0, 0);

	return oq_pace_words(pace, n_bytes) * 60 / speed_wpm;
}
