#include "audio/files/ogg.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Two pages, of a segment of 3 bytes and of none; the checksums of serial number 1, which were
 * computed by another program, are at 22. */
static const char pages[] = "OggS\0\2........\1\0\0\0\0\0\0\0\x6e\x71\x92\x40\1\3abc"
			    "OggS\0\4........\1\0\0\0\1\0\0\0\xb2\x0e\x61\x2b\0";

static int
new_file(const char *bytes, gsize n_bytes)
{
	g_autofree char *path = NULL;
	int fd = g_file_open_tmp("oqyrman-XXXXXX", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_unlink(path);
	g_assert_cmpint(write(fd, bytes, n_bytes), ==, (gssize)n_bytes);
	return fd;
}

static void
test_serial(void)
{
	char bytes[sizeof pages], got[sizeof pages];
	memcpy(bytes, pages, sizeof pages);
	memcpy(bytes + 14, "1234", 4);
	memcpy(bytes + 22, "5678", 4);
	memcpy(bytes + 31 + 14, "1234", 4);
	int fd = new_file(bytes, sizeof pages - 1);
	g_assert_true(oq_ogg_fix_serial(fd));
	g_assert_cmpint(pread(fd, got, sizeof got, 0), ==, sizeof pages - 1);
	g_assert_cmpmem(got, sizeof pages - 1, pages, sizeof pages - 1);
	close(fd);
}

static void
test_not_ogg(void)
{
	for (gsize n = 1; n < sizeof pages - 1; n++) {
		int fd = new_file(pages, n);
		/* The first page alone is a file as well. */
		gboolean is_whole = n == 31;
		g_assert_cmpint(oq_ogg_fix_serial(fd), ==, is_whole);
		g_assert_true(is_whole || errno == EIO);
		close(fd);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ogg/serial", test_serial);
	g_test_add_func("/ogg/not-ogg", test_not_ogg);
	return g_test_run();
}
