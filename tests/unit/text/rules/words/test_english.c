#include "text/normalizer.h"

#include <string.h>

/* What a sentence says that is told to be English, and how many of its words are that voice's. */
static void
assert_said(const OqLexicon *lexicon, const char *text, const char *spoken, guint n_english)
{
	const OqTaste taste = OQ_TASTE_DEFAULT;
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &taste);
	g_auto(OqUtterance) utterance;
	OqBlock block = OQ_BLOCK_TEXT;
	guint n = 0;

	block.lang = OQ_LANG_EN;
	oq_utterance_init(&utterance);
	oq_normalizer_begin(normalizer, &block);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	g_assert_true(oq_normalizer_next(normalizer, &utterance));
	g_assert_cmpstr(utterance.spoken->str, ==, spoken);
	for (guint i = 0; i < utterance.words->len; i++)
		n += oq_utterance_word(&utterance, i)->lang == OQ_LANG_EN;
	g_assert_cmpuint(n, ==, n_english);
}

static void
test_figures(gconstpointer lexicon)
{
	assert_said(lexicon, "I have 5 apples.", "I have 5 apples.", 4);
	assert_said(lexicon, "It is $2.50, or 7%.", "It is $2.50, or 7%.", 5);
	assert_said(lexicon, "At 10:30, 12/06.", "At 10:30, 12/06.", 3);
}

static void
test_words(gconstpointer lexicon)
{
	assert_said(lexicon, "The IT branch", "The IT branch", 3);
	assert_said(lexicon, "In Алматы", "In Алматы", 1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	g_test_add_data_func("/english/figures", lexicon, test_figures);
	g_test_add_data_func("/english/words", lexicon, test_words);
	return g_test_run();
}
