#include "text/normalizer.h"

#include <string.h>

/* What a Russian sentence says, and that all of its words are the Russian voice's. */
static void
assert_said(const OqLexicon *lexicon, const char *text, const char *spoken)
{
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	g_assert_true(oq_normalizer_next(normalizer, &utterance));
	g_assert_cmpstr(utterance.spoken->str, ==, spoken);
	for (guint i = 0; i < utterance.words->len; i++)
		g_assert_cmpint(oq_utterance_word(&utterance, i)->lang, ==, OQ_LANG_RU);
}

static void
test_numbers(gconstpointer lexicon)
{
	assert_said(lexicon, "Это было в 1812 году.", "Это было в 1812 году.");
	assert_said(lexicon, "Это 1 200 000 книг.", "Это 1200000 книг.");
	assert_said(lexicon, "Это 12,05 было.", "Это 12 запятая 05 было.");
	assert_said(lexicon, "Это было в XX веке.", "Это было в 20 веке.");
	assert_said(lexicon, "Это был 5-й дом.", "Это был 5 дом.");
	assert_said(
		lexicon, "Это было 12.06.1812 или в 12:30.", "Это было 12 06 1812 или в 12 30.");
	assert_said(lexicon, "Это было в 1941–1945 годах.", "Это было в 1941 1945 годах.");
	assert_said(lexicon, "Сегодня было -5 или +7.", "Сегодня было минус 5 или плюс 7.");
}

/* 1, 2 to 4 and fractions, 5 and the teens take different forms. */
static void
test_forms(gconstpointer lexicon)
{
	assert_said(lexicon, "Это был 1 %.", "Это был 1 процент.");
	assert_said(lexicon, "Это было 11 %.", "Это было 11 процентов.");
	assert_said(lexicon, "Это было 22 км.", "Это было 22 километра.");
	assert_said(lexicon, "Это было 2,5 %.", "Это было 2 запятая 5 процента.");
	assert_said(lexicon, "Это было 5 млн руб. и всё.", "Это было 5 миллионов рублей и всё.");
	assert_said(lexicon, "Это было $100 и всё.", "Это было 100 долларов и всё.");
	assert_said(lexicon, "Это что за км?", "Это что за км?");
}

static void
test_abbreviations(gconstpointer lexicon)
{
	assert_said(lexicon, "Это было в 1812 г. и позже.", "Это было в 1812 году и позже.");
	assert_said(lexicon, "Это, т. е. всё это, и т.д.", "Это, то есть всё это, и так далее.");
	assert_said(lexicon, "Это сказал им друг.", "Это сказал им друг.");
	assert_said(lexicon, "Это школа № 5.", "Это школа номер 5.");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	g_test_add_data_func("/russian/numbers", lexicon, test_numbers);
	g_test_add_data_func("/russian/forms", lexicon, test_forms);
	g_test_add_data_func("/russian/abbreviations", lexicon, test_abbreviations);
	return g_test_run();
}
