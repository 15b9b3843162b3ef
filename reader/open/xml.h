/* xml.h - an XML file or member of an archive, element by element.
 *
 * Nothing but it is read: no DTD, no entity from outside; those that it defines itself are left
 * out, those of HTML are known. Memory holds an element's start and a piece of text. */
#pragma once

#include "open/archive.h"

typedef struct _OqXml OqXml;

typedef enum {
	OQ_XML_START,
	OQ_XML_END,
	OQ_XML_TEXT, /* white space, too */
	OQ_XML_OVER, /* the end, or an error */
} OqXmlEvent;

/** oq_xml_new_member: @member: (transfer full). */
OqXml *oq_xml_new_member(OqMember *member);

/** oq_xml_new_bytes: of a member that was read as a whole. */
OqXml *oq_xml_new_bytes(GBytes *bytes);

/** oq_xml_new_file: the encoding that the user names goes before what the file says. */
OqXml *oq_xml_new_file(const OqOpenJob *job);
void oq_xml_free(OqXml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqXml, oq_xml_free)

/** oq_xml_next: OQ_XML_OVER with OQ_OPEN_ERROR_DAMAGED, _LIMIT or _LOCKED, or without. An element
 * without content has an end, too. */
OqXmlEvent oq_xml_next(OqXml *xml, GError **error);

/** oq_xml_name: of the element that starts or ends, without its prefix. _is: whether that is it. */
const char *oq_xml_name(const OqXml *xml);
gboolean oq_xml_is(const OqXml *xml, const char *name);

/** oq_xml_attribute: (transfer full) (nullable): of the element that starts: the first one of that
 * name, whatever its prefix. */
char *oq_xml_attribute(OqXml *xml, const char *name);

/** oq_xml_attributes: (transfer none): names and values in turn, NULL behind them, of the element
 * that starts, with their prefixes; until the next call. */
const char *const *oq_xml_attributes(OqXml *xml);

/** oq_xml_text: of OQ_XML_TEXT; until the next call. */
const char *oq_xml_text(const OqXml *xml);

/** oq_xml_lang: (nullable): xml:lang as it is in force here; until the next call. */
const char *oq_xml_lang(OqXml *xml);

/** oq_xml_depth: of the element that starts or ends: 0 is the outermost. */
guint oq_xml_depth(const OqXml *xml);

/** oq_xml_skip: on to the end of the element that has started, which comes as next event. */
void oq_xml_skip(OqXml *xml);

/** oq_xml_offset: of the file: how far it was read. */
guint64 oq_xml_offset(const OqXml *xml);

/** oq_xml_gather: (transfer full): the text within the element that has started, to its end, which
 * has then been; at most @max_bytes of it. */
char *oq_xml_gather(OqXml *xml, gsize max_bytes, GError **error);
