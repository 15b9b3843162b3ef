/* A playback is driven as keys would drive it: paused and resumed, sent elsewhere, made faster.
 * What is heard is what the text should sound like, from the right word on and at once, and each
 * word is told when it begins. With -m slow: 200 pauses, 100 jumps. */
#include "aloud.h"
#include "base/brood.h"
#include "figures.h"

/* 50 ms; what is built with sanitizers takes longer to speak. */
enum { N_SOON = RATE_HZ / 20 * (OQ_BROOD_SANITIZED ? 4 : 1) };

/* ---- pauses ---- */

/* How much sound there is between two places, as silence cannot be told from a pause. */
static gint64
n_sounding(const Expected *expected, gsize a, gsize b)
{
	gint64 n = 0;
	for (gsize i = MIN(a, b); i < MAX(a, b); i++)
		n += g_array_index(expected->samples, gint16, i) != 0;
	return n;
}

/** What is heard without a break. */
typedef struct {
	gsize at; /* in the capture */
	gsize place;
	gsize n;
} Run;

/* Goes along the breaks, at which it was paused: each goes on where it broke off. */
static GArray *
find_runs(Expected *expected, const GArray *capture, gsize begin)
{
	g_auto(Figures) moved;
	GArray *runs = g_array_new(FALSE, FALSE, sizeof(Run));
	Run run = {.at = begin, .place = aloud_first_sound(expected->samples, 0)};
	figures_init(&moved, "sound lost or heard twice by a pause");
	while (run.at < capture->len) {
		run.n = expected_unbroken(expected, run.place, capture, run.at);
		g_array_append_val(runs, run);
		gsize end = run.place + run.n;
		run.at = aloud_first_sound(capture, run.at + run.n);
		if (run.at == capture->len)
			break;
		run.place = expected_find(expected, end, capture, run.at);
		figures_add(&moved, n_sounding(expected, run.place, end));
	}
	figures_assert(&moved, N_TOLERATED);
	return runs;
}

/** The word that was told in a pause, and when that was. */
typedef struct {
	gint64 at_us;
	guint64 word;
} Pause;

static void
compare_words_told(
	const Aloud *a, const Expected *expected, const GArray *runs, const GArray *pauses)
{
	g_auto(Figures) errors;
	const Run *run = &g_array_index(runs, Run, 0), *end = run + runs->len;
	figures_init(&errors, "another word is told in a pause");
	for (guint i = 0; i < pauses->len; i++) {
		const Pause *pause = &g_array_index(pauses, Pause, i);
		gint64 at = aloud_frame(a, pause->at_us);
		while (run + 1 < end && (gint64)run[1].at <= at)
			run++;
		gsize place = run->place + (gsize)CLAMP(at - (gint64)run->at, 0, (gint64)run->n);
		figures_add(&errors, expected_distance(expected, place, pause->word));
	}
	figures_assert(&errors, N_TOLERATED);
}

static void
test_pauses(Aloud *a, gconstpointer data)
{
	(void)data;
	guint n_pauses = g_test_slow() ? 200 : 25;
	g_autoptr(GArray) pauses = g_array_new(FALSE, FALSE, sizeof(Pause));
	aloud_open(a, aloud_device());
	aloud_wait_for_word(a);
	for (guint i = 0; i < n_pauses; i++) {
		aloud_pass(a, (guint)g_test_rand_int_range(60, 250));
		Pause pause = {.at_us = g_get_monotonic_time()};
		oq_playback_pause(a->playback);
		aloud_pass(a, (guint)g_test_rand_int_range(20, 60));
		OqPlaybackStatus status = oq_playback_status(a->playback);
		g_assert_cmpint(status.state, ==, OQ_PLAYBACK_PAUSED);
		pause.word = status.word_start;
		g_array_append_val(pauses, pause);
		oq_playback_play(a->playback);
	}
	aloud_pass(a, 500);
	oq_playback_close(a->playback);
	g_autoptr(Expected) expected = aloud_expect(a);
	g_autoptr(GArray) capture = hearing_capture(&a->hearing);
	expected_speak(expected, 1);
	g_autoptr(GArray) runs = find_runs(expected, capture, aloud_first_sound(capture, 0));
	compare_words_told(a, expected, runs, pauses);
}

