#include "text/words/sentence.h"

#include "text_case.h"

#include <locale.h>

static void
test_tokens(void)
{
	static const char text[] = "АҚШ – «екі";
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	oq_sentence_read(&sentence, oq_slice(text));
	const OqToken *word = oq_sentence_token(&sentence, 0);
	const OqToken *last = oq_sentence_token(&sentence, 3);
	g_assert_null(oq_sentence_token(&sentence, 4));
	g_assert_null(oq_sentence_token(&sentence, G_MAXUINT));

	g_assert_true(oq_slice_equals(oq_sentence_text(&sentence, word), "АҚШ"));
	g_assert_true(oq_slice_equals(oq_sentence_lower(&sentence, word), "ақш"));
	g_assert_true(oq_slice_equals(oq_sentence_lower(&sentence, last), "екі"));
	oq_sentence_read(&sentence, oq_slice(""));
	g_assert_null(oq_sentence_token(&sentence, 0));
}

static void
test_words(void)
{
	static const struct {
		const char *word;
		OqContext context;
		gboolean genitive;
	} cases[] = {
		{"жылы", OQ_CONTEXT_YEAR, FALSE},
		{"ЖЫЛЫ", OQ_CONTEXT_YEAR, FALSE},
		{"жылдың", OQ_CONTEXT_YEAR_OR_SPAN, TRUE},
		{"ғасырда", OQ_CONTEXT_ORDINAL, FALSE},
		{"ғасырлардың", OQ_CONTEXT_ORDINAL, TRUE},
		/* another word, not another case */
		{"ғасырлық", OQ_CONTEXT_NONE, FALSE},
		{"ғасырша", OQ_CONTEXT_NONE, FALSE},
		{"ғасы", OQ_CONTEXT_NONE, FALSE},
		{"миллиардқа", OQ_CONTEXT_HALF, FALSE},
		{"млн", OQ_CONTEXT_HALF | OQ_CONTEXT_SCALE, FALSE},
		{"жыл", OQ_CONTEXT_YEAR_BARE | OQ_CONTEXT_HALF, FALSE},
		{"кірістің", OQ_CONTEXT_NONE, TRUE},
		{"алма", OQ_CONTEXT_NONE, FALSE},
		{"-", OQ_CONTEXT_NONE, FALSE},
		{"5", OQ_CONTEXT_NONE, FALSE},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		oq_sentence_read(&sentence, oq_slice(cases[i].word));
		g_test_message("%s", cases[i].word);
		g_assert_cmpint(
			oq_sentence_context(&sentence, sentence.tokens), ==, cases[i].context);
		g_assert_cmpint(
			oq_sentence_is_genitive(&sentence, sentence.tokens), ==, cases[i].genitive);
	}
	oq_sentence_read(&sentence, oq_slice("Қазаннан"));
	g_assert_cmpint(oq_sentence_context(&sentence, NULL), ==, OQ_CONTEXT_NONE);
	g_assert_false(oq_sentence_is_genitive(&sentence, NULL));
	g_assert_true(oq_sentence_is_form(&sentence, sentence.tokens, oq_slice("қазан")));
	g_assert_false(oq_sentence_is_form(&sentence, sentence.tokens, oq_slice("қаза")));
	g_assert_false(oq_sentence_is_form(&sentence, NULL, oq_slice("қазан")));
}

static void
test_value(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	oq_sentence_read(&sentence, oq_slice("9999 00 12345"));
	g_assert_cmpuint(oq_sentence_value(&sentence, &sentence.tokens[0]), ==, 9999);
	g_assert_cmpuint(oq_sentence_value(&sentence, &sentence.tokens[1]), ==, 0);
	g_assert_cmpuint(oq_sentence_value(&sentence, &sentence.tokens[2]), ==, G_MAXUINT);
}

static void
test_points(void)
{
	static const struct {
		const char *sentence; /* its third token may be a point to skip */
		guint n;
	} cases[] = {{"5 тг. болды", 1}, {"5 тг . болды", 0}, {"5 тг.", 0}, {"5 тг, болды", 0},
		/* it is the sentence's, too */
		{"5 тг.» деді", 0}, {"5 тг.» – деді", 0}, {"5 тг.» болды", 1}};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		oq_sentence_read(&sentence, oq_slice(cases[i].sentence));
		g_test_message("%s", cases[i].sentence);
		g_assert_cmpuint(oq_sentence_skip_point(&sentence, 2), ==, cases[i].n);
	}
}

