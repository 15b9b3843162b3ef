/* reader_object.c - see the header. */
#include "desktop/reader_object.h"

#include "bus/bus.h"
#include "desktop/reader_xml.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define BUS_NAME      "org.freedesktop.DBus"
#define BUS_PATH      "/org/freedesktop/DBus"
#define BUS_INTERFACE BUS_NAME

#define NOTIFICATIONS      "org.freedesktop.Notifications"
#define NOTIFICATIONS_PATH "/org/freedesktop/Notifications"

static const char *const state_names[] = {[OQ_SERVICE_IDLE] = "idle",
	[OQ_SERVICE_READING] = "reading",
	[OQ_SERVICE_PAUSED] = "paused"};

static const char *const outcome_names[] = {[OQ_SERVICE_HEARD] = "heard",
	[OQ_SERVICE_NOTHING] = "nothing",
	[OQ_SERVICE_STOPPED] = "stopped",
	[OQ_SERVICE_REPLACED] = "replaced",
	[OQ_SERVICE_FAILED] = "failed"};

/** What the properties are. */
typedef struct {
	OqServiceState state;
	guint speed_wpm, own_wpm;
} Figures;

struct _OqReaderObject {
	const OqReaderCalls *calls;
	gpointer data;
	OqBus *bus;

	/* What follows is the bus's thread's. */
	guint registration;
	guint name_lost; /* a subscription */
	Figures figures;
	char *sentence;
	guint32 notification; /* that was shown last; 0: none */
};

/* ---- in the thread of the service ---- */

static void
take_wish(gpointer object, gpointer letter)
{
	OqReaderObject *self = object;
	OqReaderWish *wish = letter;
	OqReaderWish *own = g_memdup2(wish, sizeof *wish);

	memset(wish, 0, sizeof *wish); /* what the mailbox frees is empty */
	self->calls->asked(own, self->data);
}

static void
take_meeting(gpointer object, gpointer letter)
{
	OqReaderObject *self = object;

	self->calls->met((OqReaderMeeting)GPOINTER_TO_UINT(letter), self->data);
}

static void
take_gone(gpointer object, gpointer letter)
{
	OqReaderObject *self = object;

	self->calls->met(letter == NULL ? OQ_READER_NO_BUS : OQ_READER_BUS_GONE, self->data);
}

/* ---- on the bus's thread: what is asked ---- */

static void
call_method(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED, const char *method,
	GVariant *arguments, GDBusMethodInvocation *call, gpointer data)
{
	OqReaderObject *self = data;
	OqReaderWish *wish = oq_reader_wish_new(method, arguments, call);

	if (wish != NULL)
		oq_bus_tell(self->bus, take_wish, wish, oq_reader_wish_free);
}

static GVariant *
make_property(const OqReaderObject *self, const char *name)
{
	const Figures *figures = &self->figures;

	if (strcmp(name, "State") == 0)
		return g_variant_new_string(state_names[figures->state]);
	if (strcmp(name, "Sentence") == 0)
		return g_variant_new_string(self->sentence != NULL ? self->sentence : "");
	if (strcmp(name, "Speed") == 0)
		return g_variant_new_uint32(figures->speed_wpm);
	if (strcmp(name, "Rate") == 0)
		return g_variant_new_double(
			(double)figures->speed_wpm / (double)MAX(figures->own_wpm, 1));
	return g_variant_new_string(OQ_VERSION);
}

static GVariant *
get_property(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED, const char *name,
	GError **error G_GNUC_UNUSED, gpointer data)
{
	return make_property(data, name);
}

static gboolean
set_property(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED, const char *name,
	GVariant *value, GError **error, gpointer data)
{
	OqReaderObject *self = data;
	double rate = g_variant_get_double(value);

	if (!(rate > 0) || !isfinite(rate)) {
		g_set_error(error, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
			"%s cannot be that number", name);
		return FALSE;
	}
	OqReaderWish *wish = g_new0(OqReaderWish, 1);
	wish->kind = OQ_READER_SET_RATE;
	wish->rate = rate;
	oq_bus_tell(self->bus, take_wish, wish, oq_reader_wish_free);
	return TRUE;
}

/** Of RequestName, as the D-Bus specification has them. */
enum { ALLOW_REPLACEMENT = 1, REPLACE_EXISTING = 2, DO_NOT_QUEUE = 4, NAME_EXISTS = 3 };

