#include "base/paths.h"
#include <glib/gstdio.h>

/* This test lies in bin/ of the build tree, whose share/ stands beside it. */
static void
test_data_beside_program(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = oq_paths_data("kk", &error);
	g_assert_no_error(error);
	g_assert_true(g_str_has_suffix(path, "/share/oqyrman/kk"));
	g_assert_true(g_file_test(path, G_FILE_TEST_IS_DIR));
}

static void
test_missing_data_are_named(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = oq_paths_data("no-such-language", &error);
	g_assert_null(path);
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
	g_assert_nonnull(strstr(error->message, "no-such-language"));
}

static void
test_system_folders_are_searched(void)
{
	if (!g_test_subprocess()) {
		g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
		g_test_trap_assert_passed();
		return;
	}
	g_autofree char *system = g_dir_make_tmp(NULL, NULL);
	g_autofree char *expected = g_build_filename(system, "oqyrman", "other", NULL);
	g_assert_cmpint(g_mkdir_with_parents(expected, 0700), ==, 0);
	g_setenv("XDG_DATA_DIRS", system, TRUE);
	g_autoptr(GError) error = NULL;
	g_autofree char *path = oq_paths_data("other", &error);
	g_assert_no_error(error);
	g_assert_cmpstr(path, ==, expected);
	g_autofree char *folder = g_path_get_dirname(expected);
	g_assert_cmpint(g_rmdir(expected) + g_rmdir(folder) + g_rmdir(system), ==, 0);
}

static void
test_locale(void)
{
	g_autofree char *path = oq_paths_locale();
	g_assert_true(g_str_has_suffix(path, "/share/locale"));
}

static void
test_users_files(void)
{
	if (!g_test_subprocess()) {
		g_setenv("XDG_CONFIG_HOME", "/somewhere", TRUE);
		g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
		g_test_trap_assert_passed();
		return;
	}
	g_autofree char *path = oq_paths_user_dictionary();
	g_autofree char *config = oq_paths_config();
	g_assert_cmpstr(path, ==, "/somewhere/oqyrman/dictionary.tsv");
	g_assert_cmpstr(config, ==, "/somewhere/oqyrman/config.ini");
}

/* Absolute ones, in their order; that in /etc is the last one and stands there once. */
static void
test_system_dictionaries(void)
{
	if (!g_test_subprocess()) {
		g_setenv("XDG_CONFIG_DIRS", "/b:here:/a", TRUE);
		g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
		g_test_trap_assert_passed();
		return;
	}
	g_auto(GStrv) paths = oq_paths_system_dictionaries();
	g_autofree char *all = g_strjoinv(" ", paths);
	g_assert_cmpstr(all, ==,
		"/b/oqyrman/dictionary.tsv /a/oqyrman/dictionary.tsv "
		"/etc/oqyrman/dictionary.tsv");
}

static void
test_system_dictionary_in_etc(void)
{
	if (!g_test_subprocess()) {
		g_setenv("XDG_CONFIG_DIRS", "/etc:/a", TRUE);
		g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
		g_test_trap_assert_passed();
		return;
	}
	g_auto(GStrv) paths = oq_paths_system_dictionaries();
	g_autofree char *all = g_strjoinv(" ", paths);
	g_assert_cmpstr(all, ==, "/etc/oqyrman/dictionary.tsv /a/oqyrman/dictionary.tsv");
}

static void
assert_state(const char *home, const char *state, const char *expected)
{
	if (!g_test_subprocess()) {
		g_setenv("HOME", home, TRUE);
		g_setenv("XDG_STATE_HOME", state, TRUE);
		g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
		g_test_trap_assert_passed();
		return;
	}
	g_autofree char *path = oq_paths_state();
	g_assert_cmpstr(path, ==, expected);
}

static void
test_state(void)
{
	assert_state("/home/a", "/somewhere", "/somewhere/oqyrman");
}

/* A relative folder would be another one wherever the program is called. */
static void
test_state_relative(void)
{
	assert_state("/home/a", "somewhere", "/home/a/.local/state/oqyrman");
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/paths/data-beside-program", test_data_beside_program);
	g_test_add_func("/paths/missing-data-are-named", test_missing_data_are_named);
	g_test_add_func("/paths/system-folders-are-searched", test_system_folders_are_searched);
	g_test_add_func("/paths/locale", test_locale);
	g_test_add_func("/paths/users-files", test_users_files);
	g_test_add_func("/paths/system-dictionaries", test_system_dictionaries);
	g_test_add_func("/paths/system-dictionary-in-etc", test_system_dictionary_in_etc);
	g_test_add_func("/paths/state", test_state);
	g_test_add_func("/paths/state-relative", test_state_relative);
	return g_test_run();
}
