#include "reading/check/tables_folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	char *top;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->top = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
}

static void
make(const Fixture *f, const char *name)
{
	g_autofree char *path = g_build_filename(f->top, name, NULL);
	g_autofree char *folder = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
	g_assert_true(g_file_set_contents(path, "", 0, NULL));
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *command = g_strdup_printf("rm -r %s", f->top);
	g_assert_true(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
	g_free(f->top);
}

static void
assert_above(const Fixture *f, const char *name, const char *expected)
{
	g_autofree char *path = g_build_filename(f->top, name, NULL);
	g_autofree char *found = oq_tables_folder_above(path);
	g_autofree char *wanted =
		expected != NULL ? g_build_filename(f->top, expected, NULL) : NULL;
	g_assert_cmpstr(found, ==, wanted);
}

static void
test_above(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_above(f, "tests/cases/numbers/a.tsv", NULL);
	make(f, "voices/kk/letters.tsv");
	assert_above(f, "tests/cases/numbers/a.tsv", "voices/kk");
	assert_above(f, "voices/kk/units.tsv", "voices/kk");
	make(f, "mine/letters.tsv");
	assert_above(f, "mine/units.tsv", "mine");
	assert_above(f, "mine/below/units.tsv", "voices/kk");
}

/* A link that leads up again is no way, and what is hidden is not looked at. */
static void
test_list(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	make(f, "b.tsv");
	make(f, "a/c.tsv");
	make(f, ".git/d.tsv");
	g_autofree char *link = g_build_filename(f->top, "a", "up", NULL);
	g_assert_cmpint(symlink(f->top, link), ==, 0);
	g_autoptr(GPtrArray) files = oq_tables_folder_list(f->top, NULL);
	g_assert_cmpuint(files->len, ==, 2);
	g_assert_true(g_str_has_suffix(files->pdata[0], "/a/c.tsv"));
	g_assert_true(g_str_has_suffix(files->pdata[1], "/b.tsv"));
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_tables_folder_list("/nowhere", &error));
	g_assert_nonnull(error);
}

#define ADD(name, test) g_test_add("/tables-folder/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("above", test_above);
	ADD("list", test_list);
	return g_test_run();
}
