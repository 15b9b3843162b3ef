#include "desktop/selection/a11y.h"

#include "a11y_case.h"

#define O "\uFFFC"

static void
take(GBytes *bytes, const GError *error, gpointer data)
{
	Case *c = data;

	if (bytes != NULL)
		g_string_append_printf(c->log, "<%.*s>", (int)g_bytes_get_size(bytes),
			(const char *)g_bytes_get_data(bytes, NULL));
	else
		g_string_append_printf(c->log, "error %d", error->code);
}

static void
ask_with_limit(Case *c, OqSelectionWanted wanted, guint limit_ms)
{
	const OqQuestion question = {
		.wanted = wanted, .limit_ms = limit_ms, .answer = take, .data = c};

	oq_a11y_ask(c->a11y, &question);
}

static void
check(Case *c, OqSelectionWanted wanted, const char *answer)
{
	g_string_truncate(c->log, 0);
	ask_with_limit(c, wanted, G_MAXINT);
	test_bus_until(c->log->len > 0);
	g_assert_cmpstr(c->log->str, ==, answer);
}

static void
check_error(Case *c, OqSelectionWanted wanted, OqSelectionError code)
{
	g_autofree char *answer = g_strdup_printf("error %d", (int)code);

	check(c, wanted, answer);
}

static void
tell_focus(Case *c, const char *path, gint has_it)
{
	g_dbus_connection_emit_signal(c->bus.client, NULL, path, "org.a11y.atspi.Event.Object",
		"StateChanged",
		g_variant_new("(siiva{sv})", "focused", has_it, 0, g_variant_new_int32(0), NULL),
		NULL);
}

/* Events take their time. */
static void
comes_to(Case *c, OqSelectionWanted wanted, const char *answer)
{
	do {
		g_main_context_iteration(NULL, FALSE);
		g_string_truncate(c->log, 0);
		ask_with_limit(c, wanted, G_MAXINT);
		test_bus_until(c->log->len > 0);
	} while (strcmp(c->log->str, answer) != 0);
}

static void
comes_to_error(Case *c, OqSelectionWanted wanted, OqSelectionError code)
{
	g_autofree char *answer = g_strdup_printf("error %d", (int)code);

	comes_to(c, wanted, answer);
}

static void
set_up(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	c->log = g_string_new(NULL);
	c->things = g_ptr_array_new_with_free_func(g_free);
	if (!test_bus_up(&c->bus, A11Y_ADDRESS))
		return;
	put_on_bus(c, registry, "/org/a11y/atspi/registry");
	g_variant_unref(test_bus_call(&c->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
		"org.freedesktop.DBus.RequestName",
		g_variant_new("(su)", "org.a11y.atspi.Registry", 0)));
	ADD(c, "/org/a11y/atspi/accessible/root", .children = "/program");
	ADD(c, "/program", .children = "/behind /window", .role = OQ_A11Y_ROLE_APPLICATION);
	ADD(c, "/behind", .children = "/behind", .role = FRAME, .states = FOCUSED | SHOWING);
	ADD(c, "/window", .children = "/panel", .role = FRAME, .states = ACTIVE | SHOWING);
	c->a11y = oq_a11y_new();
	test_bus_until(c->n_registered == 2);
}

static void
tear_down(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_a11y_free(c->a11y);
	test_bus_down(&c->bus, A11Y_ADDRESS);
	g_ptr_array_unref(c->things);
	g_string_free(c->log, TRUE);
}

/* In the window: what the panel holds. */
static void
add_text(Case *c, const char *content, gint caret, gint start, gint end)
{
	ADD(c, "/panel", "/window", "/text", .states = SHOWING);
	ADD(c, "/text", "/panel", NULL, TEXT, FOCUSED | SHOWING, content, caret, start, end);
}

static void
test_selected(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	add_text(c, "Бір.\nЕкі үш.\nТөрт.", 7, 5, 8);
	tell_focus(c, "/text", 1);
	comes_to(c, OQ_SELECTION_SELECTED, "<Екі>");
	check(c, OQ_SELECTION_PARAGRAPH, "<Екі>");
	check(c, OQ_SELECTION_DOCUMENT, "<Екі>");
}

