/* xml_pull.h - an XML file or member of an archive, element by element.
 *
 * Nothing but it is read: no DTD, no entity from outside; those that it defines itself are left
 * out, those of HTML are known. Memory holds an element's start and a piece of text. */
#pragma once

#include "open/archive.h"
#include "open/markup/xml_tape.h"

typedef struct _OqXmlPull OqXmlPull;

/** oq_xml_pull_new_member: @member: (transfer full). */
OqXmlPull *oq_xml_pull_new_member(OqMember *member);

/** oq_xml_pull_new_bytes: of a member that was read as a whole. */
OqXmlPull *oq_xml_pull_new_bytes(GBytes *bytes);

/** oq_xml_pull_new_file: the encoding that the user names goes before what the file says. */
OqXmlPull *oq_xml_pull_new_file(const OqOpenJob *job);
void oq_xml_pull_free(OqXmlPull *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqXmlPull, oq_xml_pull_free)

/** oq_xml_pull_keep: called before anything is read: memory holds all of it, so that it can be read
 * again. _rewind: from its beginning; what ended it was told. */
void oq_xml_pull_keep(OqXmlPull *xml);
void oq_xml_pull_rewind(OqXmlPull *xml);

/** oq_xml_pull_next: OQ_XML_OVER with OQ_OPEN_ERROR_DAMAGED, _LIMIT or _LOCKED, or without. An
 * element without content has an end, too. */
OqXmlEvent oq_xml_pull_next(OqXmlPull *xml, GError **error);

/** oq_xml_pull_name: of the element that starts or ends, without its prefix. _is: whether that is
 * it. */
const char *oq_xml_pull_name(const OqXmlPull *xml);
gboolean oq_xml_pull_is(const OqXmlPull *xml, const char *name);

/** oq_xml_pull_attribute: (transfer full) (nullable): of the element that starts: the first one of
 * that name, whatever its prefix. */
char *oq_xml_pull_attribute(OqXmlPull *xml, const char *name);

/** oq_xml_pull_attributes: (transfer none): names, with their prefixes, and values in turn, NULL
 * behind them, of the element that starts; until the next event. */
const char *const *oq_xml_pull_attributes(const OqXmlPull *xml);

/** oq_xml_pull_text: of OQ_XML_TEXT; until the next event. */
const char *oq_xml_pull_text(const OqXmlPull *xml);

/** oq_xml_pull_lang: (nullable): xml:lang as it is in force here; until the next call. */
const char *oq_xml_pull_lang(OqXmlPull *xml);

/** oq_xml_pull_depth: of the element that starts or ends: 0 is the outermost. */
guint oq_xml_pull_depth(const OqXmlPull *xml);

/** oq_xml_pull_skip: passes over what is in the element that has started: its end comes next. */
void oq_xml_pull_skip(OqXmlPull *xml);

/** oq_xml_pull_offset: of the file: how far it was read. */
guint64 oq_xml_pull_offset(const OqXmlPull *xml);
