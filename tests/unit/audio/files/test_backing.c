#include "audio/files/backing.h"

#include "nameless.h"

#include <errno.h>
#include <fcntl.h>

static void
test_places(void)
{
	char got[8] = "";
	OqBacking backing = {.fd = nameless_new("0123456789", 10)};
	g_assert_cmpint(oq_backing_length(&backing), ==, 10);
	g_assert_cmpint(oq_backing_seek(5, SEEK_SET, &backing), ==, 5);
	g_assert_cmpint(oq_backing_read(got, 2, &backing), ==, 2);
	g_assert_cmpmem(got, 2, "56", 2);
	g_assert_cmpint(oq_backing_tell(&backing), ==, 7);
	g_assert_cmpint(oq_backing_seek(-1, SEEK_CUR, &backing), ==, 6);
	g_assert_cmpint(oq_backing_seek(-1, SEEK_END, &backing), ==, 9);
	g_assert_cmpint(oq_backing_write("ab", 2, &backing), ==, 2);
	g_assert_cmpint(oq_backing_length(&backing), ==, 11);
	g_assert_cmpint(oq_backing_read(got, 2, &backing), ==, 0);
	nameless_assert(backing.fd, "012345678ab", 11);
	g_assert_cmpint(backing.failure, ==, 0);
	close(backing.fd);
}

/* libsndfile never hears of it; the first failure stays. */
static void
test_failures(void)
{
	char got[8];
	OqBacking backing = {.fd = open("/dev/full", O_RDWR | O_CLOEXEC)};
	g_assert_cmpint(oq_backing_write("ab", 2, &backing), ==, 2);
	g_assert_cmpint(backing.failure, ==, ENOSPC);
	close(backing.fd);
	g_assert_cmpint(oq_backing_read(got, 2, &backing), ==, 0);
	g_assert_cmpint(backing.failure, ==, ENOSPC);
	g_assert_cmpint(oq_backing_length(&backing), ==, -1);
	g_assert_cmpint(oq_backing_tell(&backing), ==, -1);
	backing.failure = 0;
	oq_backing_read(got, 2, &backing);
	g_assert_cmpint(backing.failure, ==, EBADF);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/backing/places", test_places);
	g_test_add_func("/backing/failures", test_failures);
	return g_test_run();
}
