#include "base/files/remote.h"

#include <fcntl.h>
#include <unistd.h>

/* What this machine keeps in its memory is its own. */
static void
test_own(void)
{
	int fd = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
	g_assert_false(oq_remote_is(fd));
	close(fd);
}

static void
test_unknown(void)
{
	g_assert_true(oq_remote_is(-1));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/remote/own", test_own);
	g_test_add_func("/remote/unknown", test_unknown);
	return g_test_run();
}
