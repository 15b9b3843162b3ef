#include "audio/labels/ogg.h"

#include "nameless.h"

#include <errno.h>
#include <string.h>

/* Two pages, of a segment of 3 bytes and of none; the checksums of serial number 1, which were
 * computed by another program, are at 22. */
static const char pages[] = "OggS\0\2........\1\0\0\0\0\0\0\0\x6e\x71\x92\x40\1\3abc"
			    "OggS\0\4........\1\0\0\0\1\0\0\0\xb2\x0e\x61\x2b\0";

static void
test_serial(void)
{
	char bytes[sizeof pages], got[sizeof pages];
	memcpy(bytes, pages, sizeof pages);
	memcpy(bytes + 14, "1234", 4);
	memcpy(bytes + 22, "5678", 4);
	memcpy(bytes + 31 + 14, "1234", 4);
	int fd = nameless_new(bytes, sizeof pages - 1);
	g_assert_true(oq_ogg_fix_serial(fd));
	g_assert_cmpint(pread(fd, got, sizeof got, 0), ==, sizeof pages - 1);
	g_assert_cmpmem(got, sizeof pages - 1, pages, sizeof pages - 1);
	close(fd);
}

static void
test_not_ogg(void)
{
	for (gsize n = 1; n < sizeof pages - 1; n++) {
		int fd = nameless_new(pages, n);
		/* The first page alone is a file as well. */
		gboolean is_whole = n == 31;
		g_assert_cmpint(oq_ogg_fix_serial(fd), ==, is_whole);
		g_assert_true(is_whole || errno == EIO);
		close(fd);
	}
}

enum { PAGE_HEADER = 27, FULL = 255 };

/* A page of one packet of 3 bytes; then a page whose 255 bytes go on in the next one. */
static GByteArray *
long_second(void)
{
	GByteArray *bytes = g_byte_array_new();
	guint8 packet[FULL];
	memset(packet, 'b', sizeof packet);
	g_byte_array_append(bytes, (const guint8 *)pages, 31);
	g_byte_array_append(bytes, (const guint8 *)pages, PAGE_HEADER - 1);
	g_byte_array_append(bytes, (const guint8 *)"\1\xff", 2);
	g_byte_array_append(bytes, packet, sizeof packet);
	g_byte_array_append(bytes, (const guint8 *)pages, PAGE_HEADER - 1);
	return g_byte_array_append(bytes, (const guint8 *)"\2\2\1ccd", 6);
}

static gboolean
change(guint8 *packet, gsize n_bytes, gconstpointer data)
{
	gboolean is_right = n_bytes == FULL + 2 && packet[0] == 'b' && packet[FULL] == 'c';
	memset(packet, 'X', n_bytes);
	return is_right && data != NULL;
}

/* The packet behind it stays. */
static void
test_change(void)
{
	g_autoptr(GByteArray) bytes = long_second();
	int fd = nameless_new(bytes->data, bytes->len);
	g_assert_false(oq_ogg_change_second(fd, change, NULL));
	g_assert_cmpint(errno, ==, EIO);
	nameless_assert(fd, bytes->data, bytes->len);
	g_assert_true(oq_ogg_change_second(fd, change, fd > 0 ? "" : NULL));
	memset(bytes->data + 31 + PAGE_HEADER + 1, 'X', FULL);
	memset(bytes->data + bytes->len - 3, 'X', 2);
	nameless_assert(fd, bytes->data, bytes->len);
	close(fd);
}

static void
test_no_second(void)
{
	int fd = nameless_new(pages, 31);
	g_assert_false(oq_ogg_change_second(fd, change, ""));
	g_assert_cmpint(errno, ==, EIO);
	close(fd);
	g_assert_false(oq_ogg_change_second(fd, change, ""));
	g_assert_cmpint(errno, ==, EBADF);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ogg/serial", test_serial);
	g_test_add_func("/ogg/not-ogg", test_not_ogg);
	g_test_add_func("/ogg/change", test_change);
	g_test_add_func("/ogg/no-second", test_no_second);
	return g_test_run();
}
