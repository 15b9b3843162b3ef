/* xml_input.h - the bytes of an XML file for its parser: what that does not decode itself is
 * decoded before. */
#pragma once

#include "open/archive.h"

typedef struct _OqXmlInput OqXmlInput;

/** oq_xml_input_new_member: @member: (transfer full). */
OqXmlInput *oq_xml_input_new_member(OqMember *member);
OqXmlInput *oq_xml_input_new_bytes(GBytes *bytes);

/** oq_xml_input_new_file: the encoding that the user names goes before what the file says. */
OqXmlInput *oq_xml_input_new_file(const OqOpenJob *job);
void oq_xml_input_free(OqXmlInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqXmlInput, oq_xml_input_free)

/** oq_xml_input_next: (transfer none) (nullable): the next bytes, until the next call; NULL at the
 * end, or with OQ_OPEN_ERROR_FAILED, _DAMAGED, _LIMIT or _ENCODING. */
const char *oq_xml_input_next(OqXmlInput *input, gsize *n_bytes, GError **error);

/** oq_xml_input_is_decoded: what next() gave is UTF-8, whatever the file says of itself. */
gboolean oq_xml_input_is_decoded(const OqXmlInput *input);

/** oq_xml_input_says: whether a file that begins so is XML with this in it; what tells of XML with
 * examples is none. */
gboolean oq_xml_input_says(const char *head, const char *what);

/** oq_xml_input_offset: how far the file was read. */
guint64 oq_xml_input_offset(const OqXmlInput *input);
