#include "document/opening/whole.h"

#include "book_case.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static void
assert_bytes(int fd, const char *expected)
{
	char bytes[64] = "";
	g_assert_cmpint(fd, >=, 0);
	g_assert_cmpint(read(fd, bytes, sizeof bytes - 1), ==, (gssize)strlen(expected));
	g_assert_cmpstr(bytes, ==, expected);
	close(fd);
}

/* Its place is its own. */
static void
test_file(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	char byte;
	book_case_write(book, "1", "бір", -1);
	g_autofree char *path = book_case_path(book, "1");
	g_autoptr(OqSource) source = oq_source_open(path, NULL, NULL);
	g_assert_cmpint(oq_source_read(source, &byte, 1, NULL), ==, 1);
	assert_bytes(oq_whole_file(source, NULL), "бір");
}

/* What was read of it is part of it. */
static void
test_pipe(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	char byte;
	g_autofree char *path = book_case_path(book, "pipe");
	g_assert_cmpint(mkfifo(path, 0600), ==, 0);
	int kept = open(path, O_RDWR | O_CLOEXEC);
	g_autoptr(OqSource) source = oq_source_open(path, NULL, NULL);
	g_assert_cmpint(write(kept, "екі", 6), ==, 6);
	g_assert_cmpint(oq_source_read(source, &byte, 1, NULL), ==, 1);
	close(kept);
	assert_bytes(oq_whole_file(source, NULL), "екі");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/whole/file", BookCase, NULL, book_case_set_up, test_file, book_case_tear_down);
	g_test_add("/whole/pipe", BookCase, NULL, book_case_set_up, test_pipe, book_case_tear_down);
	return g_test_run();
}
