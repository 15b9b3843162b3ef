#include "reading/answers.h"

static void
test_duration(void)
{
	static const struct {
		guint64 n_seconds;
		const char *said;
	} cases[] = {{0, "0 seconds"}, {1, "1 second"}, {59, "59 seconds"}, {60, "1 minute"},
		{3599, "59 minutes"}, {3600, "1 hour"}, {3661, "1 hour 1 minute"},
		{90000, "25 hours"}};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *said = oq_answers_duration(cases[i].n_seconds);
		g_assert_cmpstr(said, ==, cases[i].said);
	}
}

static void
test_where(void)
{
	const OqWhere all = {"Book", "Two", 2, 12, 40, 7500, 0};
	const OqWhere pipe = {NULL, NULL, 0, 0, -1, -1, 0};
	const OqWhere begun = {"Book", NULL, 0, 0, 0, 30, 2};
	g_autofree char *said = oq_answers_where(&all);
	g_assert_cmpstr(
		said, ==, "Book, Two, chapter 2 of 12, 40 per cent, 2 hours 5 minutes left");
	g_autofree char *nothing = oq_answers_where(&pipe);
	g_assert_cmpstr(nothing, ==, "");
	g_autofree char *short_one = oq_answers_where(&begun);
	g_assert_cmpstr(
		short_one, ==, "Book, 0 per cent, 30 seconds left, the reading ends in 2 minutes");
}

static void
check(char *said, const char *expected)
{
	g_assert_cmpstr(said, ==, expected);
	g_free(said);
}

static void
test_settings(void)
{
	check(oq_answers_speed(140), "speed 140");
	check(oq_answers_pitch(0), "pitch 0");
	check(oq_answers_volume(5), "volume 5");
	check(oq_answers_volume(0), "silent");
	check(oq_answers_study_pause(0), "no pause behind sentences");
	check(oq_answers_study_pause(3000), "3 seconds of pause behind every sentence");
	g_assert_cmpstr(
		oq_answers_refusal(OQ_PLAYBACK_REFUSAL_AT_START), ==, "the beginning of the text");
	g_assert_null(oq_answers_refusal(OQ_PLAYBACK_REFUSAL_NONE));
	check(oq_answers_sleep(0), "the sleep timer is off");
	check(oq_answers_sleep(15), "the reading ends in 15 minutes");
}

static void
test_lists(void)
{
	check(oq_answers_choice("label", 0, 3), "label, 1 of 3");
	check(oq_answers_word_place("word", 4, 9), "word, word 5 of 9");
	check(oq_answers_resume("Book", 12), "Book, going on at 12 per cent");
	check(oq_answers_resume("Book", -1), "Book, going on");
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/answers/duration", test_duration);
	g_test_add_func("/answers/where", test_where);
	g_test_add_func("/answers/settings", test_settings);
	g_test_add_func("/answers/lists", test_lists);
	return g_test_run();
}
