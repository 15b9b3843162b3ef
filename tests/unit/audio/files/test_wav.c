#include "audio/files/wav.h"

#include "nameless.h"

#include <errno.h>
#include <string.h>

/* What libsndfile makes of a small RF64 file; the samples begin at byte 112. */
static const char extensible[] =
	"RIFF\x6c\0\0\0WAVEJUNK\x18\0\0\0........................fmt \x28\0\0\0"
	"\xfe\xff\1\0\x22\x56\0\0\x44\xac\0\0\2\0\x10\0"
	"\x16\0\x10\0\4\0\0\0\1\0\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71"
	"fact\4\0\0\0\2\0\0\0data\4\0\0\0abcd";

static void
test_plain(void)
{
	char got[sizeof extensible];
	int fd = nameless_new(extensible, sizeof extensible - 1);
	g_assert_true(oq_wav_make_plain(fd));
	g_assert_cmpint(pread(fd, got, sizeof got, 0), ==, sizeof extensible - 1);
	g_assert_cmpmem(got, 12, extensible, 12);
	g_assert_cmpmem(got + 12, 10, "fmt \x10\0\0\0\1\0", 10);
	g_assert_cmpmem(got + 22, 14, extensible + 54, 14);
	g_assert_cmpmem(got + 36, 8, "JUNK\x3c\0\0\0", 8);
	g_assert_cmpmem(got + 104, 12, extensible + 104, 12);
	/* Once is enough, twice does no harm. */
	char again[sizeof extensible];
	g_assert_true(oq_wav_make_plain(fd));
	g_assert_cmpint(pread(fd, again, sizeof again, 0), ==, sizeof extensible - 1);
	g_assert_cmpmem(again, sizeof extensible - 1, got, sizeof extensible - 1);
	close(fd);
}

/* What tells about the sound keeps its bytes and its order, an odd one its filling. */
static void
test_others(void)
{
	const char told[] = "bext\3\0\0\0abc\0cart\4\0\0\0defg";
	const gsize n_told = sizeof told - 1, n_before = 92;
	char got[200];
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	g_byte_array_append(bytes, (const guint8 *)extensible, (guint)n_before);
	g_byte_array_append(bytes, (const guint8 *)told, (guint)n_told);
	g_byte_array_append(
		bytes, (const guint8 *)extensible + n_before, sizeof extensible - 1 - n_before);
	int fd = nameless_new((const char *)bytes->data, bytes->len);
	g_assert_true(oq_wav_make_plain(fd));
	g_assert_cmpint(pread(fd, got, sizeof got, 0), ==, bytes->len);
	g_assert_cmpmem(got + 36, 8, "JUNK\x3c\0\0\0", 8);
	g_assert_cmpmem(got + 104, n_told, told, n_told);
	g_assert_cmpmem(got + 104 + n_told, 12, "data\4\0\0\0abcd", 12);
	close(fd);
}

static void
test_sizes(void)
{
	guint8 header[OQ_WAV_HEADER_SIZE], got[OQ_WAV_HEADER_SIZE];
	oq_wav_stream_header(header, 22050, 1, 24);
	int fd = nameless_new("before", 6);
	g_assert_cmpint(pwrite(fd, header, sizeof header, 6), ==, sizeof header);
	g_assert_true(oq_wav_set_sizes(fd, 6, 0x10003));
	g_assert_cmpint(pread(fd, got, sizeof got, 6), ==, sizeof got);
	g_assert_cmpmem(got, 8, "RIFF\x28\0\1\0", 8);
	g_assert_cmpmem(got + 40, 4, "\3\0\1\0", 4);
	/* more than the header can tell */
	g_assert_true(oq_wav_set_sizes(fd, 6, G_MAXUINT32 - 8));
	g_assert_cmpint(pread(fd, got, sizeof got, 6), ==, sizeof got);
	g_assert_cmpmem(got, 8, "RIFF\x28\0\1\0", 8);
	close(fd);
}

static void
test_rf64_stays(void)
{
	char bytes[sizeof extensible], got[sizeof extensible];
	memcpy(bytes, extensible, sizeof extensible);
	memcpy(bytes, "RF64", 4);
	int fd = nameless_new(bytes, sizeof extensible - 1);
	g_assert_true(oq_wav_make_plain(fd));
	g_assert_cmpint(pread(fd, got, sizeof got, 0), ==, sizeof extensible - 1);
	g_assert_cmpmem(got, sizeof extensible - 1, bytes, sizeof extensible - 1);
	close(fd);
}

static void
test_cut(void)
{
	for (gsize n = 0; n < 112; n++) {
		int fd = nameless_new(extensible, n);
		errno = 0;
		g_assert_false(oq_wav_make_plain(fd));
		g_assert_cmpint(errno, ==, EIO);
		close(fd);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/wav/plain", test_plain);
	g_test_add_func("/wav/others", test_others);
	g_test_add_func("/wav/sizes", test_sizes);
	g_test_add_func("/wav/rf64-stays", test_rf64_stays);
	g_test_add_func("/wav/cut", test_cut);
	return g_test_run();
}
