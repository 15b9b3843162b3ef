#include "audio/labels/chunks.h"

#include "nameless.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

static const char riff[] = "RIFF\x0d\0\0\0WAVEdata\1\0\0\0a";
static const char rf64[] = "RF64\xff\xff\xff\xff"
			   "WAVEds64\x1c\0\0\0\x2a\0\0\0\0\0\0\0"
			   "\2\0\0\0\0\0\0\0\2\0\0\0\0\0\0\0\0\0\0\0data\2\0\0\0ab";
static const char aiff[] = "FORM\0\0\0\x0e"
			   "AIFFSSND\0\0\0\2ab";

static void
add_some(OqChunks *chunks)
{
	guint place = oq_chunks_begin(chunks, "LIST");
	oq_chunks_add_text(chunks, "adtl");
	guint inner = oq_chunks_begin(chunks, "labl");
	oq_chunks_add_field(chunks, "ab", 3);
	oq_chunks_end(chunks, inner);
	oq_chunks_end(chunks, place);
}

static void
test_bytes(void)
{
	static const char little[] = "\2\1\4\3\2\1\x08\7\6\5\4\3\2\1abcabab\0\0xy\0\0";
	static const char big[] = "\1\2\1\2\3\4\1\2\3\4\5\6\7\x08"
				  "abcabab\0\0xy\0\0";
	for (gboolean is_big = FALSE; is_big <= TRUE; is_big++) {
		g_auto(OqChunks) chunks;
		oq_chunks_init(&chunks, is_big);
		oq_chunks_add16(&chunks, 0x0102);
		oq_chunks_add32(&chunks, 0x01020304);
		oq_chunks_add64(&chunks, 0x0102030405060708);
		oq_chunks_add_text(&chunks, "abc");
		oq_chunks_add_field(&chunks, "abc", 2);
		oq_chunks_add_field(&chunks, "ab", 4);
		oq_chunks_add_bytes(&chunks, "xy", 2, 4);
		g_assert_cmpmem(chunks.bytes->data, chunks.bytes->len, is_big ? big : little,
			sizeof little - 1);
	}
}

static void
test_nested(void)
{
	static const char little[] = "LIST\x10\0\0\0adtllabl\3\0\0\0ab\0\0";
	static const char big[] = "LIST\0\0\0\x10"
				  "adtllabl\0\0\0\3ab\0\0";
	for (gboolean is_big = FALSE; is_big <= TRUE; is_big++) {
		g_auto(OqChunks) chunks;
		oq_chunks_init(&chunks, is_big);
		add_some(&chunks);
		g_assert_cmpmem(chunks.bytes->data, chunks.bytes->len, is_big ? big : little,
			sizeof little - 1);
	}
}

/* @fill: whether a byte has to make the end of the sound even. */
static void
check_append(const char *file, gsize n_old, gboolean is_big, gsize size_at, gboolean fill)
{
	char wanted[400] = {0};
	g_auto(OqChunks) chunks;
	oq_chunks_init(&chunks, is_big);
	add_some(&chunks);
	int fd = nameless_new(file, n_old);
	gsize n_bytes = n_old + fill + chunks.bytes->len;
	memcpy(wanted, file, n_old);
	memcpy(wanted + n_old + fill, chunks.bytes->data, chunks.bytes->len);
	wanted[size_at] = (char)(n_bytes - 8);
	g_assert_true(oq_chunks_append(&chunks, fd));
	nameless_assert(fd, wanted, n_bytes);
	close(fd);
}

static void
test_append(void)
{
	check_append(riff, sizeof riff - 1, FALSE, 4, TRUE);
	check_append(rf64, sizeof rf64 - 1, FALSE, 20, FALSE);
	check_append(aiff, sizeof aiff - 1, TRUE, 7, FALSE);
}

static void
test_nothing(void)
{
	g_auto(OqChunks) chunks;
	oq_chunks_init(&chunks, FALSE);
	int fd = nameless_new(riff, sizeof riff - 1);
	g_assert_true(oq_chunks_append(&chunks, fd));
	nameless_assert(fd, riff, sizeof riff - 1);
	close(fd);
}

/* A RIFF file that has no room left below 4 GiB stays as it is. */
static void
test_no_room(void)
{
	const off_t large = (off_t)G_MAXUINT32 - 10;
	char got[sizeof riff];
	g_auto(OqChunks) chunks;
	oq_chunks_init(&chunks, FALSE);
	add_some(&chunks);
	int fd = nameless_new(riff, sizeof riff - 1);
	if (ftruncate(fd, large) != 0) {
		g_test_skip("files may not be that large here");
		close(fd);
		return;
	}
	g_assert_true(oq_chunks_append(&chunks, fd));
	g_assert_cmpint(lseek(fd, 0, SEEK_END), ==, large);
	g_assert_cmpint(pread(fd, got, sizeof riff - 1, 0), ==, sizeof riff - 1);
	g_assert_cmpmem(got, sizeof riff - 1, riff, sizeof riff - 1);
	close(fd);
}

static void
test_replace(void)
{
	static const char before[] = "RIFF\x22\0\0\0WAVEfmt \1\0\0\0x\0cart\4\0\0\0abcd";
	static const char after[] = "RIFF\x22\0\0\0WAVEfmt \1\0\0\0x\0cart\4\0\0\0ABC\0";
	static const char cut[] = "RIFF\x22\0\0\0WAVEfmt \1\0\0\0A\0cart\4\0\0\0ABC\0";
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	g_byte_array_append(bytes, (const guint8 *)"ABC", 3);
	int fd = nameless_new(before, sizeof before - 1);
	g_assert_true(oq_chunks_replace(fd, "cart", bytes));
	nameless_assert(fd, after, sizeof after - 1);
	g_assert_false(oq_chunks_replace(fd, "bext", bytes));
	g_assert_cmpint(errno, ==, EIO);
	nameless_assert(fd, after, sizeof after - 1);
	g_assert_true(oq_chunks_replace(fd, "fmt ", bytes));
	nameless_assert(fd, cut, sizeof cut - 1);
	close(fd);
}

static void
test_failures(void)
{
	g_auto(OqChunks) chunks;
	oq_chunks_init(&chunks, FALSE);
	add_some(&chunks);
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	g_assert_false(oq_chunks_append(&chunks, fd));
	g_assert_cmpint(errno, ==, EIO);
	close(fd);
	g_assert_false(oq_chunks_append(&chunks, fd));
	g_assert_cmpint(errno, ==, EBADF);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chunks/bytes", test_bytes);
	g_test_add_func("/chunks/nested", test_nested);
	g_test_add_func("/chunks/append", test_append);
	g_test_add_func("/chunks/nothing", test_nothing);
	g_test_add_func("/chunks/no-room", test_no_room);
	g_test_add_func("/chunks/replace", test_replace);
	g_test_add_func("/chunks/failures", test_failures);
	return g_test_run();
}