/* 0: the bus does not answer. */
static guint32
request_name(OqReaderObject *self, GDBusConnection *connection, guint32 how)
{
	guint32 outcome = 0;
	g_autoptr(GVariant) reply = g_dbus_connection_call_sync(connection, BUS_NAME, BUS_PATH,
		BUS_INTERFACE, "RequestName",
		g_variant_new("(su)", OQ_READER_NAME, how | DO_NOT_QUEUE), G_VARIANT_TYPE("(u)"),
		G_DBUS_CALL_FLAGS_NONE, -1, oq_bus_stop(self->bus), NULL);

	if (reply != NULL)
		g_variant_get(reply, "(u)", &outcome);
	return outcome;
}

/* Without a display it would be no better than who has the name. */
static OqReaderMeeting
take_name(OqReaderObject *self, GDBusConnection *connection)
{
	gboolean has_display = g_getenv("DISPLAY") != NULL || g_getenv("WAYLAND_DISPLAY") != NULL;
	guint32 outcome = request_name(self, connection, has_display ? REPLACE_EXISTING : 0);

	if (outcome == 0)
		return OQ_READER_NO_BUS;
	return outcome == NAME_EXISTS ? OQ_READER_SECOND : OQ_READER_NAMED;
}

static void
hear_name_lost(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
	const char *signal G_GNUC_UNUSED, GVariant *arguments G_GNUC_UNUSED, gpointer object)
{
	OqReaderObject *self = object;

	oq_bus_tell(self->bus, take_meeting, GUINT_TO_POINTER(OQ_READER_REPLACED), NULL);
}

static void
yield_name(gpointer object, gpointer letter G_GNUC_UNUSED)
{
	OqReaderObject *self = object;
	GDBusConnection *connection = oq_bus_connection(self->bus);

	if (connection != NULL)
		request_name(self, connection, ALLOW_REPLACEMENT);
}

void
oq_reader_object_yield(OqReaderObject *self)
{
	oq_bus_post(self->bus, yield_name, NULL, NULL);
}

/* The object is there before its name is. */
static void
meet(GDBusConnection *connection, gpointer object)
{
	static const GDBusInterfaceVTable table = {.method_call = call_method,
		.get_property = get_property,
		.set_property = set_property};
	OqReaderObject *self = object;
	g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml(reader_xml, NULL);

	self->name_lost = g_dbus_connection_signal_subscribe(connection, BUS_NAME, BUS_INTERFACE,
		"NameLost", BUS_PATH, OQ_READER_NAME, G_DBUS_SIGNAL_FLAGS_NONE, hear_name_lost,
		self, NULL);
	self->registration = g_dbus_connection_register_object(
		connection, OQ_READER_PATH, node->interfaces[0], &table, self, NULL, NULL);
	oq_bus_tell(self->bus, take_meeting, GUINT_TO_POINTER(take_name(self, connection)), NULL);
}

static void
leave(GDBusConnection *connection, gpointer object)
{
	OqReaderObject *self = object;

	g_dbus_connection_signal_unsubscribe(connection, self->name_lost);
	if (self->registration != 0)
		g_dbus_connection_unregister_object(connection, self->registration);
}

OqReaderObject *
oq_reader_object_new(const OqReaderCalls *calls, gpointer data)
{
	OqReaderObject *self = g_new0(OqReaderObject, 1);

	self->calls = calls;
	self->data = data;
	self->bus = oq_bus_new(OQ_BUS_SESSION, meet, leave, self);
	oq_bus_on_gone(self->bus, take_gone);
	oq_bus_start(self->bus);
	return self;
}

void
oq_reader_object_free(OqReaderObject *self)
{
	if (self == NULL)
		return;
	oq_bus_free(self->bus);
	g_free(self->sentence);
	g_free(self);
}

/* ---- on the bus's thread: what is told ---- */

static void
emit(OqReaderObject *self, const char *interface, const char *signal, GVariant *arguments)
{
	g_dbus_connection_emit_signal(oq_bus_connection(self->bus), NULL, OQ_READER_PATH, interface,
		signal, arguments, NULL);
}

static void
add_property(OqReaderObject *self, GVariantBuilder *changes, const char *name)
{
	g_variant_builder_add(changes, "{sv}", name, make_property(self, name));
}

