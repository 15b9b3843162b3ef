#include "radio/watch/said.h"

#include <glib.h>

static void
assert_said(const char *said, const char *why, const char *all)
{
	g_autofree char *line = oq_said_why(said);
	g_auto(GStrv) lines = oq_said_lines(said);
	g_autofree char *joined = g_strjoinv("|", lines);

	g_assert_cmpstr(line, ==, why);
	g_assert_cmpstr(joined, ==, all);
}

static void
test_lines(void)
{
	assert_said("oqyrman: a: b\n", "a: b", "a: b");
	assert_said("oqyrman: a\noqyrman: b\n", "b", "a|b");
	assert_said("socket(): no\noqyrman: a\nbye\n", "a", "a");
	assert_said("oqyrman: a", "a", "a");
}

/* What is not its own is better than nothing. */
static void
test_others(void)
{
	assert_said("", "", "");
	assert_said("error while loading\nmore\n", "error while loading", "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/said/lines", test_lines);
	g_test_add_func("/said/others", test_others);
	return g_test_run();
}
