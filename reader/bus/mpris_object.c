/* mpris_object.c - see the header. */
#include "bus/mpris_object.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static const char interfaces[] =
	"<node>"
	"<interface name='org.mpris.MediaPlayer2'>"
	"<method name='Raise'/>"
	"<method name='Quit'/>"
	"<property name='CanQuit' type='b' access='read'/>"
	"<property name='CanRaise' type='b' access='read'/>"
	"<property name='HasTrackList' type='b' access='read'/>"
	"<property name='Identity' type='s' access='read'/>"
	"<property name='DesktopEntry' type='s' access='read'/>"
	"<property name='SupportedUriSchemes' type='as' access='read'/>"
	"<property name='SupportedMimeTypes' type='as' access='read'/>"
	"</interface>"
	"<interface name='org.mpris.MediaPlayer2.Player'>"
	"<method name='Next'/>"
	"<method name='Previous'/>"
	"<method name='Pause'/>"
	"<method name='PlayPause'/>"
	"<method name='Stop'/>"
	"<method name='Play'/>"
	"<method name='Seek'><arg name='Offset' type='x'/></method>"
	"<method name='SetPosition'>"
	"<arg name='TrackId' type='o'/><arg name='Position' type='x'/>"
	"</method>"
	"<method name='OpenUri'><arg name='Uri' type='s'/></method>"
	"<signal name='Seeked'><arg name='Position' type='x'/></signal>"
	"<property name='PlaybackStatus' type='s' access='read'/>"
	"<property name='Rate' type='d' access='readwrite'/>"
	"<property name='Metadata' type='a{sv}' access='read'/>"
	"<property name='Volume' type='d' access='readwrite'/>"
	"<property name='Position' type='x' access='read'>"
	"<annotation name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='false'/>"
	"</property>"
	"<property name='MinimumRate' type='d' access='read'/>"
	"<property name='MaximumRate' type='d' access='read'/>"
	"<property name='CanGoNext' type='b' access='read'/>"
	"<property name='CanGoPrevious' type='b' access='read'/>"
	"<property name='CanPlay' type='b' access='read'/>"
	"<property name='CanPause' type='b' access='read'/>"
	"<property name='CanSeek' type='b' access='read'/>"
	"<property name='CanControl' type='b' access='read'>"
	"<annotation name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='false'/>"
	"</property>"
	"</interface>"
	"</node>";

static gboolean
is(const char *name, const char *other)
{
	return strcmp(name, other) == 0;
}

static void
ask(const OqMprisOwner *owner, OqMprisWish wish)
{
	owner->ask(&wish, owner->owner);
}

static void
ask_seek(const OqMprisOwner *owner, GVariant *arguments)
{
	gint64 offset_us;

	g_variant_get(arguments, "(x)", &offset_us);
	offset_us =
		oq_mpris_moment_offset(owner->now(owner->owner), offset_us, g_get_monotonic_time());
	ask(owner, (OqMprisWish){.kind = OQ_MPRIS_SEEK, .us = offset_us});
}

/* What is meant for another text comes too late; what lies outside of this one means nothing. */
static void
ask_position(const OqMprisOwner *owner, GVariant *arguments)
{
	const OqMprisMoment *now = owner->now(owner->owner);
	g_autofree char *own = oq_mpris_moment_track(now);
	gint64 length_us = now->state.length_us, position_us;
	const char *track;

	g_variant_get(arguments, "(&ox)", &track, &position_us);
	if (now->state.text > 0 && is(track, own) && position_us >= 0 &&
		(length_us == 0 || position_us <= length_us))
		ask(owner, (OqMprisWish){.kind = OQ_MPRIS_GO_TO, .us = position_us});
}

/* Raise does nothing: there is no window. */
static void
ask_plain(const OqMprisOwner *owner, const char *method)
{
	static const struct {
		const char *method;
		OqMprisWishKind kind;
	} plain[] = {{"Play", OQ_MPRIS_PLAY}, {"Pause", OQ_MPRIS_PAUSE},
		{"PlayPause", OQ_MPRIS_PLAY_PAUSE}, {"Stop", OQ_MPRIS_STOP},
		{"Next", OQ_MPRIS_NEXT}, {"Previous", OQ_MPRIS_PREVIOUS}};

	for (gsize i = 0; i < G_N_ELEMENTS(plain); i++)
		if (is(method, plain[i].method))
			ask(owner, (OqMprisWish){.kind = plain[i].kind});
}

