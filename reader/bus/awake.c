/* awake.c - see the header. */
#include "bus/awake.h"

#include "bus/bus.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define LOGIND         "org.freedesktop.login1"
#define LOGIND_PATH    "/org/freedesktop/login1"
#define LOGIND_MANAGER "org.freedesktop.login1.Manager"
#define PORTAL         "org.freedesktop.portal.Desktop"
#define PORTAL_PATH    "/org/freedesktop/portal/desktop"

enum { PORTAL_SUSPEND = 4 }; /* of the flags of its Inhibit */

struct _OqAwake {
	const OqAwakeCalls *calls;
	gpointer data;
	OqBus *system, *session;
	gboolean is_reading; /* as hold was told last */

	/* The system bus's thread's. */
	guint subscription;
	int idle_lock, sleep_lock; /* -1: none */

	char *request; /* (nullable): the session bus's thread's: the portal's */
};

/* -1: logind has none for us. It asks nobody for leave here, so it is quick. */
static int
take_lock(OqAwake *awake, const char *what, const char *why, const char *mode)
{
	gint32 index;
	g_autoptr(GUnixFDList) files = NULL;
	g_autoptr(GVariant) reply = g_dbus_connection_call_with_unix_fd_list_sync(
		oq_bus_connection(awake->system), LOGIND, LOGIND_PATH, LOGIND_MANAGER, "Inhibit",
		g_variant_new("(ssss)", what, _("Oqyrman"), why, mode), G_VARIANT_TYPE("(h)"),
		G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, &files, oq_bus_stop(awake->system),
		NULL);

	if (reply == NULL || files == NULL)
		return -1;
	g_variant_get(reply, "(h)", &index);
	return index >= 0 && index < g_unix_fd_list_get_length(files)
		       ? g_unix_fd_list_get(files, index, NULL)
		       : -1;
}

static void
release(int *lock)
{
	if (*lock >= 0)
		close(g_steal_fd(lock));
}

static void
hold_system(gpointer object, gpointer letter)
{
	OqAwake *awake = object;

	if (letter == NULL) {
		release(&awake->idle_lock);
		release(&awake->sleep_lock);
		return;
	}
	if (awake->idle_lock < 0)
		awake->idle_lock =
			take_lock(awake, "idle", _("a text is being read aloud"), "block");
	if (awake->sleep_lock < 0)
		awake->sleep_lock = take_lock(
			awake, "sleep", _("the place in the text is being saved"), "delay");
}

static void
let_sleep(gpointer object, gpointer letter G_GNUC_UNUSED)
{
	release(&((OqAwake *)object)->sleep_lock);
}

/* In the caller's thread; each may free it, and the next one is then not called. */

static void
fall_asleep(gpointer object, gpointer letter G_GNUC_UNUSED)
{
	OqAwake *awake = object;

	awake->calls->falls_asleep(awake->data);
}

static void
be_ready(gpointer object, gpointer letter G_GNUC_UNUSED)
{
	oq_bus_post(((OqAwake *)object)->system, let_sleep, NULL, NULL);
}

static void
wake_up(gpointer object, gpointer letter G_GNUC_UNUSED)
{
	OqAwake *awake = object;

	awake->calls->wakes_up(awake->data);
}

static void
hold_again(gpointer object, gpointer letter G_GNUC_UNUSED)
{
	OqAwake *awake = object;

	oq_bus_post(awake->system, hold_system, GINT_TO_POINTER(awake->is_reading), NULL);
}

static void
hear_logind(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
	const char *signal G_GNUC_UNUSED, GVariant *arguments, gpointer data)
{
	OqAwake *awake = data;
	gboolean sleeps;

	if (!g_variant_is_of_type(arguments, G_VARIANT_TYPE("(b)")))
		return;
	g_variant_get(arguments, "(b)", &sleeps);
	oq_bus_tell(awake->system, sleeps ? fall_asleep : wake_up, NULL, NULL);
	oq_bus_tell(awake->system, sleeps ? be_ready : hold_again, NULL, NULL);
}

static void
meet_system(GDBusConnection *connection, gpointer object)
{
	OqAwake *awake = object;

	awake->subscription = g_dbus_connection_signal_subscribe(connection, LOGIND, LOGIND_MANAGER,
		"PrepareForSleep", LOGIND_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE, hear_logind, awake,
		NULL);
}

static void
leave_system(GDBusConnection *connection, gpointer object)
{
	g_dbus_connection_signal_unsubscribe(connection, ((OqAwake *)object)->subscription);
	hold_system(object, NULL);
}

/* A portal is started on a desktop alone. */
static GDBusCallFlags
portal_flags(void)
{
	return g_getenv("DISPLAY") != NULL || g_getenv("WAYLAND_DISPLAY") != NULL
		       ? G_DBUS_CALL_FLAGS_NONE
		       : G_DBUS_CALL_FLAGS_NO_AUTO_START;
}

static GVariant *
call_portal(OqAwake *awake, const char *path, const char *interface, const char *method,
	GVariant *arguments)
{
	return g_dbus_connection_call_sync(oq_bus_connection(awake->session), PORTAL, path,
		interface, method, arguments, NULL, portal_flags(), -1, oq_bus_stop(awake->session),
		NULL);
}

/* The portal ends what it was asked for when its asker leaves the bus. */
static void
close_request(OqAwake *awake)
{
	g_autofree char *request = g_steal_pointer(&awake->request);

	if (request == NULL)
		return;
	g_autoptr(GVariant) reply =
		call_portal(awake, request, "org.freedesktop.portal.Request", "Close", NULL);
}

static void
hold_session(gpointer object, gpointer letter)
{
	OqAwake *awake = object;
	g_auto(GVariantBuilder) options = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE_VARDICT);

	close_request(awake);
	if (letter == NULL)
		return;
	g_variant_builder_add(
		&options, "{sv}", "reason", g_variant_new_string(_("a text is being read aloud")));
	g_autoptr(GVariant) reply =
		call_portal(awake, PORTAL_PATH, "org.freedesktop.portal.Inhibit", "Inhibit",
			g_variant_new("(sua{sv})", "", PORTAL_SUSPEND, &options));
	if (reply != NULL && g_variant_is_of_type(reply, G_VARIANT_TYPE("(o)")))
		g_variant_get(reply, "(o)", &awake->request);
}

static OqAwake *
make(const OqAwakeCalls *calls, gpointer data)
{
	OqAwake *awake = g_new0(OqAwake, 1);

	awake->calls = calls;
	awake->data = data;
	awake->idle_lock = awake->sleep_lock = -1;
	awake->system = oq_bus_new(OQ_BUS_SYSTEM, meet_system, leave_system, awake);
	awake->session = oq_bus_new(OQ_BUS_SESSION, NULL, NULL, awake);
	return awake;
}

OqAwake *
oq_awake_new(const OqAwakeCalls *calls, gpointer data)
{
	OqAwake *awake = make(calls, data);

	oq_bus_start(awake->system);
	oq_bus_start(awake->session);
	return awake;
}

void
oq_awake_free(OqAwake *awake)
{
	if (awake == NULL)
		return;
	oq_bus_free(awake->system);
	oq_bus_free(awake->session);
	g_free(awake->request);
	g_free(awake);
}

void
oq_awake_hold(OqAwake *awake, gboolean is_reading)
{
	if (awake->is_reading == is_reading)
		return;
	awake->is_reading = is_reading;
	oq_bus_post(awake->system, hold_system, GINT_TO_POINTER(is_reading), NULL);
	oq_bus_post(awake->session, hold_session, GINT_TO_POINTER(is_reading), NULL);
}