static void
test_endings(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	OqSuffixes endings;
	oq_sentence_init(&sentence, lexicon);
	oq_sentence_read(&sentence, oq_slice("шартын АҚШ-қа келді деді"));
	g_assert_true(oq_sentence_find_ending(
		&sentence, &sentence.tokens[0], OQ_CONTEXT_OF_YEAR, &endings));
	g_assert_false(oq_sentence_find_ending(
		&sentence, &sentence.tokens[0], OQ_CONTEXT_CLOCK, &endings));
	g_assert_nonnull(oq_sentence_find_suffix(&sentence, 2, &endings));
	g_assert_null(oq_sentence_find_suffix(&sentence, 1, &endings));
	g_assert_true(oq_sentence_is_verb(&sentence, &sentence.tokens[4]));
	g_assert_false(oq_sentence_is_verb(&sentence, &sentence.tokens[1]));
	g_assert_true(oq_sentence_is_saying(&sentence, &sentence.tokens[5]));
	g_assert_false(oq_sentence_is_saying(&sentence, &sentence.tokens[0]));
}

static void
test_cut_noun(void)
{
	static const struct {
		const char *sentence;
		gboolean ordinal;
	} cases[] = {{"т.", TRUE}, {"сур. пен", TRUE}, {"т", FALSE}, {"қ.", FALSE}, {"5.", FALSE}};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(OqSentence) sentence;
		oq_sentence_init(&sentence, lexicon);
		oq_sentence_read(&sentence, oq_slice(cases[i].sentence));
		g_assert_cmpint(oq_sentence_is_cut_noun(&sentence, 0), ==, cases[i].ordinal);
		g_assert_false(oq_sentence_is_cut_noun(&sentence, 9));
	}
}

static void
test_apostrophe(void)
{
	static const struct {
		const char *text;
		gboolean is;
	} cases[] = {{"д’Арк", TRUE}, {"О'Нил", TRUE}, {"don't", TRUE}, {"Абай'дың", FALSE},
		{"Google’ға", FALSE}, {"сөз’ деді", FALSE}, {"а ’бв", FALSE}, {"а-бв", FALSE},
		{"5’бв", FALSE}, {"бв’5", FALSE}};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		oq_sentence_read(&sentence, oq_slice(cases[i].text));
		g_test_message("%s", cases[i].text);
		g_assert_cmpint(oq_sentence_is_apostrophe(&sentence, 1), ==, cases[i].is);
	}
	g_assert_false(oq_sentence_is_apostrophe(&sentence, 0));
	g_assert_false(oq_sentence_is_apostrophe(&sentence, 9));
}

/* The tokens, with a bar between them. */
static void
test_centuries(void)
{
	static const struct {
		const char *text;
		const char *tokens;
	} cases[] = {{"ХІХғ. соңы", "ХІХ|ғ|.|соңы"}, {"ХХғасырда", "ХХ|ғасырда"},
		{"XVIIIғ", "XVIII|ғ"}, {"Vғ.", "V|ғ|."}, {"XV–XVIғғ.", "XV|–|XVI|ғғ|."},
		{"Хасан", "Хасан"}, {"Іғай", "Іғай"}, {"ххғ", "ххғ"}, {"ССғ", "ССғ"},
		{"ХХж", "ХХж"}, {"ХХІ", "ХХІ"}};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		oq_sentence_read(&sentence, oq_slice(cases[i].text));
		g_autoptr(GString) tokens = g_string_new(NULL);
		for (guint at = 0; at < sentence.n_tokens; at++) {
			OqSlice text = oq_sentence_text(&sentence, &sentence.tokens[at]);
			g_string_append_printf(
				tokens, "%s%.*s", at > 0 ? "|" : "", (int)text.length, text.data);
		}
		g_assert_cmpstr(tokens->str, ==, cases[i].tokens);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sentence/tokens", test_tokens);
	g_test_add_func("/sentence/words", test_words);
	g_test_add_func("/sentence/value", test_value);
	g_test_add_func("/sentence/points", test_points);
	g_test_add_func("/sentence/cut-noun", test_cut_noun);
	g_test_add_func("/sentence/endings", test_endings);
	g_test_add_func("/sentence/centuries", test_centuries);
	g_test_add_func("/sentence/apostrophe", test_apostrophe);
	return g_test_run();
}
