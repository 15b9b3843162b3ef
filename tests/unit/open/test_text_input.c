#include "open/text_input.h"

#include "nameless.h"

#include "open/limits.h"

#include <string.h>

#define TEXT "Қазақ тілі"

static void
assert_decoded(const char *iconv, const char *named, const char *declared, const char *expected)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes;
	g_autofree char *bytes =
		g_convert_with_fallback(TEXT, -1, iconv, "UTF-8", "?", NULL, &n_bytes, NULL);
	g_assert_nonnull(bytes);
	GString *text = oq_text_input_decode(bytes, n_bytes, named, declared, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(text->str, ==, expected);
	g_string_free(text, TRUE);
}

static void
test_decode(void)
{
	assert_decoded("UTF-8", NULL, NULL, TEXT);
	assert_decoded(
		"UTF-8", NULL, "windows-1251", TEXT); /* what is UTF-8 is so by chance never */
	assert_decoded("UTF-16", NULL, "utf-8", TEXT);
	assert_decoded("RK1048", NULL, NULL, TEXT);
	assert_decoded("RK1048", NULL, "nonsense", TEXT);
	assert_decoded("PT154", NULL, "PT154", TEXT);
	assert_decoded("PT154", "PT154", "KZ-1048", TEXT);
	oq_text_input_prepare("KOI8-R");
}

static void
test_errors(void)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_text_input_decode("a", 1, "klingon", NULL, &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_ENCODING);
	g_clear_error(&error);
	OqOpenJob job = {nameless_new("abc", 3), 3, "", NULL, OQ_NOTES_SKIP};
	g_autoptr(GBytes) bytes = oq_text_input_read(&job, &error);
	g_assert_cmpmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), "abc", 3);
	job.n_bytes = ((guint64)OQ_LIMIT_TREE_MB << 20) + 1;
	g_assert_null(oq_text_input_read(&job, &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT);
	close(job.fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text_input/decode", test_decode);
	g_test_add_func("/text_input/errors", test_errors);
	return g_test_run();
}
