/* a11y_focus.c - see the header. */
#include "desktop/selection/a11y_focus.h"

#include <string.h>

#define REGISTRY      "org.a11y.atspi.Registry"
#define REGISTRY_PATH "/org/a11y/atspi/registry"

struct _OqA11yFocus {
	void (*changed)(gpointer data);
	gpointer data;
	OqA11yFocusState state;
	GCancellable *stop; /* of the connecting */
	GDBusConnection *connection;
	guint subscriptions[2];
	gulong closed;
	OqA11yObject object;
};

static void
change(OqA11yFocus *focus, OqA11yFocusState state)
{
	focus->state = state;
	focus->changed(focus->data);
}

static void
disconnect(OqA11yFocus *focus)
{
	if (focus->connection == NULL)
		return;
	g_signal_handler_disconnect(focus->connection, focus->closed);
	for (guint i = 0; i < G_N_ELEMENTS(focus->subscriptions); i++)
		g_dbus_connection_signal_unsubscribe(focus->connection, focus->subscriptions[i]);
	if (!g_dbus_connection_is_closed(focus->connection))
		g_dbus_connection_close(focus->connection, NULL, NULL, NULL);
	g_clear_object(&focus->connection);
	oq_a11y_object_clear(&focus->object);
}

static void
hear_closed(GDBusConnection *connection G_GNUC_UNUSED, gboolean was_remote G_GNUC_UNUSED,
	GError *error G_GNUC_UNUSED, gpointer data)
{
	disconnect(data);
	change(data, OQ_A11Y_NO_BUS);
}

void
oq_a11y_focus_learn(OqA11yFocus *focus, const OqA11yObject *object)
{
	if (object != NULL)
		oq_a11y_object_set(&focus->object, object->sender, object->path);
	else
		oq_a11y_object_clear(&focus->object);
	focus->state = object != NULL ? OQ_A11Y_KNOWN : OQ_A11Y_NOBODY;
}

void
oq_a11y_focus_doubt(OqA11yFocus *focus)
{
	oq_a11y_object_clear(&focus->object);
	focus->state = OQ_A11Y_UNKNOWN;
}

static gboolean
is_focused(const OqA11yFocus *focus, const char *sender, const char *path)
{
	return focus->state == OQ_A11Y_KNOWN && strcmp(focus->object.sender, sender) == 0 &&
	       strcmp(focus->object.path, path) == 0;
}

static void
hear_focus(GDBusConnection *connection G_GNUC_UNUSED, const char *sender, const char *path,
	const char *interface G_GNUC_UNUSED, const char *signal G_GNUC_UNUSED, GVariant *arguments,
	gpointer data)
{
	OqA11yFocus *focus = data;
	gint has_it;

	if (!g_variant_is_of_type(arguments, G_VARIANT_TYPE("(siiv*)")))
		return;
	g_variant_get_child(arguments, 1, "i", &has_it);
	if (has_it != 0) {
		oq_a11y_object_set(&focus->object, sender, path);
		focus->state = OQ_A11Y_KNOWN;
	} else if (is_focused(focus, sender, path)) {
		oq_a11y_focus_learn(focus, NULL);
	}
}

/* Where the window does not tell, too, who in it has the focus, that is looked for. */
static void
hear_window(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
	const char *signal G_GNUC_UNUSED, GVariant *arguments G_GNUC_UNUSED, gpointer data)
{
	OqA11yFocus *focus = data;

	if (focus->state == OQ_A11Y_NOBODY)
		focus->state = OQ_A11Y_UNKNOWN;
}

static void
listen_to(OqA11yFocus *focus, guint index, const char *event, const char *interface,
	const char *signal, const char *detail, GDBusSignalCallback heard)
{
	focus->subscriptions[index] = g_dbus_connection_signal_subscribe(focus->connection, NULL,
		interface, signal, NULL, detail, G_DBUS_SIGNAL_FLAGS_NONE, heard, focus, NULL);
	g_dbus_connection_call(focus->connection, REGISTRY, REGISTRY_PATH, REGISTRY,
		"RegisterEvent", g_variant_new("(s)", event), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
		NULL, NULL, NULL);
}

