#include "audio/playing/no_cookie.h"

#include <glib.h>
#include <glib/gstdio.h>

static void
set_up(char **folder, gconstpointer data)
{
	(void)data;
	*folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_setenv("XDG_CONFIG_HOME", *folder, TRUE);
	g_unsetenv("PULSE_COOKIE");
}

static void
tear_down(char **folder, gconstpointer data)
{
	(void)data;
	g_rmdir(*folder);
	g_free(*folder);
}

static void
test_none(char **folder, gconstpointer data)
{
	(void)folder, (void)data;
	oq_no_cookie();
	g_assert_cmpstr(g_getenv("PULSE_COOKIE"), ==, "/dev/zero");
}

static void
test_there_is_one(char **folder, gconstpointer data)
{
	(void)data;
	g_autofree char *pulse = g_build_filename(*folder, "pulse", NULL);
	g_autofree char *cookie = g_build_filename(pulse, "cookie", NULL);
	g_mkdir(pulse, 0700);
	g_assert_true(g_file_set_contents(cookie, "cookie", -1, NULL));
	oq_no_cookie();
	g_assert_null(g_getenv("PULSE_COOKIE"));
	g_unlink(cookie);
	g_rmdir(pulse);
}

static void
test_another_is_named(char **folder, gconstpointer data)
{
	(void)folder, (void)data;
	g_setenv("PULSE_COOKIE", "/mnt/cookie", TRUE);
	oq_no_cookie();
	g_assert_cmpstr(g_getenv("PULSE_COOKIE"), ==, "/mnt/cookie");
}

#define ADD(name, function)                                                                        \
	g_test_add("/no-cookie/" name, char *, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_setenv("HOME", "/nonexistent", TRUE);
	ADD("none", test_none);
	ADD("there-is-one", test_there_is_one);
	ADD("another-is-named", test_another_is_named);
	return g_test_run();
}
