#include "text/rules/skips.h"

static void
test_read_list(void)
{
	OqSkips skips = OQ_SKIP_NOTES;
	g_assert_true(oq_skips_read_list("emoji,brackets", &skips));
	g_assert_cmpuint(skips, ==, OQ_SKIP_EMOJI | OQ_SKIP_BRACKETS);
	g_assert_true(
		oq_skips_read_list("notes, references,brackets ,addresses,emoji,heads", &skips));
	g_assert_cmpuint(skips, ==, OQ_SKIPS_ALL);
	g_assert_true(oq_skips_read_list("", &skips));
	g_assert_cmpuint(skips, ==, 0);
}

static void
test_wrong_list(void)
{
	static const char *const lists[] = {"note", "notes,", "Notes", "notes emoji", ","};
	for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
		OqSkips skips = OQ_SKIP_HEADS;
		g_assert_false(oq_skips_read_list(lists[i], &skips));
		g_assert_cmpuint(skips, ==, OQ_SKIP_HEADS);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/skips/read-list", test_read_list);
	g_test_add_func("/skips/wrong-list", test_wrong_list);
	return g_test_run();
}
