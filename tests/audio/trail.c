/* trail.c - see the header. */
#include "trail.h"

#include "figures.h"

enum { N_KINDS = REOPEN + 1 };

static const char *const kind_names[N_KINDS] = {
	"… go", "… go to", "… style", "… find", "… skip", "… open"};

#define WANTED "алматы"

/* One of each kind, and more, in turn. */
static const TrailCall calls[] = {
	{.kind = GO, .step = OQ_STEP_SENTENCE, .n = 1},
	{.kind = STYLE, .style = {"", 300, 50, 100, 50, 100, 0, ""}},
	{.kind = SKIP, .n = 10},
	{.kind = GO, .step = OQ_STEP_WORD, .n = -3},
	{.kind = GO, .step = OQ_STEP_BLOCK, .n = 2},
	{.kind = REOPEN},
	{.kind = GO_TO, .place = 9000},
	{.kind = STYLE, .style = {"", 300, 70, 100, 50, 100, 0, ""}},
	{.kind = STYLE, .style = {"", 300, 70, 40, 50, 100, 0, ""}},
	{.kind = FIND, .n = -1},
	{.kind = SKIP, .n = -10},
	{.kind = STYLE, .style = {"", 90, 40, 80, 50, 100, 0, ""}},
	{.kind = GO, .step = OQ_STEP_SENTENCE, .n = -2},
	{.kind = STYLE, .style = OQ_STYLE_DEFAULT},
	{.kind = FIND, .n = 1},
	{.kind = GO, .step = OQ_STEP_BLOCK, .n = -1},
};

TrailCall
trail_call(guint number)
{
	return calls[number % G_N_ELEMENTS(calls)];
}

void
trail_make(Aloud *a, TrailCall *call)
{
	call->ends_us = call->begins_us = g_get_monotonic_time();
	switch (call->kind) {
	case GO:
		oq_playback_go(a->playback, call->step, call->n);
		break;
	case GO_TO:
		oq_playback_go_to(a->playback, call->place);
		break;
	case STYLE:
		oq_playback_set_style(a->playback, &call->style);
		break;
	case FIND:
		oq_playback_find(a->playback, WANTED, call->n);
		break;
	case SKIP:
		oq_playback_skip(a->playback, call->n);
		break;
	case REOPEN:
		oq_playback_close(a->playback);
		aloud_pass(a, 100);
		call->begins_us = g_get_monotonic_time();
		aloud_open(a, NULL);
		break;
	}
}

/* The words that may have been heard when the sound broke off, between the two places. */
static GArray *
words_between(const Expected *expected, gsize first, gsize last)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(guint64));
	for (guint i = 0; i < expected->words->len; i++) {
		guint64 word = g_array_index(expected->words, OqMark, i).start;
		if (expected_distance(expected, first, word) == 0 ||
			(g_array_index(expected->words, OqMark, i).frame >= first &&
				g_array_index(expected->words, OqMark, i).frame <= last))
			g_array_append_val(words, word);
	}
	return words;
}

typedef struct {
	const Aloud *aloud;
	const GArray *capture;
	Expected *expected;
	gsize at;    /* where in the capture … */
	gsize place; /* … this of what is expected is heard */
	Figures ends;
	Figures begins;
	Figures kinds[N_KINDS]; /* the same, apart */
} Trail;

enum { N_ENOUGH = RATE_HZ / 10, N_RISE = RATE_HZ / 100 };

/* FALSE: something else is heard there. */
static gboolean
begins_at(Trail *t, gsize at)
{
	expected_speak(t->expected, N_ENOUGH);
	t->place = aloud_first_sound(t->expected->samples, 0);
	t->at = at;
	return expected_unbroken(t->expected, t->place, t->capture, at) >= N_ENOUGH;
}

/* The same, somewhere within the first word, behind its rise and the silence that it may end with.
 */
static gboolean
begins_within(Trail *t, gsize at)
{
	t->at = at + N_RISE;
	expected_speak(t->expected, N_ENOUGH);
	const GArray *words = t->expected->words;
	guint next = 0; /* what was written as one word may have several marks */
	while (next < words->len &&
		g_array_index(words, OqMark, next).start == g_array_index(words, OqMark, 0).start)
		next++;
	gsize end = next < words->len ? g_array_index(words, OqMark, next).frame
				      : t->expected->samples->len;
	for (t->place = 0; t->place < end + N_ENOUGH; t->place++)
		if (expected_unbroken(t->expected, t->place, t->capture, t->at) >= N_ENOUGH)
			return TRUE;
	return FALSE;
}

