#include "radio/watch/writers.h"

#include "watch_case.h"

#include <fcntl.h>
#include <unistd.h>

static void
test_own_file(void)
{
	g_autofree char *folder = watch_case_folder();
	g_autofree char *path = g_build_filename(folder, "a.txt", NULL);

	watch_case_put(folder, "a.txt", "a");
	g_assert_cmpint(oq_writers_of(path), ==, OQ_WRITERS_NONE);
	int reader = open(path, O_RDONLY | O_CLOEXEC);
	g_assert_cmpint(oq_writers_of(path), ==, OQ_WRITERS_NONE);
	int writer = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
	g_assert_cmpint(oq_writers_of(path), ==, OQ_WRITERS_SOME);
	close(writer);
	g_assert_cmpint(oq_writers_of(path), ==, OQ_WRITERS_NONE);
	close(reader);
	watch_case_remove(folder);
}

static void
test_nothing(void)
{
	g_autofree char *folder = watch_case_folder();
	g_autofree char *path = g_build_filename(folder, "a.txt", NULL);

	g_assert_cmpint(oq_writers_of(path), ==, OQ_WRITERS_UNKNOWN);
	g_assert_cmpint(mkfifo(path, 0600), ==, 0);
	g_assert_cmpint(oq_writers_of(path), !=, OQ_WRITERS_SOME);
	watch_case_remove(folder);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/writers/own", test_own_file);
	g_test_add_func("/writers/nothing", test_nothing);
	return g_test_run();
}
