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
		{"calendar.tsv", "\nlast-short-year\t36", "\n# ", "last-short-year"},
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

/* The lexicon without the rows of a kind is refused. */
static void
assert_needs_kind(const char *folder, const char *table, char **lines, const char *kind)
{
	g_autofree char *path = g_build_filename(folder, table, NULL);
	g_autofree char *place = g_strdup_printf("%s: “%s” is missing", path, kind);
	g_autofree char *prefix = g_strconcat(kind, "\t", NULL);
	g_autoptr(GString) rest = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	for (guint i = 0; lines[i] != NULL; i++)
		if (!g_str_has_prefix(lines[i], prefix))
			g_string_append_printf(rest, "%s\n", lines[i]);
	g_assert_true(g_file_set_contents(path, rest->str, (gssize)rest->len, NULL));
	g_assert_null(oq_lexicon_load(folder, &error));
	g_test_message("%s", error->message);
	g_assert_true(g_str_has_prefix(error->message, place));
}

/* Returns: how many kinds the table has; 0: its rows are of one. */
static guint
check_kinds(const char *folder, const char *table)
{
	g_autofree char *path = g_build_filename(folder, table, NULL);
	g_autofree char *contents = NULL;
	g_assert_true(g_file_get_contents(path, &contents, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
	g_autoptr(GHashTable) kinds = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!g_str_has_prefix(lines[0], "#: kind\t"))
		return 0;
	for (guint i = 0; lines[i] != NULL; i++)
		if (lines[i][0] != '#' && lines[i][0] != '\0')
			g_hash_table_add(kinds, g_strndup(lines[i], strcspn(lines[i], "\t")));
	GHashTableIter iter;
	gpointer kind;
	g_hash_table_iter_init(&iter, kinds);
	while (g_hash_table_iter_next(&iter, &kind, NULL))
		assert_needs_kind(folder, table, lines, kind);
	g_assert_true(g_file_set_contents(path, contents, -1, NULL));
	return g_hash_table_size(kinds);
}

static void
test_kinds(void)
{
	guint n_tables = 0, n_kinds = 0;
	g_autofree char *folder = wrong_table_copy(NULL, NULL, NULL);
	g_autoptr(GDir) dir = g_dir_open(OQ_TEST_VOICES "/kk", 0, NULL);
	for (const char *table; (table = g_dir_read_name(dir)) != NULL;) {
		guint n = wrong_table_is_others(table) ? 0 : check_kinds(folder, table);
		n_tables += n > 0;
		n_kinds += n;
	}
	g_assert_cmpuint(n_tables, ==, 12);
	g_assert_cmpuint(n_kinds, >=, 44);
	wrong_table_remove(folder);
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
