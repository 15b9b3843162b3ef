#include "radio/sidecars/shown.h"

#include <string.h>

static void
assert_shown(const char *text, const char *wanted)
{
	g_autoptr(GString) out = g_string_new(NULL);
	oq_shown_append(out, text, strlen(text));
	g_assert_cmpstr(out->str, ==, wanted);
}

static void
test_append(void)
{
	assert_shown("", "");
	assert_shown("  Бір \t\r\n екі  ", "Бір екі");
	assert_shown("a\xE2\x80\xA8"
		     "b",
		"a b");
	assert_shown("a\xE2\x80\x8B"
		     "b\xE2\x80\xAE"
		     "c\xEF\xBB\xBF"
		     "d\xC2\xAD"
		     "e",
		"abcde"); /* zero width space, override, BOM, soft hyphen */
	assert_shown("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9",
		"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9");
	assert_shown("5\xC2\xA0"
		     "000",
		"5\xC2\xA0"
		"000");
}

static void
test_is_empty(void)
{
	g_assert_true(oq_shown_is_empty(" \xE2\x80\x8B\xE2\x80\x8D\n\xC2\xA0", 10));
	g_assert_false(oq_shown_is_empty(" -", 2));
	g_assert_true(oq_shown_is_empty(" -", 1));
}

static void
test_width(void)
{
	g_assert_cmpuint(oq_shown_width("Қазақ"), ==, 5);
	g_assert_cmpuint(oq_shown_width("a<b"), ==, 4);
	g_assert_cmpuint(oq_shown_width("-->{"), ==, 6);
}

static void
test_is_inner(void)
{
	g_assert_true(oq_shown_is_inner('e', 0x0301));
	g_assert_true(oq_shown_is_inner(0x200D, 0x1F469));
	g_assert_false(oq_shown_is_inner('e', 'f'));
}

static void
test_is_break(void)
{
	g_assert_true(oq_shown_is_break(' '));
	g_assert_true(oq_shown_is_break(0x3000));
	g_assert_false(oq_shown_is_break(0x00A0));
	g_assert_false(oq_shown_is_break(0x202F));
	g_assert_false(oq_shown_is_break('-'));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/shown/append", test_append);
	g_test_add_func("/shown/is-empty", test_is_empty);
	g_test_add_func("/shown/width", test_width);
	g_test_add_func("/shown/is-inner", test_is_inner);
	g_test_add_func("/shown/is-break", test_is_break);
	return g_test_run();
}
