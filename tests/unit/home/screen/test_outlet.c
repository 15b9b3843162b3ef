#include "home/screen/outlet.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#define LARGE (1024 * 1024)

static void
count(gpointer data)
{
	++*(guint *)data;
}

/* All that comes until so many bytes are there; the context runs meanwhile. */
static char *
read_all(int fd, gsize n_bytes)
{
	GString *all = g_string_new(NULL);
	char buffer[8192];

	while (all->len < n_bytes) {
		gssize n = read(fd, buffer, sizeof buffer);
		g_assert_cmpint(n, >, 0);
		g_string_append_len(all, buffer, n);
		while (g_main_context_iteration(NULL, FALSE))
			;
	}
	return g_string_free(all, FALSE);
}

static void
write_much(OqOutlet *outlet)
{
	for (guint i = 0; i < LARGE / 8; i++)
		oq_outlet_write(outlet, "0123456\n", 8);
}

/* What nobody reads waits; then it comes in order, and the end is told once. */
static void
check_waiting(int write_fd, int read_fd)
{
	guint n_drained = 0;
	int flags = fcntl(write_fd, F_GETFL);
	g_autoptr(OqOutlet) outlet = oq_outlet_new(write_fd, count, &n_drained);

	oq_outlet_write(outlet, "first\n", 6);
	g_assert_true(oq_outlet_is_idle(outlet));
	g_autofree char *first = read_all(read_fd, 6);
	g_assert_cmpstr(first, ==, "first\n");
	write_much(outlet);
	g_assert_false(oq_outlet_is_idle(outlet));
	g_assert_cmpuint(n_drained, ==, 0);
	g_autofree char *all = read_all(read_fd, LARGE);
	for (gsize i = 0; i < LARGE; i += 8)
		g_assert_cmpmem(all + i, 8, "0123456\n", 8);
	while (g_main_context_iteration(NULL, FALSE))
		;
	g_assert_true(oq_outlet_is_idle(outlet));
	g_assert_cmpuint(n_drained, ==, 1);
	g_assert_cmpint(fcntl(write_fd, F_GETFL), ==, flags);
}

static void
test_pipe(void)
{
	int fds[2];

	g_assert_cmpint(pipe(fds), ==, 0);
	check_waiting(fds[1], fds[0]);
	close(fds[0]);
	close(fds[1]);
}

static void
test_socket(void)
{
	int fds[2];

	g_assert_cmpint(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), ==, 0);
	check_waiting(fds[1], fds[0]);
	close(fds[0]);
	close(fds[1]);
}

static int
open_terminal(int *terminal)
{
	struct termios settings;
	int end = posix_openpt(O_RDWR | O_NOCTTY);

	g_assert_cmpint(grantpt(end), ==, 0);
	g_assert_cmpint(unlockpt(end), ==, 0);
	*terminal = open(ptsname(end), O_RDWR | O_NOCTTY);
	g_assert_cmpint(tcgetattr(*terminal, &settings), ==, 0);
	settings.c_oflag &= ~(tcflag_t)OPOST;
	g_assert_cmpint(tcsetattr(*terminal, TCSANOW, &settings), ==, 0);
	return end;
}

/* Frozen, and stopped by Ctrl+S. */
static void
test_terminal(void)
{
	guint n_drained = 0;
	int terminal, end = open_terminal(&terminal);

	check_waiting(terminal, end);
	g_assert_cmpint(tcflow(terminal, TCOOFF), ==, 0);
	g_autoptr(OqOutlet) outlet = oq_outlet_new(terminal, count, &n_drained);
	oq_outlet_write(outlet, "stopped\n", 8);
	g_assert_false(oq_outlet_is_idle(outlet));
	g_assert_cmpint(tcflow(terminal, TCOON), ==, 0);
	while (n_drained == 0)
		g_main_context_iteration(NULL, TRUE);
	g_autofree char *text = read_all(end, 8);
	g_assert_cmpstr(text, ==, "stopped\n");
	close(terminal);
	close(end);
}

/* Where others write, too: nothing is written over. */
static void
test_file(void)
{
	g_autofree char *path = NULL, *contents = NULL;
	int fd = g_file_open_tmp(NULL, &path, NULL);
	guint n_drained = 0;
	g_autoptr(OqOutlet) outlet = oq_outlet_new(fd, count, &n_drained);

	g_assert_cmpint(write(fd, "before\n", 7), ==, 7);
	oq_outlet_write(outlet, "text\n", 5);
	g_assert_cmpint(write(fd, "behind\n", 7), ==, 7);
	g_assert_true(g_file_get_contents(path, &contents, NULL, NULL));
	g_assert_cmpstr(contents, ==, "before\ntext\nbehind\n");
	unlink(path);
	close(fd);
}

