/* html.c - see the header. */
#include "open/loaders/html/html.h"

#include "document/sniff.h"
#include "open/limits.h"
#include "open/loaders/html/article.h"
#include "open/loaders/html/html_facts.h"
#include "open/loaders/html/html_stream.h"
#include "open/loaders/html/html_tree.h"
#include "open/text_input.h"

#include <libxml/parser.h>
#include <string.h>

enum { HEAD_BYTES = 1 << 12 };

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
	head += oq_sniff_utf8_bom(head, sample->n_head);
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
				   ? oq_html_facts_meta(page->head, names)
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
	xmlNode *body = oq_html_facts_element(html, "body");
	g_autofree char *language = oq_html_facts_tell(html, page->out);
	page->head = oq_html_facts_element(html, "head");
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
load_whole(const OqOpenJob *job, const char *declared, OqBlockWriter *out, GError **error)
{
	g_autoptr(GBytes) bytes = oq_text_input_read(job, error);
	if (bytes == NULL)
		return FALSE;
	gsize n_bytes;
	const char *content = g_bytes_get_data(bytes, &n_bytes);
	GString *text = oq_text_input_decode(content, n_bytes, job->encoding, declared, error);
	if (text == NULL)
		return FALSE;
	g_clear_pointer(&bytes, g_bytes_unref);
	gboolean is_loaded = oq_html_load(job, text->str, text->len, out, error);
	g_string_free(text, TRUE);
	return is_loaded;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	char head[HEAD_BYTES];
	gssize n_head = oq_loader_read(job, 0, head, HEAD_BYTES, error);
	if (n_head < 0)
		return FALSE;
	g_autofree char *declared = oq_html_tree_declared(head, (gsize)n_head);
	gboolean is_loaded = job->n_bytes > (guint64)OQ_LIMIT_PAGE_MB << 20
				     ? oq_html_stream_load(job, declared, out, error)
				     : load_whole(job, declared, out, error);
	if (is_loaded)
		oq_block_writer_put_title(out);
	return is_loaded;
}

static void
prepare(void)
{
	xmlInitParser();
}

const OqLoader oq_loader_html = {"html", fit, prepare, load};
