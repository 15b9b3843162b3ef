#include "desktop/hotkeys/hotkeys.h"

#include "desktop/bound.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
	guint n_refused;
	OqDeed deed;
	GError *error;
} Told;

static void
press(OqDeed deed, gpointer data)
{
	(void)deed;
	(void)data;
	g_assert_not_reached();
}

static void
refuse(OqDeed deed, const char *key, const GError *error, gpointer data)
{
	Told *told = data;
	(void)key;
	told->n_refused++;
	told->deed = deed;
	g_clear_error(&told->error);
	told->error = g_error_copy(error);
}

static void
iterate(void)
{
	while (g_main_context_iteration(NULL, FALSE))
		continue;
}

static void
forget_displays(void)
{
	g_unsetenv("DISPLAY");
	g_unsetenv("WAYLAND_DISPLAY");
}

static void
test_nowhere(void)
{
	static const char *const keys[OQ_N_DEEDS] = {"Ctrl+Alt+O", "Print"};
	Told told = {0, 0, NULL};
	g_autoptr(OqHotkeys) hotkeys = oq_hotkeys_new(keys, press, refuse, &told);
	g_assert_cmpuint(told.n_refused, ==, 0);
	iterate();
	g_assert_cmpuint(told.n_refused, ==, 1);
	g_assert_cmpint(told.deed, ==, OQ_N_DEEDS);
	g_assert_error(told.error, OQ_HOTKEYS_ERROR, OQ_HOTKEYS_ERROR_NO_SOURCE);
	g_assert_nonnull(strstr(told.error->message, "oqyrman selection"));
	g_assert_cmpuint(oq_hotkeys_count(hotkeys), ==, 0);
	g_assert_true(oq_hotkeys_is_deaf(hotkeys));
	g_assert_false(oq_hotkeys_has(hotkeys, OQ_DEED_READ_SELECTION));
	oq_hotkeys_retry(hotkeys);
	oq_hotkeys_retry(hotkeys);
	iterate();
	g_assert_cmpuint(told.n_refused, ==, 2);
	g_error_free(told.error);
}

/* Who wishes for none is told nothing. */
static void
test_none(void)
{
	static const char *const keys[OQ_N_DEEDS] = {NULL};
	Told told = {0, 0, NULL};
	OqHotkeys *hotkeys = oq_hotkeys_new(keys, press, refuse, &told);
	iterate();
	oq_hotkeys_retry(hotkeys);
	oq_hotkeys_free(hotkeys);
	oq_hotkeys_free(NULL);
	iterate();
	g_assert_cmpuint(told.n_refused, ==, 0);
}

/* The desktop has them. */
static void
test_bound(void)
{
	static const char *const keys[OQ_N_DEEDS] = {"Ctrl+Alt+O", "wrong"};
	Told told = {0, 0, NULL};
	g_setenv("XDG_CURRENT_DESKTOP", "XFCE", TRUE);
	g_assert_true(oq_bound_mark("XFCE", NULL));
	g_autoptr(OqHotkeys) hotkeys = oq_hotkeys_new(keys, press, refuse, &told);
	iterate();
	g_assert_cmpuint(told.n_refused, ==, 0);
	g_assert_true(oq_bound_mark(NULL, NULL));
	oq_hotkeys_retry(hotkeys);
	iterate();
	g_assert_cmpuint(told.n_refused, ==, 2);
	g_error_free(told.error);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_autofree char *home = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *state = g_build_filename(home, "oqyrman", NULL);
	g_setenv("XDG_STATE_HOME", home, TRUE);
	forget_displays();
	g_test_add_func("/hotkeys/nowhere", test_nowhere);
	g_test_add_func("/hotkeys/none", test_none);
	g_test_add_func("/hotkeys/bound", test_bound);
	int status = g_test_run();
	g_assert_cmpint(g_rmdir(state) + g_rmdir(home), ==, 0);
	return status;
}
