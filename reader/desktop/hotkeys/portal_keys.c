/* portal_keys.c - see the header. */
#include "desktop/hotkeys/portal_keys.h"

#include "desktop/hotkeys/portal_request.h"

#include <glib/gi18n.h>

#define SHORTCUTS "org.freedesktop.portal.GlobalShortcuts"
#define SESSION   "org.freedesktop.portal.Session"

/* A portal that ends whenever it is asked is not started for ever. */
#define MAX_RESTARTS 5

struct _OqPortalKeys {
	OqWishes *wishes;
	GCancellable *stop;
	GDBusConnection *bus; /* nullable: not yet, or no more */
	guint watch;
	gboolean is_met;          /* the portal is there, since this watch began */
	guint n_restarts;         /* without a key between them */
	OqPortalRequest *request; /* nullable */
	char *session;            /* nullable */
	guint activated, closed;  /* subscriptions */
};

static void watch_portal(OqPortalKeys *keys);

static void
unsubscribe(OqPortalKeys *keys, guint *subscription)
{
	if (*subscription != 0)
		g_dbus_connection_signal_unsubscribe(keys->bus, *subscription);
	*subscription = 0;
}

static void
forget_session(OqPortalKeys *keys)
{
	g_clear_pointer(&keys->request, oq_portal_request_free);
	unsubscribe(keys, &keys->activated);
	unsubscribe(keys, &keys->closed);
	g_clear_pointer(&keys->session, g_free);
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		OqWish *wish = &keys->wishes->each[deed];
		if (wish->state == OQ_WISH_GRANTED)
			wish->state = OQ_WISH_WAITING;
	}
}

static void
give_up(OqPortalKeys *keys, OqHotkeysError code)
{
	static const char *const messages[] = {
		[OQ_HOTKEYS_ERROR_NO_SOURCE] = OQ_WISHES_NOBODY,
		[OQ_HOTKEYS_ERROR_DENIED] = N_("the desktop was not allowed to give keys, or has "
					       "taken them back; allow them in its settings, and "
					       "start oqyrman desktop again"),
		[OQ_HOTKEYS_ERROR_GONE] = N_("the desktop's portal has gone, and the keys with it; "
					     "start oqyrman desktop again once it is back"),
	};

	forget_session(keys);
	oq_wishes_refuse_all(keys->wishes, code, _(messages[code]));
}

static void
take_key(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
	const char *signal G_GNUC_UNUSED, GVariant *arguments, gpointer data)
{
	OqPortalKeys *keys = data;
	const char *session, *id;
	OqDeed deed;

	if (!g_variant_is_of_type(arguments, G_VARIANT_TYPE("(osta{sv})")))
		return;
	g_variant_get(arguments, "(&o&sta{sv})", &session, &id, NULL, NULL);
	if (g_strcmp0(session, keys->session) != 0 || !oq_deed_parse(id, &deed))
		return;
	keys->n_restarts = 0;
	oq_wishes_press(keys->wishes, deed);
}

static void
take_back(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
	const char *signal G_GNUC_UNUSED, GVariant *arguments G_GNUC_UNUSED, gpointer data)
{
	give_up(data, OQ_HOTKEYS_ERROR_DENIED);
}

/* What the portal lacks is not there; all else is a refusal. */
static void
take_refusal(OqPortalKeys *keys, const GError *error)
{
	gboolean is_missing =
		g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD) ||
		g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_INTERFACE) ||
		g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT) ||
		g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);

	give_up(keys, is_missing ? OQ_HOTKEYS_ERROR_NO_SOURCE : OQ_HOTKEYS_ERROR_DENIED);
}

static void
grant(OqPortalKeys *keys, GVariant *shortcuts)
{
	GVariantIter iter;
	const char *id;
	OqDeed deed;

	g_variant_iter_init(&iter, shortcuts);
	while (g_variant_iter_next(&iter, "(&sa{sv})", &id, NULL)) {
		if (oq_deed_parse(id, &deed) && keys->wishes->each[deed].state == OQ_WISH_WAITING)
			keys->wishes->each[deed].state = OQ_WISH_GRANTED;
	}
}

