#include "wrong_table.h"

static void
test_wrong_rows(void)
{
	static const WrongTable cases[] = {
		{"calendar.tsv", "month\tақпан", "moon\tақпан", "“moon” is none of month, year"},
		{"calendar.tsv", "month\tақпан", "month", "“word” is empty"},
		{"calendar.tsv", "year\tж\t", "month\tундецимбер\t", "12"},
		{"calendar.tsv", "last-short-year\t36", "last-short-year\t100", "from 0 to 99"},
		{"calendar.tsv", "short-month\tақп\t\tақпан", "short-month\tақп", "short name"},
		{"calendar.tsv", "year\tж\tжыл\tжылы\tжылдары\tжылғы\tжылдардағы",
			"year\tж\tжыл\tжылы", "plural"},
		{"calendar.tsv", "year\tж\tжыл\tжылы\t", "year\tж\tжыл\t\t", "singular"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_row(&cases[i]);
}

static void
test_last_short_year(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	g_assert_cmpuint(oq_lexicon_last_short_year(lexicon), ==, 36);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon-calendar/wrong-rows", test_wrong_rows);
	g_test_add_func("/lexicon-calendar/last-short-year", test_last_short_year);
	return g_test_run();
}
