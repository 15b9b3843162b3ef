#include "base/line.h"

static void
assert_line(const char *text, const char *expected)
{
	g_autofree char *line = oq_line_new(text, -1, 10);
	g_assert_cmpstr(line, ==, expected);
}

static void
test_blanks(void)
{
	assert_line("  Абай\n\t\xC2\xA0жолы \r\n", "Абай жолы");
	assert_line("a", "a");
	assert_line(" \n", NULL);
	assert_line("", NULL);
	assert_line(NULL, NULL);
}

static void
test_harm(void)
{
	assert_line("a\033[2Jb", "a[2Jb");
	assert_line("a\u202Eb\u2066c\u200Fd", "abcd");
	assert_line("\uFEFFa\x7F", "a");
	assert_line("a\u200Db", "a\u200Db");
	assert_line("\033\u202E", NULL);
	assert_line("a\xFF", "a\uFFFD");
}

static void
test_length(void)
{
	assert_line("0123456789", "0123456789");
	assert_line("01234567890", "0123456789");
	assert_line("әіңғүұқөһәі", "әіңғүұқөһә");
	assert_line("01234567 9a", "01234567 9");
}

/* Half a character at the end of the bytes is none. */
static void
test_bytes(void)
{
	g_autofree char *line = oq_line_new("aә", 2, 10);
	g_assert_cmpstr(line, ==, "a\uFFFD");
	g_autofree char *with_nul = oq_line_new("a\0b", 3, 10);
	g_assert_true(g_utf8_validate(with_nul, -1, NULL));
	g_assert_true(g_str_has_prefix(with_nul, "a"));
}

static void
test_fold(void)
{
	g_assert_cmpuint(oq_line_fold('\n'), ==, ' ');
	g_assert_cmpuint(oq_line_fold(0xA0), ==, ' ');
	g_assert_cmpuint(oq_line_fold(0xFEFF), ==, 0);
	g_assert_cmpuint(oq_line_fold('\033'), ==, 0);
	g_assert_cmpuint(oq_line_fold(0x200D), ==, 0x200D);
	g_assert_cmpuint(oq_line_fold('a'), ==, 'a');
}

static void
test_shown(void)
{
	g_autofree char *shown = oq_line_shown("a\n\033[1m\u202Eb\u2066\u2028\xFF ә");
	g_assert_cmpstr(shown, ==, "a??[1m?b??\uFFFD ә");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/line/blanks", test_blanks);
	g_test_add_func("/line/harm", test_harm);
	g_test_add_func("/line/length", test_length);
	g_test_add_func("/line/bytes", test_bytes);
	g_test_add_func("/line/fold", test_fold);
	g_test_add_func("/line/shown", test_shown);
	return g_test_run();
}
