#include "reading/check/check.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

typedef struct {
	char *top;
	OqCheck *check;
} Fixture;

static gboolean
load_keys(const char *folder, GError **error)
{
	g_set_error(error, OQ_CHECK_ERROR, OQ_CHECK_ERROR_WRONG, "%s/keys.tsv:1: no", folder);
	return FALSE;
}

static const OqCheckTable others[] = {{"keys.tsv", load_keys}, {"large.tsv", NULL}, {NULL, NULL}};

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->top = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->check = oq_check_new(others);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *command = g_strdup_printf("rm -r %s", f->top);
	g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
	oq_check_free(f->check);
	g_free(f->top);
}

static char *
make(const Fixture *f, const char *name, const char *contents)
{
	char *path = g_build_filename(f->top, name, NULL);
	g_autofree char *folder = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
	g_assert_true(g_file_set_contents(path, contents, -1, NULL));
	return path;
}

static void
assert_faults(const Fixture *f, const char *const *faults)
{
	const GPtrArray *told = oq_check_report(f->check)->faults;
	for (guint i = 0; i < told->len; i++) {
		g_test_message("%s", (char *)told->pdata[i]);
		g_assert_nonnull(faults[i]);
		g_assert_nonnull(strstr(told->pdata[i], faults[i]));
	}
	g_assert_null(faults[told->len]);
}

static void
add(const Fixture *f, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_check_add(f->check, path, NULL, &error));
	g_assert_no_error(error);
}

/* In the order of the lines, whatever found them. */
static void
test_words(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *path = make(f, "dictionary.tsv",
		"NASA\tнаса\nГёте  гөте\nнaн\tнан\nНАСА\tбес 5\nNASA\tнеса\nкөк\tжасыл\tcase\n");
	static const char *const faults[] = {":2: there are spaces and no tab", ":3: “нaн”",
		":4: what is said", ":5: the same words", ":6: the column “exact”", NULL};
	add(f, path);
	assert_faults(f, faults);
	g_assert_cmpuint(oq_check_report(f->check)->n_files, ==, 1);
	g_assert_cmpuint(oq_check_report(f->check)->n_rows, ==, 6);
}

static void
test_many(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GString) rows = g_string_new(NULL);
	for (guint i = 0; i < 250; i++)
		g_string_append(rows, "жалғыз\n");
	g_autofree char *path = make(f, "dictionary.tsv", rows->str);
	add(f, path);
	const GPtrArray *faults = oq_check_report(f->check)->faults;
	g_assert_cmpuint(faults->len, ==, 101);
	g_assert_nonnull(strstr(faults->pdata[100], ": 150 more faults"));
}

static void
copy_tables(const Fixture *f)
{
	g_autofree char *command = g_strdup_printf("cp -r %s/kk %s/voices", OQ_TEST_VOICES, f->top);
	g_autofree char *folder = g_build_filename(f->top, "voices", NULL);
	g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
	g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
}

/* Examples are read with the tables beside them; a wrong table is told once. */
static void
test_tree(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	copy_tables(f);
	g_autofree char *units = g_build_filename(f->top, "voices", "kk", "units.tsv", NULL);
	g_autofree char *contents = NULL;
	g_assert_true(g_file_get_contents(units, &contents, NULL, NULL));
	g_autofree char *changed = g_strconcat(contents, "unit\tзз\tзіз\n", NULL);
	g_assert_true(g_file_set_contents(units, changed, -1, NULL));
	g_free(make(
		f, "tests/cases/numbers/a.tsv", "5 зз\tбес зіз\n6 зз\tалты зз\n!7 зз\tжеті зіз\n"));
	g_autofree char *keys = g_build_filename(f->top, "voices", "kk", "keys.tsv", NULL);
	g_unlink(keys);
	add(f, f->top);
	static const char *const none[] = {NULL};
	assert_faults(f, none);
	const GPtrArray *misread = oq_check_report(f->check)->misread;
	g_assert_cmpuint(misread->len, ==, 2);
	const OqMisread *first = misread->pdata[0], *second = misread->pdata[1];
	g_assert_true(g_str_has_suffix(first->place, "a.tsv:2"));
	g_assert_cmpstr(first->written, ==, "6 зз");
	g_assert_cmpstr(first->expected, ==, "алты зз");
	g_assert_cmpstr(first->got, ==, "алты зіз");
	g_assert_false(first->is_right);
	g_assert_true(second->is_right);
}

static void
test_wrong_tree(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	copy_tables(f);
	g_free(make(
		f, "voices/kk/acronyms.tsv", "#: written\tspoken\tmeaning\nТМД\tте эм де\nБҰҰ\n"));
	g_free(make(f, "tests/cases/numbers/a.tsv", "5\tбес\n"));
	g_free(make(f, "tests/cases/numbers/b.tsv", "5\tбес\n"));
	static const char *const faults[] = {
		"acronyms.tsv:3:", "keys.tsv:1: no", "are not judged", NULL};
	add(f, f->top);
	assert_faults(f, faults);
}

static void
test_nothing(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = make(f, "a.txt", "Сәлем");
	static const char *const names[] = {"", "a.txt", "none.tsv"};
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = g_build_filename(f->top, names[i], NULL);
		g_clear_error(&error);
		g_assert_false(oq_check_add(f->check, path, NULL, &error));
		g_assert_error(error, OQ_CHECK_ERROR, OQ_CHECK_ERROR_MISSING);
	}
}

/* Told, or refused, and never waited for. */
static void
test_hostile(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const files[] = {"\xff\xfe", "\xef\xbb\xbf", "\t\t\t\n\t\n", "[[\t[[\n",
		"#: \t\n", "#: written\n", "-\t-\n", "!\t!\n"};
	for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *path = make(f, "dictionary.tsv", files[i]);
		g_autofree char *table = make(f, "units.tsv", files[i]);
		g_autoptr(GError) error = NULL;
		oq_check_add(f->check, path, NULL, &error);
		g_clear_error(&error);
		oq_check_add(f->check, table, NULL, &error);
	}
	g_assert_false(oq_check_add(f->check, "/dev/zero", NULL, NULL));
}

#define ADD(name, test) g_test_add("/check/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	ADD("words", test_words);
	ADD("many", test_many);
	ADD("tree", test_tree);
	ADD("wrong-tree", test_wrong_tree);
	ADD("nothing", test_nothing);
	ADD("hostile", test_hostile);
	return g_test_run();
}
