#include "wrong_table.h"

static void
test_wrong_rows(void)
{
	static const WrongTable cases[] = {
		{"acronyms.tsv", "ТМД\tте эм де\t", "ТМД\t\t", "“spoken” is empty"},
		{"acronyms.tsv", "ТМД\tте эм де\t", "ТМД\tте эм де\tх\t", "meaning"},
		{"syllables.tsv", "onset\tст", "onset\tс", "“с” must be of length 2"},
		{"syllables.tsv", "hiatus\tеа", "hiatus\tеаа", "“еаа” must be of length 2"},
		{"syllables.tsv", "before\tи", "before\tиа", "“иа” must be of length 1"},
		{"syllables.tsv", "coda\tст", "codas\tст", "“codas” is none of onset,"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_row(&cases[i]);
}

/* Letters may be of several kinds. */
static void
test_syllables(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	g_assert_cmpuint(oq_lexicon_syllable(lexicon, oq_slice("ст")), ==,
		OQ_SYLLABLE_ONSET | OQ_SYLLABLE_CODA);
	g_assert_cmpuint(oq_lexicon_syllable(lexicon, oq_slice("у")), ==,
		OQ_SYLLABLE_BEFORE | OQ_SYLLABLE_BEHIND);
	g_assert_cmpuint(oq_lexicon_syllable(lexicon, oq_slice("қб")), ==, OQ_SYLLABLE_NONE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon-capitals/wrong-rows", test_wrong_rows);
	g_test_add_func("/lexicon-capitals/syllables", test_syllables);
	return g_test_run();
}
