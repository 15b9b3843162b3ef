/* by_service.c - see the header. */
#include "cli/by_service.h"

#include "bus/bus.h"
#include "cli/inputs.h"

#include <glib/gi18n.h>
#include <string.h>

#define NAME      "kz.oqyrman.Reader1"
#define PATH      "/kz/oqyrman/Reader1"
#define INTERFACE "kz.oqyrman.Reader1"

enum {
	SAY_MS = 2000, /* it takes a text at once, unless it hangs */
	DO_MS = 10000, /* it may have to be started, and asks for a second what is selected */
};

G_DEFINE_QUARK(oq_by_service_error, oq_by_service_error)

static GDBusConnection *
connect_to(const OqCall *call, GError **error)
{
	g_autofree char *address = oq_bus_address(OQ_BUS_SESSION);
	GDBusConnection *connection =
		address == NULL ? NULL
				: g_dbus_connection_new_for_address_sync(address,
					  G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
						  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
					  NULL, call->stop, NULL);

	if (connection == NULL && !g_cancellable_set_error_if_cancelled(call->stop, error))
		g_set_error_literal(error, OQ_BY_SERVICE_ERROR, OQ_BY_SERVICE_ERROR_NONE,
			_("there is no session bus here; oqyrman selection works within a "
			  "desktop's "
			  "session"));
	return connection;
}

/* What the service says is for the user; all else means that there is none. */
static void
propagate(GError **error, const GError *failure)
{
	g_autofree char *name = g_dbus_error_get_remote_error(failure);
	g_autoptr(GError) plain = g_error_copy(failure);

	g_dbus_error_strip_remote_error(plain);
	if (g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		g_propagate_error(error, g_steal_pointer(&plain));
	else if (name != NULL && g_str_has_prefix(name, INTERFACE ".Error."))
		g_set_error_literal(
			error, OQ_BY_SERVICE_ERROR, OQ_BY_SERVICE_ERROR_FAILED, plain->message);
	else if (g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
		 g_error_matches(failure, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY))
		g_set_error_literal(error, OQ_BY_SERVICE_ERROR, OQ_BY_SERVICE_ERROR_NONE,
			_("oqyrman desktop does not answer; end it, and start it again"));
	else
		g_set_error_literal(error, OQ_BY_SERVICE_ERROR, OQ_BY_SERVICE_ERROR_NONE,
			_("oqyrman desktop does not run; start it, or enable it for the session "
			  "with systemctl --user enable --now oqyrman-desktop"));
}

gboolean
oq_by_service_do(const OqCall *call, OqDeed deed, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GDBusConnection) connection = connect_to(call, error);

	if (connection == NULL)
		return FALSE;
	g_autoptr(GVariant) reply = g_dbus_connection_call_sync(connection, NAME, PATH, INTERFACE,
		"Deed", g_variant_new("(s)", oq_deed_name(deed)), NULL, G_DBUS_CALL_FLAGS_NONE,
		DO_MS, call->stop, &failure);
	if (reply == NULL)
		propagate(error, failure);
	return reply != NULL;
}

/* ---- a text that is said ---- */

/** What is known of it. */
typedef struct {
	const OqCall *call;
	GMainContext *context;
	GDBusConnection *connection;
	guint id;      /* 0: not known yet */
	char *outcome; /* (nullable): how it ended */
	char *message;
	gboolean is_gone; /* the service */
} Saying;

static void
saying_clear(Saying *saying)
{
	g_clear_object(&saying->connection);
	g_clear_pointer(&saying->context, g_main_context_unref);
	g_free(saying->outcome);
	g_free(saying->message);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Saying, saying_clear)

/* Nothing is told of it before its number is known, as signals wait in the context. */
static void
note_finished(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
	const char *signal G_GNUC_UNUSED, GVariant *arguments, gpointer data)
{
	Saying *saying = data;
	guint id;

	if (!g_variant_is_of_type(arguments, G_VARIANT_TYPE("(uss)")) || saying->outcome != NULL)
		return;
	g_variant_get_child(arguments, 0, "u", &id);
	if (id == saying->id)
		g_variant_get(arguments, "(uss)", NULL, &saying->outcome, &saying->message);
}

static void
note_owner(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
	const char *signal G_GNUC_UNUSED, GVariant *arguments G_GNUC_UNUSED, gpointer data)
{
	((Saying *)data)->is_gone = TRUE;
}

static void
note_closed(GDBusConnection *connection G_GNUC_UNUSED, gboolean vanished G_GNUC_UNUSED,
	GError *error G_GNUC_UNUSED, gpointer data)
{
	((Saying *)data)->is_gone = TRUE;
}

static void
listen(Saying *saying)
{
	g_dbus_connection_signal_subscribe(saying->connection, NAME, INTERFACE, "Finished", PATH,
		NULL, G_DBUS_SIGNAL_FLAGS_NONE, note_finished, saying, NULL);
	g_dbus_connection_signal_subscribe(saying->connection, "org.freedesktop.DBus",
		"org.freedesktop.DBus", "NameOwnerChanged", "/org/freedesktop/DBus", NAME,
		G_DBUS_SIGNAL_FLAGS_NONE, note_owner, saying, NULL);
	g_signal_connect(saying->connection, "closed", G_CALLBACK(note_closed), saying);
}

