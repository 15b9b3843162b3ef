#include "base/files/exact.h"

#include "nameless.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

static void
test_whole(void)
{
	char got[4];
	int fd = nameless_new("0123456789", 10);
	g_assert_true(oq_exact_read(fd, got, 4, 6));
	g_assert_cmpmem(got, 4, "6789", 4);
	g_assert_true(oq_exact_write(fd, "abc", 3, 9));
	nameless_assert(fd, "012345678abc", 12);
	g_assert_true(oq_exact_read(fd, got, 0, 100));
	close(fd);
}

static void
test_end(void)
{
	char got[4];
	int fd = nameless_new("0123456789", 10);
	g_assert_false(oq_exact_read(fd, got, 4, 7));
	g_assert_cmpint(errno, ==, EIO);
	g_assert_cmpint(oq_exact_take(fd, got, 4, 7), ==, 3);
	g_assert_cmpmem(got, 3, "789", 3);
	g_assert_cmpint(oq_exact_take(fd, got, 4, 10), ==, 0);
	close(fd);
	g_assert_cmpint(oq_exact_take(fd, got, 4, 0), ==, -1);
	g_assert_false(oq_exact_read(fd, got, 4, 0));
	g_assert_cmpint(errno, ==, EBADF);
	g_assert_false(oq_exact_write(fd, got, 4, 0));
	g_assert_cmpint(errno, ==, EBADF);
}

/* The limit on the size of files leaves room for the half of it: the reason is told all the same.
 */
static void
test_full(void)
{
	struct rlimit before;
	int fd = nameless_new("0123456789", 10);
	signal(SIGXFSZ, SIG_IGN);
	g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
	const struct rlimit small = {12, before.rlim_max};
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
	gboolean is_written = oq_exact_write(fd, "abcd", 4, 10);
	int failure = errno;
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
	g_assert_false(is_written);
	g_assert_cmpint(failure, ==, EFBIG);
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/exact/whole", test_whole);
	g_test_add_func("/exact/end", test_end);
	g_test_add_func("/exact/full", test_full);
	return g_test_run();
}
