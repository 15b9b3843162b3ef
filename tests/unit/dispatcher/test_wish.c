#include "dispatcher/wish.h"

static void
test_values(void)
{
	g_auto(OqWish) wish;
	oq_wish_init(&wish);
	g_assert_cmpint(wish.volume, ==, 100);
	g_assert_true(oq_wish_set(&wish, "rate", "-100"));
	g_assert_true(oq_wish_set(&wish, "pitch_range", "7"));
	g_assert_true(oq_wish_set(&wish, "punctuation_mode", "most"));
	g_assert_true(oq_wish_set(&wish, "spelling_mode", "on"));
	g_assert_true(oq_wish_set(&wish, "cap_let_recogn", "icon"));
	g_assert_true(oq_wish_set(&wish, "voice", "FEMALE2"));
	g_assert_true(oq_wish_set(&wish, "language", "en-us"));
	g_assert_true(oq_wish_set(&wish, "synthesis_voice", "Дәурен"));
	g_assert_cmpint(wish.rate, ==, -100);
	g_assert_cmpint(wish.pitch_range, ==, 7);
	g_assert_cmpuint(wish.punctuation, ==, OQ_PUNCTUATION_SOME);
	g_assert_true(wish.is_spelled);
	g_assert_cmpuint(wish.capitals, ==, OQ_CAPITALS_ICON);
	g_assert_cmpuint(wish.kind, ==, OQ_VOICE_KIND_FEMALE2);
	g_assert_cmpstr(wish.language, ==, "en-us");
	g_assert_cmpstr(wish.voice, ==, "Дәурен");
	g_assert_true(oq_wish_set(&wish, "synthesis_voice", "NULL"));
	g_assert_null(wish.voice);
}

static void
test_wrong(void)
{
	static const char *const wrong[][2] = {{"rate", "101"}, {"rate", "-101"}, {"rate", ""},
		{"pitch", "1x"}, {"volume", "99999999999999999999"}, {"punctuation_mode", "much"},
		{"spelling_mode", "1"}, {"voice", "robot"}, {"colour", "1"}, {"", ""}};
	g_auto(OqWish) wish;
	oq_wish_init(&wish);
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(oq_wish_set(&wish, wrong[i][0], wrong[i][1]));
	g_assert_cmpint(wish.rate, ==, 0);
	g_assert_cmpint(wish.volume, ==, 100);
}

static OqStyle
style_of(gint rate, gint pitch, gint pitch_range, gint volume, guint speed_wpm)
{
	OqWish wish = {.rate = rate, .pitch = pitch, .pitch_range = pitch_range, .volume = volume};
	OqStyle style = OQ_STYLE_DEFAULT;
	oq_wish_style(&wish, speed_wpm, &style);
	g_assert_true(oq_style_is_valid(&style));
	return style;
}

/* The ends are those of eSpeak NG's own module: 80, 170 and 449 of its words a minute. */
static void
test_style(void)
{
	g_assert_cmpuint(style_of(0, 0, 0, 100, 130).speed_wpm, ==, 130);
	g_assert_cmpuint(style_of(100, 0, 0, 100, 130).speed_wpm, ==, 343);
	g_assert_cmpuint(style_of(-100, 0, 0, 100, 130).speed_wpm, ==, 61);
	g_assert_cmpuint(style_of(100, 0, 0, 100, 600).speed_wpm, ==, 600);
	g_assert_cmpuint(style_of(-100, 0, 0, 100, 60).speed_wpm, ==, 60);
	g_assert_cmpuint(style_of(0, 0, 0, 100, 130).volume_percent, ==, 100);
	g_assert_cmpuint(style_of(0, 0, 0, -100, 130).volume_percent, ==, 0);
	g_assert_cmpuint(style_of(0, 0, 0, 0, 130).pitch_percent, ==, 50);
	g_assert_cmpuint(style_of(0, 100, -100, 0, 130).pitch_percent, ==, 100);
	g_assert_cmpuint(style_of(0, 100, -100, 0, 130).range_percent, ==, 0);
}

static void
test_monotonous(void)
{
	guint before = 0;
	for (gint rate = -100; rate <= 100; rate++) {
		guint speed_wpm = style_of(rate, 0, 0, 100, 130).speed_wpm;
		g_assert_cmpuint(speed_wpm, >=, before);
		before = speed_wpm;
	}
}

static void
test_copy(void)
{
	g_auto(OqWish) wish;
	g_auto(OqWish) copy;
	oq_wish_init(&wish);
	oq_wish_set(&wish, "language", "kk");
	oq_wish_copy(&wish, &copy);
	oq_wish_set(&wish, "language", "ru");
	g_assert_cmpstr(copy.language, ==, "kk");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/wish/values", test_values);
	g_test_add_func("/wish/wrong", test_wrong);
	g_test_add_func("/wish/style", test_style);
	g_test_add_func("/wish/monotonous", test_monotonous);
	g_test_add_func("/wish/copy", test_copy);
	return g_test_run();
}