static void
take_figures(gpointer object, gpointer letter)
{
	OqReaderObject *self = object;
	const Figures *now = letter, before = self->figures;
	g_auto(GVariantBuilder) changes = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE_VARDICT);

	self->figures = *now;
	if (now->state != before.state)
		add_property(self, &changes, "State");
	if (now->state == OQ_SERVICE_IDLE)
		g_clear_pointer(&self->sentence, g_free);
	if (now->speed_wpm != before.speed_wpm) {
		add_property(self, &changes, "Speed");
		add_property(self, &changes, "Rate");
	}
	if (now->state != before.state || now->speed_wpm != before.speed_wpm)
		emit(self, "org.freedesktop.DBus.Properties", "PropertiesChanged",
			g_variant_new("(s@a{sv}@as)", OQ_READER_INTERFACE,
				g_variant_builder_end(&changes), g_variant_new_strv(NULL, 0)));
}

void
oq_reader_object_update(OqReaderObject *self, const OqServiceStatus *status, guint own_wpm)
{
	const Figures figures = {status->state, status->speed_wpm, own_wpm};

	oq_bus_post(self->bus, take_figures, g_memdup2(&figures, sizeof figures), g_free);
}

/** What is told in a signal. */
typedef struct {
	const char *name;
	GVariant *arguments;
} Signal;

static void
free_signal(gpointer data)
{
	Signal *signal = data;

	g_variant_unref(signal->arguments);
	g_free(signal);
}

static void
send_signal(gpointer object, gpointer letter)
{
	OqReaderObject *self = object;
	const Signal *signal = letter;

	if (strcmp(signal->name, "SentenceStarted") == 0) {
		g_free(self->sentence);
		g_variant_get_child(signal->arguments, 3, "s", &self->sentence);
	}
	emit(self, OQ_READER_INTERFACE, signal->name, signal->arguments);
}

static void
tell(OqReaderObject *self, const char *name, GVariant *arguments)
{
	Signal *signal = g_new(Signal, 1);

	*signal = (Signal){name, g_variant_ref_sink(arguments)};
	oq_bus_post(self->bus, send_signal, signal, free_signal);
}

void
oq_reader_object_sentence(
	OqReaderObject *self, guint id, guint64 start, guint64 end, const char *sentence)
{
	tell(self, "SentenceStarted", g_variant_new("(utts)", id, start, end, sentence));
}

void
oq_reader_object_word(OqReaderObject *self, guint id, guint64 start, guint64 end)
{
	tell(self, "WordStarted", g_variant_new("(utt)", id, start, end));
}

void
oq_reader_object_finished(OqReaderObject *self, guint id, OqServiceOutcome outcome, const char *why)
{
	tell(self, "Finished",
		g_variant_new("(uss)", id, outcome_names[outcome], why != NULL ? why : ""));
}

static void
note_shown(GObject *connection, GAsyncResult *result, gpointer data)
{
	g_autoptr(GVariant) reply =
		g_dbus_connection_call_finish(G_DBUS_CONNECTION(connection), result, NULL);

	if (reply != NULL) /* or it was cancelled, and the object may be no more */
		g_variant_get(reply, "(u)", &((OqReaderObject *)data)->notification);
}

/* Who shows notifications may have to be started, and nobody waits for that. */
static void
show(gpointer object, gpointer letter)
{
	OqReaderObject *self = object;
	g_auto(GVariantBuilder) hints = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE_VARDICT);

	g_variant_builder_add(&hints, "{sv}", "transient", g_variant_new_boolean(TRUE));
	g_variant_builder_add(&hints, "{sv}", "desktop-entry", g_variant_new_string("oqyrman"));
	g_dbus_connection_call(oq_bus_connection(self->bus), NOTIFICATIONS, NOTIFICATIONS_PATH,
		NOTIFICATIONS, "Notify",
		g_variant_new("(susss@as@a{sv}i)", _("Oqyrman"), self->notification,
			"preferences-desktop-accessibility", _("Oqyrman"), (const char *)letter,
			g_variant_new_strv(NULL, 0), g_variant_builder_end(&hints), -1),
		G_VARIANT_TYPE("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, oq_bus_stop(self->bus),
		note_shown, self);
}

void
oq_reader_object_notify(OqReaderObject *self, const char *message)
{
	oq_bus_post(self->bus, show, g_strdup(message), g_free);
}