/* ---- jumps ---- */

/** A call that makes the old sound end and a new one begin. */
typedef struct {
	enum { GO, GO_TO, STYLE, REOPEN } kind;
	OqStep step;
	gint n;
	guint64 place;  /* of GO_TO */
	OqStyle style;  /* from now on */
	gint64 ends_us; /* when the old sound was no longer wanted */
	gint64 begins_us;
} Call;

static const Call calls[] = {
	{.kind = GO, .step = OQ_STEP_SENTENCE, .n = 1},
	{.kind = STYLE, .style = {"", 300, 50, 100}},
	{.kind = GO, .step = OQ_STEP_WORD, .n = -3},
	{.kind = GO, .step = OQ_STEP_BLOCK, .n = 2},
	{.kind = REOPEN},
	{.kind = GO_TO, .place = 9000},
	{.kind = STYLE, .style = {"", 90, 40, 80}},
	{.kind = GO, .step = OQ_STEP_SENTENCE, .n = -2},
	{.kind = STYLE, .style = OQ_STYLE_DEFAULT},
	{.kind = GO, .step = OQ_STEP_BLOCK, .n = -1},
};

static void
make_call(Aloud *a, Call *call)
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
	case REOPEN:
		oq_playback_close(a->playback);
		aloud_pass(a, 100);
		call->begins_us = g_get_monotonic_time();
		aloud_open(a, NULL);
		break;
	}
}

/* What should be heard when that word is heard at the call. */
static void
expect_after(Expected *expected, const Call *call, guint64 word)
{
	expected->style = call->style;
	if (call->kind == REOPEN)
		expected_go(expected, 0, OQ_STEP_WORD, 0);
	else if (call->kind == GO_TO)
		expected_go(expected, call->place, OQ_STEP_WORD, 0);
	else
		expected_go(expected, word, call->step, call->n);
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
	gsize at; /* where in the capture what is expected begins */
	Figures ends;
	Figures begins;
} Trail;

/* FALSE: something else is heard there. */
static gboolean
begins_at(Trail *t, gsize at, gsize *begin)
{
	enum { N_ENOUGH = RATE_HZ / 10 };
	expected_speak(t->expected, N_ENOUGH);
	gsize lead = aloud_first_sound(t->expected->samples, 0);
	*begin = at - lead;
	return expected_unbroken(t->expected, lead, t->capture, at) >= N_ENOUGH;
}

static void
follow(Trail *t, const Call *call)
{
	gsize n = expected_unbroken(t->expected, 0, t->capture, t->at);
	gsize broken = t->at + n, end = broken, begin = aloud_first_sound(t->capture, broken);
	gboolean is_found = FALSE;
	while (end > t->at && g_array_index(t->capture, gint16, end - 1) == 0)
		end--;
	gsize first = end - t->at > N_TOLERATED ? end - t->at - N_TOLERATED : 0;
	g_autoptr(GArray) words = words_between(t->expected, first, n + N_TOLERATED);
	g_assert_cmpuint(words->len, >, 0);
	for (guint i = 0; i < words->len && !is_found; i++) {
		expect_after(t->expected, call, g_array_index(words, guint64, i));
		is_found = begins_at(t, begin, &t->at);
	}
	if (!is_found)
		g_error("what is heard at %zu is not what was asked for", begin);
	figures_add(&t->ends, MAX((gint64)end - aloud_frame(t->aloud, call->ends_us), 0));
	figures_add(&t->begins, (gint64)begin - aloud_frame(t->aloud, call->begins_us));
}

