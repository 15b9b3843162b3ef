#include "speech/pauses.h"

static void
test_normal_speed(void)
{
	g_assert_cmpuint(oq_pauses_after_ms(OQ_BREAK_NONE, 175), ==, 0);
	g_assert_cmpuint(oq_pauses_after_ms(OQ_BREAK_CLAUSE, 175), ==, 150);
	g_assert_cmpuint(oq_pauses_after_ms(OQ_BREAK_SENTENCE, 175), ==, 350);
	g_assert_cmpuint(oq_pauses_after_ms(OQ_BREAK_PARAGRAPH, 175), ==, 700);
}

static void
test_proportion(void)
{
	g_assert_cmpuint(oq_pauses_after_ms(OQ_BREAK_SENTENCE, 350), ==, 175);
	g_assert_cmpuint(oq_pauses_after_ms(OQ_BREAK_PARAGRAPH, 350), ==, 350);
	g_assert_cmpuint(oq_pauses_after_ms(OQ_BREAK_SENTENCE, 80), ==, 765);
}

/* At every speed a greater break is a longer pause, and a sentence can be heard to end. */
static void
test_order(void)
{
	for (guint speed_wpm = 1; speed_wpm <= 2000; speed_wpm++) {
		for (OqBreak follows = OQ_BREAK_CLAUSE; follows <= OQ_BREAK_PARAGRAPH; follows++) {
			guint shorter_ms = oq_pauses_after_ms(follows - 1, speed_wpm);
			g_assert_cmpuint(oq_pauses_after_ms(follows, speed_wpm), >, shorter_ms);
		}
		g_assert_cmpuint(oq_pauses_after_ms(OQ_BREAK_NONE, speed_wpm), ==, 0);
		g_assert_cmpuint(oq_pauses_after_ms(OQ_BREAK_SENTENCE, speed_wpm), >=, 80);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pauses/normal-speed", test_normal_speed);
	g_test_add_func("/pauses/proportion", test_proportion);
	g_test_add_func("/pauses/order", test_order);
	return g_test_run();
}
