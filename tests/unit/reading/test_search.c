#include "reading/search.h"

#include <string.h>

/* "start start …", of a text in pieces of n_chars. */
static char *
find_all(const char *words, const char *text, gsize n_chars)
{
	g_autoptr(OqSearch) search = oq_search_new(words);
	GString *out = g_string_new(NULL);
	oq_search_begin(search, 100);
	for (const char *p = text, *end; *p != '\0'; p = end) {
		end = p;
		for (gsize i = 0; i < n_chars && *end != '\0'; i++)
			end = g_utf8_next_char(end);
		const char *rest = p;
		for (guint64 found; oq_search_feed(search, &rest, end, &found);)
			g_string_append_printf(out, "%" G_GUINT64_FORMAT " ", found - 100);
		g_assert_true(rest == end);
	}
	return g_string_free(out, FALSE);
}

static void
test_find(void)
{
	static const char *const cases[][3] = {
		{"әлем", "Сәлем, ӘЛЕМ", "2 12 "},
		{"ӘЛЕМ", "Сәлем, әлем", "2 12 "},
		{"іңғ", "ІҢҒ", "0 "},
		{"  қара   сөз ", "Қара\n \tСөз", "0 "},
		{"қара сөз", "Қарасөз", ""},
		{"абаб", "абабаб", "0 4 "},
		{"аааб", "ааааб", "2 "},
		{"ааб абв", "ааб ааб абв", "7 "},
		{"12", "Ол 12-ші", "5 "},
		{"", "бір", ""},
		{" \n", "бір екі", ""},
		{"бір екінші", "бір екі", ""},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		for (gsize n_chars = 1; n_chars <= 16; n_chars += 3) {
			g_autofree char *got = find_all(cases[i][0], cases[i][1], n_chars);
			g_assert_cmpstr(got, ==, cases[i][2]);
		}
	}
	oq_search_free(NULL);
}

/* What began before the text is no part of it. */
static void
test_begin(void)
{
	g_autoptr(OqSearch) search = oq_search_new("ab");
	guint64 found;
	const char *text = "xa";
	oq_search_begin(search, 0);
	g_assert_false(oq_search_feed(search, &text, text + 2, &found));
	oq_search_begin(search, 10);
	text = "b ab";
	g_assert_true(oq_search_feed(search, &text, text + 4, &found));
	g_assert_cmpuint(found, ==, 12);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/search/find", test_find);
	g_test_add_func("/search/begin", test_begin);
	return g_test_run();
}
