#include "audio/files/id3.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SOUND "\xff\xfb\x90\xc4 some sound "

/* Leaves the file as it is made of @bytes, then fixed. */
static void
fix(const char *bytes, gsize n_bytes, char *got)
{
	g_autofree char *path = NULL;
	int fd = g_file_open_tmp("oqyrman-XXXXXX", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_unlink(path);
	g_assert_cmpint(write(fd, bytes, n_bytes), ==, (gssize)n_bytes);
	g_assert_true(oq_id3_make_utf8(fd));
	g_assert_cmpint(pread(fd, got, n_bytes + 1, 0), ==, (gssize)n_bytes);
	close(fd);
}

#define ASSERT_FIXED(before, after)                                                                \
	G_STMT_START                                                                               \
	{                                                                                          \
		char got[sizeof before];                                                           \
		G_STATIC_ASSERT(sizeof before == sizeof after);                                    \
		fix(before, sizeof before - 1, got);                                               \
		g_assert_cmpmem(got, sizeof before - 1, after, sizeof after - 1);                  \
	}                                                                                          \
	G_STMT_END

#define ASSERT_SAME(bytes) ASSERT_FIXED(bytes, bytes)

static void
test_text(void)
{
	ASSERT_FIXED("ID3\3\0\0\0\0\0\x26"
		     "TSSE\0\0\0\5\0\0\0LAME"
		     "TIT2\0\0\0\7\0\0\0үшa"
		     "\0\0\0\0" SOUND,
		"ID3\4\0\0\0\0\0\x26"
		"TSSE\0\0\0\5\0\0\3LAME"
		"TIT2\0\0\0\7\0\0\3үшa"
		"\0\0\0\0" SOUND);
}

/* Sizes have seven bits a byte then: 131 is 1, 3. */
static void
test_long_text(void)
{
	g_autofree char *title = g_strnfill(128, 'a');
	char before[10 + 10 + 131], after[sizeof before], got[sizeof before + 1];
	memcpy(before, "ID3\3\0\0\0\0\1\x0dTIT2\0\0\0\x83\0\0\0", 21);
	memcpy(before + 21, title, 128);
	memcpy(before + 149, "ү", 2);
	memcpy(after, before, sizeof before);
	memcpy(after, "ID3\4\0\0\0\0\1\x0dTIT2\0\0\1\3\0\0\3", 21);
	fix(before, sizeof before, got);
	g_assert_cmpmem(got, sizeof before, after, sizeof after);
}

/* Title, artist and album have 30 bytes each; what is behind them stays. */
static void
test_old_tag(void)
{
	enum { SOUND_SIZE = sizeof SOUND - 1, TITLE = 3, ARTIST = 33, ALBUM = 63, REST = 93 };
	char bytes[SOUND_SIZE + 128] = SOUND "TAG", got[sizeof bytes + 1];
	char *tag = bytes + SOUND_SIZE;
	memcpy(tag + TITLE, "үш", 4);
	memcpy(tag + ARTIST, "Dauren", 6);
	memcpy(tag + ALBUM + 28, "ә", 2);
	memcpy(tag + REST, "1999ү", 6);
	fix(bytes, sizeof bytes, got);
	memset(tag + TITLE, 0, 4);
	memset(tag + ALBUM + 28, 0, 2);
	g_assert_cmpmem(got, sizeof bytes, bytes, sizeof bytes);
}

static void
test_stays(void)
{
	ASSERT_SAME("");
	ASSERT_SAME("ID3");
	ASSERT_SAME(SOUND);
	ASSERT_SAME("ID3\3\0\0\0\0\0\x11TIT2\0\0\0\7\0\0\0three!" SOUND);
	ASSERT_SAME("ID3\4\0\0\0\0\0\x10TIT2\0\0\0\6\0\0\3үшa" SOUND);
	/* damaged: longer than the tag, longer than the file */
	ASSERT_SAME("ID3\3\0\0\0\0\0\x10TIT2\0\0\0\x60\0\0\0үшa" SOUND);
	ASSERT_SAME("ID3\3\0\0\0\0\0\x10TIT2\xff\xff\xff\xff\0\0\0үшa" SOUND);
	ASSERT_SAME("ID3\3\0\0\x7f\x7f\x7f\x7fTIT2");
	ASSERT_SAME("ID3\3\0\0\xff\xff\xff\xffTIT2");
}

static void
test_failures(void)
{
	g_assert_false(oq_id3_make_utf8(-1));
	g_assert_cmpint(errno, ==, EBADF);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/id3/text", test_text);
	g_test_add_func("/id3/long-text", test_long_text);
	g_test_add_func("/id3/old-tag", test_old_tag);
	g_test_add_func("/id3/stays", test_stays);
	g_test_add_func("/id3/failures", test_failures);
	return g_test_run();
}