static void
take_shortcuts(GVariant *results, const GError *error, gpointer data)
{
	OqPortalKeys *keys = data;

	if (results == NULL) {
		take_refusal(keys, error);
		return;
	}
	g_autoptr(GVariant) shortcuts =
		g_variant_lookup_value(results, "shortcuts", G_VARIANT_TYPE("a(sa{sv})"));
	g_clear_pointer(&keys->request, oq_portal_request_free);
	if (shortcuts != NULL)
		grant(keys, shortcuts);
	if (oq_wishes_count(keys->wishes, OQ_WISH_GRANTED) == 0) {
		give_up(keys, OQ_HOTKEYS_ERROR_DENIED);
		return;
	}
	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		if (keys->wishes->each[deed].state == OQ_WISH_WAITING)
			oq_wishes_refuse(keys->wishes, deed, OQ_HOTKEYS_ERROR_DENIED);
	}
}

static void
add_shortcut(GVariantBuilder *shortcuts, OqDeed deed, const OqChord *chord)
{
	g_autofree char *trigger = oq_chord_write(chord, OQ_CHORD_PORTAL);

	g_variant_builder_open(shortcuts, G_VARIANT_TYPE("(sa{sv})"));
	g_variant_builder_add(shortcuts, "s", oq_deed_name(deed));
	g_variant_builder_open(shortcuts, G_VARIANT_TYPE_VARDICT);
	g_variant_builder_add(
		shortcuts, "{sv}", "description", g_variant_new_string(oq_deed_title(deed)));
	g_variant_builder_add(
		shortcuts, "{sv}", "preferred_trigger", g_variant_new_string(trigger));
	g_variant_builder_close(shortcuts);
	g_variant_builder_close(shortcuts);
}

static GVariant *
make_shortcuts(const char *token, gpointer data)
{
	const OqPortalKeys *keys = data;
	g_auto(GVariantBuilder) shortcuts = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a(sa{sv})"));
	g_auto(GVariantBuilder) options = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE_VARDICT);

	for (OqDeed deed = 0; deed < OQ_N_DEEDS; deed++) {
		const OqWish *wish = &keys->wishes->each[deed];
		if (wish->state == OQ_WISH_WAITING)
			add_shortcut(&shortcuts, deed, &wish->chord);
	}
	g_variant_builder_add(&options, "{sv}", "handle_token", g_variant_new_string(token));
	return g_variant_new("(oa(sa{sv})sa{sv})", keys->session, &shortcuts, "", &options);
}

/* (transfer full) (nullable): it comes as a string, although it is a path. */
static char *
find_handle(GVariant *results)
{
	g_autoptr(GVariant) handle = g_variant_lookup_value(results, "session_handle", NULL);
	gboolean is_text =
		handle != NULL && (g_variant_is_of_type(handle, G_VARIANT_TYPE_STRING) ||
					  g_variant_is_of_type(handle, G_VARIANT_TYPE_OBJECT_PATH));
	const char *path = is_text ? g_variant_get_string(handle, NULL) : "";

	return g_variant_is_object_path(path) ? g_strdup(path) : NULL;
}

static void
take_session(GVariant *results, const GError *error, gpointer data)
{
	OqPortalKeys *keys = data;

	if (results == NULL) {
		take_refusal(keys, error);
		return;
	}
	g_clear_pointer(&keys->request, oq_portal_request_free);
	keys->session = find_handle(results);
	if (keys->session == NULL) {
		give_up(keys, OQ_HOTKEYS_ERROR_DENIED);
		return;
	}
	keys->activated = g_dbus_connection_signal_subscribe(keys->bus, OQ_PORTAL_NAME, SHORTCUTS,
		"Activated", OQ_PORTAL_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE, take_key, keys, NULL);
	keys->closed = g_dbus_connection_signal_subscribe(keys->bus, OQ_PORTAL_NAME, SESSION,
		"Closed", keys->session, NULL, G_DBUS_SIGNAL_FLAGS_NONE, take_back, keys, NULL);
	keys->request = oq_portal_request_new(
		keys->bus, SHORTCUTS, "BindShortcuts", make_shortcuts, take_shortcuts, keys);
}

