#include "open/run.h"

#include <string.h>

static void
assert_run(const char *text, gsize n_bytes, gboolean has_letters, gboolean has_digits)
{
	OqRun run = oq_run_of(text, strlen(text));
	g_assert_cmpuint(run.n_bytes, ==, n_bytes);
	g_assert_cmpint(run.has_letters, ==, has_letters);
	g_assert_cmpint(run.has_digits, ==, has_digits);
}

static void
test_parts(void)
{
	assert_run("", 0, FALSE, FALSE);
	assert_run(" a", 0, FALSE, FALSE);
	assert_run("a1 b", 4, TRUE, TRUE);
	assert_run("7 ", 1, FALSE, TRUE);
	assert_run("7  a", 1, FALSE, TRUE);
	assert_run("7 \302\240", 1, FALSE, TRUE);
	assert_run("7, әрі 8 ", 11, TRUE, TRUE);
	assert_run("7.", 2, FALSE, TRUE);
	assert_run("—", 0, FALSE, FALSE);
	assert_run("сөз — ", 6, TRUE, FALSE);
	assert_run("«", 0, FALSE, FALSE);
	assert_run("\177", 0, FALSE, FALSE);
	assert_run("\302\240", 0, FALSE, FALSE);
	assert_run("ә\320", 2, TRUE, FALSE);
	assert_run("ә\320a", 2, TRUE, FALSE);
}

/* All that it takes is what GLib takes for it. */
static void
test_classes(void)
{
	for (gunichar c = 1; c < 0x600; c++) {
		char text[7] = "";
		g_unichar_to_utf8(c, text);
		OqRun run = oq_run_of(text, strlen(text));
		if (run.n_bytes == 0)
			continue;
		g_assert_true(g_unichar_isgraph(c) && !g_unichar_isspace(c));
		g_assert_cmpint(run.has_letters, ==, g_unichar_isalpha(c));
		g_assert_cmpint(run.has_digits, ==, g_unichar_isdigit(c));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/run/parts", test_parts);
	g_test_add_func("/run/classes", test_classes);
	return g_test_run();
}
