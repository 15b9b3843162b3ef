/* test_bus.h - for tests: a message bus of their own, and one who calls objects on it. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

typedef struct {
	GTestDBus *daemon;
	GDBusConnection *client; /* with its calls back in the default context */
} TestBus;

/** FALSE: there is no dbus-daemon here, and the test is skipped. @variable: by which it is found.
 */
static inline gboolean
test_bus_up(TestBus *bus, const char *variable)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *program = g_find_program_in_path("dbus-daemon");
	*bus = (TestBus){NULL, NULL};
	if (program == NULL) {
		g_test_skip("there is no dbus-daemon: install the package dbus");
		return FALSE;
	}
	bus->daemon = g_test_dbus_new(G_TEST_DBUS_NONE);
	g_test_dbus_up(bus->daemon);
	g_autofree char *address = g_strdup(g_test_dbus_get_bus_address(bus->daemon));
	g_unsetenv("DBUS_SESSION_BUS_ADDRESS");
	g_setenv(variable, address, TRUE);
	bus->client = g_dbus_connection_new_for_address_sync(address,
		G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
			G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
		NULL, NULL, &error);
	g_assert_no_error(error);
	return TRUE;
}

static inline void
test_bus_down(TestBus *bus, const char *variable)
{
	g_unsetenv(variable);
	if (bus->daemon == NULL)
		return;
	if (bus->client != NULL && !g_dbus_connection_is_closed(bus->client))
		g_dbus_connection_close_sync(bus->client, NULL, NULL);
	g_clear_object(&bus->client);
	g_test_dbus_down(bus->daemon);
	g_clear_object(&bus->daemon);
}

/** Iterates the default context until it is so; a test that waits in vain is ended by its limit. */
#define test_bus_until(condition)                                                                  \
	G_STMT_START                                                                               \
	{                                                                                          \
		while (!(condition))                                                               \
			g_main_context_iteration(NULL, TRUE);                                      \
	}                                                                                          \
	G_STMT_END

static inline void
test_bus_take_reply(GObject *source, GAsyncResult *result, gpointer data)
{
	GVariant **reply = data;
	g_autoptr(GError) error = NULL;
	*reply = g_dbus_connection_call_finish(G_DBUS_CONNECTION(source), result, &error);
	if (*reply == NULL) /* in place of it, how it failed */
		*reply = g_variant_ref_sink(
			g_variant_new_take_string(g_dbus_error_get_remote_error(error)));
}

/** (transfer full): the reply, or a string with the name of an error; meanwhile the default context
 * is served, where the object may be. */
static inline GVariant *
test_bus_call(const TestBus *bus, const char *name, const char *path, const char *method,
	GVariant *arguments)
{
	GVariant *reply = NULL;
	g_autofree char *interface = g_strndup(method, (gsize)(strrchr(method, '.') - method));
	g_dbus_connection_call(bus->client, name, path, interface, strrchr(method, '.') + 1,
		arguments, NULL, G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, test_bus_take_reply,
		&reply);
	test_bus_until(reply != NULL);
	return reply;
}

/** A socket that takes everybody in and says nothing; its address goes into @variable. */
static inline int
test_bus_mute(const char *folder, const char *variable)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	g_autofree char *path = g_build_filename(folder, "mute", NULL);
	g_autofree char *name = g_strconcat("unix:path=", path, NULL);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	g_strlcpy(address.sun_path, path, sizeof address.sun_path);
	g_assert_cmpint(bind(fd, (struct sockaddr *)&address, sizeof address), ==, 0);
	g_assert_cmpint(listen(fd, 5), ==, 0);
	g_setenv(variable, name, TRUE);
	return fd;
}

static inline void
test_bus_unmute(int fd, const char *folder, const char *variable)
{
	g_autofree char *path = g_build_filename(folder, "mute", NULL);
	g_unsetenv(variable);
	close(fd);
	g_unlink(path);
}