static GVariant *
make_session(const char *token, gpointer data G_GNUC_UNUSED)
{
	g_autofree char *session = oq_portal_request_token();
	g_auto(GVariantBuilder) options = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE_VARDICT);

	g_variant_builder_add(&options, "{sv}", "handle_token", g_variant_new_string(token));
	g_variant_builder_add(
		&options, "{sv}", "session_handle_token", g_variant_new_string(session));
	return g_variant_new("(a{sv})", &options);
}

static void
meet_portal(GDBusConnection *connection G_GNUC_UNUSED, const char *name G_GNUC_UNUSED,
	const char *owner G_GNUC_UNUSED, gpointer data)
{
	OqPortalKeys *keys = data;

	keys->is_met = TRUE;
	forget_session(keys);
	if (oq_wishes_count(keys->wishes, OQ_WISH_WAITING) > 0)
		keys->request = oq_portal_request_new(
			keys->bus, SHORTCUTS, "CreateSession", make_session, take_session, keys);
}

/* Nobody else might start it again. */
static void
miss_portal(
	GDBusConnection *connection G_GNUC_UNUSED, const char *name G_GNUC_UNUSED, gpointer data)
{
	OqPortalKeys *keys = data;

	forget_session(keys);
	if (!keys->is_met && keys->n_restarts == 0) {
		give_up(keys, OQ_HOTKEYS_ERROR_NO_SOURCE);
	} else if (!keys->is_met || keys->n_restarts >= MAX_RESTARTS) {
		give_up(keys, OQ_HOTKEYS_ERROR_GONE);
	} else {
		keys->n_restarts++;
		watch_portal(keys);
	}
}

static void
watch_portal(OqPortalKeys *keys)
{
	g_clear_handle_id(&keys->watch, g_bus_unwatch_name);
	keys->is_met = FALSE;
	keys->watch = g_bus_watch_name_on_connection(keys->bus, OQ_PORTAL_NAME,
		G_BUS_NAME_WATCHER_FLAGS_AUTO_START, meet_portal, miss_portal, keys, NULL);
}

static void
disconnect(OqPortalKeys *keys)
{
	g_clear_handle_id(&keys->watch, g_bus_unwatch_name);
	if (keys->bus == NULL)
		return;
	g_signal_handlers_disconnect_by_data(keys->bus, keys);
	forget_session(keys);
	g_clear_object(&keys->bus);
}

static void
lose_bus(GDBusConnection *connection G_GNUC_UNUSED, gboolean vanished G_GNUC_UNUSED,
	GError *error G_GNUC_UNUSED, gpointer data)
{
	OqPortalKeys *keys = data;

	disconnect(keys);
	give_up(keys, OQ_HOTKEYS_ERROR_GONE);
}

static void
take_bus(GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
	OqPortalKeys *keys = data;
	g_autoptr(GError) error = NULL;
	GDBusConnection *bus = g_dbus_connection_new_for_address_finish(result, &error);

	if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		return;
	keys->bus = bus;
	if (bus == NULL) {
		give_up(keys, OQ_HOTKEYS_ERROR_NO_SOURCE);
		return;
	}
	g_signal_connect(bus, "closed", G_CALLBACK(lose_bus), keys);
	watch_portal(keys);
}

OqPortalKeys *
oq_portal_keys_new(OqWishes *wishes, const char *address)
{
	OqPortalKeys *keys = g_new0(OqPortalKeys, 1);

	keys->wishes = wishes;
	keys->stop = g_cancellable_new();
	g_dbus_connection_new_for_address(address,
		G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
			G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
		NULL, keys->stop, take_bus, keys);
	return keys;
}

void
oq_portal_keys_free(OqPortalKeys *keys)
{
	if (keys == NULL)
		return;
	g_cancellable_cancel(keys->stop);
	disconnect(keys);
	g_object_unref(keys->stop);
	g_free(keys);
}
