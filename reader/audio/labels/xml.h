/* xml.h - what a WAV file tells in XML, which is UTF-8. */
#pragma once

#include "audio/labels/bext.h"

/** oq_xml_ixml: (transfer full): for recorders and editors: what bext tells, in its own letters. */
char *oq_xml_ixml(const OqTags *tags, const OqSound *sound);

/**
 * oq_xml_rdxl: (transfer full): for Rivendell, which takes nothing from cart and bext when it finds
 *   this, reads it line by line, and knows it by its cart with a cut.
 * @sound: of which the length is known
 */
char *oq_xml_rdxl(const OqTags *tags, const OqSound *sound);
