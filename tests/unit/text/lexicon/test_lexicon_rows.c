#include "wrong_table.h"

static void
test_letters_and_numbers(void)
{
	static const WrongTable cases[] = {
		{"letters.tsv", "ә\tә\tfront", "ә\tә\tslender", "“slender” is none of back, front"},
		{"letters.tsv", "ә\tә\tfront", "әә\tә\tfront", "“әә”"},
		{"letters.tsv", "ә\tә\tfront", "ա\tә\tfront", "“ա”"},
		{"letters.tsv", "ә\tә\tfront", "ә\t\tfront", "“name” is empty"},
		{"letters.tsv", "voiceless\tғ", "voiceless\tғғ", "“ғғ”"},
		{"letters.tsv", "ә\tә\tfront", "ә\tә", "“sound” is empty"},
		{"numerals.tsv", "20\tжиырма", "2O\tжиырма", "“2O”"},
		{"numerals.tsv", "20\tжиырма", "-20\tжиырма", "“-20”"},
		{"numerals.tsv", "20\tжиырма", "20.5\tжиырма", "“20.5”"},
		{"numerals.tsv", "20\tжиырма", "1000000000000000001\tжиырма",
			"1000000000000000000"},
		{"numerals.tsv", "20\tжиырма\t", "20\tжиырма\t\t", "“ordinal” is empty"},
		{"numerals.tsv", "қырқыншы\t\tқырқ", "қырқыншы\t\tқырқ\tх", "stem"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_row(&cases[i]);
}

static void
test_suffixes(void)
{
	static const WrongTable cases[] = {
		{"suffixes.tsv", "ның/нің", "ның/", "“ның/”"},
		{"suffixes.tsv", "ның/нің", "/нің", "“/нің”"},
		{"suffixes.tsv", "ның/нің", "ның/нің/нің", "“ның/нің/нің”"},
		{"suffixes.tsv", "ның/нің\t", "\t", "“vowel” is empty"},
		{"suffixes.tsv", "-\tшы/ші", "-\tшы/", "“шы/”"},
		{"suffixes.tsv", "plain\tdative", "case\tdative", "“case” is none of plain"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_row(&cases[i]);
}

static void
test_too_many_suffixes(void)
{
	g_autoptr(GString) rows = g_string_new(NULL);
	for (guint i = 0; i < 254; i++)
		g_string_append_printf(rows, "\nplain\te%u\tа\tа\tа\tа\tа\tа\t-", i);
	g_string_append(rows, "\nordinal\tordinal\t");
	g_autofree char *folder =
		wrong_table_copy("suffixes.tsv", "\nordinal\tordinal\t", rows->str);
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_lexicon_load(folder, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_assert_nonnull(strstr(error->message, "254"));
	wrong_table_remove(folder);
}

static void
test_words(void)
{
	static const WrongTable cases[] = {
		{"abbreviations.tsv", "миллион\tany\tmay", "миллион\tany\tmaybe",
			"“maybe” is none of never, may"},
		{"abbreviations.tsv", "миллион\tany\tmay", "миллион\tsome\tmay", "“some”"},
		{"abbreviations.tsv", "миллион\tany\tmay", "миллион\tany", "“point” is empty"},
		{"abbreviations.tsv", "шаршы\tnumber", "шаршы\tnumbers", "before-number"},
		{"contexts.tsv", "\nyear\tжылы", "\nyears\tжылы", "“years” is none of year,"},
		{"contexts.tsv", "\nyear\tжылы", "\nyear\t", "“word” is empty"},
		{"contexts.tsv", "\nyear\tжылы", "\nyear\tжылы\tх", "kind, word"},
		{"asides.tsv", "page\tбет\n", "pages\tбет\n", "“pages” is none of author,"},
		{"sentences.tsv", "begins\tоның", "begin\tоның", "begins, says, cut"},
		{"asides.tsv", "page\tбет\n", "pages\tбет\n", "“pages” is none of author,"},
		{"sentences.tsv", "begins\tоның", "begins", "“word” is empty"},
		{"words.tsv", "minus\tминус", "minus\tминус\tх", "name, word"},
		{"words.tsv", "minus\tминус", "minos\tминус", "“minos” is none of"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_row(&cases[i]);
}

static void
test_signs(void)
{
	static const WrongTable cases[] = {
		{"signs.tsv", "%\tпайыз", "%%\tпайыз", "“%%”"},
		{"signs.tsv", "%\tпайыз", "U+D800\tпайыз", "“U+D800”"},
		{"signs.tsv", "%\tпайыз", "%\t", "“name” is empty"},
		{"signs.tsv", "%\tпайыз\tnone", "%\tпайыз\tnever", "none, some, all, spelling"},
		{"lookalikes.tsv", "twin\th\tһ", "twins\th\tһ", "“twins” is none of twin, near"},
		{"lookalikes.tsv", "twin\th\tһ", "twin\thh\tһ", "“hh”"},
		{"lookalikes.tsv", "twin\th\tһ", "twin\th\tһһ", "“һһ”"},
		{"lookalikes.tsv", "twin\tY\tҮ\tУ", "twin\tY\tҮ\tУУ", "“УУ”"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_row(&cases[i]);
}

/* Whatever table it is, its first line has to name its columns. */
static void
test_headers(void)
{
	guint n_tables = 0;
	g_autoptr(GDir) dir = g_dir_open(OQ_TEST_VOICES "/kk", 0, NULL);
	for (const char *table; (table = g_dir_read_name(dir)) != NULL;) {
		if (wrong_table_is_others(table))
			continue;
		const WrongTable cases[] = {
			{table, "#: ", "# ", "#: "},
			{table, "#: ", "#: one\t", "“one”"},
		};
		for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
			wrong_table_assert_row(&cases[i]);
		n_tables++;
	}
	g_assert_cmpuint(n_tables, ==, 22);
}

/* The columns may stand in another order, and cells may have one form for both harmonies. */
static void
test_other_order(void)
{
	g_autofree char *folder = wrong_table_copy("acronyms.tsv", "#: written\tspoken\tmeaning",
		"#: spoken\twritten\tmeaning\nтоқсан\tХХХ\n#");
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(folder, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(oq_lexicon_acronym(lexicon, oq_slice("ХХХ")), ==, "тоқсан");
	g_assert_cmpstr(oq_lexicon_acronym(lexicon, oq_slice("те эм де")), ==, "ТМД");
	wrong_table_remove(folder);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon-rows/letters-and-numbers", test_letters_and_numbers);
	g_test_add_func("/lexicon-rows/suffixes", test_suffixes);
	g_test_add_func("/lexicon-rows/too-many-suffixes", test_too_many_suffixes);
	g_test_add_func("/lexicon-rows/words", test_words);
	g_test_add_func("/lexicon-rows/signs", test_signs);
	g_test_add_func("/lexicon-rows/headers", test_headers);
	g_test_add_func("/lexicon-rows/other-order", test_other_order);
	return g_test_run();
}
