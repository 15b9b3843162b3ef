#include "dispatcher/key_names.h"

#include "base/table.h"

#include <glib/gstdio.h>

static void
test_names(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqKeyNames) names = oq_key_names_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	const char *space = oq_key_names_find(names, OQ_KEY_NAME_KEY, "space");
	g_assert_nonnull(space);
	g_assert_cmpstr(oq_key_names_find(names, OQ_KEY_NAME_KEY, "Page_Up"), ==,
		oq_key_names_find(names, OQ_KEY_NAME_KEY, "page-up"));
	g_assert_nonnull(oq_key_names_find(names, OQ_KEY_NAME_KEY, "KP_Enter"));
	g_assert_nonnull(oq_key_names_find(names, OQ_KEY_NAME_ICON, "bell"));
	g_assert_null(oq_key_names_find(names, OQ_KEY_NAME_ICON, "space"));
	g_assert_null(oq_key_names_find(names, OQ_KEY_NAME_KEY, ""));
	g_assert_null(oq_key_names_find(names, OQ_KEY_NAME_KEY, "ә"));
}

static void
test_wrong(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *folder = g_dir_make_tmp("keys-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "keys.tsv", NULL);
	g_file_set_contents(path, "#: kind\tname\tspoken\nkey\tPage_Up\tа\n", -1, NULL);
	g_assert_null(oq_key_names_load(folder, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_clear_error(&error);
	g_unlink(path);
	g_assert_null(oq_key_names_load(folder, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	g_rmdir(folder);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/key-names/names", test_names);
	g_test_add_func("/key-names/wrong", test_wrong);
	return g_test_run();
}
