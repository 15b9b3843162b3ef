/* give_keys grant|some|deny - a desktop that gives keys, behind the real portal: all of them, the
 * first of them, or none. It prints what is asked for, "given" when it has answered, and obeys
 * lines on standard input: "press ID", "revoke"; their end ends it. */
#include <gio/gio.h>
#include <glib-unix.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BACKEND   "org.freedesktop.impl.portal.desktop.test"
#define OBJECT    "/org/freedesktop/portal/desktop"
#define SHORTCUTS "org.freedesktop.impl.portal.GlobalShortcuts"
#define SESSION   "org.freedesktop.impl.portal.Session"

static const char xml[] =
	"<node><interface name='" SHORTCUTS "'>"
	"<method name='CreateSession'><arg type='o' direction='in'/><arg type='o' direction='in'/>"
	"<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
	"<arg type='u' direction='out'/><arg type='a{sv}' direction='out'/></method>"
	"<method name='BindShortcuts'><arg type='o' direction='in'/><arg type='o' direction='in'/>"
	"<arg type='a(sa{sv})' direction='in'/><arg type='s' direction='in'/>"
	"<arg type='a{sv}' direction='in'/>"
	"<arg type='u' direction='out'/><arg type='a{sv}' direction='out'/></method>"
	"<signal name='Activated'><arg type='o'/><arg type='s'/><arg type='t'/><arg type='a{sv}'/>"
	"</signal><property name='version' type='u' access='read'/></interface>"
	"<interface name='" SESSION "'><method name='Close'/><signal name='Closed'/>"
	"<property name='version' type='u' access='read'/></interface></node>";

typedef struct {
	const char *policy;
	GMainLoop *loop;
	GDBusConnection *bus;
	GDBusNodeInfo *node;
	char *session;
} Desktop;

static void
close_session(GDBusConnection *bus, const char *sender, const char *path, const char *interface,
	const char *method, GVariant *arguments, GDBusMethodInvocation *call, gpointer data)
{
	(void)bus, (void)sender, (void)path, (void)interface, (void)method, (void)arguments,
		(void)data;
	puts("closed");
	g_dbus_method_invocation_return_value(call, NULL);
}

static GVariant *
version(GDBusConnection *bus, const char *sender, const char *path, const char *interface,
	const char *property, GError **error, gpointer data)
{
	(void)bus, (void)sender, (void)path, (void)interface, (void)property, (void)error,
		(void)data;
	return g_variant_new_uint32(1);
}

static void
create_session(Desktop *desktop, GVariant *arguments, GDBusMethodInvocation *call)
{
	static const GDBusInterfaceVTable session = {close_session, version, NULL, {NULL}};
	g_free(desktop->session);
	g_variant_get(arguments, "(oos@a{sv})", NULL, &desktop->session, NULL, NULL);
	g_dbus_connection_register_object(desktop->bus, desktop->session,
		desktop->node->interfaces[1], &session, NULL, NULL, NULL);
	g_dbus_method_invocation_return_value(
		call, g_variant_new("(u@a{sv})", 0, g_variant_new("a{sv}", NULL)));
}

static void
print_wish(const char *id, GVariant *options)
{
	const char *description = "-", *trigger = "-";
	g_variant_lookup(options, "description", "&s", &description);
	g_variant_lookup(options, "preferred_trigger", "&s", &trigger);
	printf("%s: %s: %s\n", id, trigger, description);
}

static void
bind_shortcuts(Desktop *desktop, GVariant *arguments, GDBusMethodInvocation *call)
{
	g_autoptr(GVariantIter) wishes = NULL;
	GVariantBuilder given, results;
	const char *id;
	GVariant *options;
	guint n_given = 0;
	g_variant_get(arguments, "(ooa(sa{sv})sa{sv})", NULL, NULL, &wishes, NULL, NULL);
	g_variant_builder_init(&given, G_VARIANT_TYPE("a(sa{sv})"));
	g_variant_builder_init(&results, G_VARIANT_TYPE_VARDICT);
	while (g_variant_iter_next(wishes, "(&s@a{sv})", &id, &options)) {
		print_wish(id, options);
		if (strcmp(desktop->policy, "grant") == 0 || n_given == 0)
			g_variant_builder_add(&given, "(s@a{sv})", id, options);
		n_given++;
		g_variant_unref(options);
	}
	g_variant_builder_add(&results, "{sv}", "shortcuts", g_variant_builder_end(&given));
	g_dbus_method_invocation_return_value(call,
		g_variant_new("(ua{sv})", strcmp(desktop->policy, "deny") == 0 ? 1 : 0, &results));
	g_dbus_connection_flush_sync(desktop->bus, NULL, NULL);
	puts("given");
}

static void
take_call(GDBusConnection *bus, const char *sender, const char *path, const char *interface,
	const char *method, GVariant *arguments, GDBusMethodInvocation *call, gpointer data)
{
	(void)bus, (void)sender, (void)path, (void)interface;
	if (strcmp(method, "CreateSession") == 0)
		create_session(data, arguments, call);
	else
		bind_shortcuts(data, arguments, call);
}

static void
emit(Desktop *desktop, const char *order)
{
	if (strcmp(order, "revoke") == 0)
		g_dbus_connection_emit_signal(
			desktop->bus, NULL, desktop->session, SESSION, "Closed", NULL, NULL);
	else if (g_str_has_prefix(order, "press "))
		g_dbus_connection_emit_signal(desktop->bus, NULL, OBJECT, SHORTCUTS, "Activated",
			g_variant_new("(ost@a{sv})", desktop->session, order + strlen("press "),
				G_GUINT64_CONSTANT(1), g_variant_new("a{sv}", NULL)),
			NULL);
}

static gboolean
obey(gint fd, GIOCondition condition, gpointer data)
{
	Desktop *desktop = data;
	char bytes[256] = "";
	gssize n_bytes = (condition & G_IO_IN) != 0 ? read(fd, bytes, sizeof bytes - 1) : 0;
	g_auto(GStrv) orders = g_strsplit(bytes, "\n", -1);
	for (guint i = 0; orders[i] != NULL; i++)
		emit(desktop, orders[i]);
	if (n_bytes <= 0)
		g_main_loop_quit(desktop->loop);
	return n_bytes > 0;
}

static void
be_known(GDBusConnection *bus, const char *name, gpointer data)
{
	(void)bus, (void)name, (void)data;
	puts("ready");
}

int
main(int argc, char *argv[])
{
	static const GDBusInterfaceVTable shortcuts = {take_call, version, NULL, {NULL}};
	g_autoptr(GMainLoop) loop = g_main_loop_new(NULL, FALSE);
	g_autoptr(GDBusConnection) bus = g_bus_get_sync(G_BUS_TYPE_SESSION, NULL, NULL);
	g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml(xml, NULL);
	Desktop desktop = {argc > 1 ? argv[1] : "grant", loop, bus, node, NULL};

	setvbuf(stdout, NULL, _IOLBF, 0);
	if (bus == NULL)
		return 1;
	g_dbus_connection_set_exit_on_close(bus, FALSE);
	g_dbus_connection_register_object(
		bus, OBJECT, node->interfaces[0], &shortcuts, &desktop, NULL, NULL);
	g_bus_own_name_on_connection(
		bus, BACKEND, G_BUS_NAME_OWNER_FLAGS_NONE, be_known, NULL, NULL, NULL);
	g_unix_fd_add(STDIN_FILENO, G_IO_IN | G_IO_HUP, obey, &desktop);
	g_main_loop_run(loop);
	g_free(desktop.session);
	return 0;
}