static void
follow_all(Aloud *a, const Call *made, guint n_calls)
{
	g_autoptr(GArray) capture = hearing_capture(&a->hearing);
	g_autoptr(Expected) expected = aloud_expect(a);
	Trail trail = {.aloud = a, .capture = capture, .expected = expected};
	gboolean is_text = begins_at(&trail, aloud_first_sound(capture, a->n_before), &trail.at);
	g_assert_true(is_text);
	figures_init(&trail.ends, "old sound after the call");
	figures_init(&trail.begins, "new sound after the call");
	for (guint i = 0; i < n_calls; i++)
		follow(&trail, &made[i]);
	figures_assert(&trail.ends, N_SOON);
	figures_assert(&trail.begins, N_SOON);
	figures_clear(&trail.ends);
	figures_clear(&trail.begins);
}

static void
test_jumps(Aloud *a, gconstpointer data)
{
	(void)data;
	guint n_calls = g_test_slow() ? 100 : 15;
	g_autofree Call *made = g_new0(Call, n_calls);
	OqStyle style = OQ_STYLE_DEFAULT;
	OqDevice *device = aloud_device();
	aloud_measure_sink(a, device);
	aloud_open(a, device);
	for (guint i = 0; i < n_calls; i++) {
		aloud_wait_for_word(a);
		aloud_pass(a, (guint)g_test_rand_int_range(200, 400));
		made[i] = calls[i % G_N_ELEMENTS(calls)];
		if (made[i].kind == STYLE)
			style = made[i].style;
		made[i].style = style;
		make_call(a, &made[i]);
	}
	aloud_wait_for_word(a);
	aloud_pass(a, 500);
	oq_playback_close(a->playback);
	follow_all(a, made, n_calls);
}

/* ---- words ---- */

/* Each word that was told in a reading without a break, or found by asking, against where it begins
 * to sound; a word as written that is said as several is told once. */
static void
compare_words(const Aloud *a, const Expected *expected, gsize begin, gsize n_heard)
{
	g_auto(Figures) errors;
	guint n_told = 0;
	guint64 last = G_MAXUINT64;
	figures_init(&errors, "words told");
	for (guint i = 0; i < expected->words->len; i++) {
		const OqMark *mark = &g_array_index(expected->words, OqMark, i);
		if (mark->frame + N_TOLERATED > n_heard)
			break;
		if (mark->start == last)
			continue;
		last = mark->start;
		g_assert_cmpuint(n_told, <, a->told->len);
		const Told *told = &g_array_index(a->told, Told, n_told++);
		g_assert_cmpuint(told->word, ==, mark->start);
		figures_add(
			&errors, ABS(aloud_frame(a, told->at_us) - (gint64)(begin + mark->frame)));
	}
	g_assert_cmpuint(a->told->len, <=, n_told + 1);
	figures_assert(&errors, N_TOLERATED);
}

static void
test_words(Aloud *a, gconstpointer data)
{
	(void)data;
	guint half_ms = g_test_slow() ? 30000 : 2000;
	OqDevice *device = aloud_device();
	aloud_measure_sink(a, device);
	aloud_open(a, device);
	aloud_wait_for_word(a);
	aloud_pass(a, half_ms);
	a->asks = TRUE;
	aloud_pass(a, half_ms);
	oq_playback_close(a->playback);
	g_autoptr(GArray) capture = hearing_capture(&a->hearing);
	g_autoptr(Expected) expected = aloud_expect(a);
	expected_speak(expected, 1);
	gsize begin =
		aloud_first_sound(capture, a->n_before) - aloud_first_sound(expected->samples, 0);
	gsize n_heard = expected_unbroken(expected, 0, capture, begin);
	g_assert_cmpuint(n_heard, >=, 3 * RATE_HZ);
	compare_words(a, expected, begin, n_heard);
}

#define ADD(name, function)                                                                        \
	g_test_add("/driving/" name, Aloud, &nursery, aloud_set_up, function, aloud_tear_down)

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_test_init(&argc, &argv, NULL);
	g_autoptr(OqNursery) nursery = oq_reader_nursery(aloud_settings(), &error);
	g_assert_no_error(error);
	ADD("pauses", test_pauses);
	ADD("jumps", test_jumps);
	ADD("words", test_words);
	return g_test_run();
}
