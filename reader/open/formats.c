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

enum { HEAD_BYTES = 4096 };

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

/* What is cut off may hold what it is behind the cut. Instead of DOC and its like that is opened
 * which programs of today write. */
static void
set_unknown(const OqSample *sample, GError **error)
{
	if (oq_ole_is_locked(sample->job))
		g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LOCKED, "");
	else if (sample->archive == NULL || oq_archive_check(sample->archive, error))
		g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_UNKNOWN,
			oq_sniff_is_ole(sample->head, sample->n_head) ? OQ_OLE_CURE : "");
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
