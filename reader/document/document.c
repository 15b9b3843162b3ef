/* document.c - see the header. */
#include "document/document.h"

#include "document/plain_text.h"
#include "document/sniff.h"

#define SNIFF_BYTES 4096

struct _OqDocument {
	OqPlainText *text;
	GArray *outline;
};

G_DEFINE_QUARK(oq_document_error, oq_document_error)

static OqDocument *
new_document(OqSource *source, OqEncoding *encoding, gsize n_bom)
{
	OqDocument *document = g_new0(OqDocument, 1);
	document->text = oq_plain_text_new(oq_decoder_new(source, encoding, n_bom));
	document->outline = g_array_new(FALSE, FALSE, sizeof(OqHeading));
	return document;
}

void
oq_document_free(OqDocument *document)
{
	if (document == NULL)
		return;
	oq_plain_text_free(document->text);
	g_array_unref(document->outline);
	g_free(document);
}

/* Takes what one read gives: a pipe may have no more to say for a while. */
static gboolean
look_at_beginning(OqSource *source, OqEncoding **encoding, gsize *n_bom, GError **error)
{
	char bytes[SNIFF_BYTES];
	gssize n_read = oq_source_read(source, bytes, sizeof bytes, error);
	if (n_read < 0)
		return FALSE;
	const char *name = oq_sniff_bom(bytes, (gsize)n_read, n_bom);
	if (name == NULL && !oq_sniff_check(bytes, (gsize)n_read, oq_source_name(source), error))
		return FALSE;
	if (name != NULL && (*encoding = oq_encoding_new(name, error)) == NULL)
		return FALSE;
	return TRUE;
}

OqDocument *
oq_document_open(const char *path, const char *encoding, GCancellable *stop, GError **error)
{
	g_autoptr(OqEncoding) decoding = NULL;
	gsize n_bom = 0;
	if (encoding != NULL && (decoding = oq_encoding_new(encoding, error)) == NULL)
		return NULL;
	g_autoptr(OqSource) source = oq_source_open(path, stop, error);
	if (source == NULL ||
		(encoding == NULL && !look_at_beginning(source, &decoding, &n_bom, error)))
		return NULL;
	if (!oq_source_seek(source, n_bom, error))
		return NULL;
	return new_document(g_steal_pointer(&source), g_steal_pointer(&decoding), n_bom);
}

void
oq_document_set_stop(OqDocument *document, GCancellable *stop)
{
	oq_source_set_stop(oq_decoder_source(oq_plain_text_decoder(document->text)), stop);
}

OqDocument *
oq_document_new_text(const char *text, gsize n_bytes)
{
	return new_document(oq_source_new_text(text, n_bytes), NULL, 0);
}

void
oq_document_on_wait(OqDocument *document, OqDocumentWait wait, gpointer data)
{
	oq_source_on_wait(oq_decoder_source(oq_plain_text_decoder(document->text)), wait, data);
}

OqDocumentInfo
oq_document_info(const OqDocument *document)
{
	return (OqDocumentInfo){oq_decoder_n_bytes(oq_plain_text_decoder(document->text))};
}

const GArray *
oq_document_outline(OqDocument *document, GError **error G_GNUC_UNUSED)
{
	return document->outline;
}

gboolean
oq_document_next(OqDocument *document, OqBlock *block, GError **error)
{
	return oq_plain_text_next(document->text, block, error);
}

gssize
oq_document_read(OqDocument *document, char *buffer, gsize size, GError **error)
{
	return oq_plain_text_read(document->text, buffer, size, error);
}

gboolean
oq_document_is_cut(const OqDocument *document)
{
	return oq_plain_text_is_cut(document->text);
}

gboolean
oq_document_seek(OqDocument *document, guint64 position, GError **error)
{
	return oq_plain_text_seek(document->text, position, error);
}

guint64
oq_document_n_bad_bytes(const OqDocument *document)
{
	return oq_decoder_n_bad_bytes(oq_plain_text_decoder(document->text));
}