static void
test_caret(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	add_text(c, "Бір.\nЕкі үш.\nТөрт.", 7, 0, 0);
	check_error(c, OQ_SELECTION_SELECTED, OQ_SELECTION_ERROR_NOTHING);
	check(c, OQ_SELECTION_PARAGRAPH, "<Екі үш.>");
	check(c, OQ_SELECTION_DOCUMENT, "<Бір.\nЕкі үш.\nТөрт.>");
}

static void
test_password(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	ADD(c, "/panel", "/window", "/text", .states = SHOWING);
	ADD(c, "/text", "/panel", NULL, PASSWORD, FOCUSED | SHOWING, "secret", 0, 0, 6);
	for (guint i = 0; i <= OQ_SELECTION_DOCUMENT; i++)
		if (i != OQ_SELECTION_CLIPBOARD)
			check_error(c, (OqSelectionWanted)i, OQ_SELECTION_ERROR_PROTECTED);
}

/* A page: a heading, a paragraph with a link in it, a field, a paragraph. */
static void
add_page(Case *c, gint start, gint end)
{
	ADD(c, "/panel", "/window", "/page", .states = SHOWING);
	ADD(c, "/page", "/panel", "/one /two /field /three", OQ_A11Y_ROLE_DOCUMENT_WEB,
		FOCUSED | SHOWING, O O O O, 1, start, end);
	ADD(c, "/one", "/page", NULL, PARAGRAPH, SHOWING, "Бас", 0, 1, 3);
	ADD(c, "/two", "/page", "/link", PARAGRAPH, SHOWING, "Бұл " O " ғой.", 2, 0, 0);
	ADD(c, "/link", "/two", NULL, 88, SHOWING, "сілтеме", 0, 0, 0);
	ADD(c, "/field", "/page", NULL, PASSWORD, SHOWING, "secret", 0, 0, 6);
	ADD(c, "/three", "/page", NULL, PARAGRAPH, SHOWING, "Соңы.", 0, 0, 4);
}

static void
test_page(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	add_page(c, 0, 4);
	check(c, OQ_SELECTION_SELECTED, "<ас\nБұл сілтеме ғой.\nСоңы>");
}

/* Its objects are counted from the beginning of the text. */
static void
test_part_of_page(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	add_page(c, 1, 2);
	check(c, OQ_SELECTION_SELECTED, "<Бұл сілтеме ғой.>");
}

static void
test_page_at_caret(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	add_page(c, 0, 0);
	check(c, OQ_SELECTION_PARAGRAPH, "<Бұл сілтеме ғой.>");
	check(c, OQ_SELECTION_DOCUMENT, "<Бас\nБұл сілтеме ғой.\nСоңы.>");
}

/* The link has the focus, the page the selection. */
static void
test_around(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	add_page(c, 1, 2);
	((Thing *)c->things->pdata[5])->states = SHOWING;
	((Thing *)c->things->pdata[8])->states = FOCUSED | SHOWING;
	tell_focus(c, "/link", 1);
	comes_to(c, OQ_SELECTION_SELECTED, "<Бұл сілтеме ғой.>");
	((Thing *)c->things->pdata[5])->end = 0;
	check(c, OQ_SELECTION_PARAGRAPH, "<сілтеме>");
	check(c, OQ_SELECTION_DOCUMENT, "<Бас\nБұл сілтеме ғой.\nСоңы.>");
}

/* What is told of the focus and what is so are two things. */
static void
test_moved(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	add_text(c, "Бір", 0, 0, 3);
	ADD(c, "/other", "/panel", NULL, TEXT, SHOWING, "Екі", 0, 0, 3);
	tell_focus(c, "/other", 1);
	comes_to(c, OQ_SELECTION_SELECTED, "<Бір>");
	tell_focus(c, "/text", 0);
	comes_to_error(c, OQ_SELECTION_SELECTED, OQ_SELECTION_ERROR_NO_SOURCE);
	((Thing *)c->things->pdata[6])->states |= FOCUSED;
	tell_focus(c, "/other", 1);
	comes_to(c, OQ_SELECTION_SELECTED, "<Екі>");
}

