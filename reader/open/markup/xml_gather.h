/* xml_gather.h - the text within an element, its blocks apart and its words whole. */
#pragma once

#include "open/markup/xml_pull.h"

/**
 * oq_xml_gather:
 * @xml: an element has started; its end has then been
 * @unread: (nullable): elements that are left out, NULL behind them
 * @max_bytes: what is behind is left out
 *
 * Returns: (transfer full): without white space at its ends
 */
char *oq_xml_gather(OqXmlPull *xml, const char *const *unread, gsize max_bytes, GError **error);
