#include "reading/check/effects.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static OqSheet *
sheet_of(const char *contents)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "a.tsv", NULL);
	g_assert_true(g_file_set_contents(path, contents, -1, NULL));
	OqSheet *sheet = oq_sheet_load(path, NULL);
	g_unlink(path);
	g_rmdir(folder);
	return sheet;
}

static void
assert_effects(
	const OqLexicon *lexicon, const char *name, const char *rows, const char *const *faults)
{
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqSheet) sheet = sheet_of(rows);
	if (name != NULL)
		oq_effects_judge_table(sheet, name, lexicon, complaints);
	else
		oq_effects_judge_words(sheet, lexicon, complaints);
	for (guint i = 0; i < complaints->len; i++) {
		g_test_message("%s", (char *)complaints->pdata[i]);
		g_assert_nonnull(faults[i]);
		g_assert_nonnull(strstr(complaints->pdata[i], faults[i]));
	}
	g_assert_null(faults[complaints->len]);
}

/* Rows that the lexicon has not are as good as rows that it never finds. */
static void
test_tables(gconstpointer data)
{
	static const char *const none[] = {NULL};
	static const char *const points[] = {
		":3: “бө.” is never found: it is looked up without", NULL};
	static const char *const units[] = {":3: “зз” is never found: another row", NULL};
	static const char *const words[] = {":2: “Жылы” is never found: write it in small", NULL};
	assert_effects(data, "abbreviations.tsv",
		"#: written\tspoken\nт.б\tтағы басқалар\nбө.\tбөлек\n", points);
	assert_effects(data, "units.tsv", "#: written\tspoken\nкм\tкилометр\nзз\tзіз\n", units);
	assert_effects(data, "contexts.tsv", "#: kind\tword\nyear\tЖылы\n", words);
	assert_effects(data, "signs.tsv", "#: sign\tname\n%\tжоқ\n", none);
}

static void
test_words(gconstpointer data)
{
	static const char *const faults[] = {":4: “Келді. Бұл” is never found", NULL};
	assert_effects(data, NULL,
		"Тенгри-\tТәңір\nCOVID-19\tковид он тоғыз\nт.с.м.\tсияқты\nКелді. Бұл\tсөз\n"
		"Қ А З А Қ\tқазақ\nжаз\t5\n",
		faults);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", NULL);
	g_test_add_data_func("/effects/tables", lexicon, test_tables);
	g_test_add_data_func("/effects/words", lexicon, test_words);
	return g_test_run();
}