/* When the answer has left: nobody may be there to send it afterwards. */
static void
quit(const OqMprisOwner *owner, GDBusConnection *connection)
{
	g_dbus_connection_flush_sync(connection, owner->stop, NULL);
	ask(owner, (OqMprisWish){.kind = OQ_MPRIS_QUIT});
}

static void
call_method(GDBusConnection *connection, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED, const char *method,
	GVariant *arguments, GDBusMethodInvocation *invocation, gpointer data)
{
	const OqMprisOwner *owner = data;

	if (is(method, "OpenUri")) {
		g_dbus_method_invocation_return_error_literal(
			invocation, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED, "it opens nothing");
		return;
	}
	if (is(method, "Seek"))
		ask_seek(owner, arguments);
	else if (is(method, "SetPosition"))
		ask_position(owner, arguments);
	else if (!is(method, "Quit"))
		ask_plain(owner, method);
	g_dbus_method_invocation_return_value(invocation, NULL);
	if (is(method, "Quit"))
		quit(owner, connection);
}

static GVariant *
root_property(const char *name)
{
	if (is(name, "Identity"))
		return g_variant_new_string(_("Oqyrman"));
	if (is(name, "DesktopEntry"))
		return g_variant_new_string("oqyrman");
	if (g_str_has_prefix(name, "Supported"))
		return g_variant_new_strv(NULL, 0);
	return g_variant_new_boolean(is(name, "CanQuit"));
}

static GVariant *
get_property(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface, const char *name,
	GError **error G_GNUC_UNUSED, gpointer data)
{
	const OqMprisOwner *owner = data;

	if (is(interface, OQ_MPRIS_ROOT))
		return root_property(name);
	GVariant *value =
		oq_mpris_moment_property(owner->now(owner->owner), name, g_get_monotonic_time());
	return value != NULL ? value : g_variant_new_boolean(TRUE); /* what it can do */
}

/* A rate of 0 is a pause, as MPRIS has it. */
static void
ask_rate(const OqMprisOwner *owner, double rate)
{
	const OqMprisState *state = &owner->now(owner->owner)->state;

	if (rate > 0)
		ask(owner, (OqMprisWish){.kind = OQ_MPRIS_SET_RATE,
				   .number = CLAMP(rate, state->min_rate, state->max_rate)});
	else
		ask(owner, (OqMprisWish){.kind = OQ_MPRIS_PAUSE});
}

static gboolean
set_property(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED, const char *name,
	GVariant *value, GError **error, gpointer data)
{
	double number = g_variant_get_double(value);
	gboolean is_rate = is(name, "Rate");

	if (isnan(number) || (is_rate && number < 0)) {
		g_set_error(error, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
			"%s cannot be that number", name);
		return FALSE;
	}
	if (is_rate)
		ask_rate(data, number);
	else
		ask(data,
			(OqMprisWish){.kind = OQ_MPRIS_SET_VOLUME, .number = CLAMP(number, 0, 1)});
	return TRUE;
}

void
oq_mpris_object_add(OqMprisObject *object, GDBusConnection *connection, const OqMprisOwner *owner)
{
	static const GDBusInterfaceVTable table = {.method_call = call_method,
		.get_property = get_property,
		.set_property = set_property};
	g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml(interfaces, NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(object->ids); i++)
		object->ids[i] = g_dbus_connection_register_object(connection, OQ_MPRIS_OBJECT,
			node->interfaces[i], &table, (gpointer)(guintptr)owner, NULL, NULL);
}

void
oq_mpris_object_remove(OqMprisObject *object, GDBusConnection *connection)
{
	for (gsize i = 0; i < G_N_ELEMENTS(object->ids); i++)
		if (object->ids[i] != 0)
			g_dbus_connection_unregister_object(connection, object->ids[i]);
}
