#include "base/json.h"

static void
assert_written(const char *text, gsize n_bytes, const char *expected)
{
	g_autoptr(GString) out = g_string_new("before:");
	oq_json_append_string(out, text, n_bytes);
	g_assert_cmpstr(out->str, ==, expected);
}

static void
test_plain(void)
{
	assert_written("", 0, "before:\"\"");
	assert_written("Сәлем", strlen("Сәлем"), "before:\"Сәлем\"");
	assert_written("a/b 😀", strlen("a/b 😀"), "before:\"a/b 😀\"");
}

static void
test_escapes(void)
{
	assert_written("\"a\\b\"", 5, "before:\"\\\"a\\\\b\\\"\"");
	assert_written("a\nb\tc\r", 6, "before:\"a\\nb\\u0009c\\u000d\"");
	assert_written("\x1F \x7F", 3, "before:\"\\u001f \\u007f\"");
}

/* The control characters that begin with C2, and the separators that some take for line ends. */
static void
test_is_one_line(void)
{
	assert_written("\xC2\x85\xC2\x9F\u00A0", 6, "before:\"\\u0085\\u009f\u00A0\"");
	assert_written("\u2027\u2028\u2029\u202A", 12, "before:\"\u2027\\u2028\\u2029\u202A\"");
}

static void
test_bytes(void)
{
	assert_written("abc", 2, "before:\"ab\"");
	assert_written("a\0b", 3, "before:\"a\\u0000b\"");
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/json/plain", test_plain);
	g_test_add_func("/json/escapes", test_escapes);
	g_test_add_func("/json/is-one-line", test_is_one_line);
	g_test_add_func("/json/bytes", test_bytes);
	return g_test_run();
}
