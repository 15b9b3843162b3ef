#include "text/scan.h"

static void
test_class(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	/* the NUL behind the end, and what would stand there, are not looked at */
	static const char text[] = "а \nБ";
	OqScan scan = {NULL, letters, text, text + 4, 0, FALSE};
	g_assert_cmpint(oq_scan_class(&scan, text), ==, OQ_CHAR_LETTER);
	g_assert_cmpint(oq_scan_class(&scan, text + 2), ==, OQ_CHAR_SPACE);
	g_assert_cmpint(oq_scan_class(&scan, text + 3), ==, OQ_CHAR_NEWLINE);
	g_assert_cmpint(oq_scan_class(&scan, text + 4), ==, OQ_CHAR_OTHER);
	g_assert_true(oq_scan_is_space(&scan, text + 2));
	g_assert_false(oq_scan_is_space(&scan, text + 3));
	scan.end = text + 2;
	g_assert_false(oq_scan_is_space(&scan, text + 2));
}

/* The characters from U+0001 to U+3000 of which a predicate is true. */
static void
assert_exactly(gboolean (*is)(gunichar c), const char *expected)
{
	g_autoptr(GString) found = g_string_new(NULL);
	for (gunichar c = 1; c <= 0x3000; c++)
		if (is(c))
			g_string_append_unichar(found, c);
	g_assert_cmpstr(found->str, ==, expected);
	g_assert_false(is(0));
	g_assert_false(is(0x1F600));
}

static void
test_signs(void)
{
	assert_exactly(oq_scan_is_terminal, "!.?…");
	assert_exactly(oq_scan_is_closer, "\"')]»’“”");
	assert_exactly(oq_scan_is_opener, "\"'([«‘“„");
	assert_exactly(oq_scan_is_dash, "-‐‑‒–—―");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scan/class", test_class);
	g_test_add_func("/scan/signs", test_signs);
	return g_test_run();
}
