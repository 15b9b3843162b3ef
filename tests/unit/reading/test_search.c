#include "reading/search.h"

#include <string.h>

/* "start start …", of a text in pieces of n_chars. */
static char *
find_all(const OqTyping *typing, const char *words, const char *text, gsize n_chars)
{
	g_autoptr(OqSearch) search = oq_search_new(words, typing);
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
			g_autofree char *got = find_all(NULL, cases[i][0], cases[i][1], n_chars);
			g_assert_cmpstr(got, ==, cases[i][2]);
		}
	}
	oq_search_free(NULL);
}

/* On a Russian keyboard; who has Kazakh letters means just those. */
static void
test_typed(void)
{
	static const char *const cases[][3] = {
		{"казак", "Қазақ, казак, қазақтың", "0 12 24 "},
		{"тан алды", "Таң алды", "0 "},
		{"уш огиз унир", "Үш өгіз үңір", "0 "},
		{"уш огиз", "ҮШ ӨГІЗ", "0 "},
		{"каһар", "қаһар каһар", "11 "},
		{"кахар", "қаһар", "0 "},
		{"қазак", "қазақ қазак", "11 "},
		{"актёр", "актёр", "0 "},
		{"актер", "актёр", "0 "},
		{"кит", "кыт кит", "7 "},
		{"abc", "ABC", "0 "},
	};
	g_autoptr(OqTyping) typing = oq_typing_load(OQ_TEST_VOICES "/kk/typing.tsv", NULL);
	g_assert_nonnull(typing);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *got = find_all(typing, cases[i][0], cases[i][1], 3);
		g_assert_cmpstr(got, ==, cases[i][2]);
	}
}

/* What began before the text is no part of it. */
static void
test_begin(void)
{
	g_autoptr(OqSearch) search = oq_search_new("ab", NULL);
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
	g_test_add_func("/search/typed", test_typed);
	g_test_add_func("/search/begin", test_begin);
	return g_test_run();
}
