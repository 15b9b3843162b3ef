#include "desktop/selection/wayland_socket.h"

#include <glib/gstdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int
listen_at(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	g_strlcpy(address.sun_path, path, sizeof address.sun_path);
	g_assert_cmpint(bind(fd, (struct sockaddr *)&address, sizeof address), ==, 0);
	g_assert_cmpint(listen(fd, 0), ==, 0);
	return fd;
}

static void
check_refused(const char *display, gboolean should_be_frozen)
{
	gboolean is_frozen = !should_be_frozen;

	g_setenv("WAYLAND_DISPLAY", display, TRUE);
	g_assert_cmpint(oq_wayland_socket_open(&is_frozen), ==, -1);
	g_assert_cmpint(is_frozen, ==, should_be_frozen);
}

static void
test_found(void)
{
	gboolean is_frozen;
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "wayland-9", NULL);
	int server = listen_at(path);

	g_setenv("XDG_RUNTIME_DIR", folder, TRUE);
	g_setenv("WAYLAND_DISPLAY", "wayland-9", TRUE);
	int client = oq_wayland_socket_open(&is_frozen);
	g_assert_cmpint(client, >=, 0);
	check_refused(path, TRUE); /* the only place in its queue is taken */
	g_unsetenv("XDG_RUNTIME_DIR");
	check_refused("wayland-9", FALSE);
	close(accept(server, NULL, NULL));
	close(client);
	g_setenv("WAYLAND_DISPLAY", path, TRUE);
	client = oq_wayland_socket_open(&is_frozen);
	g_assert_cmpint(client, >=, 0);
	close(client);
	close(server);
	check_refused(path, FALSE);
	g_unlink(path);
	check_refused(path, FALSE);
	g_rmdir(folder);
}

static void
test_nonsense(void)
{
	gboolean is_frozen;
	g_autofree char *long_name = g_strnfill(300, 'a');
	g_autofree char *path = g_strconcat("/", long_name, NULL);

	check_refused(path, FALSE);
	g_unsetenv("WAYLAND_DISPLAY");
	g_assert_cmpint(oq_wayland_socket_open(&is_frozen), ==, -1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/wayland-socket/found", test_found);
	g_test_add_func("/wayland-socket/nonsense", test_nonsense);
	return g_test_run();
}
