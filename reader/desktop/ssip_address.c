/* ssip_address.c - see the header. */
#include "desktop/ssip_address.h"

#include <gio/gunixsocketaddress.h>
#include <string.h>

enum { USUAL_PORT = 6560 };

/* Where the session manager listens in its place a connection would start it: the file of its
 * process is there only while it runs. */
static GSocketConnectable *
find_usual(void)
{
	const char *runtime = g_getenv("XDG_RUNTIME_DIR");
	g_autofree char *folder = g_build_filename(
		runtime != NULL ? runtime : g_get_user_cache_dir(), "speech-dispatcher", NULL);
	g_autofree char *pid = g_build_filename(folder, "pid", "speech-dispatcher.pid", NULL);
	g_autofree char *path = g_build_filename(folder, "speechd.sock", NULL);

	if (!g_file_test(pid, G_FILE_TEST_EXISTS) || !g_file_test(path, G_FILE_TEST_EXISTS))
		return NULL;
	return G_SOCKET_CONNECTABLE(g_unix_socket_address_new(path));
}

GSocketConnectable *
oq_ssip_address_find(void)
{
	const char *address = g_getenv("SPEECHD_ADDRESS");
	const char *place = address != NULL ? strchr(address, ':') : NULL;

	if (address == NULL || *address == '\0' || g_str_equal(address, "unix_socket"))
		return find_usual();
	if (place == NULL || place[1] == '\0')
		return NULL;
	if (g_str_has_prefix(address, "unix_socket:"))
		return G_SOCKET_CONNECTABLE(g_unix_socket_address_new(place + 1));
	if (g_str_has_prefix(address, "inet_socket:"))
		return g_network_address_parse(place + 1, USUAL_PORT, NULL);
	return NULL;
}
