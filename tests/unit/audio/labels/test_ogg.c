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

/* A page of packets that end on it, or of one that goes on when the last size is 255. */
static void
add_page(GByteArray *bytes, guint8 flags, const char *sizes, gsize n_sizes, const char *packets)
{
	guint8 header[27] = "OggS";
	gsize n_bytes = 0;
	header[5] = flags;
	header[26] = (guint8)n_sizes;
	g_byte_array_append(bytes, header, sizeof header);
	g_byte_array_append(bytes, (const guint8 *)sizes, (guint)n_sizes);
	for (gsize i = 0; i < n_sizes; i++)
		n_bytes += (guint8)sizes[i];
	g_byte_array_append(bytes, (const guint8 *)packets, (guint)n_bytes);
}

static gboolean
change(GByteArray *packet, gconstpointer data)
{
	const GByteArray *longer = data;
	if (longer == NULL || memcmp(packet->data, "bb", 2) != 0)
		return FALSE;
	g_byte_array_set_size(packet, 0);
	g_byte_array_append(packet, longer->data, longer->len);
	return TRUE;
}

/* The file that becomes of one of three headers, "a", "bb" and "ccc", and a page of sound. */
static GByteArray *
change_to(gsize n_bytes)
{
	g_autoptr(GByteArray) file = g_byte_array_new();
	g_autoptr(GByteArray) longer = g_byte_array_new();
	GByteArray *changed = g_byte_array_new();
	g_autofree char *text = g_strnfill(n_bytes, 'X');
	g_byte_array_append(longer, (const guint8 *)text, (guint)n_bytes);
	add_page(file, 2, "\1", 1, "a");
	add_page(file, 0, "\2\3", 2, "bbccc");
	add_page(file, 4, "\4", 1, "data");
	int fd = nameless_new(file->data, file->len);
	g_assert_false(oq_ogg_change_second(fd, change, NULL));
	g_assert_cmpint(errno, ==, EIO);
	nameless_assert(fd, file->data, file->len);
	g_assert_true(oq_ogg_change_second(fd, change, longer));
	g_byte_array_set_size(changed, (guint)lseek(fd, 0, SEEK_END));
	g_assert_cmpint(pread(fd, changed->data, changed->len, 0), ==, changed->len);
	g_assert_true(oq_ogg_fix_serial(fd));
	close(fd);
	return changed;
}

static void
test_change(void)
{
	g_autoptr(GByteArray) wanted = g_byte_array_new();
	g_autoptr(GByteArray) got = change_to(300);
	g_autofree char *text = g_strnfill(300, 'X');
	add_page(wanted, 2, "\1", 1, "a");
	add_page(wanted, 0, "\xff\x2d", 2, text);
	add_page(wanted, 0, "\3", 1, "ccc");
	add_page(wanted, 4, "\4", 1, "data");
	g_assert_cmpmem(got->data, got->len, wanted->data, wanted->len);
}

/* A packet that fills its pages ends with an empty segment, be it on the next page. */
static void
test_many_pages(void)
{
	enum { FULL = 255 * 255, HEADER = 27 };
	for (gsize n_bytes = FULL - 1; n_bytes <= 2 * FULL + 1; n_bytes++) {
		if (n_bytes > FULL + 1 && n_bytes < 2 * FULL - 1)
			continue;
		g_autoptr(GByteArray) got = change_to(n_bytes);
		gsize at = HEADER + 1 + 1, left = n_bytes;
		for (gboolean is_over = FALSE, is_first = TRUE; !is_over; is_first = FALSE) {
			guint n_segments = got->data[at + HEADER - 1];
			g_assert_cmpint(got->data[at + 5], ==, is_first ? 0 : 1);
			is_over = got->data[at + HEADER + n_segments - 1] < 255;
			g_assert_cmpint(got->data[at + 6], ==, is_over ? 0 : 255);
			at += HEADER + n_segments + MIN(left, FULL);
			left -= MIN(left, FULL);
		}
		g_assert_cmpuint(left, ==, 0);
		g_assert_cmpmem(got->data + at, 4, "OggS", 4);
		g_assert_cmpuint(got->len - at, ==, 2 * (HEADER + 1) + 3 + 4);
	}
}

/* Opus has two headers. */
static void
test_opus(void)
{
	g_autoptr(GByteArray) file = g_byte_array_new();
	g_autoptr(GByteArray) longer = g_byte_array_new();
	g_autoptr(GByteArray) wanted = g_byte_array_new();
	g_byte_array_append(longer, (const guint8 *)"XYZ", 3);
	add_page(file, 2, "\1", 1, "O");
	add_page(file, 0, "\2", 1, "bb");
	add_page(file, 4, "\4", 1, "data");
	add_page(wanted, 2, "\1", 1, "O");
	add_page(wanted, 0, "\3", 1, "XYZ");
	add_page(wanted, 4, "\4", 1, "data");
	int fd = nameless_new(file->data, file->len);
	g_assert_true(oq_ogg_change_second(fd, change, longer));
	nameless_assert(fd, wanted->data, wanted->len);
	close(fd);
}

/* Headers that are missing, or followed by sound on their page. */
static void
test_no_headers(void)
{
	g_autoptr(GByteArray) longer = g_byte_array_new();
	g_autoptr(GByteArray) file = g_byte_array_new();
	add_page(file, 2, "\1", 1, "a");
	add_page(file, 0, "\2\3\1", 3, "bbcccd");
	for (guint n = 0; n <= file->len; n++) {
		int fd = nameless_new(file->data, n);
		g_assert_false(oq_ogg_change_second(fd, change, longer));
		g_assert_cmpint(errno, ==, EIO);
		close(fd);
	}
	g_assert_false(oq_ogg_change_second(-1, change, longer));
	g_assert_cmpint(errno, ==, EBADF);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ogg/serial", test_serial);
	g_test_add_func("/ogg/not-ogg", test_not_ogg);
	g_test_add_func("/ogg/change", test_change);
	g_test_add_func("/ogg/many-pages", test_many_pages);
	g_test_add_func("/ogg/opus", test_opus);
	g_test_add_func("/ogg/no-headers", test_no_headers);
	return g_test_run();
}
