#include "base/files/writing.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static void
test_all(void)
{
	g_autofree char *name = NULL;
	g_autofree char *text = NULL;
	int fd = g_file_open_tmp("oqyrman-XXXXXX", &name, NULL);
	g_assert_true(oq_writing_all(fd, "а\0б", 5));
	g_assert_true(oq_writing_all(fd, NULL, 0));
	close(fd);
	gsize n_bytes;
	g_assert_true(g_file_get_contents(name, &text, &n_bytes, NULL));
	g_assert_cmpmem(text, n_bytes, "а\0б", 5);
	g_unlink(name);
}

static gpointer
read_all(gpointer data)
{
	char bytes[4096];
	gsize n_bytes = 0;
	for (gssize n; (n = read(GPOINTER_TO_INT(data), bytes, sizeof bytes)) > 0;)
		n_bytes += (gsize)n;
	return GSIZE_TO_POINTER(n_bytes);
}

/* A pipe takes a part of what is too much for it, and no more until somebody reads, who is waited
 * for, whoever has set it so that it does not wait. */
static void
test_in_parts(void)
{
	int ends[2];
	g_assert_cmpint(pipe2(ends, O_CLOEXEC), ==, 0);
	g_assert_cmpint(fcntl(ends[1], F_SETFL, O_NONBLOCK), ==, 0);
	gsize n_bytes = 3 * (gsize)fcntl(ends[1], F_GETPIPE_SZ);
	g_autofree char *bytes = g_malloc0(n_bytes);
	GThread *reader = g_thread_new("reader", read_all, GINT_TO_POINTER(ends[0]));
	g_assert_true(oq_writing_all(ends[1], bytes, n_bytes));
	close(ends[1]);
	g_assert_cmpuint(GPOINTER_TO_SIZE(g_thread_join(reader)), ==, n_bytes);
	close(ends[0]);
}

static void
test_nobody_reads(void)
{
	int ends[2];
	g_assert_cmpint(pipe2(ends, O_CLOEXEC | O_NONBLOCK), ==, 0);
	close(ends[0]);
	signal(SIGPIPE, SIG_IGN);
	g_assert_false(oq_writing_all(ends[1], "a", 1));
	g_assert_cmpint(errno, ==, EPIPE);
	close(ends[1]);
}

static void
test_full(void)
{
	int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
	g_assert_false(oq_writing_all(fd, "a", 1));
	g_assert_cmpint(errno, ==, ENOSPC);
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/writing/all", test_all);
	g_test_add_func("/writing/in-parts", test_in_parts);
	g_test_add_func("/writing/nobody-reads", test_nobody_reads);
	g_test_add_func("/writing/full", test_full);
	return g_test_run();
}
