/* html_tree.h - HTML as a tree of libxml2's, and the tree as hypertext. */
#pragma once

#include "open/markup/hypertext.h"

#include <libxml/tree.h>

/** oq_html_tree_parse: @text: UTF-8, whatever it says of itself.
 * @is_deep: (out): elements lie deeper in each other than OQ_LIMIT_DEPTH: the rest is not there
 * Returns: (transfer full) (nullable): there is none in it; xmlFreeDoc() */
xmlDoc *oq_html_tree_parse(const char *text, gsize n_bytes, gboolean *is_deep);

/** oq_html_tree_set_deep: OQ_OPEN_ERROR_LIMIT, and which. */
void oq_html_tree_set_deep(GError **error);

/** oq_html_tree_declared: (transfer full) (nullable): the encoding that the first bytes of a file
 * declare, in a meta element or an XML header. */
char *oq_html_tree_declared(const char *bytes, gsize n_bytes);

/** oq_html_tree_attribute: (nullable) (transfer none): of an element, by the name that the file
 * has. */
const char *oq_html_tree_attribute(const xmlNode *node, const char *name);

/** oq_html_tree_next: (nullable): what follows a node within @root in the order of the document,
 * without what is in it when @is_over. */
xmlNode *oq_html_tree_next(const xmlNode *node, const xmlNode *root, gboolean is_over);

/** OqHtmlLeft: whether an element is left out with all that is in it. */
typedef gboolean (*OqHtmlLeft)(const xmlNode *node, gpointer data);

/** oq_html_tree_walk: gives all of @root. @left (nullable). @out (nullable): stops when it is
 * closed, and is told how far it is. */
void oq_html_tree_walk(
	xmlNode *root, OqHypertext *hypertext, OqHtmlLeft left, gpointer data, OqBlockWriter *out);
