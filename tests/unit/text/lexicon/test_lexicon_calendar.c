#include "wrong_table.h"

static void
test_wrong_rows(void)
{
	static const WrongTable cases[] = {
		{"calendar.tsv", "month\tақпан", "moon\tақпан", "“moon” is none of month, year"},
		{"calendar.tsv", "month\tақпан", "month", "“word” is empty"},
		{"calendar.tsv", "year\tж\t", "month\tундецимбер\t", "12"},
		{"calendar.tsv", "short-month\tақп\t\tақпан", "short-month\tақп", "short name"},
		{"calendar.tsv", "year\tж\tжыл\tжылы\tжылдары\tжылғы\tжылдардағы",
			"year\tж\tжыл\tжылы", "plural"},
		{"calendar.tsv", "year\tж\tжыл\tжылы\t", "year\tж\tжыл\t\t", "singular"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_row(&cases[i]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon-calendar/wrong-rows", test_wrong_rows);
	return g_test_run();
}
