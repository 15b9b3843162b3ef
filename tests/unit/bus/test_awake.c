#include "bus/awake.h"

#include "test_bus.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <poll.h>

#define SYSTEM  "DBUS_SYSTEM_BUS_ADDRESS"
#define SESSION "DBUS_SESSION_BUS_ADDRESS"

/** One bus for both, on which the test is logind and the portal. */
typedef struct {
	TestBus bus;
	OqAwake *awake;
	GString *log;
	int locks[2]; /* the other ends of the last that was given: idle, sleep; -1: none */
	gboolean gives_nonsense;
} Case;

static const char logind[] =
	"<node><interface name='org.freedesktop.login1.Manager'>"
	"<method name='Inhibit'><arg type='s'/><arg type='s'/><arg type='s'/><arg type='s'/>"
	"<arg type='h' direction='out'/></method></interface></node>";
static const char portal[] =
	"<node><interface name='org.freedesktop.portal.Inhibit'>"
	"<method name='Inhibit'><arg type='s'/><arg type='u'/><arg type='a{sv}'/>"
	"<arg type='o' direction='out'/></method></interface></node>";
static const char request[] = "<node><interface name='org.freedesktop.portal.Request'>"
			      "<method name='Close'/></interface></node>";

static void
give_lock(Case *c, GDBusMethodInvocation *invocation, gboolean is_sleep)
{
	g_autoptr(GUnixFDList) files = g_unix_fd_list_new();
	int ends[2];

	g_assert_cmpint(pipe2(ends, O_CLOEXEC), ==, 0);
	g_unix_fd_list_append(files, ends[1], NULL);
	close(ends[1]);
	if (c->locks[is_sleep] >= 0)
		close(c->locks[is_sleep]);
	c->locks[is_sleep] = ends[0];
	g_dbus_method_invocation_return_value_with_unix_fd_list(
		invocation, g_variant_new("(h)", c->gives_nonsense ? 77 : 0), files);
}

static void
call_logind(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
	const char *method G_GNUC_UNUSED, GVariant *arguments, GDBusMethodInvocation *invocation,
	gpointer data)
{
	Case *c = data;
	const char *what, *who, *why, *mode;

	g_variant_get(arguments, "(&s&s&s&s)", &what, &who, &why, &mode);
	g_assert_cmpstr(who, ==, "Oqyrman");
	g_assert_cmpstr(why, !=, "");
	g_string_append_printf(c->log, "%s %s;", what, mode);
	give_lock(c, invocation, strcmp(what, "sleep") == 0);
}

static void
call_portal(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED, const char *method,
	GVariant *arguments, GDBusMethodInvocation *invocation, gpointer data)
{
	Case *c = data;
	g_autoptr(GVariant) options = NULL;
	guint flags;

	if (strcmp(method, "Close") == 0) {
		g_string_append(c->log, "close;");
		g_dbus_method_invocation_return_value(invocation, NULL);
		return;
	}
	g_variant_get(arguments, "(&su@a{sv})", NULL, &flags, &options);
	g_assert_true(g_variant_lookup(options, "reason", "&s", NULL));
	g_string_append_printf(c->log, "portal %u;", flags);
	g_dbus_method_invocation_return_value(invocation, g_variant_new("(o)", "/request"));
}

static void
put_on_bus(Case *c, const char *xml, const char *path, GDBusInterfaceMethodCallFunc call)
{
	const GDBusInterfaceVTable table = {.method_call = call};
	g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml(xml, NULL);

	g_assert_cmpuint(g_dbus_connection_register_object(
				 c->bus.client, path, node->interfaces[0], &table, c, NULL, NULL),
		>, 0);
}

static void
take_name(Case *c, const char *name)
{
	g_variant_unref(test_bus_call(&c->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
		"org.freedesktop.DBus.RequestName", g_variant_new("(su)", name, 0)));
}

static void
fall_asleep(gpointer data)
{
	Case *c = data;
	struct pollfd lock = {.fd = c->locks[1]};

	g_assert_cmpint(poll(&lock, 1, 0), ==, 0); /* it is still held */
	g_string_append(c->log, "asleep;");
}

static void
wake_up(gpointer data)
{
	g_string_append(((Case *)data)->log, "awake;");
}

static const OqAwakeCalls calls = {fall_asleep, wake_up};

