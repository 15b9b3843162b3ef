#include "audio/labels/comments.h"

#include "nameless.h"
#include "told.h"

#include <errno.h>

/* "x", then a list of the vendor "v" and a comment "A=b", and what is behind it. */
static GByteArray *
make_list(void)
{
	OqChunks list;
	oq_chunks_init(&list, FALSE);
	oq_chunks_add_text(&list, "x");
	oq_chunks_add32(&list, 1);
	oq_chunks_add_text(&list, "v");
	oq_chunks_add32(&list, 1);
	oq_chunks_add32(&list, 3);
	oq_chunks_add_text(&list, "A=b");
	oq_chunks_add_text(&list, "\1");
	return list.bytes;
}

/* The comments of a list, a line each. */
static char *
read_list(GByteArray *bytes)
{
	const OqChunks list = {bytes, FALSE};
	GString *text = g_string_new(NULL);
	guint n = told_32(&list, 6);
	gsize at = 10;
	for (guint i = 0; i < n; i++) {
		guint size = told_32(&list, at);
		g_assert_cmpuint(at + 4 + size, <=, bytes->len);
		g_string_append_len(text, (const char *)bytes->data + at + 4, size);
		g_string_append_c(text, '\n');
		at += 4 + size;
	}
	g_assert_cmpuint(at + 1, ==, bytes->len);
	g_assert_cmpint(bytes->data[at], ==, 1);
	return g_string_free(text, FALSE);
}

static void
test_insert(void)
{
	OqTags tags = TOLD;
	g_auto(OqComments) comments;
	oq_tags_add_chapter(&tags, 0, 0, "Бас");
	oq_tags_add_chapter(&tags, (guint64)48000 * 36061 + 24, 0, "Соңы");
	oq_comments_init(&comments, &tags, 48000, 1000);
	g_autoptr(GByteArray) list = make_list();
	g_assert_true(oq_comments_insert(&comments, list, 1));
	g_autofree char *text = read_list(list);
	g_assert_cmpstr(text, ==,
		"A=b\nENCODED-BY=Oqyrman\nTITLE=Таң "
		"<&>\nARTIST=Дәурен\nALBUM=Кеш\nDATE=2026-11-29\nGENRE=NEWS\n"
		"COPYRIGHT=© Біз\nORGANIZATION=Шалқар\nLANGUAGE=kaz\nCOMMENT=Сынақ\n"
		"CHAPTER001=00:00:00.000\nCHAPTER001NAME=Бас\n"
		"CHAPTER002=10:01:01.000\nCHAPTER002NAME=Соңы\n");
	g_array_unref(tags.chapters);
}

static void
test_nothing_told(void)
{
	OqTags tags = {0};
	g_auto(OqComments) comments;
	oq_comments_init(&comments, &tags, 48000, 1000);
	g_autoptr(GByteArray) list = make_list();
	g_assert_true(oq_comments_insert(&comments, list, 1));
	g_autofree char *text = read_list(list);
	g_assert_cmpstr(text, ==, "A=b\nENCODED-BY=Oqyrman\n");
}

/* What does not fit is left out; of chapters, all. */
static void
test_full(void)
{
	OqTags tags = TOLD;
	g_autofree char *title = g_strnfill(300, 't');
	tags.title = title;
	for (guint i = 0; i < 8; i++)
		oq_tags_add_chapter(&tags, i, 0, "Тарау");
	g_auto(OqComments) comments, with_chapters;
	oq_comments_init(&comments, &tags, 48000, 300);
	g_autoptr(GByteArray) list = make_list();
	g_assert_true(oq_comments_insert(&comments, list, 1));
	g_autofree char *text = read_list(list);
	g_assert_cmpuint(comments.bytes->len, <=, 300);
	g_assert_null(strstr(text, "TITLE"));
	g_assert_nonnull(strstr(text, "COMMENT=Сынақ"));
	g_assert_null(strstr(text, "CHAPTER"));
	oq_comments_init(&with_chapters, &tags, 48000, 2000);
	g_assert_cmpuint(with_chapters.n_comments, ==, comments.n_comments + 1 + 16);
	g_array_unref(tags.chapters);
}

