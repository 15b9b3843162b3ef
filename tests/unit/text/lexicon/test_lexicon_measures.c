#include "wrong_table.h"

static void
assert_unit(const OqLexicon *lexicon, const char *symbol, const char *spoken)
{
	g_test_message("%s", symbol);
	g_assert_cmpstr(oq_lexicon_unit(lexicon, oq_slice(symbol)), ==, spoken);
}

static void
test_units(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	assert_unit(lexicon, "км", "километр");
	assert_unit(lexicon, "нмоль", "наномоль");
	assert_unit(lexicon, "КГ", "килограмм");
	assert_unit(lexicon, "мвт", "мегаватт");
	assert_unit(lexicon, "мВт", "милливатт");
	assert_unit(lexicon, "в", NULL);
	assert_unit(lexicon, "па", NULL);
	assert_unit(lexicon, "ма", NULL);
	assert_unit(lexicon, "шаршы", NULL);
	assert_unit(lexicon, "к", NULL);
	assert_unit(lexicon, "Б", NULL);
	assert_unit(lexicon, "МБ", "мегабайт");
	const OqUnit *unit = oq_lexicon_measure(lexicon, oq_slice("Mbps"), FALSE);
	g_assert_cmpstr(unit->per, ==, "секунд");
	g_assert_null(oq_lexicon_measure(lexicon, oq_slice("КГ"), FALSE));
}

static void
test_money(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	const OqMoney *tenge = oq_lexicon_money(lexicon, oq_slice("₸"));
	g_assert_cmpstr(tenge->spoken, ==, "теңге");
	g_assert_cmpstr(tenge->hundredth, ==, "тиын");
	g_assert_cmpint(oq_lexicon_money(lexicon, oq_slice("USD"))->kind, ==, OQ_MONEY_CODE);
	g_assert_cmpint(oq_lexicon_money(lexicon, oq_slice("TOP"))->kind, ==, OQ_MONEY_WORD);
	g_assert_cmpstr(oq_lexicon_currency(lexicon, oq_slice("$")), ==, "доллар");
	g_assert_null(oq_lexicon_currency(lexicon, oq_slice("ABC")));
}

static void
test_wrong_rows(void)
{
	static const WrongTable cases[] = {
		{"units.tsv", "unit\tкг\tкилограмм", "unit\tкг\t", "“spoken” is empty"},
		{"units.tsv", "unit\tкг\tкилограмм", "units\tкг\tкилограмм",
			"“units” is none of prefix"},
		{"units.tsv", "unit\tкг\tкилограмм", "unit\tкг\tкилограмм\tщ", "“щ” is no prefix"},
		{"currencies.tsv", "sign\t$\tдоллар", "sign\t$\t", "“spoken” is empty"},
		{"currencies.tsv", "sign\t$\tдоллар", "coin\t$\tдоллар", "sign, code, word"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_row(&cases[i]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon-measures/units", test_units);
	g_test_add_func("/lexicon-measures/money", test_money);
	g_test_add_func("/lexicon-measures/wrong-rows", test_wrong_rows);
	return g_test_run();
}
