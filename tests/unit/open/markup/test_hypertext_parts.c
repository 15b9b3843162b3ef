#include "open/markup/hypertext.h"

#include "fed_hypertext.h"

static void
test_places(void)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(writer, OQ_NOTES_SKIP, NULL);
	oq_hypertext_headline(hypertext, "b.html", "Бөлім", 1);
	oq_hypertext_headline(hypertext, "b.html#c", "Тарау", 2);
	oq_hypertext_headline(hypertext, "b.html#d", "Артық", 2);
	oq_hypertext_page(hypertext, "b.html#c", "7");
	feed_hypertext(hypertext, "b.html", "<p>А</p><p id='c'>Ә</p><h2 id='d'>Соңғы</h2><p>Б</p>",
		OQ_HYPERTEXT_WRITE);
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_cmpstr(blocks, ==,
		"heading 1: Бөлім\nparagraph: А\npage: 7\nheading 2: Тарау\nparagraph: Ә\n"
		"heading 2: Соңғы\nparagraph: Б\n");
}

/* What looks like a heading and is one by the table of contents. */
static void
test_same(void)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(writer, OQ_NOTES_SKIP, NULL);
	oq_hypertext_headline(hypertext, "b.html", "Бірінші бөлім", 2);
	oq_hypertext_headline(hypertext, "b.html#c", "Тарау", 3);
	feed_hypertext(hypertext, "b.html",
		"<p><b>БІРІНШІ  бөлім</b></p><p>А</p><p id='c'>Тарау туралы</p>",
		OQ_HYPERTEXT_WRITE);
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_cmpstr(blocks, ==,
		"heading 2: БІРІНШІ бөлім\nparagraph: А\nheading 3: Тарау\n"
		"paragraph: Тарау туралы\n");
}

static void
test_wanted(void)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(writer, OQ_NOTES_INLINE, NULL);
	const char *chapter = "<p>А<a epub:type='noteref' href='n.html#1'>1</a></p><p>Ә</p>";
	const char *notes = "<p epub:type='footnote' id='1'>Бір</p><p>Б</p>"
			    "<p epub:type='footnote' id='2'>Екі</p>";
	feed_hypertext(hypertext, "a.html", chapter, OQ_HYPERTEXT_GATHER);
	g_autofree char *wanted = oq_hypertext_take_wanted(hypertext);
	g_assert_cmpstr(wanted, ==, "n.html");
	g_assert_null(oq_hypertext_take_wanted(hypertext));
	feed_hypertext(hypertext, "n.html", notes, OQ_HYPERTEXT_GATHER);
	feed_hypertext(hypertext, "a.html", chapter, OQ_HYPERTEXT_WRITE);
	feed_hypertext(hypertext, "n.html", notes, OQ_HYPERTEXT_WRITE);
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_cmpstr(
		blocks, ==, "paragraph: А\nnote: Бір\nparagraph: Ә\nparagraph: Б\nnote: Екі\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/hypertext_parts/places", test_places);
	g_test_add_func("/hypertext_parts/same", test_same);
	g_test_add_func("/hypertext_parts/wanted", test_wanted);
	return g_test_run();
}
