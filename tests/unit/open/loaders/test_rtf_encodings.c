#include "open/loaders/rtf_encodings.h"

static void
assert_decodes(OqRtfEncodings *encodings, gint code_page, const char *bytes, const char *expected)
{
	g_autoptr(GString) text = g_string_new(NULL);
	OqEncoding *encoding = oq_rtf_encodings_find(encodings, code_page);
	oq_encoding_decode(encoding, bytes, 1, text);
	oq_encoding_finish(encoding, text);
	g_assert_cmpstr(text->str, ==, expected);
}

static void
test_find(void)
{
	g_autoptr(OqRtfEncodings) encodings = oq_rtf_encodings_new();
	assert_decodes(encodings, 1252, "\340", "à");
	assert_decodes(encodings, OQ_RTF_RUSSIAN, "\340", "а");
	assert_decodes(encodings, 4711, "\340", "а");
	assert_decodes(encodings, -1, "\340", "а");
	g_assert_true(
		oq_rtf_encodings_find(encodings, 1252) == oq_rtf_encodings_find(encodings, 1252));
	oq_rtf_encodings_free(NULL);
}

/* Thousands that are tried would fill the memory. */
static void
test_many(void)
{
	g_autoptr(OqRtfEncodings) encodings = oq_rtf_encodings_new();
	for (gint i = 0; i < 100; i++)
		assert_decodes(encodings, 20000 + i, "\340", "а");
	assert_decodes(encodings, 1252, "\340", "а");
	assert_decodes(encodings, OQ_RTF_RUSSIAN, "\340", "а");
}

/* The one that stands for all others is found behind them, too. */
static void
test_last(void)
{
	enum { N = 80 };
	g_autoptr(OqRtfEncodings) encodings = oq_rtf_encodings_new();
	guint n = 0;
	for (gint code_page = 1; n < N && code_page < OQ_RTF_RUSSIAN; code_page++) {
		g_autofree char *name = g_strdup_printf("CP%d", code_page);
		OqEncoding *known = oq_encoding_new(name, NULL);
		n += known != NULL;
		if (known != NULL)
			oq_rtf_encodings_find(encodings, code_page);
		oq_encoding_free(known);
	}
	assert_decodes(encodings, 4711, "\340", "а");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rtf_encodings/find", test_find);
	g_test_add_func("/rtf_encodings/many", test_many);
	g_test_add_func("/rtf_encodings/last", test_last);
	return g_test_run();
}
