/* docx.c - see the header. */
#include "open/loaders/docx/docx.h"

#include "open/loaders/docx/docx_parts.h"
#include "open/loaders/docx/docx_text.h"
#include "open/markup/xml_gather.h"

enum { TEXT_BYTES = 4096, NOTE_BYTES = 65536 };

static OqFit
fit(const OqSample *sample)
{
	g_autofree char *document =
		sample->archive != NULL ? oq_docx_parts_document(sample->archive) : NULL;
	return document != NULL ? OQ_FIT_SURE : OQ_FIT_NONE;
}

static OqMember *
open_related(OqArchive *archive, const char *part, const char *type)
{
	g_autofree char *name = oq_docx_parts_related(archive, part, type);
	return name != NULL ? oq_archive_member(archive, name, NULL) : NULL;
}

/* The paragraphs of each note, by its kind and number. */
static void
read_notes(OqMember *member, const char *element, const char *kind, OqNoteBook *notes)
{
	if (member == NULL)
		return;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START || !oq_xml_pull_is(xml, element))
			continue;
		g_autofree char *id = oq_xml_pull_attribute(xml, "id");
		g_autofree char *name = g_strconcat(kind, id, NULL);
		g_autofree char *text = oq_xml_gather(xml, oq_docx_text_unread(), NOTE_BYTES, NULL);
		oq_note_book_add(notes, name, text);
	}
}

static void
tell_core(OqArchive *archive, OqBlockWriter *out)
{
	OqMember *member = oq_archive_member(archive, "docProps/core.xml", NULL);
	if (member == NULL)
		return;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START || oq_xml_pull_depth(xml) == 0)
			continue;
		OqWireType type = oq_xml_pull_is(xml, "title")      ? OQ_WIRE_TITLE
				  : oq_xml_pull_is(xml, "creator")  ? OQ_WIRE_AUTHOR
				  : oq_xml_pull_is(xml, "language") ? OQ_WIRE_LANGUAGE
								    : OQ_WIRE_BLOCK;
		g_autofree char *text = oq_xml_gather(xml, NULL, TEXT_BYTES, NULL);
		if (type != OQ_WIRE_BLOCK)
			oq_block_writer_tell(out, type, text);
	}
}

static gboolean
read_text(const OqOpenJob *job, OqArchive *archive, const char *document, OqNoteBook *notes,
	OqBlockWriter *out, GError **error)
{
	g_autoptr(OqDocxChunks) chunks = oq_docx_chunks_new(job, document);
	g_autoptr(OqDocxStyles) styles =
		oq_docx_styles_read(open_related(archive, document, "styles"));
	g_autoptr(OqDocxLists) lists =
		oq_docx_lists_read(open_related(archive, document, "numbering"));
	OqMember *member = oq_archive_member(archive, document, error);
	if (member == NULL)
		return FALSE;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	const OqDocxText text = {
		xml, styles, lists, notes, oq_archive_size(archive, document), chunks};
	return oq_docx_text_read(&text, out, error);
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(OqArchive) archive = oq_archive_open(job, error);
	g_autofree char *document = archive != NULL ? oq_docx_parts_document(archive) : NULL;
	g_autoptr(OqNoteBook) notes = oq_note_book_new(job->notes);
	if (archive == NULL)
		return FALSE;
	if (document == NULL) {
		g_set_error_literal(
			error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "zip: no word/document.xml");
		return FALSE;
	}
	tell_core(archive, out);
	if (job->notes != OQ_NOTES_SKIP) {
		read_notes(open_related(archive, document, "footnotes"), "footnote", "f", notes);
		read_notes(open_related(archive, document, "endnotes"), "endnote", "e", notes);
	}
	gboolean is_read = read_text(job, archive, document, notes, out, error) &&
			   oq_archive_check(archive, error);
	oq_note_book_end(notes, out);
	return is_read;
}

const OqLoader oq_loader_docx = {.name = "docx", .fit = fit, .load = load};
