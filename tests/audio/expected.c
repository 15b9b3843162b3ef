/* expected.c - see the header. */
#include "expected.h"

#include <string.h>

Expected *
expected_new(const OqReader *reader, const char *path, const OqStyle *style)
{
	g_autoptr(GError) error = NULL;
	Expected *expected = g_new0(Expected, 1);
	expected->cursor = oq_reader_open(reader, path, NULL, &error);
	g_assert_no_error(error);
	expected->pool = oq_reader_pool(reader, 1);
	expected->samples = g_array_new(FALSE, TRUE, sizeof(gint16));
	expected->words = g_array_new(FALSE, FALSE, sizeof(OqMark));
	expected->style = *style;
	return expected;
}

void
expected_free(Expected *expected)
{
	if (expected == NULL)
		return;
	oq_pool_free(expected->pool);
	oq_cursor_free(expected->cursor);
	g_array_unref(expected->samples);
	g_array_unref(expected->words);
	g_free(expected);
}

static void
forget(Expected *expected)
{
	oq_pool_forget(expected->pool);
	g_array_set_size(expected->samples, 0);
	g_array_set_size(expected->words, 0);
	expected->n_pause = 0;
}

void
expected_go(Expected *expected, guint64 from, OqStep step, gint n)
{
	g_autoptr(GError) error = NULL;
	oq_cursor_go(expected->cursor, from, step, n, &error);
	g_assert_no_error(error);
	forget(expected);
}

void
expected_search(Expected *expected, guint64 from, const char *text, gint direction)
{
	if (oq_cursor_find(expected->cursor, from, text, direction, NULL))
		forget(expected);
	else
		expected_go(expected, from, OQ_STEP_WORD, 0);
}

/* The first sound has no pause before it; what has no sound lengthens the pause to its own. */
static void
append(Expected *expected, const OqSpeech *speech)
{
	gsize n_pause = speech->n_frames - speech->n_voiced;
	if (speech->n_voiced == 0 && expected->samples->len == 0)
		return;
	guint begin = expected->samples->len;
	if (speech->n_voiced == 0)
		begin -= (guint)expected->n_pause;
	g_array_set_size(expected->samples, begin);
	g_array_append_vals(expected->samples, speech->samples, (guint)speech->n_voiced);
	expected->n_pause = speech->n_voiced > 0 ? n_pause : MAX(n_pause, expected->n_pause);
	g_array_set_size(expected->samples, expected->samples->len + (guint)expected->n_pause);
	for (guint i = 0; i < speech->n_marks; i++) {
		OqMark mark = speech->marks[i];
		mark.frame += begin;
		g_array_append_val(expected->words, mark);
	}
}

void
expected_speak(Expected *expected, gsize n_samples)
{
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	while (expected->samples->len < n_samples &&
		oq_cursor_next(expected->cursor, &utterance, &error)) {
		oq_pool_push(expected->pool, &utterance, oq_cursor_first_word(expected->cursor),
			&expected->style);
		g_autoptr(OqSpeech) speech = oq_pool_take(expected->pool, NULL, &error);
		g_assert_no_error(error);
		append(expected, speech);
	}
	g_assert_no_error(error);
}

gsize
expected_unbroken(Expected *expected, gsize place, const GArray *heard, gsize at)
{
	enum { N_MORE = 22050 };
	gsize n = 0;
	for (; at + n < heard->len; n++) {
		if (place + n == expected->samples->len)
			expected_speak(expected, place + n + N_MORE);
		if (place + n == expected->samples->len ||
			g_array_index(heard, gint16, at + n) !=
				g_array_index(expected->samples, gint16, place + n))
			break;
	}
	return n;
}

gsize
expected_find(const Expected *expected, gsize place, const GArray *heard, gsize at)
{
	enum { N_KNOWN = 100, N_FAR = 22050 };
	gsize n_known = MIN(N_KNOWN, heard->len - at);
	const gint16 *known = &g_array_index(heard, gint16, at);
	for (gsize i = 0; i < N_FAR; i++) {
		const gsize nearby[] = {place + i, place - MIN(i, place)};
		for (guint k = 0; k < G_N_ELEMENTS(nearby); k++)
			if (nearby[k] + n_known <= expected->samples->len &&
				memcmp(&g_array_index(expected->samples, gint16, nearby[k]), known,
					n_known * sizeof(gint16)) == 0)
				return nearby[k];
	}
	g_error("what is heard at %zu is not what comes next in the text", at);
}

gint64
expected_distance(const Expected *expected, gsize place, guint64 word_start)
{
	gint64 nearest = G_MAXINT64;
	for (guint i = 0; i < expected->words->len; i++) {
		const OqMark *mark = &g_array_index(expected->words, OqMark, i);
		if (mark->start != word_start)
			continue;
		gint64 before = (gint64)mark->frame - (gint64)place;
		gint64 behind = i + 1 < expected->words->len
					? (gint64)place - (gint64)mark[1].frame + 1
					: 0;
		nearest = MIN(nearest, MAX(MAX(before, behind), 0));
	}
	return nearest;
}
