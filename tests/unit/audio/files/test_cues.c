#include "audio/files/cues.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char riff[] = "RIFF\x0d\0\0\0WAVEdata\1\0\0\0a";
static const char rf64[] = "RF64\xff\xff\xff\xff"
			   "WAVEds64\x1c\0\0\0\x2a\0\0\0\0\0\0\0"
			   "\2\0\0\0\0\0\0\0\2\0\0\0\0\0\0\0\0\0\0\0data\2\0\0\0ab";

/* "үш" at 7, "a" at 0xFFFFFFFF. */
static const char chunks[] = "cue \x34\0\0\0\2\0\0\0"
			     "\1\0\0\0\7\0\0\0data\0\0\0\0\0\0\0\0\7\0\0\0"
			     "\2\0\0\0\xff\xff\xff\xff"
			     "data\0\0\0\0\0\0\0\0\xff\xff\xff\xff"
			     "LIST\x24\0\0\0adtl"
			     "labl\x09\0\0\0\1\0\0\0үш\0\0"
			     "labl\6\0\0\0\2\0\0\0a\0";

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

static OqCues *
two_cues(void)
{
	OqCues *cues = oq_cues_new();
	oq_cues_add(cues, 7, "үш");
	oq_cues_add(cues, G_MAXUINT32, "a");
	oq_cues_add(cues, (guint64)G_MAXUINT32 + 1, "too far");
	return cues;
}

/* The chunks begin at an even place, and the size of the whole counts them. */
static void
test_riff(void)
{
	char got[400];
	gsize n_old = sizeof riff - 1, n_chunks = sizeof chunks - 1;
	int fd = new_file(riff, n_old);
	g_autoptr(OqCues) cues = two_cues();
	g_assert_true(oq_cues_append(cues, fd));
	gssize n = pread(fd, got, sizeof got, 0);
	g_assert_cmpint(n, ==, (gssize)(n_old + 1 + n_chunks));
	g_assert_cmpuint((guint8)got[4], ==, (guint)n - 8);
	g_assert_cmpmem(got, 4, riff, 4);
	g_assert_cmpmem(got + 8, n_old - 8, riff + 8, n_old - 8);
	g_assert_cmpint(got[n_old], ==, 0);
	g_assert_cmpmem(got + n_old + 1, n_chunks, chunks, n_chunks);
	close(fd);
}

static void
test_rf64(void)
{
	char got[400];
	gsize n_old = sizeof rf64 - 1, n_chunks = sizeof chunks - 1;
	int fd = new_file(rf64, n_old);
	g_autoptr(OqCues) cues = two_cues();
	g_assert_true(oq_cues_append(cues, fd));
	gssize n = pread(fd, got, sizeof got, 0);
	g_assert_cmpint(n, ==, (gssize)(n_old + n_chunks));
	g_assert_cmpmem(got, 20, rf64, 20);
	g_assert_cmpuint((guint8)got[20], ==, (guint)n - 8);
	g_assert_cmpmem(got + 21, n_old - 21, rf64 + 21, n_old - 21);
	g_assert_cmpmem(got + n_old, n_chunks, chunks, n_chunks);
	close(fd);
}

static void
test_nothing(void)
{
	char got[400];
	int fd = new_file(riff, sizeof riff - 1);
	g_autoptr(OqCues) cues = oq_cues_new();
	oq_cues_add(cues, (guint64)G_MAXUINT32 + 1, "too far");
	g_assert_true(oq_cues_append(cues, fd));
	g_assert_cmpmem(got, (gsize)pread(fd, got, sizeof got, 0), riff, sizeof riff - 1);
	close(fd);
	oq_cues_free(NULL);
}

/* A RIFF file that has no room left below 4 GiB stays as it is. */
static void
test_no_room(void)
{
	const off_t large = (off_t)G_MAXUINT32 - 20;
	char got[400];
	int fd = new_file(riff, sizeof riff - 1);
	g_autoptr(OqCues) cues = two_cues();
	if (ftruncate(fd, large) != 0) {
		g_test_skip("files may not be that large here");
		close(fd);
		return;
	}
	g_assert_true(oq_cues_append(cues, fd));
	g_assert_cmpint(lseek(fd, 0, SEEK_END), ==, large);
	g_assert_cmpint(pread(fd, got, sizeof riff - 1, 0), ==, sizeof riff - 1);
	g_assert_cmpmem(got, sizeof riff - 1, riff, sizeof riff - 1);
	close(fd);
}

static void
test_failures(void)
{
	g_autoptr(OqCues) cues = two_cues();
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	g_assert_false(oq_cues_append(cues, fd));
	g_assert_cmpint(errno, ==, EIO);
	close(fd);
	g_assert_false(oq_cues_append(cues, fd));
	g_assert_cmpint(errno, ==, EBADF);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/cues/riff", test_riff);
	g_test_add_func("/cues/rf64", test_rf64);
	g_test_add_func("/cues/nothing", test_nothing);
	g_test_add_func("/cues/no-room", test_no_room);
	g_test_add_func("/cues/failures", test_failures);
	return g_test_run();
}
