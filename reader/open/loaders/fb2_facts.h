/* fb2_facts.h - what an FB2 says of itself: its title, its authors, its language. */
#pragma once

#include "open/markup/xml_pull.h"

/** oq_fb2_facts_read: "description" has started; its end has then been. */
void oq_fb2_facts_read(OqXmlPull *xml, OqBlockWriter *out, GError **error);
