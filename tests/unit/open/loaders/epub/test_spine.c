#include "open/loaders/epub/spine.h"

#include "made_zip.h"
#include "open/loaders/epub/epub.h"
#include "opened.h"

#define CONTAINER "META-INF/container.xml", "<container><rootfile full-path='o/b.opf'/></container>"
#define OPF(items, refs)                                                                           \
	"o/b.opf",                                                                                 \
		"<package xmlns:dc='d'><metadata><dc:title>Кітап</dc:title>"                  \
		"<dc:language>kk</dc:language></metadata><manifest>" items                         \
		"<item id='n' href='toc.ncx' media-type='application/x-dtbncx+xml'/></manifest>"   \
		"<spine toc='n'>" refs "</spine></package>"
#define TWO                                                                                        \
	OPF("<item id='a' href='1.xhtml'/><item id='b' href='2.xhtml'/>",                          \
		"<itemref idref='b'/><itemref idref='a'/>")
#define HTML(body) "<html xml:lang='kk'><body>" body "</body></html>"
#define NCX                                                                                             \
	"o/toc.ncx", "<ncx><navPoint><navLabel><text>Тарау</text></navLabel>"                      \
		     "<content "                                                                        \
		     "src='1.xhtml'/></navPoint><navPoint><navLabel><text>Артық</text></navLabel>" \
		     "<content src='2.xhtml'/></navPoint></ncx>"
#define HEAD "title: Кітап\nlanguage: kk\n"

static char *
blocks_of(GBytes *zip, OqNotes notes, GError **error)
{
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(zip, &n_bytes);
	return opened_load(&oq_loader_epub, bytes, n_bytes, "epub", notes, error);
}

static void
assert_book(GBytes *zip, OqNotes notes, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *blocks = blocks_of(zip, notes, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(blocks, ==, expected);
	g_bytes_unref(zip);
}

static void
assert_refused(GBytes *zip, OqOpenError code, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *blocks = blocks_of(zip, OQ_NOTES_SKIP, &error);
	g_assert_error(error, OQ_OPEN_ERROR, (int)code);
	g_assert_cmpstr(blocks, ==, expected);
	g_bytes_unref(zip);
}

/* The order is the spine's; the table of contents names what has no heading. */
static void
test_order(void)
{
	assert_book(made_zip(CONTAINER, TWO, NCX, "o/1.xhtml", HTML("<p>Бір</p>"), "o/2.xhtml",
			    HTML("<p>Екі</p><h1>Өзінікі</h1>"), NULL),
		OQ_NOTES_SKIP,
		HEAD "paragraph: Екі\nheading 1: Өзінікі\nheading 1: Тарау\nparagraph: Бір\n");
}

static void
test_notes(void)
{
	const char *chapter =
		HTML("<p>Екі<a epub:type='noteref' href='1.xhtml#n'>1</a></p><p>Үш</p>");
	const char *notes = HTML("<aside epub:type='footnote' id='n'>Осы</aside><p>Соңы</p>");
	assert_book(made_zip(CONTAINER, TWO, "o/1.xhtml", notes, "o/2.xhtml", chapter, NULL),
		OQ_NOTES_INLINE,
		HEAD "paragraph: Екі\nnote: Осы\nparagraph: Үш\nparagraph: Соңы\n");
	assert_book(made_zip(CONTAINER, TWO, "o/1.xhtml", notes, "o/2.xhtml", chapter, NULL),
		OQ_NOTES_END, HEAD "paragraph: Екі\nparagraph: Үш\nparagraph: Соңы\nnote: Осы\n");
}

static void
test_damaged(void)
{
	assert_refused(made_zip(CONTAINER, TWO, "o/1.xhtml", HTML("<p>Бір</p>"), NULL),
		OQ_OPEN_ERROR_DAMAGED, HEAD "paragraph: Бір\n");
	assert_refused(made_zip(CONTAINER, OPF("", ""), NULL), OQ_OPEN_ERROR_DAMAGED, "");
	assert_book(
		made_zip("a.xhtml", HTML("<p>Бір</p>"), "META-INF/container.xml", "no XML", NULL),
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
