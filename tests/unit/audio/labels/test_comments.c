#include "audio/labels/comments.h"

#include "nameless.h"
#include "told.h"

#include <errno.h>

/* A list of the vendor "v", a comment "A=b" and the filler. */
static GByteArray *
make_list(const OqComments *comments)
{
	g_autofree char *filler = oq_comments_filler(comments);
	g_autofree char *comment = g_strconcat("Comment=", filler, NULL);
	OqChunks list;
	oq_chunks_init(&list, FALSE);
	oq_chunks_add32(&list, 1);
	oq_chunks_add_text(&list, "v");
	oq_chunks_add32(&list, 2);
	oq_chunks_add32(&list, 3);
	oq_chunks_add_text(&list, "A=b");
	oq_chunks_add32(&list, (guint32)strlen(comment));
	oq_chunks_add_text(&list, comment);
	return list.bytes;
}

/* The comments of a list, a line each. */
static char *
read_list(GByteArray *bytes)
{
	const OqChunks list = {bytes, FALSE};
	GString *text = g_string_new(NULL);
	guint n = told_32(&list, 5);
	gsize at = 9;
	for (guint i = 0; i < n; i++) {
		guint size = told_32(&list, at);
		g_assert_cmpuint(at + 4 + size, <=, bytes->len);
		g_string_append_len(text, (const char *)bytes->data + at + 4, size);
		g_string_append_c(text, '\n');
		at += 4 + size;
	}
	g_assert_cmpuint(at, ==, bytes->len);
	return g_string_free(text, FALSE);
}

static void
test_put(void)
{
	OqTags tags = TOLD;
	g_auto(OqComments) comments;
	oq_tags_add_chapter(&tags, 0, 0, "Бас");
	oq_tags_add_chapter(&tags, (guint64)48000 * 36061 + 24, 0, "Соңы");
	oq_comments_init(&comments, &tags, 48000, 1000);
	g_autoptr(GByteArray) list = make_list(&comments);
	g_assert_true(oq_comments_put(&comments, list->data, list->len));
	g_autofree char *text = read_list(list);
	g_assert_cmpstr(text, ==,
		"A=b\nENCODED-BY=Oqyrman\nTITLE=Таң "
		"<&>\nARTIST=Дәурен\nALBUM=Кеш\nDATE=2026-11-29\nGENRE=NEWS\n"
		"COPYRIGHT=© Біз\nORGANIZATION=Шалқар\nLANGUAGE=kaz\nCOMMENT=Сынақ\n"
		"CHAPTER001=00:00:00.000\nCHAPTER001NAME=Бас\n"
		"CHAPTER002=10:01:01.000\nCHAPTER002NAME=Соңы\n");
	g_assert_false(oq_comments_put(&comments, list->data, list->len)); /* no filler */
	g_array_unref(tags.chapters);
}

static void
test_nothing_told(void)
{
	OqTags tags = {0};
	g_auto(OqComments) comments;
	oq_comments_init(&comments, &tags, 48000, 1000);
	g_autoptr(GByteArray) list = make_list(&comments);
	g_assert_true(oq_comments_put(&comments, list->data, list->len));
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
	g_autoptr(GByteArray) list = make_list(&comments);
	g_assert_true(oq_comments_put(&comments, list->data, list->len));
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
	g_autoptr(GByteArray) list = make_list(&comments);
	for (gsize n = 0; n < list->len; n++) {
		g_autofree guint8 *cut = g_memdup2(list->data, n);
		g_assert_false(oq_comments_put(&comments, cut, n));
	}
	for (gsize at = 0; at < 16; at++) {
		g_autofree guint8 *wrong = g_memdup2(list->data, list->len);
		wrong[at] = 0xff;
		oq_comments_put(&comments, wrong, list->len);
	}
}

static void
test_flac(void)
{
	OqTags tags = TOLD;
	g_auto(OqComments) comments;
	oq_comments_init(&comments, &tags, 48000, 1000);
	g_autoptr(GByteArray) list = make_list(&comments);
	g_autoptr(GByteArray) file = g_byte_array_new();
	const guint8 header[] = {0x84, 0, (guint8)(list->len >> 8), (guint8)list->len};
	g_byte_array_append(file, (const guint8 *)"fLaC\0\0\0\2xx", 10);
	g_byte_array_append(file, header, sizeof header);
	g_byte_array_append(file, list->data, list->len);
	int fd = nameless_new(file->data, file->len);
	g_assert_true(oq_comments_put_flac(&comments, fd));
	g_assert_true(oq_comments_put(&comments, file->data + 14, list->len));
	nameless_assert(fd, file->data, file->len);
	g_assert_false(oq_comments_put_flac(&comments, fd)); /* no filler */
	g_assert_cmpint(errno, ==, EIO);
	close(fd);
}

static void
test_not_flac(void)
{
	OqTags tags = {0};
	g_auto(OqComments) comments;
	oq_comments_init(&comments, &tags, 48000, 1000);
	int fd = nameless_new("fLaC\x80\0\0\2xx", 10);
	g_assert_false(oq_comments_put_flac(&comments, fd));
	g_assert_cmpint(errno, ==, EIO);
	close(fd);
	g_assert_false(oq_comments_put_flac(&comments, fd));
	g_assert_cmpint(errno, ==, EBADF);
}

static void
check_ogg(const char *name)
{
	OqTags tags = {.title = (char[]){"үш"}};
	g_auto(OqComments) comments;
	oq_comments_init(&comments, &tags, 48000, 1000);
	g_autoptr(GByteArray) list = make_list(&comments);
	g_autoptr(GByteArray) file = g_byte_array_new();
	guint8 header[27] = "OggS", sizes[] = {1, (guint8)(strlen(name) + list->len)};
	g_assert_cmpuint(strlen(name) + list->len, <, 255);
	header[26] = sizeof sizes;
	g_byte_array_append(file, header, sizeof header);
	g_byte_array_append(file, sizes, sizeof sizes);
	g_byte_array_append(file, (const guint8 *)"x", 1);
	g_byte_array_append(file, (const guint8 *)name, (guint)strlen(name));
	guint at = file->len;
	g_byte_array_append(file, list->data, list->len);
	int fd = nameless_new(file->data, file->len);
	g_assert_true(oq_comments_put_ogg(&comments, fd));
	g_assert_true(oq_comments_put(&comments, file->data + at, list->len));
	nameless_assert(fd, file->data, file->len);
	g_assert_false(oq_comments_put_ogg(&comments, fd));
	close(fd);
}

static void
test_ogg(void)
{
	check_ogg("\3vorbis");
	check_ogg("OpusTags");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/comments/put", test_put);
	g_test_add_func("/comments/nothing-told", test_nothing_told);
	g_test_add_func("/comments/full", test_full);
	g_test_add_func("/comments/damaged", test_damaged);
	g_test_add_func("/comments/flac", test_flac);
	g_test_add_func("/comments/not-flac", test_not_flac);
	g_test_add_func("/comments/ogg", test_ogg);
	return g_test_run();
}
