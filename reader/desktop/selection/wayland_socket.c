/* wayland_socket.c - see the header. */
#include "desktop/selection/wayland_socket.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static gboolean
find_socket(struct sockaddr_un *address)
{
	const char *name = g_getenv("WAYLAND_DISPLAY");
	const char *folder = g_getenv("XDG_RUNTIME_DIR");

	*address = (struct sockaddr_un){.sun_family = AF_UNIX};
	if (name == NULL || (!g_path_is_absolute(name) && folder == NULL))
		return FALSE;
	g_autofree char *path =
		g_path_is_absolute(name) ? g_strdup(name) : g_build_filename(folder, name, NULL);
	return g_strlcpy(address->sun_path, path, sizeof address->sun_path) <
	       sizeof address->sun_path;
}

int
oq_wayland_socket_open(gboolean *is_frozen)
{
	struct sockaddr_un address;
	int fd;

	*is_frozen = FALSE;
	if (!find_socket(&address))
		return -1;
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return -1;
	if (connect(fd, (struct sockaddr *)&address, sizeof address) == 0)
		return fd;
	*is_frozen = errno == EAGAIN;
	close(fd);
	return -1;
}