static void
test_closed(void)
{
	int fds[2];
	guint n_drained = 0;

	g_assert_cmpint(pipe(fds), ==, 0);
	g_autoptr(OqOutlet) outlet = oq_outlet_new(fds[1], count, &n_drained);
	g_assert_cmpint(oq_outlet_failure(outlet), ==, 0);
	close(fds[0]);
	oq_outlet_write(outlet, "a", 1);
	g_assert_cmpint(oq_outlet_failure(outlet), ==, EPIPE);
	g_assert_true(oq_outlet_is_idle(outlet));
	oq_outlet_write(outlet, "b", 1);
	g_assert_true(oq_outlet_is_idle(outlet));
	g_assert_false(oq_outlet_finish(outlet, FALSE, NULL));
	close(fds[1]);
}

/* While something waits, too. */
static void
test_lost(void)
{
	guint n_drained = 0;
	int terminal, end = open_terminal(&terminal);
	g_autoptr(OqOutlet) outlet = oq_outlet_new(terminal, count, &n_drained);

	write_much(outlet);
	g_assert_false(oq_outlet_is_idle(outlet));
	close(end);
	while (oq_outlet_failure(outlet) == 0)
		g_main_context_iteration(NULL, TRUE);
	g_assert_cmpint(oq_outlet_failure(outlet), ==, EIO);
	close(terminal);
}

static gpointer
read_slowly(gpointer data)
{
	char buffer[8192];
	gsize n_bytes = 0;

	for (gssize n; (n = read(GPOINTER_TO_INT(data), buffer, sizeof buffer)) > 0;)
		n_bytes += (gsize)n;
	return GSIZE_TO_POINTER(n_bytes);
}

static void
test_finish(void)
{
	int fds[2];
	guint n_drained = 0;

	g_assert_cmpint(pipe(fds), ==, 0);
	OqOutlet *outlet = oq_outlet_new(fds[1], count, &n_drained);
	write_much(outlet);
	GThread *reader = g_thread_new("reader", read_slowly, GINT_TO_POINTER(fds[0]));
	g_assert_true(oq_outlet_finish(outlet, FALSE, NULL));
	oq_outlet_free(outlet);
	close(fds[1]);
	g_assert_cmpuint(GPOINTER_TO_SIZE(g_thread_join(reader)), ==, LARGE);
	close(fds[0]);
}

static void
test_finish_cancelled(void)
{
	int fds[2];
	guint n_drained = 0;
	g_autoptr(GCancellable) stop = g_cancellable_new();

	g_assert_cmpint(pipe(fds), ==, 0);
	g_autoptr(OqOutlet) outlet = oq_outlet_new(fds[1], count, &n_drained);
	write_much(outlet);
	g_cancellable_cancel(stop);
	g_assert_false(oq_outlet_finish(outlet, FALSE, stop));
	close(fds[0]);
	close(fds[1]);
}

/* It may be held for ever. */
static void
test_finish_held(void)
{
	guint n_drained = 0;
	int terminal, end = open_terminal(&terminal);
	g_autoptr(OqOutlet) outlet = oq_outlet_new(terminal, count, &n_drained);

	write_much(outlet);
	g_assert_false(oq_outlet_finish(outlet, FALSE, NULL));
	g_assert_cmpint(oq_outlet_failure(outlet), ==, 0);
	close(end);
	close(terminal);
}

/* A reader that stands still holds nobody up who is in a hurry. */
static void
test_finish_hurried(void)
{
	int fds[2];
	guint n_drained = 0;

	g_assert_cmpint(pipe(fds), ==, 0);
	g_autoptr(OqOutlet) outlet = oq_outlet_new(fds[1], count, &n_drained);
	oq_outlet_write(outlet, "a", 1);
	g_assert_true(oq_outlet_finish(outlet, TRUE, NULL));
	write_much(outlet);
	g_assert_false(oq_outlet_finish(outlet, TRUE, NULL));
	g_assert_cmpint(oq_outlet_failure(outlet), ==, 0);
	close(fds[0]);
	close(fds[1]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	signal(SIGPIPE, SIG_IGN);
	g_test_add_func("/outlet/pipe", test_pipe);
	g_test_add_func("/outlet/socket", test_socket);
	g_test_add_func("/outlet/terminal", test_terminal);
	g_test_add_func("/outlet/file", test_file);
	g_test_add_func("/outlet/closed", test_closed);
	g_test_add_func("/outlet/lost", test_lost);
	g_test_add_func("/outlet/finish", test_finish);
	g_test_add_func("/outlet/finish-cancelled", test_finish_cancelled);
	g_test_add_func("/outlet/finish-hurried", test_finish_hurried);
	g_test_add_func("/outlet/finish-held", test_finish_held);
	return g_test_run();
}
