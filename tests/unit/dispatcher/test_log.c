#include "dispatcher/log.h"

#include <glib/gstdio.h>

static void
test_file(void)
{
	g_autofree char *folder = g_dir_make_tmp("log-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "log", NULL);
	g_autofree char *text = NULL;
	g_autoptr(OqLog) log = oq_log_new();
	oq_log_trace(log, "before");
	g_assert_true(oq_log_open(log, path));
	oq_log_trace(log, "asked");
	oq_log_tell(log, "wrong");
	g_assert_true(oq_log_open(log, NULL));
	oq_log_trace(log, "behind");
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_assert_cmpstr(text, ==, "oqyrman: asked\noqyrman: wrong\n");
	g_assert_false(oq_log_open(log, "/nowhere/log"));
	g_unlink(path);
	g_rmdir(folder);
}

static void
test_levels(void)
{
	if (g_test_subprocess()) {
		g_autoptr(OqLog) log = oq_log_new();
		oq_log_trace(log, "first");
		oq_log_set_level(log, 4);
		oq_log_trace(log, "second");
		oq_log_set_level(log, 3);
		oq_log_trace(log, "third");
		return;
	}
	g_test_trap_subprocess(NULL, 0, 0);
	g_test_trap_assert_passed();
	g_test_trap_assert_stderr("*second*");
	g_test_trap_assert_stderr_unmatched("*first*");
	g_test_trap_assert_stderr_unmatched("*third*");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/log/file", test_file);
	g_test_add_func("/log/levels", test_levels);
	return g_test_run();
}
