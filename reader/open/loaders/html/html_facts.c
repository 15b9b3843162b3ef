/* html_facts.c - see the header. */
#include "open/loaders/html/html_facts.h"

#include "open/loaders/html/html_tree.h"

#include <string.h>

xmlNode *
oq_html_facts_element(xmlNode *root, const char *name)
{
	for (xmlNode *node = root; node != NULL; node = oq_html_tree_next(node, root, FALSE))
		if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
			return node;
	return NULL;
}

const char *
oq_html_facts_meta(xmlNode *head, const char *const *names)
{
	static const char *const keys[] = {"property", "name", "http-equiv", "itemprop"};
	for (xmlNode *node = head; node != NULL; node = oq_html_tree_next(node, head, FALSE)) {
		const char *content = oq_html_tree_attribute(node, "content");
		for (gsize i = 0; i < G_N_ELEMENTS(keys) && content != NULL; i++) {
			const char *key = oq_html_tree_attribute(node, keys[i]);
			for (const char *const *name = names; key != NULL && *name != NULL; name++)
				if (g_ascii_strcasecmp(key, *name) == 0 && *content != '\0')
					return content;
		}
	}
	return NULL;
}

static void
tell_title(OqBlockWriter *out, xmlNode *head)
{
	static const char *const names[] = {"og:title", "dc.title", NULL};
	const char *told = oq_html_facts_meta(head, names);
	xmlNode *title = told == NULL ? oq_html_facts_element(head, "title") : NULL;
	if (title != NULL && title->children != NULL)
		told = (const char *)title->children->content;
	oq_block_writer_tell(out, OQ_WIRE_TITLE, told);
}

/* An author's name, not the address of a page about them. */
static void
tell_author(OqBlockWriter *out, xmlNode *head)
{
	static const char *const names[] = {"author", "article:author", "dc.creator", NULL};
	const char *told = oq_html_facts_meta(head, names);
	if (told != NULL && strstr(told, "://") == NULL)
		oq_block_writer_tell(out, OQ_WIRE_AUTHOR, told);
}

/* Returns: (transfer full) (nullable): "kk_KZ" is a tag, too. */
static char *
find_language(const xmlNode *html, xmlNode *head, const xmlNode *body)
{
	static const char *const names[] = {"content-language", "og:locale", NULL};
	const char *told = oq_html_tree_attribute(html, "lang");
	if (told == NULL || *told == '\0')
		told = oq_html_tree_attribute(html, "xml:lang");
	if ((told == NULL || *told == '\0') && body != NULL)
		told = oq_html_tree_attribute(body, "lang");
	if ((told == NULL || *told == '\0') && head != NULL)
		told = oq_html_facts_meta(head, names);
	char *language = g_strdup(told);
	return language != NULL ? g_strdelimit(language, "_", '-') : NULL;
}

char *
oq_html_facts_tell(xmlNode *html, OqBlockWriter *out)
{
	xmlNode *head = oq_html_facts_element(html, "head");
	char *language = find_language(html, head, oq_html_facts_element(html, "body"));
	if (head != NULL) {
		tell_title(out, head);
		tell_author(out, head);
	}
	oq_block_writer_tell(out, OQ_WIRE_LANGUAGE, language);
	return language;
}
