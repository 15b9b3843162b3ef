#include "bus/bus.h"

#include "test_bus.h"

#include <semaphore.h>

#define VARIABLE "DBUS_SESSION_BUS_ADDRESS"

typedef struct {
	OqBus *bus;
	GThread *own;
	GString *log; /* the bus's thread's, until it has ended */
	guint n_told;
	guint n_gone;
	gboolean was_there;
} Case;

static void
note(gpointer object, char what)
{
	Case *c = object;

	g_assert_true(g_thread_self() != c->own);
	g_string_append_c(c->log, what);
}

static void
meet(GDBusConnection *connection, gpointer object)
{
	g_assert_false(g_dbus_connection_get_exit_on_close(connection));
	note(object, 'm');
}

static void
leave(GDBusConnection *connection G_GNUC_UNUSED, gpointer object)
{
	note(object, 'l');
}

static void
count(gpointer object, gpointer letter)
{
	Case *c = object;

	g_assert_true(g_thread_self() == c->own);
	g_assert_cmpstr(letter, ==, "letter");
	c->n_told++;
}

static void
answer(gpointer object, gpointer letter)
{
	Case *c = object;

	note(object, 'p');
	oq_bus_tell(c->bus, count, g_strdup(letter), g_free);
}

static void
note_gone(gpointer object, gpointer letter)
{
	Case *c = object;

	g_assert_true(g_thread_self() == c->own);
	c->n_gone++;
	c->was_there = letter != NULL;
}

static void
begin(Case *c, OqBusKind kind)
{
	*c = (Case){.own = g_thread_self(), .log = g_string_new(NULL)};
	c->bus = oq_bus_new(kind, meet, leave, c);
	oq_bus_on_gone(c->bus, note_gone);
	oq_bus_post(c->bus, answer, g_strdup("letter"), g_free);
	oq_bus_start(c->bus);
}

/* Comes back whatever the bus does. */
static void
assert_end(Case *c, const char *log, guint n_told)
{
	oq_bus_free(c->bus);
	g_assert_cmpstr(c->log->str, ==, log);
	g_assert_cmpuint(c->n_told, ==, n_told);
	g_string_free(c->log, TRUE);
	while (g_main_context_iteration(NULL, FALSE))
		continue;
	g_assert_cmpuint(c->n_told, ==, n_told);
}

static void
use(OqBusKind kind, const char *variable)
{
	TestBus test;
	Case c;

	if (!test_bus_up(&test, variable))
		return;
	begin(&c, kind);
	test_bus_until(c.n_told == 1);
	oq_bus_post(c.bus, answer, g_strdup("letter"), g_free);
	test_bus_until(c.n_told == 2);
	assert_end(&c, "mppl", 2);
	test_bus_down(&test, variable);
}

static void
test_session(void)
{
	use(OQ_BUS_SESSION, VARIABLE);
}

static void
test_system(void)
{
	use(OQ_BUS_SYSTEM, "DBUS_SYSTEM_BUS_ADDRESS");
}

static void
report_closed(gpointer object, gpointer letter G_GNUC_UNUSED)
{
	((Case *)object)->n_told = 7;
}

/* On the bus's thread, before it knows itself. */
static void
tell_closed(GDBusConnection *connection G_GNUC_UNUSED, gboolean vanished G_GNUC_UNUSED,
	GError *error G_GNUC_UNUSED, gpointer data)
{
	oq_bus_tell(((Case *)data)->bus, report_closed, NULL, NULL);
}

static void
watch_closing(gpointer object, gpointer letter)
{
	GDBusConnection *connection = oq_bus_connection(((Case *)object)->bus);

	g_signal_connect(connection, "closed", G_CALLBACK(tell_closed), object);
	answer(object, letter);
}

static void
assert_gone(gpointer object, gpointer letter G_GNUC_UNUSED)
{
	(void)object;
	g_assert_not_reached();
}

static void
report_done(gpointer letter)
{
	sem_post(letter);
}

static void
test_goes_away(void)
{
	TestBus test;
	Case c;
	sem_t done;

	if (!test_bus_up(&test, VARIABLE))
		return;
	begin(&c, OQ_BUS_SESSION);
	oq_bus_post(c.bus, watch_closing, g_strdup("letter"), g_free);
	test_bus_until(c.n_told == 2);
	g_dbus_connection_set_exit_on_close(test.client, FALSE);
	test_bus_stop(&test);
	test_bus_until(c.n_told == 7);
	g_assert_true(c.n_gone == 1 && c.was_there);
	sem_init(&done, 0, 0);
	oq_bus_post(c.bus, assert_gone, &done, report_done);
	sem_wait(&done);
	assert_end(&c, "mppl", 7);
	test_bus_down(&test, VARIABLE);
}

static void
test_mute(void)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	int mute = test_bus_mute(folder, VARIABLE);
	Case c;

	begin(&c, OQ_BUS_SESSION);
	int connection = accept(mute, NULL, NULL); /* it has come, and waits */
	g_assert_cmpint(connection, >=, 0);
	assert_end(&c, "", 0);
	close(connection);
	test_bus_unmute(mute, folder, VARIABLE);
	g_rmdir(folder);
}

static void
test_none(void)
{
	static const char *const addresses[] = {
		"unix:path=/nonexistent", "nonsense", "autolaunch:", ""};

	for (gsize i = 0; i < G_N_ELEMENTS(addresses); i++) {
		Case c;
		g_setenv(VARIABLE, addresses[i], TRUE);
		begin(&c, OQ_BUS_SESSION);
		test_bus_until(c.n_gone == 1);
		g_assert_false(c.was_there);
		assert_end(&c, "", 0);
	}
	g_unsetenv(VARIABLE);
	oq_bus_free(NULL);
}

static void
test_not_started(void)
{
	Case c = {0};

	c.log = g_string_new(NULL);
	c.bus = oq_bus_new(OQ_BUS_SESSION, meet, leave, &c);
	oq_bus_post(c.bus, answer, g_strdup("letter"), g_free);
	assert_end(&c, "", 0);
}

static void
keep(GDBusConnection *connection, gpointer object)
{
	g_atomic_pointer_set((GDBusConnection **)object, g_object_ref(connection));
}

/* Whoever still holds the connection, what it was on the bus is over. */
static void
test_held(void)
{
	TestBus test;
	g_autoptr(GDBusConnection) connection = NULL;

	if (!test_bus_up(&test, VARIABLE))
		return;
	OqBus *bus = oq_bus_new(OQ_BUS_SESSION, keep, NULL, &connection);
	oq_bus_start(bus);
	while (g_atomic_pointer_get(&connection) == NULL)
		g_thread_yield();
	oq_bus_free(bus);
	g_assert_true(g_dbus_connection_is_closed(connection));
	g_clear_object(&connection);
	test_bus_down(&test, VARIABLE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_setenv("XDG_RUNTIME_DIR", "/nonexistent", TRUE);
	g_test_add_func("/bus/session", test_session);
	g_test_add_func("/bus/system", test_system);
	g_test_add_func("/bus/goes-away", test_goes_away);
	g_test_add_func("/bus/mute", test_mute);
	g_test_add_func("/bus/none", test_none);
	g_test_add_func("/bus/held", test_held);
	g_test_add_func("/bus/not-started", test_not_started);
	return g_test_run();
}
