#include "text/characters/utf8.h"

#include <string.h>

/* Feeds the bytes in pieces of n_piece and gives the decoded text. */
static char *
decode(const char *bytes, gsize n_bytes, gsize n_piece, guint64 *n_bad)
{
	OqUtf8 utf8;
	oq_utf8_init(&utf8);
	GString *out = g_string_new(NULL);
	for (gsize i = 0; i < n_bytes; i += n_piece)
		oq_utf8_feed(&utf8, bytes + i, MIN(n_piece, n_bytes - i), out);
	oq_utf8_finish(&utf8, out);
	*n_bad = utf8.n_bad_bytes;
	return g_string_free(out, FALSE);
}

static const struct {
	const char *bytes;
	gsize n_bytes;
	const char *decoded;
	guint n_bad;
} cases[] = {
	{"Қазақ 𝄞", 15, "Қазақ 𝄞", 0},
	{"\xEF\xBB\xBFҚ", 5, "Қ", 0},
	{"Қ\xEF\xBB\xBF", 5, "Қ\xEF\xBB\xBF", 0},
	{"a\0b", 3, "a�b", 1},
	{"a\xFFz", 3, "a�z", 1},
	{"\xD2", 1, "�", 1},
	{"\xE2\x82", 2, "�", 2},
	/* the examples of Unicode 15, tables 3-8 to 3-11 */
	{"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", 9, "��������A", 8},
	{"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", 9, "��������A", 8},
	{"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", 9, "�����A��B", 7},
	{"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 9, "����A", 8},
};

static void
test_decode(void)
{
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		for (gsize n_piece = 1; n_piece <= 9; n_piece++) {
			guint64 n_bad;
			g_autofree char *decoded =
				decode(cases[i].bytes, cases[i].n_bytes, n_piece, &n_bad);
			g_assert_cmpstr(decoded, ==, cases[i].decoded);
			g_assert_cmpuint(n_bad, ==, cases[i].n_bad);
		}
	}
}

static void
test_random(void)
{
	for (guint round = 0; round < 2000; round++) {
		char bytes[40];
		for (guint i = 0; i < sizeof bytes; i++)
			bytes[i] = g_test_rand_int_range(0, 3)
					   ? "\xD2\x9B\xE2\x80\x94 a"[g_test_rand_int_range(0, 7)]
					   : (char)g_test_rand_int();
		guint64 n_bad, n_bad_pieces;
		g_autofree char *whole = decode(bytes, sizeof bytes, sizeof bytes, &n_bad);
		g_autofree char *pieces = decode(bytes, sizeof bytes, 1 + round % 5, &n_bad_pieces);
		g_assert_true(g_utf8_validate(whole, -1, NULL));
		g_assert_cmpstr(whole, ==, pieces);
		g_assert_cmpuint(n_bad, ==, n_bad_pieces);
		if (n_bad == 0)
			g_assert_cmpmem(whole, strlen(whole), bytes, sizeof bytes);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/utf8/decode", test_decode);
	g_test_add_func("/utf8/random", test_random);
	return g_test_run();
}
