#include "open/loaders/epub/epub.h"

#include "made_zip.h"
#include "open/archive.h"
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
#define HEAD       "title: Кітап\nlanguage: kk\n"

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

#define LOCK(algorithm, uri)                                                                       \
	"META-INF/encryption.xml",                                                                 \
		"<encryption><EncryptedData><EncryptionMethod Algorithm='" algorithm               \
		"'/><CipherReference URI='" uri "'/></EncryptedData></encryption>"

static void
test_locked(void)
{
	assert_refused(made_zip(CONTAINER, TWO,
			       LOCK("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "o/2.xhtml"),
			       "o/1.xhtml", HTML("<p>Бір</p>"), "o/2.xhtml", "x", NULL),
		OQ_OPEN_ERROR_LOCKED, HEAD);
	assert_book(
		made_zip(CONTAINER, TWO, LOCK("http://www.idpf.org/2008/embedding", "o/2.xhtml"),
			"o/1.xhtml", HTML("<p>Бір</p>"), "o/2.xhtml", HTML("<p>Екі</p>"), NULL),
		OQ_NOTES_SKIP, HEAD "paragraph: Екі\nparagraph: Бір\n");
}

static void
test_fit(void)
{
	g_autoptr(GBytes) epub = made_zip("mimetype", "application/epub+zip", CONTAINER, NULL);
	g_autoptr(GBytes) other = made_zip("a.txt", "a", NULL);
	GBytes *const zips[] = {epub, other};
	const OqFit fits[] = {OQ_FIT_SURE, OQ_FIT_NONE};
	for (gsize i = 0; i < G_N_ELEMENTS(zips); i++) {
		OqOpenJob job = {.extension = ""};
		g_autoptr(OqArchive) archive = opened_archive(zips[i]);
		OqSample sample = {
			&job, g_bytes_get_data(zips[i], NULL), g_bytes_get_size(zips[i]), archive};
		g_assert_cmpint(oq_loader_epub.fit(&sample), ==, fits[i]);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	oq_loader_epub.prepare();
	g_test_add_func("/epub/damaged", test_damaged);
	g_test_add_func("/epub/locked", test_locked);
	g_test_add_func("/epub/fit", test_fit);
	return g_test_run();
}
