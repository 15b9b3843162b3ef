#include "open/loaders/epub/epub.h"

#include "epub_case.h"
#include "open/archive.h"

#define LOCK(algorithm, uri)                                                                       \
	"META-INF/encryption.xml",                                                                 \
		"<encryption><EncryptedData><EncryptionMethod Algorithm='" algorithm               \
		"'/><CipherReference URI='" uri "'/></EncryptedData></encryption>"

static void
test_locked(void)
{
	epub_case_refuse(made_zip(EPUB_CONTAINER, EPUB_TWO,
				 LOCK("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "o/2.xhtml"),
				 "o/1.xhtml", EPUB_HTML("<p>Бір</p>"), "o/2.xhtml", "x", NULL),
		OQ_OPEN_ERROR_LOCKED, EPUB_HEAD);
	epub_case_assert(
		made_zip(EPUB_CONTAINER, EPUB_TWO,
			LOCK("http://www.idpf.org/2008/embedding", "o/2.xhtml"), "o/1.xhtml",
			EPUB_HTML("<p>Бір</p>"), "o/2.xhtml", EPUB_HTML("<p>Екі</p>"), NULL),
		OQ_NOTES_SKIP, EPUB_HEAD "paragraph: Екі\nparagraph: Бір\n");
}

static void
test_fit(void)
{
	g_autoptr(GBytes) epub = made_zip("mimetype", "application/epub+zip", EPUB_CONTAINER, NULL);
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
	g_test_add_func("/epub/locked", test_locked);
	g_test_add_func("/epub/fit", test_fit);
	return g_test_run();
}