/* The word that sounds n_seconds away, or one of its neighbours. */
static gboolean
skips_to(Trail *t, guint64 word, const TrailCall *call, gsize at)
{
	Expected *expected = t->expected;
	guint first = 0;
	expected_go(expected, word, call->n < 0 ? OQ_STEP_SENTENCE : OQ_STEP_WORD,
		call->n < 0 ? -20 : 0);
	expected_speak(expected, 200 * RATE_HZ);
	g_autoptr(GArray) words = g_array_copy(expected->words);
	while (first < words->len && g_array_index(words, OqMark, first).start < word)
		first++;
	g_assert_cmpuint(first, <, words->len);
	gint64 wanted = (gint64)g_array_index(words, OqMark, first).frame + call->n * RATE_HZ;
	guint n = 0;
	while (n < words->len && (gint64)g_array_index(words, OqMark, n).frame <= wanted)
		n++;
	for (guint i = n > 2 ? n - 2 : 0; i < MIN(n + 1, words->len); i++) {
		expected_go(expected, g_array_index(words, OqMark, i).start, OQ_STEP_WORD, 0);
		if (begins_at(t, at))
			return TRUE;
	}
	return FALSE;
}

/* Whether what is heard there is what should be when that word was heard at the call. */
static gboolean
is_followed(Trail *t, const TrailCall *call, guint64 word, gsize at)
{
	switch (call->kind) {
	case SKIP:
		return skips_to(t, word, call, at);
	case STYLE:
		expected_go(t->expected, word, OQ_STEP_WORD, 0);
		if (begins_at(t, at) || begins_within(t, at))
			return TRUE;
		expected_go(t->expected, word, OQ_STEP_WORD, 1); /* it was in the silence behind */
		return begins_at(t, at);
	case FIND:
		expected_search(t->expected, word, WANTED, call->n);
		return begins_at(t, at);
	case GO:
		expected_go(t->expected, word, call->step, call->n);
		return begins_at(t, at);
	default:
		expected_go(t->expected, call->place, OQ_STEP_WORD, 0);
		return begins_at(t, at);
	}
}

/* Of what would be heard, or was, that which sounds n_seconds from there; of a silence, what sounds
 * behind it. */
static gboolean
skips_along(Trail *t, gsize broken, const TrailCall *call, gsize at)
{
	enum { N_FAR = RATE_HZ };
	gint64 wanted = (gint64)broken + call->n * RATE_HZ;
	if (wanted < 0)
		return FALSE;
	expected_speak(t->expected, (gsize)wanted + 2 * N_FAR);
	t->at = at;
	for (gint64 i = MAX(wanted - N_FAR, 0); i < wanted + N_FAR; i++) {
		t->place = (gsize)i;
		if (expected_unbroken(t->expected, t->place, t->capture, at) >= N_ENOUGH)
			return TRUE;
	}
	return FALSE;
}

static void
follow(Trail *t, const TrailCall *call)
{
	gsize n = expected_unbroken(t->expected, t->place, t->capture, t->at);
	gsize broken = t->at + n, end = broken, begin = aloud_first_sound(t->capture, broken);
	gboolean is_found = FALSE;
	gsize place = t->place;
	while (end > t->at && g_array_index(t->capture, gint16, end - 1) == 0)
		end--;
	gsize first = t->place + end - t->at;
	first = first > N_TOLERATED ? first - N_TOLERATED : 0;
	g_autoptr(GArray) words = words_between(t->expected, first, t->place + n + N_TOLERATED);
	g_assert_cmpuint(words->len, >, 0);
	t->expected->style = call->style;
	is_found = call->kind == SKIP && skips_along(t, place + n, call, begin);
	for (guint i = 0; i < words->len && !is_found; i++)
		is_found = is_followed(t, call, g_array_index(words, guint64, i), begin);
	if (!is_found)
		g_error("what is heard at %zu, behind byte %" G_GUINT64_FORMAT
			", is not what was asked for%s %d",
			begin, g_array_index(words, guint64, 0), kind_names[call->kind], call->n);
	figures_add(&t->ends, MAX((gint64)end - aloud_frame(t->aloud, call->ends_us), 0));
	gint64 n_begins = (gint64)begin - aloud_frame(t->aloud, call->begins_us);
	if (call->kind != SKIP) /* for which all that lies between may have to be spoken */
		figures_add(&t->begins, n_begins);
	figures_add(&t->kinds[call->kind], n_begins);
}

void
trail_follow(Aloud *a, const TrailCall *made, guint n_calls)
{
	g_autoptr(GArray) capture = hearing_capture(&a->hearing);
	g_autoptr(Expected) expected = aloud_expect(a);
	Trail trail = {.aloud = a, .capture = capture, .expected = expected};
	gboolean is_text = begins_at(&trail, aloud_first_sound(capture, a->n_before));
	g_assert_true(is_text);
	figures_init(&trail.ends, "old sound after the call");
	figures_init(&trail.begins, "new sound after the call");
	for (guint i = 0; i < N_KINDS; i++)
		figures_init(&trail.kinds[i], kind_names[i]);
	for (guint i = 0; i < n_calls; i++)
		follow(&trail, &made[i]);
	for (guint i = 0; i < N_KINDS; i++) {
		figures_tell(&trail.kinds[i]);
		figures_clear(&trail.kinds[i]);
	}
	figures_assert(&trail.ends, N_SOON);
	figures_assert(&trail.begins, N_SOON);
	figures_clear(&trail.ends);
	figures_clear(&trail.begins);
}