static void
set_up(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	c->log = g_string_new(NULL);
	c->locks[0] = c->locks[1] = -1;
	if (!test_bus_up(&c->bus, SYSTEM))
		return;
	g_setenv(SESSION, g_getenv(SYSTEM), TRUE);
	put_on_bus(c, logind, "/org/freedesktop/login1", call_logind);
	put_on_bus(c, portal, "/org/freedesktop/portal/desktop", call_portal);
	put_on_bus(c, request, "/request", call_portal);
	take_name(c, "org.freedesktop.login1");
	take_name(c, "org.freedesktop.portal.Desktop");
	c->awake = oq_awake_new(&calls, c);
}

static void
tear_down(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_awake_free(c->awake);
	test_bus_down(&c->bus, SYSTEM);
	g_unsetenv(SESSION);
	for (gsize i = 0; i < G_N_ELEMENTS(c->locks); i++)
		if (c->locks[i] >= 0)
			close(c->locks[i]);
	g_string_free(c->log, TRUE);
}

static void
await(Case *c, const char *what)
{
	test_bus_until(strstr(c->log->str, what) != NULL);
}

/* Until the lock's end here says that the other one is closed. */
static void
await_release(Case *c, int which)
{
	char byte;

	g_assert_cmpint(read(c->locks[which], &byte, 1), ==, 0);
}

/* The same where it has to be let go by this thread. */
static void
serve_until_released(Case *c, int which)
{
	struct pollfd lock = {.fd = c->locks[which]};

	while (poll(&lock, 1, 0) == 0)
		g_main_context_iteration(NULL, FALSE);
}

static void
hold(Case *c)
{
	oq_awake_hold(c->awake, TRUE);
	await(c, "idle block;");
	await(c, "sleep delay;");
	await(c, "portal 4;");
}

static void
test_held(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	oq_awake_hold(c->awake, FALSE); /* no news */
	hold(c);
	oq_awake_hold(c->awake, TRUE);
	oq_awake_hold(c->awake, FALSE);
	await_release(c, 0);
	await_release(c, 1);
	await(c, "close;");
	g_string_truncate(c->log, 0);
	hold(c);
	g_clear_pointer(&c->awake, oq_awake_free);
	await_release(c, 0);
	await_release(c, 1);
}

static void
emit(Case *c, GVariant *arguments)
{
	g_autoptr(GError) error = NULL;

	g_dbus_connection_emit_signal(c->bus.client, NULL, "/org/freedesktop/login1",
		"org.freedesktop.login1.Manager", "PrepareForSleep", arguments, &error);
	g_assert_no_error(error);
}

static void
test_sleep(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	hold(c);
	g_string_truncate(c->log, 0);
	emit(c, g_variant_new("(s)", "soon")); /* from no logind that there is */
	emit(c, g_variant_new("(b)", TRUE));
	await(c, "asleep;");
	serve_until_released(c, 1);
	emit(c, g_variant_new("(b)", FALSE));
	await(c, "sleep delay;");
	g_assert_cmpstr(c->log->str, ==, "asleep;awake;sleep delay;");
}

static void
test_nonsense(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	c->gives_nonsense = TRUE;
	hold(c);
	await_release(c, 0);
	await_release(c, 1);
}

static void
test_nobody(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	g_clear_pointer(&c->awake, oq_awake_free);
	g_dbus_connection_close_sync(c->bus.client, NULL, NULL);
	c->awake = oq_awake_new(&calls, c);
	oq_awake_hold(c->awake, TRUE);
	oq_awake_hold(c->awake, FALSE);
	g_clear_pointer(&c->awake, oq_awake_free);
	g_assert_cmpstr(c->log->str, ==, "");
}

static void
test_no_bus(void)
{
	g_setenv(SYSTEM, "unix:path=/nonexistent", TRUE);
	OqAwake *awake = oq_awake_new(&calls, NULL);
	oq_awake_hold(awake, TRUE);
	oq_awake_free(awake);
	oq_awake_free(NULL);
	g_unsetenv(SYSTEM);
}

#define ADD(name, function) g_test_add("/awake/" name, Case, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_setenv("XDG_RUNTIME_DIR", "/nonexistent", TRUE);
	ADD("held", test_held);
	ADD("sleep", test_sleep);
	ADD("nonsense", test_nonsense);
	ADD("nobody", test_nobody);
	g_test_add_func("/awake/no-bus", test_no_bus);
	return g_test_run();
}
