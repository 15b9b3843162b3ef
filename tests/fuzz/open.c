/* open.c - fuzzer: documents, by the loader that the first byte names. In those of books that are
 * zip files the rest is their members, with a form feed between them. */
#include "target.h"

#include "made_zip.h"
#include "open/loaders/csv.h"
#include "open/loaders/daisy.h"
#include "open/loaders/docx/docx.h"
#include "open/loaders/epub/epub.h"
#include "open/loaders/fb2.h"
#include "open/loaders/html/html.h"
#include "open/loaders/mail/eml.h"
#include "open/loaders/mail/mht.h"
#include "open/loaders/markdown.h"
#include "open/loaders/odt/odt.h"
#include "open/loaders/pdf/pdf.h"
#include "open/loaders/rtf.h"
#include "open/loaders/srt.h"
#include "opened.h"

#include <string.h>

/* What a letter stands for. */
static const struct {
	char letter;
	const OqLoader *loader;
	const char *members[6]; /* of a zip file, if it is made of them */
} kinds[] = {
	{'h', &oq_loader_html, {NULL}},
	{'t', &oq_loader_daisy, {NULL}},
	{'e', &oq_loader_epub,
		{"META-INF/container.xml", "b.opf", "toc.ncx", "1.xhtml", "2.xhtml"}},
	{'n', &oq_loader_daisy, {"ncc.html", "1.smil", "2.smil", "1.html", "2.html"}},
	{'z', &oq_loader_epub, {NULL}},
	{'w', &oq_loader_mht, {NULL}},
	{'l', &oq_loader_eml, {NULL}},
	{'f', &oq_loader_fb2, {NULL}},
	{'r', &oq_loader_rtf, {NULL}},
	{'m', &oq_loader_markdown, {NULL}},
	{'c', &oq_loader_csv, {NULL}},
	{'s', &oq_loader_srt, {NULL}},
	{'d', &oq_loader_docx,
		{"word/document.xml", "word/footnotes.xml", "word/styles.xml", "docProps/core.xml",
			"word/_rels/document.xml.rels"}},
	{'p', &oq_loader_docx, {NULL}},
	{'x', &oq_loader_pdf, {NULL}},
	{'q', &oq_loader_odt, {NULL}},
	{'o', &oq_loader_odt,
		{"content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml", "mimetype"}},
};

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (kinds[i].loader->prepare != NULL)
			kinds[i].loader->prepare();
	return 0;
}

static GBytes *
pack(const char *const *members, const char *bytes, gsize n_bytes)
{
	g_autofree char *text = g_strndup(bytes, n_bytes);
	g_auto(GStrv) parts = g_strsplit(text, "\f", 5);
	const char *contents[5] = {"", "", "", "", ""};
	for (guint i = 0; i < G_N_ELEMENTS(contents) && parts[i] != NULL; i++)
		contents[i] = parts[i];
	return made_zip(members[0], contents[0], members[1], contents[1], members[2], contents[2],
		members[3], contents[3], members[4], contents[4], NULL);
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	if (n_bytes < 2)
		return 0;
	gsize kind = 0;
	while (kind + 1 < G_N_ELEMENTS(kinds) && kinds[kind].letter != (char)bytes[0])
		kind++;
	OqNotes notes = (OqNotes)(bytes[1] % (OQ_NOTES_END + 1));
	const char *rest = (const char *)bytes + 2;
	n_bytes -= 2;
	g_autoptr(GBytes) file = kinds[kind].members[0] != NULL
					 ? pack(kinds[kind].members, rest, n_bytes)
					 : g_bytes_new(rest, n_bytes);
	gsize n_file;
	const char *content = g_bytes_get_data(file, &n_file);
	g_autofree char *lines = opened_load(kinds[kind].loader, content, n_file, "", notes, NULL);
	g_assert_true(g_utf8_validate(lines, -1, NULL));
	return 0;
}
