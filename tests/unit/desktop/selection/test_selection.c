#include "desktop/selection/selection.h"

#include "selection_case.h"

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

/* What is had, asked of the sources as they are: with the code when it is an error. */
typedef struct {
	GString *had;
	gboolean is_had;
} Had;

static void
take_either(GBytes *text, const GError *error, gpointer data)
{
	Had *had = data;
	gsize n_bytes = 0;
	const char *bytes = text != NULL ? g_bytes_get_data(text, &n_bytes) : "";
	g_string_append_len(had->had, bytes, (gssize)n_bytes);
	if (error != NULL)
		g_string_append_printf(had->had, "error %d", error->code);
	had->is_had = TRUE;
}

static void
check(OqSelectionWanted wanted, const char *answer)
{
	OqSelection *selection = oq_selection_new();
	Had had = {g_string_new(NULL), FALSE};
	oq_selection_ask(selection, wanted, NULL, take_either, &had);
	while (!had.is_had)
		g_main_context_iteration(NULL, TRUE);
	g_assert_cmpstr(had.had->str, ==, answer);
	g_string_free(had.had, TRUE);
	oq_selection_free(selection);
}

/* FALSE: this was built without such a display, and the test is skipped. */
static gboolean
set_display(const char *variable, Source *source)
{
	forget_sources();
	g_setenv(variable, "here", TRUE);
	check(OQ_SELECTION_CLIPBOARD, "error 2");
	if (source->n_asked == 0)
		g_test_skip(
			"this was built without libxcb1-dev and libxcb-res0-dev or libwayland-dev");
	return source->n_asked > 0;
}

#define PART  "Екінші абзац."
#define WHOLE "Бірінші абзац.\n" PART

static void
check_whole(Source *display)
{
	accessibility.text = PART;
	display->text = WHOLE;
	check(OQ_SELECTION_SELECTED, WHOLE);
	display->text = PART "\n";
	check(OQ_SELECTION_SELECTED, PART);
	display->text = "Бұрынғы."; /* and not what is selected now */
	check(OQ_SELECTION_SELECTED, PART);
	display->text = WHOLE " Тағы.";
	check(OQ_SELECTION_SELECTED, PART);
}

static void
test_whole_of_x11(void)
{
	if (!set_display("DISPLAY", &x11))
		return;
	check_whole(&x11);
	g_assert_cmpuint(x11.n_asked, ==, 5);
	g_assert_cmpuint(x11.limit_ms, >=, 1);
	g_assert_cmpuint(x11.limit_ms, <=, OQ_SELECTION_LIMIT_MS);
}

static void
test_whole_of_wayland(void)
{
	if (!set_display("WAYLAND_DISPLAY", &wayland))
		return;
	check_whole(&wayland);
	g_setenv("DISPLAY", "here", TRUE); /* which knows no better */
	x11.text = WHOLE;
	check(OQ_SELECTION_SELECTED, PART);
	wayland.text = NULL;
	wayland.fault = nothing;
	check(OQ_SELECTION_SELECTED, PART);
	g_assert_cmpuint(x11.n_asked, ==, 0);
}

/* What is wrong with the display does not matter to who knows the text. */
static void
test_display_fails(void)
{
	GError *(*const faults[])(void) = {
		nothing, late, no_x11, oq_fault_ended, oq_fault_display_gone, oq_fault_protected};
	if (!set_display("DISPLAY", &x11))
		return;
	accessibility.text = PART;
	for (guint i = 0; i < G_N_ELEMENTS(faults); i++) {
		x11.fault = faults[i];
		check(OQ_SELECTION_SELECTED, PART);
	}
}

/* Nothing is selected where the focus is: what the display has is the answer; a password is none.
 */
static void
test_nothing_accessible(void)
{
	if (!set_display("DISPLAY", &x11))
		return;
	x11.text = WHOLE;
	accessibility.fault = nothing;
	check(OQ_SELECTION_SELECTED, WHOLE);
	x11.n_asked = 0;
	accessibility.fault = oq_fault_protected;
	check(OQ_SELECTION_SELECTED, "error 4");
	g_assert_cmpuint(x11.n_asked, ==, 0);
}

/* A paragraph at the caret is not what is selected. */
static void
test_paragraph(void)
{
	if (!set_display("DISPLAY", &x11))
		return;
	accessibility.text = PART;
	x11.text = WHOLE;
	x11.n_asked = 0;
	check(OQ_SELECTION_PARAGRAPH, PART);
	check(OQ_SELECTION_DOCUMENT, PART);
	g_assert_cmpuint(x11.n_asked, ==, 0);
}

/* It is not wanted any more when accessibility has told, and the display is asked. */
static void
test_freed(void)
{
	Had had = {NULL, FALSE};
	if (!set_display("DISPLAY", &x11))
		return;
	accessibility.text = PART;
	x11.text = WHOLE;
	x11.n_asked = 0;
	OqSelection *selection = oq_selection_new();
	oq_selection_ask(selection, OQ_SELECTION_SELECTED, NULL, take_either, &had);
	while (x11.n_asked == 0)
		g_main_context_iteration(NULL, TRUE);
	oq_selection_free(selection);
	while (g_main_context_iteration(NULL, FALSE))
		continue;
	g_assert_false(had.is_had);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	forget_sources();
	g_test_add_func("/selection/no-desktop", test_no_desktop);
	g_test_add_func("/selection/wrong-display", test_wrong_display);
	g_test_add_func("/selection/stopped", test_stopped);
	g_test_add_func("/selection/stopped-in-turn", test_stopped_in_turn);
	g_test_add_func("/selection/whole-of-x11", test_whole_of_x11);
	g_test_add_func("/selection/whole-of-wayland", test_whole_of_wayland);
	g_test_add_func("/selection/display-fails", test_display_fails);
	g_test_add_func("/selection/nothing-accessible", test_nothing_accessible);
	g_test_add_func("/selection/paragraph", test_paragraph);
	g_test_add_func("/selection/freed", test_freed);
	return g_test_run();
}
