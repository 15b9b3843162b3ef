/* epub_case.h - what the tests of EPUB share: books that are made of strings, and what is read of
 * them. */
#pragma once

#include "open/loaders/epub/epub.h"

#include "made_zip.h"
#include "opened.h"

/* Members of a zip file: where the book is, the book of one or two chapters, the second one first.
 */
#define EPUB_CONTAINER                                                                             \
	"META-INF/container.xml", "<container><rootfile full-path='o/b.opf'/></container>"
#define EPUB_OPF(items, refs)                                                                      \
	"o/b.opf",                                                                                 \
		"<package xmlns:dc='d'><metadata><dc:title>Кітап</dc:title>"                  \
		"<dc:language>kk</dc:language></metadata><manifest>" items                         \
		"<item id='n' href='toc.ncx' media-type='application/x-dtbncx+xml'/></manifest>"   \
		"<spine toc='n'>" refs "</spine></package>"
#define EPUB_TWO                                                                                   \
	EPUB_OPF("<item id='a' href='1.xhtml'/><item id='b' href='2.xhtml'/>",                     \
		"<itemref idref='b'/><itemref idref='a'/>")
#define EPUB_HTML(body) "<html xml:lang='kk'><body>" body "</body></html>"
#define EPUB_HEAD       "title: Кітап\nlanguage: kk\n"

static inline char *
epub_case_blocks(GBytes *zip, OqNotes notes, GError **error)
{
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(zip, &n_bytes);
	return opened_load(&oq_loader_epub, bytes, n_bytes, "epub", notes, error);
}

/** epub_case_assert: takes the zip file. */
static inline void
epub_case_assert(GBytes *zip, OqNotes notes, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *blocks = epub_case_blocks(zip, notes, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(blocks, ==, expected);
	g_bytes_unref(zip);
}

/** epub_case_refuse: likewise; @expected: what was read before. */
static inline void
epub_case_refuse(GBytes *zip, OqOpenError code, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *blocks = epub_case_blocks(zip, OQ_NOTES_SKIP, &error);
	g_assert_error(error, OQ_OPEN_ERROR, (int)code);
	g_assert_cmpstr(blocks, ==, expected);
	g_bytes_unref(zip);
}