static void
fail(OqA11yFocus *focus)
{
	g_clear_object(&focus->stop);
	change(focus, OQ_A11Y_NO_BUS);
}

static void
take_connection(GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
	OqA11yFocus *focus = data;
	g_autoptr(GError) error = NULL;
	GDBusConnection *connection = g_dbus_connection_new_for_address_finish(result, &error);

	if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		return; /* there is no focus any more */
	if (connection == NULL) {
		fail(focus);
		return;
	}
	g_clear_object(&focus->stop);
	focus->connection = connection;
	focus->closed = g_signal_connect(connection, "closed", G_CALLBACK(hear_closed), focus);
	listen_to(focus, 0, "object:state-changed:focused", "org.a11y.atspi.Event.Object",
		"StateChanged", "focused", hear_focus);
	listen_to(focus, 1, "window:activate", "org.a11y.atspi.Event.Window", "Activate", NULL,
		hear_window);
	change(focus, OQ_A11Y_UNKNOWN);
}

static void
connect_to(OqA11yFocus *focus, const char *address)
{
	g_dbus_connection_new_for_address(address,
		G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
			G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
		NULL, focus->stop, take_connection, focus);
}

static void
take_address(GObject *source, GAsyncResult *result, gpointer data)
{
	OqA11yFocus *focus = data;
	g_autoptr(GError) error = NULL;
	g_autoptr(GVariant) reply =
		g_dbus_connection_call_finish(G_DBUS_CONNECTION(source), result, &error);
	const char *address;

	if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		return;
	if (reply == NULL) {
		fail(focus);
		return;
	}
	g_variant_get(reply, "(&s)", &address);
	connect_to(focus, address);
}

static void
take_session(GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
	OqA11yFocus *focus = data;
	g_autoptr(GError) error = NULL;
	g_autoptr(GDBusConnection) session = g_bus_get_finish(result, &error);

	if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		return;
	if (session == NULL) {
		fail(focus);
		return;
	}
	g_dbus_connection_set_exit_on_close(session, FALSE);
	g_dbus_connection_call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
		"GetAddress", NULL, G_VARIANT_TYPE("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, focus->stop,
		take_address, focus);
}

/* The variable is for tests, and for programs on another machine's display. */
void
oq_a11y_focus_connect(OqA11yFocus *focus)
{
	const char *address = g_getenv("AT_SPI_BUS_ADDRESS");

	if (focus->state != OQ_A11Y_NO_BUS)
		return;
	focus->state = OQ_A11Y_CONNECTING;
	focus->stop = g_cancellable_new();
	if (address != NULL && *address != '\0')
		connect_to(focus, address);
	else
		g_bus_get(G_BUS_TYPE_SESSION, focus->stop, take_session, focus);
}

OqA11yFocus *
oq_a11y_focus_new(void (*changed)(gpointer data), gpointer data)
{
	OqA11yFocus *focus = g_new0(OqA11yFocus, 1);

	focus->changed = changed;
	focus->data = data;
	focus->state = OQ_A11Y_NO_BUS;
	oq_a11y_focus_connect(focus);
	return focus;
}

OqA11yFocusState
oq_a11y_focus_state(const OqA11yFocus *focus)
{
	return focus->state;
}

const OqA11yObject *
oq_a11y_focus_object(const OqA11yFocus *focus)
{
	return &focus->object;
}

GDBusConnection *
oq_a11y_focus_connection(const OqA11yFocus *focus)
{
	return focus->connection;
}

void
oq_a11y_focus_free(OqA11yFocus *focus)
{
	if (focus == NULL)
		return;
	if (focus->stop != NULL) {
		g_cancellable_cancel(focus->stop);
		g_object_unref(focus->stop);
	}
	disconnect(focus);
	g_free(focus);
}
