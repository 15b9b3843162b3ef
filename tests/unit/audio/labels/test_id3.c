#include "audio/labels/id3.h"

#include <string.h>

static GByteArray *
make_chapters(guint n_chapters)
{
	OqTags tags;
	oq_tags_init(&tags);
	for (guint i = 0; i < n_chapters; i++)
		oq_tags_add_chapter(&tags, i * 1000, i * 1000 + 1000, "t");
	GByteArray *bytes = oq_id3_make(&tags, 1000);
	oq_tags_clear(&tags);
	return bytes;
}

static guint32
size_at(const GByteArray *bytes, guint at)
{
	guint32 size = 0;
	for (guint i = 0; i < 4; i++) {
		g_assert_cmpuint(bytes->data[at + i], <, 0x80);
		size = size << 7 | bytes->data[at + i];
	}
	return size;
}

static guint
count_frames(const GByteArray *bytes, const char *name)
{
	guint n = 0, at = 10;
	g_assert_cmpuint(size_at(bytes, 6), ==, bytes->len - 10);
	while (at < bytes->len) {
		n += memcmp(bytes->data + at, name, 4) == 0;
		at += 10 + size_at(bytes, at + 4);
	}
	g_assert_cmpuint(at, ==, bytes->len);
	return n;
}

static void
test_texts(void)
{
	OqTags tags = {
		.title = (char[]){"үш"}, .comment = (char[]){"a"}, .language = (char[]){"kaz"}};
	static const char wanted[] = "ID3\4\0\0\0\0\0\x31"
				     "TIT2\0\0\0\5\0\0\3үш"
				     "TLAN\0\0\0\4\0\0\3kaz"
				     "TSSE\0\0\0\x08\0\0\3Oqyrman"
				     "COMM\0\0\0\6\0\0\3kaz\0a";
	g_autoptr(GByteArray) bytes = oq_id3_make(&tags, 0);
	gsize n = sizeof wanted - 1;
	g_assert_cmpmem(bytes->data + 10, bytes->len - 10, wanted + 10, n - 10);
	g_assert_cmpuint(size_at(bytes, 6), ==, n - 10);
}

static void
test_date(void)
{
	OqTags tags = {.date = (char[]){"2026-11-29"}, .time = (char[]){"18:41:00"}};
	g_autoptr(GByteArray) both = oq_id3_make(&tags, 0);
	g_assert_cmpmem(both->data + 10, 30,
		"TDRC\0\0\0\x14\0\0\3"
		"2026-11-29T18:41:00",
		30);
	tags.time = NULL;
	g_autoptr(GByteArray) date = oq_id3_make(&tags, 0);
	g_assert_cmpmem(date->data + 10, 21,
		"TDRC\0\0\0\x0b\0\0\3"
		"2026-11-29",
		21);
	tags.date = NULL;
	g_autoptr(GByteArray) none = oq_id3_make(&tags, 0);
	g_assert_cmpuint(count_frames(none, "TDRC"), ==, 0);
}

/* Sizes have seven bits a byte. */
static void
test_long_text(void)
{
	g_autofree char *title = g_strnfill(100000, 'x');
	OqTags tags = {.title = title};
	g_autoptr(GByteArray) bytes = oq_id3_make(&tags, 0);
	g_assert_cmpuint(size_at(bytes, 14), ==, 100001);
	g_assert_cmpuint(count_frames(bytes, "TIT2"), ==, 1);
}

static void
test_chapters(void)
{
	static const char wanted[] = "CTOC\0\0\0\x10\0\0toc\0\3\2chp1\0chp2\0"
				     "CHAP\0\0\0\x21\0\0chp1\0\0\0\0\0\0\0\3\xe8"
				     "\xff\xff\xff\xff\xff\xff\xff\xff"
				     "TIT2\0\0\0\2\0\0\3t";
	g_autoptr(GByteArray) bytes = make_chapters(2);
	gsize before = 10 + 18; /* the tag's header and its TSSE */
	g_assert_cmpmem(bytes->data + before, sizeof wanted - 1, wanted, sizeof wanted - 1);
	g_assert_cmpuint(count_frames(bytes, "CHAP"), ==, 2);
}

/* A list of contents has no more than 255 entries. */
static void
test_many_chapters(void)
{
	const struct {
		guint n_chapters;
		guint n_lists;
	} cases[] = {{0, 0}, {1, 1}, {255, 1}, {256, 3}, {511, 4}, {70000, 256}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GByteArray) bytes = make_chapters(cases[i].n_chapters);
		g_assert_cmpuint(count_frames(bytes, "CHAP"), ==, cases[i].n_chapters);
		g_assert_cmpuint(count_frames(bytes, "CTOC"), ==, cases[i].n_lists);
	}
}

/* Where it is not said how long one is, it goes on to the next. */
static void
test_open_chapters(void)
{
	OqTags tags;
	oq_tags_init(&tags);
	oq_tags_add_chapter(&tags, 0, 0, "a");
	oq_tags_add_chapter(&tags, 5, 0, "b");
	g_autoptr(GByteArray) bytes = oq_id3_make(&tags, 1000);
	gsize first = 10 + 18 + 26 + 10 + 5, second = first + 16 + 12 + 10 + 5;
	g_assert_cmpmem(bytes->data + first, 8, "\0\0\0\0\0\0\0\5", 8);
	g_assert_cmpmem(bytes->data + second, 8, "\0\0\0\5\0\0\0\5", 8);
	oq_tags_clear(&tags);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/id3/texts", test_texts);
	g_test_add_func("/id3/date", test_date);
	g_test_add_func("/id3/long-text", test_long_text);
	g_test_add_func("/id3/chapters", test_chapters);
	g_test_add_func("/id3/many-chapters", test_many_chapters);
	g_test_add_func("/id3/open-chapters", test_open_chapters);
	return g_test_run();
}
