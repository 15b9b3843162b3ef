/* test_bus.h - for tests: a message bus of their own, and one who calls objects on it. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
	GPid daemon; /* 0: none */
	int output;
	GDBusConnection *client; /* with its calls back in the default context */
} TestBus;

/* It does not outlive a test that fails. */
static inline void
test_bus_tie(gpointer data)
{
	(void)data;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/* A bus that starts no services. (transfer full): its address */
static inline char *
test_bus_start(TestBus *bus)
{
	static const char settings[] =
		"<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
		"<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
		"<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";
	g_autoptr(GError) error = NULL;
	g_autofree char *file = NULL;
	char address[256] = "";
	close(g_file_open_tmp("oqyrman-XXXXXX", &file, &error));
	g_assert_no_error(error);
	g_assert_true(g_file_set_contents(file, settings, -1, NULL));
	g_autofree char *line =
		g_strconcat("dbus-daemon\n--nofork\n--print-address\n--config-file=", file, NULL);
	g_auto(GStrv) command = g_strsplit(line, "\n", -1);
	g_spawn_async_with_pipes(NULL, command, NULL,
		G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL,
		test_bus_tie, NULL, &bus->daemon, NULL, &bus->output, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpint(read(bus->output, address, sizeof address - 1), >, 0);
	g_unlink(file);
	return g_strdup(g_strstrip(address));
}

static inline void
test_bus_stop(TestBus *bus)
{
	if (bus->daemon == 0)
		return;
	kill(bus->daemon, SIGKILL);
	waitpid(bus->daemon, NULL, 0);
	close(bus->output);
	bus->daemon = 0;
}

/** FALSE: there is no dbus-daemon here, and the test is skipped. @variable: by which it is found.
 */
static inline gboolean
test_bus_up(TestBus *bus, const char *variable)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *program = g_find_program_in_path("dbus-daemon");
	*bus = (TestBus){0, -1, NULL};
	if (program == NULL) {
		g_test_skip("there is no dbus-daemon: install the package dbus");
		return FALSE;
	}
	g_autofree char *address = test_bus_start(bus);
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
	if (bus->client != NULL && !g_dbus_connection_is_closed(bus->client))
		g_dbus_connection_close_sync(bus->client, NULL, NULL);
	g_clear_object(&bus->client);
	test_bus_stop(bus);
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
