#include "open/loaders/epub/toc.h"

#include "made_zip.h"
#include "opened.h"

/* What the table adds to a file of two paragraphs. */
static void
assert_put(const char *file, const char *content, gboolean is_nav, const char *expected)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(GBytes) zip = made_zip(file, content, NULL);
	g_autoptr(OqArchive) archive = opened_archive(zip);
	g_autoptr(OqToc) toc = oq_toc_new();
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(writer, OQ_NOTES_SKIP, NULL);
	g_assert_true(oq_toc_is_empty(toc));
	if (is_nav)
		oq_toc_read_nav(toc, archive, file);
	else
		oq_toc_read_ncx(toc, archive, file);
	oq_toc_put_pages(toc, hypertext);
	oq_toc_put_headlines(toc, "t/1.xhtml", hypertext);
	oq_hypertext_begin(hypertext, "t/1.xhtml", OQ_HYPERTEXT_WRITE);
	for (const char *id = "ab"; *id != '\0'; id++) {
		const char value[] = {*id, '\0'};
		oq_hypertext_start(hypertext, "p", (const char *const[]){"id", value, NULL});
		oq_hypertext_text(hypertext, value, 1);
		oq_hypertext_finish(hypertext);
	}
	g_assert_true(oq_hypertext_end(hypertext, NULL));
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_cmpstr(blocks, ==, expected);
}

static void
test_ncx(void)
{
	assert_put("toc.ncx",
		"<ncx><navMap><navPoint><navLabel><text>Бөлім</text></navLabel>"
		"<content src='t/1.xhtml'/><navPoint><navLabel><text> Тарау </text></navLabel>"
		"<content src='t/1.xhtml#b'/></navPoint></navPoint><navPoint><navLabel><text>Басқа"
		"</text></navLabel><content src='t/2.xhtml#a'/></navPoint></navMap><pageList>"
		"<pageTarget><navLabel><text>7</text></navLabel><content src='t/1.xhtml#b'/>"
		"</pageTarget></pageList></ncx>",
		FALSE, "heading 1: Бөлім\nparagraph: a\npage: 7\nheading 2: Тарау\nparagraph: b\n");
}

static void
test_nav(void)
{
	assert_put("nav.xhtml",
		"<html xmlns:epub='e'><nav epub:type='landmarks'><ol><li><a "
		"href='t/1.xhtml#a'>Жоқ</a>"
		"</li></ol></nav><nav epub:type='toc'><h1>Мазмұны</h1><ol><li><a href='t/1.xhtml'>"
		"<b>Бө</b>лім</a><ol><li><a href='t/1.xhtml#b'>Тарау</a></li></ol></li></ol></nav>"
		"<nav epub:type='page-list'><ol><li><a "
		"href='t/1.xhtml#a'>iv</a></li></ol></nav></html>",
		TRUE, "page: iv\nheading 1: Бөлім\nparagraph: a\nheading 2: Тарау\nparagraph: b\n");
}

static void
test_nothing(void)
{
	assert_put("toc.ncx", "no XML", FALSE, "paragraph: a\nparagraph: b\n");
	assert_put("nav.xhtml", "<nav><ol><li><a>А</a><a href='x:y'>Ә</a>", TRUE,
		"paragraph: a\nparagraph: b\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/toc/ncx", test_ncx);
	g_test_add_func("/toc/nav", test_nav);
	g_test_add_func("/toc/nothing", test_nothing);
	return g_test_run();
}
