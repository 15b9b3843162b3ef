#include "wrong_table.h"

static void
test_rows(void)
{
	static const WrongTable cases[] = {
		{"numerals.tsv", "\n0\tнөл", "\n# 0\tнөл", "“0”"},
		{"numerals.tsv", "\n90\t", "\n# 90\t", "“90”"},
		{"numerals.tsv", "\n100\t", "\n# 100\t", "“100”"},
		{"numerals.tsv", "\n1000\t", "\n# 1000\t", "“1000”"},
		{"numerals.tsv", "\n1000000\t", "\n# 1000000\t", "“1000000”"},
		{"numerals.tsv", "\n1000000000000000000\t", "\n# ", "“1000000000000000000”"},
		{"letters.tsv", "\nә\t", "\n# ", "“ә”"},
		{"letters.tsv", "\nя\t", "\n# ", "“я”"},
		{"letters.tsv", "\nz\t", "\n# ", "“z”"},
		{"latin.tsv", "\nq\t", "\n# ", "“q”"},
		{"signs.tsv", "\n…\t", "\n# ", "“…”"},
		{"russian.tsv", "\n,\t", "\n# ", "“,”"},
		{"russian.tsv", "\n-\t", "\n# ", "“-”"},
		{"words.tsv", "\nminus\t", "\nplus\t", "“minus”"},
		{"calendar.tsv", "\nmonth\tқазан", "\n# ", "month"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_missing(&cases[i]);
}

/* Each of those that a rule asks for by name. */
static void
test_names(void)
{
	for (guint i = 0; i < OQ_N_NAMED_WORDS + OQ_N_NAMED_SUFFIXES; i++) {
		gboolean is_word = i < OQ_N_NAMED_WORDS;
		const char *name =
			is_word ? oq_names_words()[i] : oq_names_suffixes()[i - OQ_N_NAMED_WORDS];
		g_autofree char *right = g_strdup_printf(is_word ? "\n%s\t" : "\t%s\t", name);
		g_autofree char *wrong = g_strdup_printf(is_word ? "\n# %s\t" : "\tno-%s\t", name);
		g_autofree char *quoted = g_strdup_printf("“%s”", name);
		const WrongTable missing = {
			is_word ? "words.tsv" : "suffixes.tsv", right, wrong, quoted};
		wrong_table_assert_missing(&missing);
	}
}

/* A kind that no row has. */
static void
test_kinds(void)
{
	static const WrongTable cases[] = {
		{"contexts.tsv", "\nyear-bare\t", "\nyear\t", "“year-bare”"},
		{"contexts.tsv", "\nparticle\t", "\nyear\t", "“particle”"},
		{"suffixes.tsv", "\ncollective\t", "\nplain\t", "“collective”"},
		{"suffixes.tsv", "\npossessive\t", "\nplain\t", "“possessive”"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		wrong_table_assert_missing(&cases[i]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon-needs/rows", test_rows);
	g_test_add_func("/lexicon-needs/names", test_names);
	g_test_add_func("/lexicon-needs/kinds", test_kinds);
	return g_test_run();
}
