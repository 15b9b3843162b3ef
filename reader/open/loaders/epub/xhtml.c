/* xhtml.c - see the header. */
#include "open/loaders/epub/xhtml.h"

#include "open/loaders/html/html_tree.h"
#include "open/markup/elements.h"
#include "open/markup/xml_pull.h"
#include "open/text_input.h"

#include <string.h>

enum {
	WHOLE_BYTES = 2 << 20, /* up to so many it is looked through before it is told */
	SHARE_BYTES = 1 << 16, /* of text; then it goes on its way */
};

struct _OqXhtml {
	OqArchive *archive;
	char *name;
	GBytes *bytes;   /* all of it; NULL: it is XML, too large, or damaged */
	OqXmlPull *xml;  /* nullable: all of it, and well-formed */
	GError *failure; /* nullable: … but for that */
	gboolean has_heading;
};

static gboolean
is_heading(OqXmlPull *xml)
{
	OqElement element = oq_elements_judge(oq_xml_pull_name(xml), oq_xml_pull_attributes(xml));
	if (element == OQ_ELEMENT_SKIPPED)
		oq_xml_pull_skip(xml);
	return element == OQ_ELEMENT_HEADING;
}

/* Whether it is well-formed, and has headings. */
static void
look_through(OqXhtml *xhtml)
{
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_bytes(xhtml->bytes);
	gboolean has_heading = FALSE;
	oq_xml_pull_keep(xml);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, &xhtml->failure)) != OQ_XML_OVER;)
		has_heading |= event == OQ_XML_START && !has_heading && is_heading(xml);
	xhtml->has_heading = has_heading;
	if (g_error_matches(xhtml->failure, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED)) {
		g_clear_error(&xhtml->failure);
		return;
	}
	xhtml->xml = g_steal_pointer(&xml);
	g_clear_pointer(&xhtml->bytes, g_bytes_unref);
}

/* As it is not well-formed, by its looks. */
static void
look_for_heading(OqXhtml *xhtml)
{
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(xhtml->bytes, &n_bytes);
	for (gsize i = 0; i + 2 < n_bytes && !xhtml->has_heading; i++)
		xhtml->has_heading = bytes[i] == '<' && (bytes[i + 1] | 0x20) == 'h' &&
				     bytes[i + 2] >= '1' && bytes[i + 2] <= '6';
}

OqXhtml *
oq_xhtml_open(OqArchive *archive, const char *name, GError **error)
{
	g_autoptr(OqXhtml) xhtml = g_new0(OqXhtml, 1);
	g_autoptr(GError) failure = NULL;
	xhtml->archive = archive;
	xhtml->name = g_strdup(name);
	if (oq_archive_size(archive, name) <= WHOLE_BYTES)
		xhtml->bytes = oq_archive_read(archive, name, WHOLE_BYTES, &failure);
	if (oq_archive_find(archive, name) == NULL ||
		g_error_matches(failure, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LOCKED)) {
		if (failure == NULL)
			g_set_error(
				&failure, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "zip: no %s", name);
		g_propagate_error(error, g_steal_pointer(&failure));
		return NULL;
	}
	if (xhtml->bytes == NULL) {
		xhtml->has_heading = TRUE;
		return g_steal_pointer(&xhtml);
	}
	look_through(xhtml);
	if (xhtml->xml == NULL)
		look_for_heading(xhtml);
	return g_steal_pointer(&xhtml);
}

void
oq_xhtml_free(OqXhtml *xhtml)
{
	if (xhtml == NULL)
		return;
	g_clear_pointer(&xhtml->bytes, g_bytes_unref);
	oq_xml_pull_free(xhtml->xml);
	g_clear_error(&xhtml->failure);
	g_free(xhtml->name);
	g_free(xhtml);
}

gboolean
oq_xhtml_has_heading(const OqXhtml *xhtml)
{
	return xhtml->has_heading;
}

static void
feed_event(OqXmlPull *xml, OqXmlEvent event, OqHypertext *hypertext)
{
	if (event == OQ_XML_TEXT)
		oq_hypertext_text(hypertext, oq_xml_pull_text(xml), -1);
	else if (event == OQ_XML_END)
		oq_hypertext_finish(hypertext);
	if (event != OQ_XML_START)
		return;
	oq_hypertext_start(hypertext, oq_xml_pull_name(xml), oq_xml_pull_attributes(xml));
	if (oq_hypertext_is_skipping(hypertext))
		oq_xml_pull_skip(xml);
}

static gboolean
feed_kept(OqXhtml *xhtml, OqHypertext *hypertext, GError **error)
{
	oq_xml_pull_rewind(xhtml->xml);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xhtml->xml, NULL)) != OQ_XML_OVER;)
		feed_event(xhtml->xml, event, hypertext);
	if (xhtml->failure == NULL)
		return TRUE;
	g_propagate_error(error, g_error_copy(xhtml->failure));
	return FALSE;
}

static gboolean
feed_member(OqXhtml *xhtml, OqHypertext *hypertext, OqBlockWriter *out, GError **error)
{
	g_autoptr(GError) failure = NULL;
	OqMember *member = oq_archive_member(xhtml->archive, xhtml->name, error);
	if (member == NULL)
		return FALSE;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	guint64 shared = 0;
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, &failure)) != OQ_XML_OVER;) {
		feed_event(xml, event, hypertext);
		if (out == NULL || oq_xml_pull_offset(xml) - shared < SHARE_BYTES)
			continue;
		shared = oq_xml_pull_offset(xml);
		oq_block_writer_flush(out);
		if (oq_block_writer_is_closed(out))
			return TRUE;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
feed_html(OqXhtml *xhtml, OqHypertext *hypertext, OqBlockWriter *out, GError **error)
{
	gsize n_bytes;
	gboolean is_deep;
	const char *bytes = g_bytes_get_data(xhtml->bytes, &n_bytes);
	g_autofree char *declared = oq_html_tree_declared(bytes, n_bytes);
	GString *text = oq_text_input_decode(bytes, n_bytes, NULL, declared, error);
	if (text == NULL)
		return FALSE;
	xmlDoc *document = oq_html_tree_parse(text->str, text->len, &is_deep);
	g_string_free(text, TRUE);
	xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
	if (root != NULL)
		oq_html_tree_walk(root, hypertext, NULL, NULL, out);
	xmlFreeDoc(document);
	if (is_deep)
		oq_html_tree_set_deep(error);
	return !is_deep;
}

gboolean
oq_xhtml_feed(OqXhtml *xhtml, OqHypertext *hypertext, OqBlockWriter *out, GError **error)
{
	if (xhtml->xml != NULL)
		return feed_kept(xhtml, hypertext, error);
	return xhtml->bytes != NULL ? feed_html(xhtml, hypertext, out, error)
				    : feed_member(xhtml, hypertext, out, error);
}