/* Sizes that are not possible are refused, whichever they are. */
static void
test_damaged(void)
{
	OqTags tags = TOLD;
	g_auto(OqComments) comments;
	oq_comments_init(&comments, &tags, 48000, 1000);
	g_autoptr(GByteArray) list = make_list();
	for (guint n = 0; n < list->len - 1; n++) {
		g_autoptr(GByteArray) cut = g_byte_array_new();
		g_byte_array_append(cut, list->data, n);
		g_assert_false(oq_comments_insert(&comments, cut, 1));
		g_assert_cmpuint(cut->len, ==, n);
	}
	for (guint at = 1; at < 14; at++) {
		g_autoptr(GByteArray) wrong = make_list();
		wrong->data[at] = 0xff;
		oq_comments_insert(&comments, wrong, 1);
	}
}

/* A FLAC file of two blocks and the sound "abc"; the list is in the second. */
static GByteArray *
make_flac(const GByteArray *list)
{
	GByteArray *file = g_byte_array_new();
	guint size = list->len - 1;
	const guint8 header[] = {0x84, 0, (guint8)(size >> 8), (guint8)size};
	g_byte_array_append(file, (const guint8 *)"fLaC\0\0\0\2xx", 10);
	g_byte_array_append(file, header, sizeof header);
	g_byte_array_append(file, list->data + 1, size);
	return g_byte_array_append(file, (const guint8 *)"abc", 3);
}

static void
test_flac(void)
{
	OqTags tags = TOLD;
	g_auto(OqComments) comments;
	oq_comments_init(&comments, &tags, 48000, 1000);
	g_autoptr(GByteArray) list = make_list();
	g_autoptr(GByteArray) before = make_flac(list);
	g_assert_true(oq_comments_insert(&comments, list, 1));
	g_autoptr(GByteArray) after = make_flac(list);
	int fd = nameless_new(before->data, before->len);
	g_assert_true(oq_comments_insert_flac(&comments, fd));
	nameless_assert(fd, after->data, after->len);
	close(fd);
}

static void
test_not_flac(void)
{
	OqTags tags = {0};
	g_auto(OqComments) comments;
	oq_comments_init(&comments, &tags, 48000, 1000);
	int fd = nameless_new("fLaC\x80\0\0\2xx", 10);
	g_assert_false(oq_comments_insert_flac(&comments, fd));
	g_assert_cmpint(errno, ==, EIO);
	close(fd);
	g_assert_false(oq_comments_insert_flac(&comments, fd));
	g_assert_cmpint(errno, ==, EBADF);
}

/* Larger than the 24 bits of its size. */
static void
test_full_flac(void)
{
	g_autofree char *title = g_strnfill(1 << 24, 't');
	OqTags tags = {.title = title};
	g_auto(OqComments) comments;
	oq_comments_init(&comments, &tags, 48000, 1 << 25);
	g_autoptr(GByteArray) list = make_list();
	g_autoptr(GByteArray) flac = make_flac(list);
	int fd = nameless_new(flac->data, flac->len);
	g_assert_false(oq_comments_insert_flac(&comments, fd));
	g_assert_cmpint(errno, ==, EFBIG);
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/comments/insert", test_insert);
	g_test_add_func("/comments/nothing-told", test_nothing_told);
	g_test_add_func("/comments/full", test_full);
	g_test_add_func("/comments/damaged", test_damaged);
	g_test_add_func("/comments/flac", test_flac);
	g_test_add_func("/comments/not-flac", test_not_flac);
	g_test_add_func("/comments/full-flac", test_full_flac);
	return g_test_run();
}
