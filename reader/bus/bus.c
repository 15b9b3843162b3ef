/* bus.c - see the header. */
#include "bus/bus.h"

#include "base/last_words.h"

#define SYSTEM_ADDRESS "unix:path=/var/run/dbus/system_bus_socket"

struct _OqBus {
	OqBusKind kind;
	OqBusMeeting met, left;
	gpointer object;
	GThread *thread;
	GCancellable *stop;
	GMainContext *context; /* the thread's */
	OqMailbox *in;
	OqMailbox *out;
	OqMailboxCall gone;          /* nullable */
	GDBusConnection *connection; /* (nullable): the thread's, as what follows */
	gboolean is_closed;
};

typedef struct {
	OqMailboxCall call;
	gpointer letter;
	GDestroyNotify free_letter;
} Errand;

static const char *
given_address(const char *variable)
{
	const char *address = g_getenv(variable);

	return address != NULL && *address != '\0' ? address : NULL;
}

/* GLib would start a bus where there is none. */
static char *
session_address(void)
{
	const char *given = given_address("DBUS_SESSION_BUS_ADDRESS");
	const char *runtime = g_getenv("XDG_RUNTIME_DIR");

	if (given != NULL)
		return g_str_has_prefix(given, "autolaunch:") ? NULL : g_strdup(given);
	if (runtime == NULL || !g_path_is_absolute(runtime))
		return NULL;
	g_autofree char *path = g_build_filename(runtime, "bus", NULL);
	g_autofree char *escaped = g_dbus_address_escape_value(path);
	return g_strconcat("unix:path=", escaped, NULL);
}

char *
oq_bus_address(OqBusKind kind)
{
	const char *given;

	if (kind == OQ_BUS_SESSION)
		return session_address();
	given = given_address("DBUS_SYSTEM_BUS_ADDRESS");
	return g_strdup(given != NULL ? given : SYSTEM_ADDRESS);
}

static void
note_closed(GDBusConnection *connection G_GNUC_UNUSED, gboolean vanished G_GNUC_UNUSED,
	GError *error G_GNUC_UNUSED, gpointer data)
{
	OqBus *bus = data;

	bus->is_closed = TRUE;
	if (bus->gone != NULL)
		oq_bus_tell(bus, bus->gone, GINT_TO_POINTER(TRUE), NULL);
}

static void
connect_to(OqBus *bus)
{
	g_autofree char *address = oq_bus_address(bus->kind);

	if (address != NULL)
		bus->connection = g_dbus_connection_new_for_address_sync(address,
			G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
				G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
			NULL, bus->stop, NULL);
	if (bus->connection == NULL && bus->gone != NULL)
		oq_bus_tell(bus, bus->gone, NULL, NULL);
	else if (bus->connection != NULL)
		g_signal_connect(bus->connection, "closed", G_CALLBACK(note_closed), bus);
}

static void
serve(OqBus *bus)
{
	if (bus->connection != NULL && bus->met != NULL)
		bus->met(bus->connection, bus->object);
	while (!g_cancellable_is_cancelled(bus->stop))
		g_main_context_iteration(bus->context, TRUE);
	if (bus->connection != NULL && bus->left != NULL)
		bus->left(bus->connection, bus->object);
}

/* A call that is still on its way may hold the connection, which must not keep its names. That it
 * is closed is the last thing that is told of it, from a thread of GLib's: coming when nobody looks
 * into the context any more, it would keep the connection for ever, and that the context. */
static void
leave(OqBus *bus)
{
	if (bus->connection == NULL)
		return;
	bus->gone = NULL;
	if (!g_dbus_connection_is_closed(bus->connection))
		g_dbus_connection_close_sync(bus->connection, NULL, NULL);
	while (!bus->is_closed)
		g_main_context_iteration(bus->context, TRUE);
	g_signal_handlers_disconnect_by_data(bus->connection, bus);
	g_clear_object(&bus->connection);
}

/* Without a bus it goes on, to free what is posted. */
static gpointer
run(gpointer data)
{
	OqBus *bus = data;

	oq_last_words_in_thread();
	g_main_context_push_thread_default(bus->context);
	connect_to(bus);
	serve(bus);
	leave(bus);
	while (g_main_context_iteration(bus->context, FALSE))
		continue;
	g_main_context_pop_thread_default(bus->context);
	return NULL;
}

OqBus *
oq_bus_new(OqBusKind kind, OqBusMeeting met, OqBusMeeting left, gpointer object)
{
	OqBus *bus = g_new0(OqBus, 1);
	g_autoptr(GMainContext) own = g_main_context_ref_thread_default();

	bus->kind = kind;
	bus->met = met;
	bus->left = left;
	bus->object = object;
	bus->stop = g_cancellable_new();
	bus->context = g_main_context_new();
	bus->in = oq_mailbox_new(bus->context, bus);
	bus->out = oq_mailbox_new(own, object);
	return bus;
}

void
oq_bus_on_gone(OqBus *bus, OqMailboxCall gone)
{
	g_return_if_fail(bus->thread == NULL);
	bus->gone = gone;
}

void
oq_bus_start(OqBus *bus)
{
	g_return_if_fail(bus->thread == NULL);
	bus->thread = g_thread_new("bus", run, bus);
}

void
oq_bus_free(OqBus *bus)
{
	if (bus == NULL)
		return;
	g_cancellable_cancel(bus->stop);
	g_main_context_wakeup(bus->context);
	if (bus->thread != NULL)
		g_thread_join(bus->thread);
	oq_mailbox_free(bus->in);
	oq_mailbox_free(bus->out);
	g_main_context_unref(bus->context);
	g_object_unref(bus->stop);
	g_free(bus);
}

static void
free_errand(gpointer data)
{
	Errand *errand = data;

	if (errand->free_letter != NULL)
		errand->free_letter(errand->letter);
	g_free(errand);
}

static void
run_errand(gpointer object, gpointer letter)
{
	OqBus *bus = object;
	Errand *errand = letter;

	if (oq_bus_connection(bus) != NULL && !g_cancellable_is_cancelled(bus->stop))
		errand->call(bus->object, errand->letter);
}

void
oq_bus_post(OqBus *bus, OqMailboxCall call, gpointer letter, GDestroyNotify free_letter)
{
	Errand *errand = g_new(Errand, 1);

	*errand = (Errand){call, letter, free_letter};
	oq_mailbox_post(bus->in, run_errand, errand, free_errand);
}

void
oq_bus_tell(OqBus *bus, OqMailboxCall call, gpointer letter, GDestroyNotify free_letter)
{
	oq_mailbox_post(bus->out, call, letter, free_letter);
}

GDBusConnection *
oq_bus_connection(OqBus *bus)
{
	return bus->is_closed ? NULL : bus->connection;
}

GCancellable *
oq_bus_stop(OqBus *bus)
{
	return bus->stop;
}
