#include "desktop/selection/selection.h"

#include <string.h>

typedef struct {
	OqSelection *selection;
	guint n_answers;
	int code; /* of the last */
	char *message;
	GCancellable *other; /* (nullable): what stops the other question */
} Case;

static void
take(GBytes *text, const GError *error, gpointer data)
{
	Case *c = data;
	g_assert_null(text);
	g_assert_nonnull(error);
	g_assert_true(error->domain == OQ_SELECTION_ERROR);
	c->code = error->code;
	g_free(c->message);
	c->message = g_strdup(error->message);
	c->n_answers++;
}

static void
take_and_free(GBytes *text, const GError *error, gpointer data)
{
	Case *c = data;
	take(text, error, data);
	g_clear_pointer(&c->selection, oq_selection_free);
}

/* The display, or the library for it, rather than accessibility. */
static void
check_display(const Case *c)
{
	g_assert_cmpint(c->code, ==, OQ_SELECTION_ERROR_NO_SOURCE);
	g_assert_true(strstr(c->message, "DISPLAY=") != NULL ||
		      strstr(c->message, "libxcb1-dev") != NULL);
}

static void
await(Case *c, guint n_answers)
{
	while (c->n_answers < n_answers)
		g_main_context_iteration(NULL, TRUE);
}

static void
test_no_desktop(void)
{
	Case c = {oq_selection_new(), 0, -1, NULL, NULL};
	for (guint i = 0; i <= OQ_SELECTION_DOCUMENT; i++)
		oq_selection_ask(c.selection, (OqSelectionWanted)i, NULL, take, &c);
	g_assert_cmpuint(c.n_answers, ==, 0); /* never at once */
	await(&c, 4);
	g_assert_cmpint(c.code, ==, OQ_SELECTION_ERROR_NO_SOURCE);
	g_free(c.message);
	oq_selection_free(c.selection);
	oq_selection_free(NULL);
}

static void
test_wrong_display(void)
{
	Case c = {oq_selection_new(), 0, -1, NULL, NULL};
	g_setenv("DISPLAY", "none/at-all:1", TRUE);
	g_setenv("WAYLAND_DISPLAY", "/nonexistent/wayland", TRUE);
	oq_selection_ask(c.selection, OQ_SELECTION_CLIPBOARD, NULL, take, &c);
	await(&c, 1);
	check_display(&c);
	g_unsetenv("WAYLAND_DISPLAY"); /* of X11 alone, too */
	oq_selection_ask(c.selection, OQ_SELECTION_SELECTED, NULL, take_and_free, &c);
	oq_selection_ask(c.selection, OQ_SELECTION_SELECTED, NULL, take, &c);
	await(&c, 2);
	check_display(&c);
	g_assert_null(c.selection);
	g_free(c.message);
	g_unsetenv("DISPLAY");
}

static void
test_stopped(void)
{
	Case c = {oq_selection_new(), 0, -1, NULL, NULL};
	g_autoptr(GCancellable) stop = g_cancellable_new();
	oq_selection_ask(c.selection, OQ_SELECTION_SELECTED, stop, take, &c);
	g_cancellable_cancel(stop);
	oq_selection_ask(c.selection, OQ_SELECTION_SELECTED, stop, take, &c);
	oq_selection_ask(c.selection, OQ_SELECTION_SELECTED, NULL, take, &c);
	await(&c, 1);
	while (g_main_context_iteration(NULL, FALSE))
		;
	g_assert_cmpuint(c.n_answers, ==, 1);
	g_free(c.message);
	oq_selection_free(c.selection);
}

static void
take_and_stop(GBytes *text, const GError *error, gpointer data)
{
	take(text, error, data);
	g_cancellable_cancel(((Case *)data)->other);
}

/* Both have their answers in the same turn of the loop; after the first the second is not wanted.
 */
static void
test_stopped_in_turn(void)
{
	Case c = {oq_selection_new(), 0, -1, NULL, g_cancellable_new()};
	oq_selection_ask(c.selection, OQ_SELECTION_CLIPBOARD, NULL, take_and_stop, &c);
	oq_selection_ask(c.selection, OQ_SELECTION_CLIPBOARD, c.other, take, &c);
	await(&c, 1);
	while (g_main_context_iteration(NULL, FALSE))
		continue;
	g_assert_cmpuint(c.n_answers, ==, 1);
	g_object_unref(c.other);
	g_free(c.message);
	oq_selection_free(c.selection);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_unsetenv("DISPLAY");
	g_unsetenv("WAYLAND_DISPLAY");
	g_setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
	g_setenv("AT_SPI_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
	g_test_add_func("/selection/no-desktop", test_no_desktop);
	g_test_add_func("/selection/wrong-display", test_wrong_display);
	g_test_add_func("/selection/stopped", test_stopped);
	g_test_add_func("/selection/stopped-in-turn", test_stopped_in_turn);
	return g_test_run();
}
