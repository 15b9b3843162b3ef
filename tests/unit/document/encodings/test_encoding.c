#include "document/encodings/encoding.h"

#include "document/document.h"

#include <string.h>

/* Decodes in pieces of every size, which must not matter. */
static void
assert_decodes(const char *name, const char *bytes, gsize n_bytes, const char *expected)
{
	for (gsize piece = 1; piece <= n_bytes + 1; piece++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(OqEncoding) encoding = oq_encoding_new(name, &error);
		g_autoptr(GString) text = g_string_new(NULL);
		g_assert_no_error(error);
		for (gsize at = 0; at < n_bytes; at += piece)
			oq_encoding_decode(encoding, bytes + at, MIN(piece, n_bytes - at), text);
		oq_encoding_finish(encoding, text);
		g_assert_cmpstr(text->str, ==, expected);
	}
}

#define ASSERT_DECODES(name, bytes, expected)                                                      \
	assert_decodes(name, bytes, sizeof(bytes) - 1, expected)

static void
test_eight_bits(void)
{
	ASSERT_DECODES("KZ-1048", "\x8D\xE0\xE7\xE0\x9D \xA3 \xA2", "Қазақ Ә ұ");
	ASSERT_DECODES("Cyrillic-Asian", "\x8D\xBA", "Қә");
	ASSERT_DECODES("rk1048", "\xBA\xBC\xBE\xBF", "ғәңү");
	ASSERT_DECODES("windows-1251",
		"\xCF\xF0\xE8\xE2\xE5"
		"\xF2",
		"Привет");
	ASSERT_DECODES("KOI8-R", "\xF0\xD2\xC9", "При");
}

static void
test_wide(void)
{
	ASSERT_DECODES("UTF-16LE", "\xD9\x04\x3D\xD8\x00\xDE", "ә😀");
	ASSERT_DECODES("UTF-16BE", "\x04\xD9\x00\x0A", "ә\n");
	ASSERT_DECODES("UTF-16", "\xFE\xFF\x04\xD9", "ә");
}

/* What is no character is replaced, and what follows is still read. */
/* The converters of Vietnamese wait for the mark that may follow. */
static void
test_last_character(void)
{
	ASSERT_DECODES("windows-1258", "abc", "abc");
	ASSERT_DECODES("TCVN5712-1", "abc", "abc");
}

static void
test_broken(void)
{
	ASSERT_DECODES("UTF-8", "a\xFF\xD0 b", "a\357\277\275\357\277\275 b");
	ASSERT_DECODES("UTF-16LE", "\x00\xDC\xD9\x04", "\357\277\275ә");
	ASSERT_DECODES("UTF-16LE", "\x00\xD8\xD9\x04", "\357\277\275ә");
	ASSERT_DECODES("UTF-16LE", "\xD9\x04\xD9", "ә\357\277\275");
	ASSERT_DECODES("UTF-16LE", "\xD9\x04\x3D\xD8", "ә\357\277\275");
	ASSERT_DECODES("windows-1251", "\x98\xE0", "\357\277\275а");
}

static void
test_unknown(void)
{
	static const char *const names[] = {"klingon", "", "UTF-8//IGNORE", "UTF-8/", "ә"};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_encoding_new(names[i], &error));
		g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_ENCODING);
		g_assert_nonnull(strstr(error->message, names[i]));
		g_assert_nonnull(strstr(error->message, "iconv -l"));
	}
}

/* More than iconv's own buffer here, and a text that grows when it is decoded. */
static void
test_long(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqEncoding) encoding = oq_encoding_new("KZ-1048", &error);
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *bytes = g_strnfill(100000, '\x9D');

	g_assert_no_error(error);
	oq_encoding_decode(encoding, bytes, 100000, text);

	g_assert_cmpuint(text->len, ==, 200000);
	g_assert_true(g_str_has_suffix(text->str, "ққ"));
}

/* Whether decoding may begin in the middle; and it may begin again. */
static void
test_stateless(void)
{
	static const struct {
		const char *name;
		gboolean stateless;
	} names[] = {{"KZ-1048", TRUE}, {"windows-1251", TRUE}, {"KOI8-R", TRUE}, {"CP866", TRUE},
		{"UTF-16LE", TRUE}, {"UTF-32BE", TRUE}, {"UTF-16", FALSE}, {"UTF-32", FALSE},
		{"GB18030", FALSE}, {"ISO-2022-JP", FALSE}, {"windows-1258", FALSE},
		{"UTF-7", FALSE}};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(OqEncoding) encoding = oq_encoding_new(names[i].name, NULL);
		g_test_message("%s", names[i].name);
		g_assert_cmpint(oq_encoding_is_stateless(encoding), ==, names[i].stateless);
	}
}

static void
test_reset(void)
{
	g_autoptr(OqEncoding) encoding = oq_encoding_new("UTF-16LE", NULL);
	g_autoptr(GString) text = g_string_new(NULL);

	oq_encoding_decode(encoding, "\xD9\x04\x3D\xD8\x00", 5, text);
	g_assert_cmpstr(text->str, ==, "ә");
	g_assert_cmpuint(oq_encoding_n_pending(encoding), ==, 3);
	oq_encoding_reset(encoding);
	g_assert_cmpuint(oq_encoding_n_pending(encoding), ==, 0);
	oq_encoding_decode(encoding, "\xD9\x04", 2, text);
	oq_encoding_finish(encoding, text);
	g_assert_cmpstr(text->str, ==, "әә");
}

/* It begins anywhere, and what it holds back is counted in bytes. */
static void
test_mojibake(void)
{
	g_autoptr(OqEncoding) encoding = oq_encoding_new_mojibake(OQ_MOJIBAKE_UTF_8_AS_1251);
	g_autoptr(GString) text = g_string_new(NULL);
	g_assert_true(oq_encoding_is_stateless(encoding));
	oq_encoding_decode(encoding, "СЃУ", 5, text); /* and half a letter */
	g_assert_cmpstr(text->str, ==, "с");
	g_assert_cmpuint(oq_encoding_n_pending(encoding), ==, 1);
	oq_encoding_decode(encoding,
		"\243"
		"\xE2\x84\xA2\xD0",
		5, text);
	g_assert_cmpstr(text->str, ==, "сә");
	g_assert_cmpuint(oq_encoding_n_pending(encoding), ==, 1);
	oq_encoding_finish(encoding, text);
	g_assert_cmpstr(text->str, ==, "сә\357\277\275");
	oq_encoding_decode(encoding, "С", 2, text);
	oq_encoding_reset(encoding);
	g_assert_cmpuint(oq_encoding_n_pending(encoding), ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/encoding/eight-bits", test_eight_bits);
	g_test_add_func("/encoding/wide", test_wide);
	g_test_add_func("/encoding/last-character", test_last_character);
	g_test_add_func("/encoding/broken", test_broken);
	g_test_add_func("/encoding/unknown", test_unknown);
	g_test_add_func("/encoding/long", test_long);
	g_test_add_func("/encoding/mojibake", test_mojibake);
	g_test_add_func("/encoding/stateless", test_stateless);
	g_test_add_func("/encoding/reset", test_reset);
	return g_test_run();
}
