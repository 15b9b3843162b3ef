/* docx_chunks.c - see the header. */
#include "open/loaders/docx/docx_chunks.h"

#include "open/loaders/docx/docx_parts.h"
#include "open/loaders/epub/xhtml.h"

struct _OqDocxChunks {
	const OqOpenJob *job;
	char *part;
	OqArchive *archive; /* nullable: of its own, as the text's own one is being read */
};

OqDocxChunks *
oq_docx_chunks_new(const OqOpenJob *job, const char *part)
{
	OqDocxChunks *chunks = g_new0(OqDocxChunks, 1);
	chunks->job = job;
	chunks->part = g_strdup(part);
	return chunks;
}

void
oq_docx_chunks_free(OqDocxChunks *chunks)
{
	if (chunks == NULL)
		return;
	oq_archive_free(chunks->archive);
	g_free(chunks->part);
	g_free(chunks);
}

static gboolean
is_html(const char *name)
{
	static const char *const ends[] = {".htm", ".html", ".xhtml", ".xht"};
	g_autofree char *plain = g_ascii_strdown(name, -1);
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
		if (g_str_has_suffix(plain, ends[i]))
			return TRUE;
	return FALSE;
}

static gboolean
read_html(OqDocxChunks *chunks, const char *name, OqBlockWriter *out, GError **error)
{
	g_autoptr(OqXhtml) xhtml = oq_xhtml_open(chunks->archive, name, error);
	if (xhtml == NULL)
		return FALSE;
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(out, chunks->job->notes, NULL);
	oq_hypertext_begin(hypertext, name, OQ_HYPERTEXT_WRITE);
	gboolean is_fed = oq_xhtml_feed(xhtml, hypertext, out, error);
	return oq_hypertext_end(hypertext, is_fed ? error : NULL) && is_fed;
}

gboolean
oq_docx_chunks_read(OqDocxChunks *chunks, const char *id, OqBlockWriter *out, GError **error)
{
	if (chunks->archive == NULL)
		chunks->archive = oq_archive_open(chunks->job, error);
	if (chunks->archive == NULL)
		return FALSE;
	g_autofree char *name =
		id != NULL ? oq_docx_parts_by_id(chunks->archive, chunks->part, id) : NULL;
	if (name != NULL && is_html(name))
		return read_html(chunks, name, out, error);
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "altChunk: %s",
		name != NULL ? name
		: id != NULL ? id
			     : "");
	return FALSE;
}
