#include "speech/style.h"

#include <string.h>

static void
test_set_voice(void)
{
	OqStyle style = OQ_STYLE_DEFAULT;
	char longest[sizeof style.voice];
	char too_long[sizeof style.voice + 1];
	memset(longest, 'a', sizeof longest);
	longest[sizeof longest - 1] = '\0';
	memset(too_long, 'a', sizeof too_long);
	too_long[sizeof too_long - 1] = '\0';

	g_assert_true(oq_style_set_voice(&style, longest));
	g_assert_cmpstr(style.voice, ==, longest);
	g_assert_true(oq_style_set_voice(&style, "ainur"));
	g_assert_false(oq_style_set_voice(&style, too_long));
	g_assert_cmpstr(style.voice, ==, "ainur");
}

/* What goes over a pipe is the same for the same style. */
static void
test_no_rest_of_a_name(void)
{
	OqStyle style = OQ_STYLE_DEFAULT, other = OQ_STYLE_DEFAULT;

	g_assert_true(oq_style_set_voice(&style, "zhuirik"));
	g_assert_true(oq_style_set_voice(&style, "ainur"));
	g_assert_true(oq_style_set_voice(&other, "ainur"));
	g_assert_cmpmem(&style, sizeof style, &other, sizeof other);
}

static void
test_equal(void)
{
	OqStyle style = OQ_STYLE_DEFAULT, other = OQ_STYLE_DEFAULT;

	g_assert_true(oq_style_equal(&style, &other));
	oq_style_set_voice(&other, "ainur");
	g_assert_false(oq_style_equal(&style, &other));
	other = style;
	other.speed_wpm = 200;
	g_assert_false(oq_style_equal(&style, &other));
	other = style;
	other.pitch_percent = 0;
	g_assert_false(oq_style_equal(&style, &other));
	other = style;
	other.volume_percent = 0;
	g_assert_false(oq_style_equal(&style, &other));
	other = style;
	other.pauses_percent = 50;
	g_assert_false(oq_style_equal(&style, &other));
}

static void
test_quotes(void)
{
	OqStyle style = OQ_STYLE_DEFAULT;
	const OqStyle standard = style;
	static const char *const wrong[] = {"", "+", "+0", "-101", "+1,5", "- 5"};

	g_assert_false(oq_style_has_quotes(&style));
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(oq_style_set_quotes(&style, wrong[i]));
	g_assert_true(oq_style_equal(&style, &standard));
	g_assert_true(oq_style_set_quotes(&style, "-70"));
	g_assert_true(oq_style_has_quotes(&style) && oq_style_is_valid(&style));
	g_assert_false(oq_style_equal(&style, &standard));
	g_assert_cmpuint(oq_style_of_quotes(&style).pitch_percent, ==, 0);
	g_assert_true(oq_style_set_quotes(&style, "+20"));
	g_assert_cmpuint(oq_style_of_quotes(&style).pitch_percent, ==, 70);
	g_assert_true(oq_style_set_quotes(&style, "ainur"));
	g_assert_false(oq_style_equal(&style, &standard));
	g_assert_cmpuint(oq_style_of_quotes(&style).pitch_percent, ==, 50);
	g_assert_cmpstr(oq_style_of_quotes(&style).voice, ==, "ainur");
	style.quote_pitch = 101;
	g_assert_false(oq_style_is_valid(&style));
	style.quote_pitch = 0;
	memset(style.quote_voice, 'a', sizeof style.quote_voice);
	g_assert_false(oq_style_is_valid(&style));
}

static void
test_valid(void)
{
	static const struct {
		guint16 speed_wpm;
		guint8 pitch_percent, volume_percent;
		gboolean is_valid;
	} cases[] = {{0, 50, 100, TRUE}, {60, 0, 0, TRUE}, {600, 100, 100, TRUE},
		{59, 50, 100, FALSE}, {601, 50, 100, FALSE}, {130, 101, 100, FALSE},
		{130, 50, 101, FALSE}};
	OqStyle style = OQ_STYLE_DEFAULT;

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		style.speed_wpm = cases[i].speed_wpm;
		style.pitch_percent = cases[i].pitch_percent;
		style.volume_percent = cases[i].volume_percent;
		g_assert_cmpint(oq_style_is_valid(&style), ==, cases[i].is_valid);
	}
	for (guint percent = 24; percent <= 401; percent++) {
		style = OQ_STYLE_DEFAULT;
		style.pauses_percent = (guint16)percent;
		g_assert_cmpint(oq_style_is_valid(&style), ==, percent >= 25 && percent <= 400);
	}
	style = OQ_STYLE_DEFAULT;
	memset(style.voice, 'a', sizeof style.voice);
	g_assert_false(oq_style_is_valid(&style));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/style/set-voice", test_set_voice);
	g_test_add_func("/style/no-rest-of-a-name", test_no_rest_of_a_name);
	g_test_add_func("/style/equal", test_equal);
	g_test_add_func("/style/quotes", test_quotes);
	g_test_add_func("/style/valid", test_valid);
	return g_test_run();
}