/* What was asked for on the command line, and the service does as the configuration says. */
static gboolean
is_within_its_means(const OqOptions *options)
{
	static const char *const known[] = {"spell", "wait", "interrupt", "quiet", "verbose", NULL};
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);

	for (gsize i = 0; i < n_options; i++)
		if (oq_options_is_given(options, &table[i]) &&
			!g_strv_contains(known, table[i].name))
			return FALSE;
	return TRUE;
}

static GVariant *
make_arguments(const OqOptions *options, const char *text)
{
	g_auto(GVariantBuilder) wishes = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE_VARDICT);
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	if (options->spell)
		g_variant_builder_add(&wishes, "{sv}", "spell", g_variant_new_boolean(TRUE));
	if (options->wait || options->interrupt)
		g_variant_builder_add(
			&wishes, "{sv}", "queue", g_variant_new_boolean(options->wait));
	return g_variant_new("(s@a{sv})", valid, g_variant_builder_end(&wishes));
}

static gboolean
begin(Saying *saying, const char *text, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GVariant) reply =
		g_dbus_connection_call_sync(saying->connection, NAME, PATH, INTERFACE, "Say",
			make_arguments(saying->call->options, text), G_VARIANT_TYPE("(u)"),
			G_DBUS_CALL_FLAGS_NO_AUTO_START, SAY_MS, saying->call->stop, &failure);

	if (reply == NULL)
		propagate(error, failure);
	else
		g_variant_get(reply, "(u)", &saying->id);
	return reply != NULL;
}

/* On the thread that cancels. */
static void
wake(GCancellable *stop G_GNUC_UNUSED, gpointer context)
{
	g_main_context_wakeup(context);
}

static void
wait_for_end(Saying *saying)
{
	GCancellable *stop = saying->call->stop;
	gulong id = g_cancellable_connect(stop, G_CALLBACK(wake), saying->context, NULL);

	while (saying->outcome == NULL && !saying->is_gone && !g_cancellable_is_cancelled(stop))
		g_main_context_iteration(saying->context, TRUE);
	g_cancellable_disconnect(stop, id);
	if (saying->outcome != NULL || saying->is_gone)
		return;
	g_dbus_connection_call(saying->connection, NAME, PATH, INTERFACE, "Cancel",
		g_variant_new("(u)", saying->id), NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL,
		NULL, NULL);
	g_dbus_connection_flush_sync(saying->connection, NULL, NULL);
}

static gboolean
judge(const Saying *saying, GError **error)
{
	const char *outcome = saying->outcome;

	if (g_strcmp0(outcome, "heard") == 0)
		return TRUE;
	if (g_cancellable_set_error_if_cancelled(saying->call->stop, error))
		return FALSE;
	if (g_strcmp0(outcome, "nothing") == 0)
		g_set_error_literal(error, OQ_INPUTS_ERROR, OQ_INPUTS_ERROR_NOTHING,
			_("there is not a word in this that can be said"));
	else if (g_strcmp0(outcome, "stopped") == 0)
		g_set_error_literal(error, OQ_TURN_ERROR, OQ_TURN_ERROR_ASKED, _("it was stopped"));
	else if (g_strcmp0(outcome, "replaced") == 0)
		g_set_error_literal(error, OQ_TURN_ERROR, OQ_TURN_ERROR_ASKED,
			_("another reader has the turn now"));
	else
		g_set_error_literal(error, OQ_BY_SERVICE_ERROR, OQ_BY_SERVICE_ERROR_FAILED,
			saying->message != NULL && *saying->message != '\0'
				? saying->message
				: _("oqyrman desktop has ended meanwhile"));
	return FALSE;
}

static gboolean
say(Saying *saying, const char *text, GError **error)
{
	saying->connection = connect_to(saying->call, error);
	if (saying->connection == NULL)
		return FALSE;
	listen(saying);
	if (!begin(saying, text, error))
		return FALSE;
	wait_for_end(saying);
	return judge(saying, error);
}

gboolean
oq_by_service_say(const OqCall *call, const char *text, GError **error)
{
	g_auto(Saying) saying = {.call = call, .context = g_main_context_new()};
	gboolean is_said;

	if (!is_within_its_means(call->options)) {
		g_set_error_literal(error, OQ_BY_SERVICE_ERROR, OQ_BY_SERVICE_ERROR_NONE, "");
		return FALSE;
	}
	g_main_context_push_thread_default(saying.context);
	is_said = say(&saying, text, error);
	if (saying.connection != NULL)
		g_dbus_connection_close_sync(saying.connection, NULL, NULL);
	while (g_main_context_iteration(saying.context, FALSE))
		continue;
	g_main_context_pop_thread_default(saying.context);
	return is_said;
}
