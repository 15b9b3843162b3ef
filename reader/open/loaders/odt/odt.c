/* odt.c - see the header. */
#include "open/loaders/odt/odt.h"

#include "open/loaders/odt/odt_styles.h"
#include "open/loaders/odt/odt_text.h"
#include "open/markup/xml_gather.h"

#include <string.h>

enum { TYPE_BYTES = 256, TEXT_BYTES = 4096, MANIFEST_BYTES = 1 << 20 };

static const char mark[] = "application/vnd.oasis.opendocument.text";

static gboolean
has_bytes(OqArchive *archive, const char *name, gsize max_bytes, const char *wanted)
{
	g_autoptr(GBytes) bytes = oq_archive_read(archive, name, max_bytes, NULL);
	return bytes != NULL && g_bytes_get_size(bytes) > 0 &&
	       memmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), wanted,
		       strlen(wanted)) != NULL;
}

/* @author: who wrote it; "creator" is but who saved it last. */
static void
tell_fact(OqXmlPull *xml, char **author, OqBlockWriter *out, GError **error)
{
	gboolean is_author = oq_xml_pull_is(xml, "initial-creator"),
		 is_saver = oq_xml_pull_is(xml, "creator");
	gboolean is_title = oq_xml_pull_is(xml, "title"),
		 is_language = oq_xml_pull_is(xml, "language");
	g_autofree char *text = oq_xml_gather(xml, NULL, TEXT_BYTES, error);
	if (is_title || is_language)
		oq_block_writer_tell(out, is_title ? OQ_WIRE_TITLE : OQ_WIRE_LANGUAGE, text);
	if (!is_author && (!is_saver || *author != NULL))
		return;
	g_free(*author);
	*author = g_steal_pointer(&text);
}

/* As a zip file, or all in one XML file. */
static OqFit
fit(const OqSample *sample)
{
	gboolean is_odt = sample->archive != NULL
				  ? has_bytes(sample->archive, "mimetype", TYPE_BYTES, mark)
				  : strstr(sample->head, "<office:document") != NULL &&
					    strstr(sample->head, mark) != NULL;
	return is_odt ? OQ_FIT_SURE : OQ_FIT_NONE;
}

static void
tell_meta(OqXmlPull *xml, OqBlockWriter *out, GError **error)
{
	guint depth = oq_xml_pull_depth(xml);
	g_autofree char *author = NULL;
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			break;
		if (event != OQ_XML_START)
			continue;
		tell_fact(xml, &author, out, error);
	}
	oq_block_writer_tell(out, OQ_WIRE_AUTHOR, author);
}

typedef struct {
	OqOdtStyles *styles;
	OqNoteBook *notes;
	OqBlockWriter *out;
	guint64 n_bytes; /* of the part */
	OqOdtObjects *objects;
} Load;

/* A part has any of these. */
static void
read_element(Load *load, OqXmlPull *xml, GError **error)
{
	const OqOdtText text = {xml, load->styles, load->notes, load->n_bytes, load->objects};
	if (oq_xml_pull_is(xml, "meta"))
		tell_meta(xml, load->out, error);
	else if (oq_xml_pull_is(xml, "styles"))
		oq_odt_styles_read(load->styles, xml, FALSE, error);
	else if (oq_xml_pull_is(xml, "automatic-styles"))
		oq_odt_styles_read(load->styles, xml, TRUE, error);
	else if (oq_xml_pull_is(xml, "body"))
		oq_odt_text_read(&text, load->out, error);
	else
		oq_xml_pull_skip(xml);
}

static gboolean
read_part(Load *load, OqXmlPull *xml, GError **error)
{
	g_autoptr(GError) failure = NULL;
	for (OqXmlEvent event;
		failure == NULL && (event = oq_xml_pull_next(xml, &failure)) != OQ_XML_OVER;) {
		if (event == OQ_XML_START && oq_xml_pull_depth(xml) > 0)
			read_element(load, xml, &failure);
		if (oq_block_writer_is_closed(load->out))
			break;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
read_member(Load *load, OqArchive *archive, const char *name, GError **error)
{
	OqMember *member = oq_archive_member(archive, name, error);
	if (member == NULL)
		return FALSE;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	load->n_bytes = oq_archive_size(archive, name);
	return read_part(load, xml, error);
}

/* Only the text itself has to be there. */
static gboolean
read_archive(Load *load, const OqOpenJob *job, GError **error)
{
	g_autoptr(OqArchive) archive = oq_archive_open(job, error);
	if (archive == NULL)
		return FALSE;
	if (has_bytes(archive, "META-INF/manifest.xml", MANIFEST_BYTES, "encryption-data")) {
		g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LOCKED, "");
		return FALSE;
	}
	read_member(load, archive, "meta.xml", NULL);
	read_member(load, archive, "styles.xml", NULL);
	return read_member(load, archive, "content.xml", error) && oq_archive_check(archive, error);
}

static gboolean
read_file(Load *load, const OqOpenJob *job, GError **error)
{
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(job);
	load->n_bytes = job->n_bytes;
	return read_part(load, xml, error);
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(OqOdtStyles) styles = oq_odt_styles_new();
	g_autoptr(OqNoteBook) notes = oq_note_book_new(job->notes);
	g_autoptr(OqOdtObjects) objects = oq_odt_objects_new(job);
	Load parts = {.styles = styles, .notes = notes, .out = out, .objects = objects};
	gboolean is_read = oq_archive_is_one(job) ? read_archive(&parts, job, error)
						  : read_file(&parts, job, error);
	oq_note_book_end(notes, out);
	return is_read;
}

const OqLoader oq_loader_odt = {.name = "odt", .fit = fit, .load = load};
