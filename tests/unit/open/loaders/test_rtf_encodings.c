#include "open/loaders/rtf_encodings.h"

static void
assert_decoded(GHashTable *encodings, gint code_page, const char *byte, const char *expected)
{
	g_autoptr(GString) text = g_string_new(NULL);
	OqEncoding *encoding = oq_rtf_encodings_get(encodings, code_page);
	oq_encoding_decode(encoding, byte, 1, text);
	oq_encoding_finish(encoding, text);
	g_assert_cmpstr(text->str, ==, expected);
	g_assert_true(oq_rtf_encodings_get(encodings, code_page) == encoding);
}

static void
test_get(void)
{
	g_autoptr(GHashTable) encodings = oq_rtf_encodings_new();
	assert_decoded(encodings, 1251, "\xE0", "а");
	assert_decoded(encodings, 1253, "\xE1", "α");
	assert_decoded(encodings, 99999, "\xE0", "а");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rtf-encodings/get", test_get);
	return g_test_run();
}