static void
test_nobody(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	ADD(c, "/panel", "/window", "/panel", .states = SHOWING); /* its own child */
	check_error(c, OQ_SELECTION_SELECTED, OQ_SELECTION_ERROR_NO_SOURCE);
	/* and its own parent, without text */
	ADD(c, "/list", "/list", .role = 31, .states = FOCUSED);
	tell_focus(c, "/list", 1);
	for (guint i = 0; i <= OQ_SELECTION_DOCUMENT; i++)
		if (i != OQ_SELECTION_CLIPBOARD)
			comes_to_error(c, (OqSelectionWanted)i, OQ_SELECTION_ERROR_NOTHING);
}

/* A parent or a child whose owner is none is nobody: it is not waited for. */
static void
test_ownerless(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const owners[] = {"", "no name", "org.a11y.nobody"};

	if (c->bus.client == NULL)
		return;
	add_text(c, "Бір " O " үш", 7, 0, 0);
	tell_focus(c, "/text", 1);
	comes_to_error(c, OQ_SELECTION_SELECTED, OQ_SELECTION_ERROR_NOTHING);
	((Thing *)c->things->pdata[5])->children = "/lost";
	for (guint i = 0; i < G_N_ELEMENTS(owners); i++) {
		c->owner = owners[i];
		check(c, OQ_SELECTION_DOCUMENT, "<Бір  үш>");
	}
}

static void
test_silent(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *late = g_strdup_printf("error %d", OQ_SELECTION_ERROR_TIMEOUT);

	if (c->bus.client == NULL)
		return;
	add_text(c, "Бір", 0, 0, 3);
	check(c, OQ_SELECTION_SELECTED, "<Бір>"); /* so it is known */
	c->is_silent = TRUE;
	g_string_truncate(c->log, 0);
	ask_with_limit(c, OQ_SELECTION_SELECTED, 0);
	test_bus_until(c->log->len > 0);
	g_assert_cmpstr(c->log->str, ==, late);
	c->is_silent = FALSE;
	check(c, OQ_SELECTION_SELECTED, "<Бір>");
}

static void
test_bus_gone(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *gone = g_strdup_printf("error %d", OQ_SELECTION_ERROR_NO_SOURCE);

	if (c->bus.client == NULL)
		return;
	add_text(c, "Бір", 0, 0, 3);
	check(c, OQ_SELECTION_SELECTED, "<Бір>");
	c->is_silent = TRUE;
	g_string_truncate(c->log, 0);
	ask_with_limit(c, OQ_SELECTION_SELECTED, G_MAXINT);
	test_bus_stop(&c->bus);
	test_bus_until(c->log->len > 0);
	g_assert_cmpstr(c->log->str, ==, gone);
	check_error(c, OQ_SELECTION_SELECTED, OQ_SELECTION_ERROR_NO_SOURCE); /* still */
}

static void
test_freed(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	add_page(c, 0, 4);
	ask_with_limit(c, OQ_SELECTION_SELECTED, G_MAXINT);
	for (guint i = 0; i < 7; i++)
		g_main_context_iteration(NULL, TRUE);
	g_clear_pointer(&c->a11y, oq_a11y_free);
	while (g_main_context_iteration(NULL, FALSE))
		;
	g_assert_cmpstr(c->log->str, ==, "");
}

#define CASE(name, function) g_test_add("/a11y/" name, Case, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	CASE("selected", test_selected);
	CASE("caret", test_caret);
	CASE("password", test_password);
	CASE("page", test_page);
	CASE("part-of-page", test_part_of_page);
	CASE("page-at-caret", test_page_at_caret);
	CASE("around", test_around);
	CASE("moved", test_moved);
	CASE("nobody", test_nobody);
	CASE("ownerless", test_ownerless);
	CASE("silent", test_silent);
	CASE("bus-gone", test_bus_gone);
	CASE("freed", test_freed);
	return g_test_run();
}
