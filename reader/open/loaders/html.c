/* html.c - see the header. */
#include "open/loaders/html.h"

#include "open/loaders/article.h"
#include "open/loaders/html_tree.h"
#include "open/text_input.h"

#include <libxml/parser.h>
#include <string.h>

/* A page while it is told. */
typedef struct {
	const OqOpenJob *job;
	OqBlockWriter *out;
	OqArticle *article;
	xmlNode *head; /* nullable */
} Page;

static gboolean
starts(const char *text, const char *what)
{
	return g_ascii_strncasecmp(text, what, strlen(what)) == 0;
}

static OqFit
fit(const OqSample *sample)
{
	static const char *const extensions[] = {"html", "htm", "xhtml", "xht", "shtml", NULL};
	gboolean is_named = g_strv_contains(extensions, sample->job->extension);
	const char *head = sample->head;
	if (sample->archive != NULL)
		return OQ_FIT_NONE;
	if (g_str_has_prefix(head, "\357\273\277"))
		head += 3;
	head += strspn(head, " \t\r\n");
	if (starts(head, "<!doctype html") || starts(head, "<html"))
		return OQ_FIT_SURE;
	g_autofree char *plain = g_ascii_strdown(head, -1);
	if (*head == '<' && strstr(plain, "<html") != NULL)
		return OQ_FIT_SURE;
	if (is_named && (*head == '<' || strstr(plain, "<p") != NULL))
		return OQ_FIT_LIKELY;
	return is_named ? OQ_FIT_EXTENSION : OQ_FIT_NONE;
}

static xmlNode *
find_element(xmlNode *root, const char *name)
{
	for (xmlNode *node = root; node != NULL; node = oq_html_tree_next(node, root, FALSE))
		if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
			return node;
	return NULL;
}

/* Returns: (transfer none) (nullable): what a meta element in the head says by one of these names
 */
static const char *
find_meta(xmlNode *head, const char *const *names)
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
tell_title(const Page *page, xmlNode *head)
{
	static const char *const names[] = {"og:title", "dc.title", NULL};
	const char *told = find_meta(head, names);
	xmlNode *title = told == NULL ? find_element(head, "title") : NULL;
	if (title != NULL && title->children != NULL)
		told = (const char *)title->children->content;
	oq_block_writer_tell(page->out, OQ_WIRE_TITLE, told);
}

/* An author's name, not the address of a page about them. */
static void
tell_author(const Page *page, xmlNode *head)
{
	static const char *const names[] = {"author", "article:author", "dc.creator", NULL};
	const char *told = find_meta(head, names);
	if (told != NULL && strstr(told, "://") == NULL)
		oq_block_writer_tell(page->out, OQ_WIRE_AUTHOR, told);
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
		told = find_meta(head, names);
	char *language = g_strdup(told);
	return language != NULL ? g_strdelimit(language, "_", '-') : NULL;
}

static gboolean
is_left_out(const xmlNode *node, gpointer article)
{
	return oq_article_is_left_out(article, node);
}

/* An article without a heading of its own has that of the page. */
static void
put_headline(const Page *page, OqHypertext *hypertext)
{
	static const char *const names[] = {"og:title", NULL};
	const char *told = page->head != NULL && oq_article_is_found(page->article)
				   ? find_meta(page->head, names)
				   : NULL;
	if (told != NULL)
		oq_hypertext_headline(hypertext, "", told, 1);
}

static void
walk(const Page *page, OqHypertext *hypertext, OqHypertextPass pass)
{
	xmlNode *heading = oq_article_heading(page->article);
	OqBlockWriter *out = pass == OQ_HYPERTEXT_WRITE ? page->out : NULL;
	oq_hypertext_begin(hypertext, "", pass);
	if (heading != NULL)
		oq_html_tree_walk(heading, hypertext, NULL, NULL, NULL);
	oq_html_tree_walk(
		oq_article_root(page->article), hypertext, is_left_out, page->article, out);
}

static gboolean
tell_text(const Page *page, const char *language, GError **error)
{
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(page->out, page->job->notes, language);
	if (page->job->notes == OQ_NOTES_INLINE) {
		walk(page, hypertext, OQ_HYPERTEXT_GATHER);
		if (!oq_hypertext_end(hypertext, error))
			return FALSE;
	}
	put_headline(page, hypertext);
	walk(page, hypertext, OQ_HYPERTEXT_WRITE);
	return oq_hypertext_end(hypertext, error);
}

static gboolean
tell(Page *page, xmlNode *html, GError **error)
{
	xmlNode *head = find_element(html, "head"), *body = find_element(html, "body");
	g_autofree char *language = find_language(html, head, body);
	page->head = head;
	if (head != NULL) {
		tell_title(page, head);
		tell_author(page, head);
	}
	oq_block_writer_tell(page->out, OQ_WIRE_LANGUAGE, language);
	page->article = oq_article_find(body != NULL ? body : html);
	gboolean is_told = tell_text(page, language, error);
	oq_article_free(page->article);
	return is_told;
}

gboolean
oq_html_load(
	const OqOpenJob *job, const char *text, gsize n_bytes, OqBlockWriter *out, GError **error)
{
	gboolean is_deep;
	Page page = {job, out, NULL, NULL};
	xmlDoc *document = oq_html_tree_parse(text, n_bytes, &is_deep);
	xmlNode *html = document != NULL ? xmlDocGetRootElement(document) : NULL;
	gboolean is_told = html == NULL || tell(&page, html, error);
	xmlFreeDoc(document);
	if (!is_told || !is_deep)
		return is_told;
	oq_html_tree_set_deep(error);
	return FALSE;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GBytes) bytes = oq_text_input_read(job, error);
	if (bytes == NULL)
		return FALSE;
	gsize n_bytes;
	const char *content = g_bytes_get_data(bytes, &n_bytes);
	g_autofree char *declared = oq_html_tree_declared(content, n_bytes);
	GString *text = oq_text_input_decode(content, n_bytes, job->encoding, declared, error);
	if (text == NULL)
		return FALSE;
	g_clear_pointer(&bytes, g_bytes_unref);
	gboolean is_loaded = oq_html_load(job, text->str, text->len, out, error);
	g_string_free(text, TRUE);
	return is_loaded;
}

static void
prepare(void)
{
	xmlInitParser();
}

const OqLoader oq_loader_html = {"html", fit, prepare, load};
