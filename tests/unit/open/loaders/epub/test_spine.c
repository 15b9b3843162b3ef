#include "open/loaders/epub/spine.h"

#include "epub_case.h"

#define NCX                                                                                             \
	"o/toc.ncx", "<ncx><navPoint><navLabel><text>Тарау</text></navLabel>"                      \
		     "<content "                                                                        \
		     "src='1.xhtml'/></navPoint><navPoint><navLabel><text>Артық</text></navLabel>" \
		     "<content src='2.xhtml'/></navPoint></ncx>"

/* The order is the spine's; the table of contents names what has no heading. */
static void
test_order(void)
{
	epub_case_assert(
		made_zip(EPUB_CONTAINER, EPUB_TWO, NCX, "o/1.xhtml", EPUB_HTML("<p>Бір</p>"),
			"o/2.xhtml", EPUB_HTML("<p>Екі</p><h1>Өзінікі</h1>"), NULL),
		OQ_NOTES_SKIP,
		EPUB_HEAD "paragraph: Екі\nheading 1: Өзінікі\nheading 1: Тарау\nparagraph: Бір\n");
}

static void
test_notes(void)
{
	const char *chapter =
		EPUB_HTML("<p>Екі<a epub:type='noteref' href='1.xhtml#n'>1</a></p><p>Үш</p>");
	const char *notes = EPUB_HTML("<aside epub:type='footnote' id='n'>Осы</aside><p>Соңы</p>");
	epub_case_assert(
		made_zip(EPUB_CONTAINER, EPUB_TWO, "o/1.xhtml", notes, "o/2.xhtml", chapter, NULL),
		OQ_NOTES_INLINE,
		EPUB_HEAD "paragraph: Екі\nnote: Осы\nparagraph: Үш\nparagraph: Соңы\n");
	epub_case_assert(
		made_zip(EPUB_CONTAINER, EPUB_TWO, "o/1.xhtml", notes, "o/2.xhtml", chapter, NULL),
		OQ_NOTES_END,
		EPUB_HEAD "paragraph: Екі\nparagraph: Үш\nparagraph: Соңы\nnote: Осы\n");
}

static void
test_damaged(void)
{
	epub_case_refuse(
		made_zip(EPUB_CONTAINER, EPUB_TWO, "o/1.xhtml", EPUB_HTML("<p>Бір</p>"), NULL),
		OQ_OPEN_ERROR_DAMAGED, EPUB_HEAD "paragraph: Бір\n");
	epub_case_refuse(
		made_zip(EPUB_CONTAINER, EPUB_OPF("", ""), NULL), OQ_OPEN_ERROR_DAMAGED, "");
	epub_case_assert(made_zip("a.xhtml", EPUB_HTML("<p>Бір</p>"), "META-INF/container.xml",
				 "no XML", NULL),
		OQ_NOTES_SKIP, "paragraph: Бір\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	oq_loader_epub.prepare();
	g_test_add_func("/spine/order", test_order);
	g_test_add_func("/spine/notes", test_notes);
	g_test_add_func("/spine/damaged", test_damaged);
	return g_test_run();
}
