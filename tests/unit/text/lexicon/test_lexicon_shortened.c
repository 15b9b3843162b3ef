#include "wrong_table.h"

static void
test_wrong_rows(void)
{
	static const WrongTable cases[] = {
		{"abbreviations.tsv", "млн\tмиллион\tany", "млн\tмиллион\tanywhere", "“anywhere”"},
		{"abbreviations.tsv", "млн\tмиллион\tany\tmay", "млн\tмиллион\tany", ""},
		{"contractions.tsv", "көшесі\tк", "көшесі", "“letters” is empty"},
		{"contractions.tsv", "көшесі\tк", "көшесі\tс", "first letters"},
		{"contractions.tsv", "көшесі\tк", "көшесі\tкөшесі", "first letters"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_row(&cases[i]);
}

static void
test_same_letters(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	const OqAbbreviation *district = oq_lexicon_abbreviation(lexicon, oq_slice("ауд"));
	g_assert_cmpint(district->place, ==, OQ_ABBREVIATION_BEHIND_NAME);
	g_assert_cmpint(district->next->place, ==, OQ_ABBREVIATION_BEFORE_NUMBER);
	g_assert_true(district->is_word_too);
	g_assert_false(oq_lexicon_abbreviation(lexicon, oq_slice("млн"))->is_word_too);
	g_assert_false(oq_lexicon_abbreviation(lexicon, oq_slice("м.а"))->is_word_too);
	g_assert_false(oq_lexicon_abbreviation(lexicon, oq_slice("а"))->is_word_too);

	const OqContraction *first = oq_lexicon_contraction(lexicon, g_utf8_get_char("қ"));
	g_assert_nonnull(first);
	while (first->next != NULL)
		first = first->next;
	g_assert_cmpstr(first->word, ==, "Қазақстан");
	g_assert_null(oq_lexicon_contraction(lexicon, g_utf8_get_char("ы")));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon-shortened/wrong-rows", test_wrong_rows);
	g_test_add_func("/lexicon-shortened/same-letters", test_same_letters);
	return g_test_run();
}
