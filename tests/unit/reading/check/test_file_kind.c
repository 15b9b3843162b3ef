#include "reading/check/file_kind.h"

#include <glib/gstdio.h>

static const OqCheckTable others[] = {{"keys.tsv", NULL}, {NULL, NULL}};

static void
test_names(void)
{
	static const struct {
		const char *path;
		OqFileKind kind;
	} cases[] = {
		{OQ_TEST_VOICES "/kk/units.tsv", OQ_FILE_KIND_LEXICON},
		{"words.tsv", OQ_FILE_KIND_WORDS},
		{OQ_TEST_VOICES "/kk/keys.tsv", OQ_FILE_KIND_TABLE},
		{"tests/cases/numbers/units.tsv", OQ_FILE_KIND_EXAMPLES},
		{"tests/cases/skips/heads/heads.tsv", OQ_FILE_KIND_EXAMPLES},
		{"tests/cases/sentences/law.txt", OQ_FILE_KIND_EXAMPLES},
		{"tests/cases/sentences/law.tsv", OQ_FILE_KIND_WORDS},
		{"rules/numbers/law.c", OQ_FILE_KIND_OTHER},
		{"tests/cases/numbers/law.txt", OQ_FILE_KIND_OTHER},
		{"tests/cases/pronunciation/loans.tsv", OQ_FILE_KIND_OTHER},
		{"tests/cases/formants.tsv", OQ_FILE_KIND_OTHER},
		{"/home/a/dictionary.tsv", OQ_FILE_KIND_WORDS},
		{"notes.txt", OQ_FILE_KIND_OTHER},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_test_message("%s", cases[i].path);
		g_assert_cmpint(oq_file_kind_by_name(cases[i].path, others), ==, cases[i].kind);
	}
}

static OqFileKind
kind_of(const char *name, const char *contents)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_assert_true(g_file_set_contents(path, contents, -1, NULL));
	g_autoptr(OqSheet) sheet = oq_sheet_load(path, NULL);
	g_unlink(path);
	g_rmdir(folder);
	return oq_file_kind_by_contents(path, sheet);
}

static void
test_contents(void)
{
	g_assert_cmpint(kind_of("a.tsv", "#: kind\tword\na\tb\n"), ==, OQ_FILE_KIND_TABLE);
	g_assert_cmpint(kind_of("a.tsv", "#: key\tus\na\tb\n"), ==, OQ_FILE_KIND_TABLE);
	g_assert_cmpint(kind_of("a.tsv", "#: own words\na\tb\n"), ==, OQ_FILE_KIND_WORDS);
	g_assert_cmpint(
		kind_of("units.tsv", "#: written\tspoken\na\tb\n"), ==, OQ_FILE_KIND_LEXICON);
	g_assert_cmpint(kind_of("words.tsv", "a\tb\n"), ==, OQ_FILE_KIND_WORDS);
	g_assert_cmpint(kind_of("a.tsv", ""), ==, OQ_FILE_KIND_WORDS);
	g_assert_cmpint(kind_of("a.tsv", "NASA\tнаса\nГёте-\tгөте\n"), ==, OQ_FILE_KIND_WORDS);
	g_assert_cmpint(kind_of("a.tsv", "NASA\tнаса\texact\nБұл.\tбұл.\nОл.\tол.\n"), ==,
		OQ_FILE_KIND_WORDS);
	g_assert_cmpint(kind_of("a.tsv", "5 кг алды.\tбес килограмм алды.\nNASA\tнаса\tэн эй\n"),
		==, OQ_FILE_KIND_EXAMPLES);
	g_assert_cmpint(kind_of("a.tsv", "#: written\tspoken\talso\tnote\n5\tбес\n"), ==,
		OQ_FILE_KIND_EXAMPLES);
	g_assert_cmpint(kind_of("a.tsv", "#: written\tspoken\texact\nБұл.\tбұл.\n"), ==,
		OQ_FILE_KIND_WORDS);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/file-kind/names", test_names);
	g_test_add_func("/file-kind/contents", test_contents);
	return g_test_run();
}
