/* formats.c - see the header. */
#include "open/formats.h"

#include "document/sniff.h"
#include "open/archive.h"
#include "open/loaders/csv.h"
#include "open/loaders/daisy.h"
#include "open/loaders/doc.h"
#include "open/loaders/docx/docx.h"
#include "open/loaders/epub/epub.h"
#include "open/loaders/fb2.h"
#include "open/loaders/html/html.h"
#include "open/loaders/mail/eml.h"
#include "open/loaders/mail/mht.h"
#include "open/loaders/markdown.h"
#include "open/loaders/odt/odt.h"
#include "open/loaders/pdf/page_image.h"
#include "open/loaders/pdf/pdf.h"
#include "open/loaders/rtf.h"
#include "open/loaders/srt.h"
#include "open/ole.h"

#include <string.h>

enum { HEAD_BYTES = 4096, TYPE_BYTES = 256 };

static const OqLoader *const loaders[] = {
	&oq_loader_fb2,
	&oq_loader_docx,
	&oq_loader_odt,
	&oq_loader_doc,
	&oq_loader_pdf,
	&oq_loader_page_image,
	&oq_loader_rtf,
	&oq_loader_epub,
	&oq_loader_daisy,
	&oq_loader_eml,
	&oq_loader_mht,
	&oq_loader_html,
	&oq_loader_markdown,
	&oq_loader_csv,
	&oq_loader_srt,
	NULL,
};

void
oq_formats_prepare(void)
{
	for (guint i = 0; loaders[i] != NULL; i++)
		if (loaders[i]->prepare != NULL)
			loaders[i]->prepare();
}

static const OqLoader *
best(const OqSample *sample)
{
	const OqLoader *found = NULL;
	OqFit most = OQ_FIT_NONE;
	for (guint i = 0; loaders[i] != NULL; i++) {
		OqFit fit = loaders[i]->fit(sample);
		if (fit > most) {
			most = fit;
			found = loaders[i];
		}
	}
	return found;
}

static gboolean
has_any(const OqArchive *archive, const char *const *names)
{
	for (; *names != NULL; names++)
		if (oq_archive_find(archive, *names) != NULL)
			return TRUE;
	return FALSE;
}

/* What programs put into a zip file, or an archive whose files are to be read. */
static OqOpenError
judge_archive(OqArchive *archive)
{
	static const char *const sheets[] = {"xl/workbook.xml", "xl/workbook.bin", NULL};
	static const char *const slides[] = {"ppt/presentation.xml", NULL};
	static const char *const others[] = {"mimetype", "[Content_Types].xml",
		"META-INF/container.xml", "META-INF/MANIFEST.MF", "Index/Document.iwa",
		"content.xml", NULL};
	g_autoptr(GBytes) bytes = oq_archive_read(archive, "mimetype", TYPE_BYTES, NULL);
	gsize n_bytes = 0;
	const char *start = bytes != NULL ? g_bytes_get_data(bytes, &n_bytes) : NULL;
	g_autofree char *type = start != NULL ? g_strndup(start, n_bytes) : g_strdup("");
	if (has_any(archive, sheets) || strstr(type, "opendocument.spreadsheet") != NULL)
		return OQ_OPEN_ERROR_SHEETS;
	if (has_any(archive, slides) || strstr(type, "opendocument.presentation") != NULL)
		return OQ_OPEN_ERROR_SLIDES;
	return has_any(archive, others) ? OQ_OPEN_ERROR_UNKNOWN : OQ_OPEN_ERROR_PACKED;
}

/* What is cut off may hold what it is behind the cut. Instead of DOC and its like that is opened
 * which programs of today write. */
static void
set_unknown(const OqSample *sample, GError **error)
{
	static const OqOpenError codes[] = {[OQ_OLE_NONE] = OQ_OPEN_ERROR_UNKNOWN,
		[OQ_OLE_OTHER] = OQ_OPEN_ERROR_UNKNOWN,
		[OQ_OLE_LOCKED] = OQ_OPEN_ERROR_LOCKED,
		[OQ_OLE_SHEETS] = OQ_OPEN_ERROR_SHEETS,
		[OQ_OLE_SLIDES] = OQ_OPEN_ERROR_SLIDES};
	if (sample->archive == NULL) {
		OqOleKind kind = oq_ole_kind(sample->job);
		g_set_error_literal(
			error, OQ_OPEN_ERROR, codes[kind], kind == OQ_OLE_OTHER ? OQ_OLE_CURE : "");
	} else if (oq_archive_check(sample->archive, error)) {
		g_set_error_literal(error, OQ_OPEN_ERROR, judge_archive(sample->archive), "");
	}
}

const OqLoader *
oq_formats_choose(const OqOpenJob *job, GError **error)
{
	char head[HEAD_BYTES + 1];
	gssize n_head = oq_loader_read(job, 0, head, HEAD_BYTES, error);
	if (n_head < 0)
		return NULL;
	head[n_head] = '\0';
	OqSample sample = {job, head, (gsize)n_head, NULL};
	gboolean is_zip = oq_sniff_is_zip(head, sample.n_head);
	g_autoptr(OqArchive) archive = is_zip ? oq_archive_open(job, error) : NULL;
	if (is_zip && archive == NULL)
		return NULL;
	sample.archive = archive;
	const OqLoader *loader = best(&sample);
	if (loader == NULL)
		set_unknown(&sample, error);
	return loader;
}
