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
	g_assert_cmpmem(got, 44, extensible, 44);
	g_assert_cmpmem(got + 44, 10, "fmt \x10\0\0\0\1\0", 10);
	g_assert_cmpmem(got + 54, 14, extensible + 54, 14);
	g_assert_cmpmem(got + 68, 8, "JUNK\x10\0\0\0", 8);
	gsize n_rest = sizeof extensible - 1 - 92;
	g_assert_cmpmem(got + 92, n_rest, extensible + 92, n_rest);
	/* Once is enough, twice does no harm. */
	char again[sizeof extensible];
	g_assert_true(oq_wav_make_plain(fd));
	g_assert_cmpint(pread(fd, again, sizeof again, 0), ==, sizeof extensible - 1);
	g_assert_cmpmem(again, sizeof extensible - 1, got, sizeof extensible - 1);
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
	for (gsize n = 0; n < 92; n++) {
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
	g_test_add_func("/wav/rf64-stays", test_rf64_stays);
	g_test_add_func("/wav/cut", test_cut);
	return g_test_run();
}
