#include "document/encoding.h"

#include "document/document.h"

static void
assert_decodes(const char *name, const char *bytes, gsize n_bytes, const char *expected)
{
	for (gsize n_piece = 1; n_piece <= n_bytes; n_piece++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(OqEncoding) encoding = oq_encoding_new(name, &error);
		g_assert_no_error(error);
		g_autoptr(GString) text = g_string_new(NULL);
		for (gsize at = 0; at < n_bytes; at += n_piece)
			oq_encoding_decode(encoding, bytes + at, MIN(n_piece, n_bytes - at), text);
		oq_encoding_finish(encoding, text);
		g_assert_cmpstr(text->str, ==, expected);
	}
}

static void
test_pieces(void)
{
	assert_decodes("KZ-1048", "\x9D\xE0\xE7\xE0\x9D", 5, "қазақ");
	assert_decodes("windows-1251", "\xE0\xE1\x98\xE2", 4, "аб\uFFFDв");
	assert_decodes("UTF-16LE", "\x9B\x04\x3D\xD8\x42\xDE\x2E", 7, "қ🙂\uFFFD");
	assert_decodes("UTF-16LE", "\x00\xDC\x9B\x04", 4, "\uFFFDқ");
}

/* The converters of Vietnamese wait for the mark that may follow. */
static void
test_last_character(void)
{
	assert_decodes("windows-1258", "abc", 3, "abc");
	assert_decodes("TCVN5712-1", "abc", 3, "abc");
}

static void
test_unknown(void)
{
	static const char *const names[] = {"", "none", "UTF-16//IGNORE"};
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_encoding_new(names[i], &error));
		g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_ENCODING);
	}
	oq_encoding_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/encoding/pieces", test_pieces);
	g_test_add_func("/encoding/last-character", test_last_character);
	g_test_add_func("/encoding/unknown", test_unknown);
	return g_test_run();
}
