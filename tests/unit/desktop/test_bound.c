#include "desktop/bound.h"

#include "base/paths.h"

#include <glib/gstdio.h>

static void
test_here(void)
{
	g_setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME", TRUE);
	g_assert_false(oq_bound_is_here());
	g_assert_true(oq_bound_mark(NULL, NULL));
	g_assert_true(oq_bound_mark("GNOME", NULL));
	g_assert_true(oq_bound_is_here());
	g_setenv("XDG_CURRENT_DESKTOP", "XFCE", TRUE);
	g_assert_false(oq_bound_is_here());
	g_assert_true(oq_bound_mark("XFCE", NULL));
	g_assert_true(oq_bound_is_here());
	g_unsetenv("XDG_CURRENT_DESKTOP");
	g_assert_false(oq_bound_is_here());
	g_setenv("XDG_CURRENT_DESKTOP", "XFCE", TRUE);
	g_assert_true(oq_bound_mark(NULL, NULL));
	g_assert_false(oq_bound_is_here());
}

static void
test_desktop(void)
{
	g_setenv("XDG_CURRENT_DESKTOP", "X-Cinnamon:Cinnamon", TRUE);
	g_assert_true(oq_bound_is_desktop("Cinnamon"));
	g_assert_false(oq_bound_is_desktop("cinnamon"));
	g_assert_false(oq_bound_is_desktop(""));
	g_setenv("XDG_CURRENT_DESKTOP", "", TRUE);
	g_assert_false(oq_bound_is_desktop("GNOME"));
}

/* What cannot be kept is an error, not a mark. */
static void
test_refused(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *folder = oq_paths_state();
	g_rmdir(folder);
	g_assert_true(g_file_set_contents(folder, "", 0, NULL));
	g_setenv("XDG_CURRENT_DESKTOP", "KDE", TRUE);
	g_assert_false(oq_bound_mark("KDE", &error));
	g_assert_nonnull(error);
	g_assert_false(oq_bound_is_here());
	g_assert_cmpint(g_unlink(folder), ==, 0);
}

int
main(int argc, char *argv[])
{
	g_autofree char *home = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_setenv("XDG_STATE_HOME", home, TRUE);
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/bound/here", test_here);
	g_test_add_func("/bound/desktop", test_desktop);
	g_test_add_func("/bound/refused", test_refused);
	int status = g_test_run();
	g_assert_cmpint(g_rmdir(home), ==, 0);
	return status;
}
