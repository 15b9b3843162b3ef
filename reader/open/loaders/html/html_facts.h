/* html_facts.h - what a page of HTML says of itself: title, author, language. */
#pragma once

#include "open/block_writer.h"

#include <libxml/tree.h>

/** oq_html_facts_tell: Returns: (transfer full) (nullable): the language, a tag. @html: the root;
 * the body that is in it may be empty. */
char *oq_html_facts_tell(xmlNode *html, OqBlockWriter *out);

/** oq_html_facts_element: (transfer none) (nullable): the first one of that name. */
xmlNode *oq_html_facts_element(xmlNode *root, const char *name);

/** oq_html_facts_meta: (transfer none) (nullable): what a meta element in the head says by one of
 * these names. */
const char *oq_html_facts_meta(xmlNode *head, const char *const *names);
