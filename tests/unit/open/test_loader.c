#include "open/loader.h"

#include "nameless.h"

#include <string.h>

static void
test_read(void)
{
	g_autoptr(GError) error = NULL;
	char bytes[8] = "";
	OqOpenJob job = {.fd = nameless_new("abcdef", 6), .n_bytes = 6, .extension = ""};
	g_assert_cmpint(oq_loader_read(&job, 2, bytes, 3, &error), ==, 3);
	g_assert_cmpstr(bytes, ==, "cde");
	g_assert_cmpint(oq_loader_read(&job, 4, bytes, sizeof bytes, &error), ==, 2);
	g_assert_cmpint(oq_loader_read(&job, 6, bytes, sizeof bytes, &error), ==, 0);
	g_assert_no_error(error);
	close(job.fd);
	job.fd = -1;
	g_assert_cmpint(oq_loader_read(&job, 0, bytes, sizeof bytes, &error), ==, -1);
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_FAILED);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/loader/read", test_read);
	return g_test_run();
}
