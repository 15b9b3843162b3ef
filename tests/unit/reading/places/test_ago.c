#include "reading/places/ago.h"

#define DAY_S 86400

static void
assert_ago(gint64 ago_s, const char *expected)
{
	gint64 now_s = 1764430000;
	g_autofree char *words = oq_ago_words(now_s - ago_s, now_s);
	g_assert_cmpstr(words, ==, expected);
}

static void
test_words(void)
{
	assert_ago(0, "just now");
	assert_ago(59, "just now");
	assert_ago(60, "1 minute ago");
	assert_ago(3599, "59 minutes ago");
	assert_ago(3600, "1 hour ago");
	assert_ago(DAY_S - 1, "23 hours ago");
	assert_ago(DAY_S, "1 day ago");
	assert_ago(14 * DAY_S - 1, "13 days ago");
	assert_ago(14 * DAY_S, "2 weeks ago");
	assert_ago(60 * DAY_S, "8 weeks ago");
	assert_ago(61 * DAY_S, "2 months ago");
	assert_ago(730 * DAY_S, "23 months ago");
	assert_ago(731 * DAY_S, "2 years ago");
}

/* A clock may have been wrong, then or now. */
static void
test_wrong_clocks(void)
{
	assert_ago(-1, "just now");
	assert_ago(-100 * DAY_S, "just now");
	g_autofree char *words = oq_ago_words(G_MININT64, G_MAXINT64);
	g_assert_true(g_str_has_suffix(words, " years ago"));
	g_autofree char *other = oq_ago_words(G_MAXINT64, G_MININT64);
	g_assert_cmpstr(other, ==, "just now");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ago/words", test_words);
	g_test_add_func("/ago/wrong-clocks", test_wrong_clocks);
	return g_test_run();
}
