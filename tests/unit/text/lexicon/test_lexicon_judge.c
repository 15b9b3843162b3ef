#include "base/table.h"
#include "text/lexicon/lexicon.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_judged(const char *name, const char *rows, const char *const *faults)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_assert_true(g_file_set_contents(path, rows, -1, NULL));
	g_assert_true(oq_lexicon_judge(path, complaints, &error));
	g_assert_no_error(error);
	for (guint i = 0; i < complaints->len; i++) {
		g_test_message("%s", (char *)complaints->pdata[i]);
		g_assert_true(g_str_has_prefix(complaints->pdata[i], path));
		g_assert_nonnull(faults[i]);
		g_assert_nonnull(strstr(complaints->pdata[i], faults[i]));
	}
	g_assert_null(faults[complaints->len]);
	g_unlink(path);
	g_rmdir(folder);
}

/* It goes on behind what is wrong, and needs no other table. */
static void
test_all_faults(void)
{
	static const char *const units[] = {":2: “spoken” is empty", ":3: there are spaces", NULL};
	assert_judged("acronyms.tsv",
		"#: written\tspoken\tmeaning\nТМД\nАҚШ  а қы шы\nБҰҰ\tбе ұ ұ\n", units);
	static const char *const contexts[] = {":2: “yeer” is none of begins", ":4:", NULL};
	assert_judged("sentences.tsv",
		"#: kind\tword\nyeer\tжыл\nbegins\tоның\nends\tжоқ\nsays\tдеді\ncut\tбаласы\n",
		contexts);
}

static void
test_missing_kind(void)
{
	static const char *const faults[] = {": “cut” is missing", NULL};
	assert_judged("sentences.tsv", "#: kind\tword\nbegins\tоның\nsays\tдеді\n", faults);
}

static void
test_right(void)
{
	static const char *const faults[] = {NULL};
	assert_judged("acronyms.tsv", "#: written\tspoken\tmeaning\nТМД\tте эм де\n", faults);
	g_assert_true(oq_lexicon_has_table("acronyms.tsv"));
	g_assert_false(oq_lexicon_has_table("typing.tsv"));
}

static void
test_missing_file(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_assert_false(oq_lexicon_judge("/nowhere/acronyms.tsv", complaints, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	g_assert_cmpuint(complaints->len, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lexicon-judge/all-faults", test_all_faults);
	g_test_add_func("/lexicon-judge/missing-kind", test_missing_kind);
	g_test_add_func("/lexicon-judge/right", test_right);
	g_test_add_func("/lexicon-judge/missing-file", test_missing_file);
	return g_test_run();
}
