#include "text/segments/scan.h"

#include <string.h>

static void
test_class(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	/* the NUL behind the end, and what would stand there, are not looked at */
	static const char text[] = "а \nБ";
	OqScan scan = {NULL, letters, text, text + 4, 0, FALSE, NULL};
	g_assert_cmpint(oq_scan_class(&scan, text), ==, OQ_CHAR_LETTER);
	g_assert_cmpint(oq_scan_class(&scan, text + 2), ==, OQ_CHAR_SPACE);
	g_assert_cmpint(oq_scan_class(&scan, text + 3), ==, OQ_CHAR_NEWLINE);
	g_assert_cmpint(oq_scan_class(&scan, text + 4), ==, OQ_CHAR_OTHER);
	g_assert_true(oq_scan_is_space(&scan, text + 2));
	g_assert_false(oq_scan_is_space(&scan, text + 3));
	scan.end = text + 2;
	g_assert_false(oq_scan_is_space(&scan, text + 2));
}

static void
test_begins(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	static const struct {
		const char *before;
		gboolean begins;
	} cases[] = {{"", TRUE}, {" ", TRUE}, {"🧂 ", TRUE}, {"☺️👩‍🍳 ", TRUE},
		{"а ", FALSE}, {"🧂а 🧂", FALSE}, {"5 ", FALSE}, {"- ", FALSE}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		const char *text = cases[i].before, *end = text + strlen(text);
		OqScan scan = {NULL, letters, text, end, 0, FALSE, NULL};
		g_assert_cmpint(oq_scan_begins(&scan, end), ==, cases[i].begins);
	}
}

static void
test_openers(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	g_autoptr(GString) found = g_string_new(NULL);
	for (gunichar c = 1; c <= 0x3000; c++) {
		char text[6];
		OqScan scan = {
			NULL, letters, text, text + g_unichar_to_utf8(c, text), 0, FALSE, NULL};
		if (oq_scan_ahead(&scan, text, FALSE).opened)
			g_string_append_unichar(found, c);
	}
	g_assert_cmpstr(found->str, ==, "\"'([«‘“„");
}

static void
test_ahead(void)
{
	static const struct {
		const char *text;
		gboolean wrapped;
		gsize at;
		gboolean space, dash, opened, newline, cut;
	} cases[] = {
		{"", FALSE, 0, FALSE, FALSE, FALSE, FALSE, TRUE},
		{"а", FALSE, 0, FALSE, FALSE, FALSE, FALSE, FALSE},
		{"  а", FALSE, 2, TRUE, FALSE, FALSE, FALSE, FALSE},
		{" – «а", FALSE, 7, TRUE, TRUE, TRUE, FALSE, FALSE},
		{"(", FALSE, 1, FALSE, FALSE, TRUE, FALSE, TRUE},
		{" \nа", FALSE, 1, TRUE, FALSE, FALSE, TRUE, FALSE},
		{"\nа", TRUE, 1, TRUE, FALSE, FALSE, FALSE, FALSE},
	};
	g_autoptr(OqLetters) letters = oq_letters_new();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		const char *text = cases[i].text;
		OqScan scan = {NULL, letters, text, text + strlen(text), 0, FALSE, NULL};
		OqAhead ahead = oq_scan_ahead(&scan, text, cases[i].wrapped);
		g_assert_cmpuint(ahead.at - text, ==, cases[i].at);
		g_assert_cmpint(ahead.space, ==, cases[i].space);
		g_assert_cmpint(ahead.dash, ==, cases[i].dash);
		g_assert_cmpint(ahead.opened, ==, cases[i].opened);
		g_assert_cmpint(ahead.newline, ==, cases[i].newline);
		g_assert_cmpint(ahead.cut, ==, cases[i].cut);
	}
}

static void
test_word(void)
{
	static const struct {
		const char *text;
		gboolean final, whole;
		OqSentenceWord word;
	} cases[] = {
		{"Ол ", FALSE, TRUE, OQ_SENTENCE_WORD_BEGINS},
		{"ОЛ,", FALSE, TRUE, OQ_SENTENCE_WORD_BEGINS},
		{"Ол", FALSE, FALSE, OQ_SENTENCE_WORD_NONE},
		{"Ол", TRUE, TRUE, OQ_SENTENCE_WORD_BEGINS},
		{"Олжас ", FALSE, TRUE, OQ_SENTENCE_WORD_NONE},
		{"деді.", FALSE, TRUE, OQ_SENTENCE_WORD_SAYS},
		{"сұраған ", FALSE, TRUE, OQ_SENTENCE_WORD_SAYS},
		{"дене ", FALSE, TRUE, OQ_SENTENCE_WORD_NONE},
		{"даңғ.", FALSE, TRUE, OQ_SENTENCE_WORD_CUT},
		{"12", TRUE, TRUE, OQ_SENTENCE_WORD_NONE},
		{"сұрааааааааааааааааааааааааааааааааааааааа", FALSE, TRUE, OQ_SENTENCE_WORD_NONE},
	};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		const char *text = cases[i].text;
		OqScan scan = {lexicon, oq_lexicon_letters(lexicon), text, text + strlen(text), 0,
			cases[i].final, NULL};
		OqSentenceWord word;
		g_test_message("%s", text);
		g_assert_cmpint(oq_scan_word(&scan, text, &word), ==, cases[i].whole);
		g_assert_cmpint(word, ==, cases[i].word);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scan/class", test_class);
	g_test_add_func("/scan/openers", test_openers);
	g_test_add_func("/scan/ahead", test_ahead);
	g_test_add_func("/scan/word", test_word);
	g_test_add_func("/scan/begins", test_begins);
	return g_test_run();
}
