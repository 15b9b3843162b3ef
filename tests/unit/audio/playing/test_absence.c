#include "audio/playing/absence.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
set(const char *name, const char *value)
{
	if (value != NULL)
		g_setenv(name, value, TRUE);
	else
		g_unsetenv(name);
}

/* @named: (nullable): stands in the cure; NULL: there is none. */
static void
check(const char *runtime, const char *server, const char *sudo_uid, const char *named)
{
	set("XDG_RUNTIME_DIR", runtime);
	set("PULSE_SERVER", server);
	set("SUDO_UID", sudo_uid);
	g_autofree char *cure = oq_absence_cure();
	g_assert_cmpint(cure != NULL, ==, named != NULL);
	if (named != NULL)
		g_assert_nonnull(strstr(cure, named));
}

/* A folder that is not ours; NULL: root itself owns all that there is, or may not give it away. */
static char *
make_foreign(void)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	if (geteuid() == 0 && chown(folder, 1, 1) == 0)
		return g_steal_pointer(&folder);
	g_rmdir(folder);
	return geteuid() == 0 ? NULL : g_strdup("/");
}

static void
test_cures(void)
{
	g_autofree char *own = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *me = g_strdup_printf("%u", geteuid());
	g_autofree char *other = g_strdup_printf("%u", geteuid() + 1);
	g_autofree char *wanted = g_strdup_printf("XDG_RUNTIME_DIR=/run/user/%u", geteuid());
	check(own, NULL, NULL, NULL);
	check(own, NULL, other, NULL);
	check(NULL, NULL, NULL, wanted);
	check("", "", "", wanted);
	check(NULL, NULL, me, wanted);
	check(NULL, NULL, "root", wanted);
	check(NULL, NULL, other, "leave sudo out");
	check(NULL, "tcp:radio", NULL, NULL);
	check("/nonexistent", NULL, NULL, NULL);
	g_rmdir(own);
}

static void
test_foreign(void)
{
	g_autofree char *foreign = make_foreign();
	g_autofree char *other = g_strdup_printf("%u", geteuid() + 1);
	if (foreign == NULL) {
		g_test_skip("nothing belongs to anybody else");
		return;
	}
	check(foreign, NULL, NULL, "run this as that user");
	check(foreign, NULL, other, "leave sudo out");
	check(foreign, "tcp:radio", other, NULL);
	g_rmdir(foreign);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/absence/cures", test_cures);
	g_test_add_func("/absence/foreign", test_foreign);
	return g_test_run();
}
