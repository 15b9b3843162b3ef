#include "open/loaders/daisy.h"

#include "made_zip.h"
#include "open/archive.h"
#include "open/loaders/html/html.h"
#include "opened.h"

#include <string.h>

#define NCC                                                                                            \
	"<html><head><title>Т</title><meta name='dc:title' content='Кітап'/>"                    \
	"<meta name='dc:creator' content='Абай'/></head><body>"                                    \
	"<h1><a href='2.smil#a'>Бірінші</a></h1><span class='page-normal'><a href='2.smil#p'>1" \
	"</a></span><h2><a href='1.smil#b'>Екінші</a></h2></body></html>"
#define SMIL(text) "<smil><body><par><text src='" text "'/><audio src='a.mp3'/></par></body></smil>"
#define DTBOOK                                                                                               \
	"<?xml version='1.0' encoding='KZ-1048'?><dtbook xml:lang='kk'><head>"                               \
	"<meta name='dc:Title' content='Кітап'/><meta name='x' content='y'/></head><book>"              \
	"<bodymatter><level><hd>Бірінші</hd><p>Бір<noteref idref='#n'>1</noteref>.</p>"            \
	"<pagenum id='p'>12</pagenum><level><hd>Екінші</hd><p><sent>Екі.</sent> <sent>Үш.</sent>" \
	"</p></level><poem><line><linenum>5</linenum>Жол</line><line>Тағы</line></poem>"              \
	"<note id='n'><p>Осы.</p></note></level></bodymatter></book></dtbook>"

static char *
blocks_of(GBytes *file, OqNotes notes)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(file, &n_bytes);
	char *blocks = opened_load(&oq_loader_daisy, bytes, n_bytes, "zip", notes, &error);
	g_assert_no_error(error);
	return blocks;
}

/* The texts are in the order in which the book is spoken. */
static void
test_daisy2(void)
{
	g_autoptr(GBytes) zip = made_zip("b/ncc.html", NCC, "b/1.smil", SMIL("y.html#1"),
		"b/2.smil", SMIL("x.html#1"), "b/x.html", "<h1 id='1'>Бірінші</h1><p>Бір.",
		"b/y.html", "<h2 id='1'>Екінші</h2><p>Екі.", NULL);
	g_autofree char *blocks = blocks_of(zip, OQ_NOTES_SKIP);
	g_assert_cmpstr(blocks, ==,
		"title: Кітап\nauthor: Абай\nheading 1: Бірінші\nparagraph: Бір.\n"
		"heading 2: Екінші\nparagraph: Екі.\n");
}

static void
test_daisy2_without_text(void)
{
	g_autoptr(GBytes) zip = made_zip(
		"NCC.HTML", NCC, "2.smil", SMIL("ncc.html#1"), "1.smil", SMIL("ncc.html#2"), NULL);
	g_autofree char *blocks = blocks_of(zip, OQ_NOTES_SKIP);
	g_assert_cmpstr(blocks, ==,
		"title: Кітап\nauthor: Абай\nheading 1: Бірінші\npage: 1\nheading 2: Екінші\n");
}

static void
test_daisy3(void)
{
	g_autoptr(GBytes) zip = made_zip("a.opf",
		"<package "
		"xmlns:dc='d'><metadata><dc-metadata><dc:Title>Кітап</dc:Title></dc-metadata>"
		"</metadata><manifest><item id='s' href='1.smil' media-type='application/smil'/>"
		"<item id='t' href='t.xml' media-type='application/x-dtbook+xml'/></manifest>"
		"<spine><itemref idref='s'/></spine></package>",
		"1.smil", SMIL("t.xml#1"), "t.xml",
		"<dtbook xml:lang='kk'><book><level1><h1>Бірінші</h1><p>Бір.</p></level1></book>"
		"</dtbook>",
		NULL);
	g_autofree char *blocks = blocks_of(zip, OQ_NOTES_SKIP);
	g_assert_cmpstr(blocks, ==, "title: Кітап\nheading 1: Бірінші\nparagraph: Бір.\n");
}

static void
assert_dtbook(OqNotes notes, const char *expected)
{
	gsize n_bytes;
	char *bytes = g_convert(DTBOOK, -1, "RK1048", "UTF-8", NULL, &n_bytes, NULL);
	g_autoptr(GBytes) file = g_bytes_new_take(bytes, n_bytes);
	g_autofree char *blocks = blocks_of(file, notes);
	g_assert_cmpstr(blocks, ==, expected);
}

static void
test_dtbook(void)
{
	assert_dtbook(OQ_NOTES_SKIP,
		"title: Кітап\nheading 1: Бірінші\nparagraph: Бір.\npage: 12\nheading 2: Екінші\n"
		"paragraph: Екі. Үш.\nlines: Жол / Тағы\n");
	assert_dtbook(OQ_NOTES_INLINE,
		"title: Кітап\nheading 1: Бірінші\nparagraph: Бір.\nnote: Осы.\npage: 12\n"
		"heading 2: Екінші\nparagraph: Екі. Үш.\nlines: Жол / Тағы\n");
}

static void
test_damaged(void)
{
	static const char cut[] = "<dtbook><book><p>Бір.</p><p>Ек";
	g_autoptr(GError) error = NULL;
	g_autofree char *blocks =
		opened_load(&oq_loader_daisy, cut, strlen(cut), "xml", OQ_NOTES_SKIP, &error);
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
	g_assert_true(g_str_has_prefix(blocks, "paragraph: Бір.\n"));
	g_clear_error(&error);

	g_autoptr(GBytes) zip = made_zip("a.opf", "<package/>", NULL);
	g_autofree char *none = opened_load(&oq_loader_daisy, g_bytes_get_data(zip, NULL),
		g_bytes_get_size(zip), "zip", OQ_NOTES_SKIP, &error);
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
	g_assert_cmpstr(none, ==, "");
}

/* Alone it is a page of links, all of which are read. */
static void
test_ncc(void)
{
	g_autofree char *blocks =
		opened_load(&oq_loader_html, NCC, strlen(NCC), "html", OQ_NOTES_SKIP, NULL);
	g_assert_cmpstr(blocks, ==, "title: Т\nheading 1: Бірінші\npage: 1\nheading 2: Екінші\n");
}

static void
test_fit(void)
{
	OqOpenJob job = {.extension = "xml"};
	OqSample sample = {&job, "<?xml?><dtbook>", 15, NULL};
	g_assert_cmpint(oq_loader_daisy.fit(&sample), ==, OQ_FIT_SURE);
	sample.head = "<?xml?><html>";
	g_assert_cmpint(oq_loader_daisy.fit(&sample), ==, OQ_FIT_NONE);
	g_autoptr(GBytes) zip = made_zip("b/Ncc.html", "", NULL);
	g_autoptr(OqArchive) archive = opened_archive(zip);
	sample.archive = archive;
	g_assert_cmpint(oq_loader_daisy.fit(&sample), ==, OQ_FIT_SURE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	oq_loader_daisy.prepare();
	g_test_add_func("/daisy/daisy2", test_daisy2);
	g_test_add_func("/daisy/daisy2_without_text", test_daisy2_without_text);
	g_test_add_func("/daisy/daisy3", test_daisy3);
	g_test_add_func("/daisy/dtbook", test_dtbook);
	g_test_add_func("/daisy/damaged", test_damaged);
	g_test_add_func("/daisy/ncc", test_ncc);
	g_test_add_func("/daisy/fit", test_fit);
	return g_test_run();
}
