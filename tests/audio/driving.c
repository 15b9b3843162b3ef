/* A playback is driven as keys would drive it: paused and resumed, sent elsewhere, made faster.
 * What is heard is what the text should sound like, from the right word on, or within it, and at
 * once, and each word is told when it begins. With -m slow: 200 pauses, 100 jumps, 120 skips. */
#include "aloud.h"
#include "figures.h"
#include "trail.h"

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

static void
test_jumps(Aloud *a, gconstpointer data)
{
	(void)data;
	guint n_calls = g_test_slow() ? 100 : 15;
	g_autofree TrailCall *made = g_new0(TrailCall, n_calls);
	OqStyle style = aloud_settings()->style;
	OqDevice *device = aloud_device();
	aloud_measure_sink(a, device);
	aloud_open(a, device);
	for (guint i = 0; i < n_calls; i++) {
		aloud_wait_for_word(a);
		aloud_pass(a, (guint)g_test_rand_int_range(200, 400));
		made[i] = trail_call(i);
		if (made[i].kind == STYLE)
			style = made[i].style;
		made[i].style = style;
		trail_make(a, &made[i]);
	}
	aloud_wait_for_word(a);
	aloud_pass(a, 500);
	oq_playback_close(a->playback);
	trail_follow(a, made, n_calls);
}

/* ---- skips ---- */

/** Ten seconds on or back. */
typedef struct {
	gint64 at_us;
	gint n_seconds;
} Skip;

enum { N_IN_A_ROW = 5 };

/* Where it broke off within a silence, how much of that was heard is not known. */
static gsize
silent_before(const GArray *capture, gsize end)
{
	gsize n = 0;
	while (n < end && g_array_index(capture, gint16, end - 1 - n) == 0)
		n++;
	return n;
}

/* All of it is what is heard without skips, so each leads to a place of that. */
static void
follow_skips(const Aloud *a, const Skip *skips, guint n_skips)
{
	g_autoptr(Expected) expected = aloud_expect(a);
	g_autoptr(GArray) capture = hearing_capture(&a->hearing);
	g_auto(Figures) on, back, errors;
	expected_speak(expected, 1);
	gsize at = aloud_first_sound(capture, a->n_before);
	gsize place = aloud_first_sound(expected->samples, 0);
	figures_init(&on, "new sound after ten seconds on");
	figures_init(&back, "new sound after ten seconds back");
	figures_init(&errors, "not ten seconds on or back");
	for (guint i = 0; i < n_skips; i++) {
		gsize n = expected_unbroken(expected, place, capture, at);
		gint64 wanted = (gint64)(place + n) + skips[i].n_seconds * RATE_HZ;
		g_assert_cmpint(wanted, >=, 0);
		gsize n_silent = silent_before(capture, at + n);
		at = aloud_first_sound(capture, at + n);
		g_assert_cmpuint(at, <, capture->len);
		expected_speak(expected, (gsize)wanted + 2 * RATE_HZ);
		place = expected_find(expected, (gsize)wanted, capture, at);
		gsize nearest =
			CLAMP(place, (gsize)wanted - MIN(n_silent, (gsize)wanted), (gsize)wanted);
		figures_add(&errors, n_sounding(expected, nearest, place));
		figures_add(skips[i].n_seconds > 0 ? &on : &back,
			(gint64)at - aloud_frame(a, skips[i].at_us));
	}
	figures_assert(&errors, N_TOLERATED);
	figures_assert(&on, N_SOON);
	figures_assert(&back, N_SOON);
}

static void
test_skips(Aloud *a, gconstpointer data)
{
	(void)data;
	guint n_skips = g_test_slow() ? 120 : 2 * N_IN_A_ROW;
	g_autofree Skip *skips = g_new0(Skip, n_skips);
	OqDevice *device = aloud_device();
	aloud_measure_sink(a, device);
	aloud_open(a, device);
	for (guint i = 0; i < n_skips; i++) {
		aloud_wait_for_word(a);
		aloud_pass(a, (guint)g_test_rand_int_range(400, 800));
		skips[i].n_seconds = i / N_IN_A_ROW % 2 == 0 ? 10 : -10;
		skips[i].at_us = g_get_monotonic_time();
		oq_playback_skip(a->playback, skips[i].n_seconds);
	}
	aloud_wait_for_word(a);
	aloud_pass(a, 500);
	oq_playback_close(a->playback);
	follow_skips(a, skips, n_skips);
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
	ADD("skips", test_skips);
	ADD("words", test_words);
	return g_test_run();
}
