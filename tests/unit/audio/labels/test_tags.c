#include "audio/labels/tags.h"

static void
test_find(void)
{
	OqTags tags;
	oq_tags_init(&tags);
	for (const char *const *name = oq_tags_names(); *name != NULL; name++) {
		char **text = oq_tags_find(&tags, *name);
		g_assert_nonnull(text);
		g_assert_null(*text);
		*text = g_strdup(*name);
	}
	g_assert_cmpstr(tags.title, ==, "title");
	g_assert_cmpstr(tags.outcue, ==, "outcue");
	g_assert_cmpstr(tags.start_date, ==, "start-date");
	g_assert_cmpstr(tags.end_date, ==, "end-date");
	g_assert_null(oq_tags_find(&tags, "tune"));
	oq_tags_clear(&tags);
	g_assert_null(tags.title);
}

static void
test_copy(void)
{
	OqTags tags;
	oq_tags_init(&tags);
	tags.title = g_strdup(" \tБір\nекі\r\n\x7f");
	tags.author = g_strdup("a\xff\xef\xbf\xbe\x01z");
	tags.album = g_strdup(" \n ");
	tags.voice_end = 7;
	oq_tags_add_chapter(&tags, 1, 5, "x\ny");
	oq_tags_add_chapter(&tags, 5, 0, NULL);
	g_autoptr(OqTags) copy = oq_tags_copy(&tags);
	oq_tags_clear(&tags);
	g_assert_cmpstr(copy->title, ==, "Бір екі");
	g_assert_cmpstr(copy->author, ==, "a\uFFFD\uFFFD z");
	g_assert_null(copy->album);
	g_assert_null(copy->comment);
	g_assert_cmpuint(copy->voice_end, ==, 7);
	g_assert_cmpuint(oq_tags_n_chapters(copy), ==, 2);
	g_assert_cmpstr(oq_tags_chapter(copy, 0)->title, ==, "x y");
	g_assert_cmpstr(oq_tags_chapter(copy, 1)->title, ==, "");
	oq_tags_free(NULL);
}

static void
test_chapter_ends(void)
{
	const guint64 ends[] = {4, 7, 10, 10};
	OqTags tags;
	oq_tags_init(&tags);
	g_assert_cmpuint(oq_tags_n_chapters(&tags), ==, 0);
	oq_tags_add_chapter(&tags, 1, 4, "ends");
	oq_tags_add_chapter(&tags, 5, 0, "goes on to the next");
	oq_tags_add_chapter(&tags, 7, 7, "does so, too");
	oq_tags_add_chapter(&tags, 10, 9, "is the last");
	for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
		g_assert_cmpuint(oq_tags_chapter_end(&tags, i), ==, ends[i]);
	oq_tags_clear(&tags);
}

static void
test_ascii(void)
{
	g_autoptr(OqRomanization) romanization = oq_romanization_load(OQ_TEST_VOICES "/kk", NULL);
	OqTags tags = {.romanization = romanization};
	g_autofree char *known = oq_tags_ascii(&tags, "Әуе");
	g_assert_cmpstr(known, ==, "Aue");
	tags.romanization = NULL;
	g_autofree char *unknown = oq_tags_ascii(&tags, "Әуе");
	g_assert_cmpstr(unknown, ==, "???");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tags/find", test_find);
	g_test_add_func("/tags/copy", test_copy);
	g_test_add_func("/tags/chapter-ends", test_chapter_ends);
	g_test_add_func("/tags/ascii", test_ascii);
	return g_test_run();
}
