/* html_tree.c - see the header. */
#include "open/loaders/html/html_tree.h"

#include "open/limits.h"
#include "open/markup/raw_markup.h"

#include <libxml/HTMLparser.h>
#include <string.h>

enum {
	HEAD_BYTES = 1 << 12,  /* in which an encoding is declared */
	SHARE_BYTES = 1 << 16, /* of text; then it goes on its way */
	N_ATTRIBUTES = 32,     /* of an element that are looked at */
};

xmlDoc *
oq_html_tree_parse(const char *text, gsize n_bytes, gboolean *is_deep)
{
	htmlParserCtxtPtr parser = htmlNewParserCtxt();
	g_autoptr(OqRawMarkup) markup = oq_raw_markup_new(FALSE);
	g_autoptr(GString) few = g_string_sized_new(n_bytes);
	*is_deep = FALSE;
	if (parser == NULL || n_bytes > G_MAXINT)
		return NULL;
	oq_raw_markup_add(markup, text, n_bytes, TRUE, few);
	xmlDoc *document = htmlCtxtReadMemory(parser, few->str, (int)few->len, NULL, "UTF-8",
		HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
			HTML_PARSE_COMPACT);
	*is_deep = parser->disableSAX != 0 && parser->wellFormed == 0 &&
		   parser->lastError.code == XML_ERR_INTERNAL_ERROR;
	htmlFreeParserCtxt(parser);
	return document;
}

void
oq_html_tree_set_deep(GError **error)
{
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "elements within each other: %d",
		OQ_LIMIT_DEPTH);
}

/* The value behind "charset=" or "encoding=", with or without quotation marks. */
static char *
value_behind(const char *head, const char *name)
{
	const char *at = strstr(head, name);
	if (at == NULL)
		return NULL;
	at += strlen(name);
	at += strspn(at, " \t\r\n");
	if (*at++ != '=')
		return NULL;
	at += strspn(at, " \t\r\n\"'");
	gsize length = strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789-_.:+");
	return length > 0 && length < 40 ? g_strndup(at, length) : NULL;
}

char *
oq_html_tree_declared(const char *bytes, gsize n_bytes)
{
	g_autofree char *head =
		g_ascii_strdown(n_bytes > 0 ? bytes : "", (gssize)MIN(n_bytes, HEAD_BYTES));
	const char *xml = strstr(head, "<?xml"), *close = xml != NULL ? strstr(xml, "?>") : NULL;
	if (close != NULL) {
		g_autofree char *header = g_strndup(xml, (gsize)(close - xml));
		char *encoding = value_behind(header, "encoding");
		if (encoding != NULL)
			return encoding;
	}
	for (const char *meta = head; (meta = strstr(meta, "<meta")) != NULL; meta++) {
		g_autofree char *element = g_strndup(meta, strcspn(meta, ">"));
		char *charset = value_behind(element, "charset");
		if (charset != NULL)
			return charset;
	}
	return NULL;
}

static const char *
value_of(const xmlAttr *attribute)
{
	const xmlNode *text = attribute->children;
	return text != NULL && text->content != NULL ? (const char *)text->content : "";
}

const char *
oq_html_tree_attribute(const xmlNode *node, const char *name)
{
	for (const xmlAttr *attribute = node->properties; attribute != NULL;
		attribute = attribute->next)
		if (strcmp((const char *)attribute->name, name) == 0)
			return value_of(attribute);
	return NULL;
}

xmlNode *
oq_html_tree_next(const xmlNode *node, const xmlNode *root, gboolean is_over)
{
	if (!is_over && node->type == XML_ELEMENT_NODE && node->children != NULL)
		return node->children;
	while (node != root && node->next == NULL)
		node = node->parent;
	return node != root ? node->next : NULL;
}

/* Where a list begins that is counted backwards. */
static guint
n_items(const xmlNode *list)
{
	guint n = 0;
	for (const xmlNode *node = list->children; node != NULL; node = node->next)
		n += node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "li") == 0;
	return n;
}

static gboolean
is_backwards(const xmlNode *node)
{
	return strcmp((const char *)node->name, "ol") == 0 &&
	       oq_html_tree_attribute(node, "reversed") != NULL &&
	       oq_html_tree_attribute(node, "start") == NULL;
}

static void
start(OqHypertext *hypertext, const xmlNode *node)
{
	const char *attributes[2 * N_ATTRIBUTES + 3];
	const char *name = (const char *)node->name, *colon = strrchr(name, ':');
	char first[16];
	gsize n = 0;
	for (const xmlAttr *attribute = node->properties; attribute != NULL && n < 2 * N_ATTRIBUTES;
		attribute = attribute->next) {
		attributes[n++] = (const char *)attribute->name;
		attributes[n++] = value_of(attribute);
	}
	if (is_backwards(node)) {
		g_snprintf(first, sizeof first, "%u", n_items(node));
		attributes[n++] = "start";
		attributes[n++] = first;
	}
	attributes[n] = NULL;
	oq_hypertext_start(hypertext, colon != NULL ? colon + 1 : name, attributes);
}

/* Ends the elements that were started and do not hold @next. */
static void
finish_up_to(OqHypertext *hypertext, const xmlNode *node, const xmlNode *root, const xmlNode *next)
{
	const xmlNode *parent = next != NULL ? next->parent : root->parent;
	for (; node != parent; node = node->parent)
		if (node->type == XML_ELEMENT_NODE)
			oq_hypertext_finish(hypertext);
}

static gsize
say(OqHypertext *hypertext, const xmlNode *node)
{
	if ((node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE) ||
		node->content == NULL)
		return 0;
	oq_hypertext_text(hypertext, (const char *)node->content, -1);
	return strlen((const char *)node->content);
}

void
oq_html_tree_walk(
	xmlNode *root, OqHypertext *hypertext, OqHtmlLeft left, gpointer data, OqBlockWriter *out)
{
	gsize n_said = 0, n_shared = 0;
	for (xmlNode *node = root, *next; node != NULL; node = next) {
		gboolean is_element = node->type == XML_ELEMENT_NODE;
		gboolean is_left = is_element && left != NULL && left(node, data);
		if (is_element && !is_left)
			start(hypertext, node);
		gboolean is_over = is_left || (is_element && oq_hypertext_is_skipping(hypertext));
		next = oq_html_tree_next(node, root, is_over);
		n_said += say(hypertext, node);
		if (next == NULL || next->parent != node)
			finish_up_to(hypertext, is_left ? node->parent : node, root, next);
		if (out == NULL || n_said - n_shared < SHARE_BYTES)
			continue;
		n_shared = n_said;
		oq_block_writer_flush(out);
		if (oq_block_writer_is_closed(out))
			return;
	}
}
