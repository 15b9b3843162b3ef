/* html_stream.c - see the header.
 *
 * Up to the body libxml2 makes its tree, which tells of the page; from there on the elements go as
 * they come. */
#include "open/loaders/html/html_stream.h"

#include "open/limits.h"
#include "open/loaders/html/html_facts.h"
#include "open/loaders/html/html_tree.h"
#include "open/markup/hypertext.h"
#include "open/markup/raw_markup.h"
#include "open/text_stream.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <string.h>

enum {
	N_ATTRIBUTES = 32, /* of an element that are looked at */
	HEAD_BYTES =
		1
		<< 16, /* of the text before the body; libxml2 gives up where there is much more */
};

/* A page while it is read. */
typedef struct {
	const OqOpenJob *job;
	const char *declared; /* nullable */
	OqBlockWriter *out;
	OqTextStream *text;
	OqRawMarkup *markup;
	GString *few;      /* of the text, with as many attributes as are quickly parsed */
	gboolean is_over;  /* of the text */
	const char *piece; /* what the parser has not taken of it */
	gsize n_piece;
	htmlParserCtxtPtr parser;
	OqHypertext *hypertext; /* nullable: before the first body */
	OqHypertextPass pass;
	gboolean is_entered; /* the body, the first one */
	gsize n_head;        /* bytes of text before it */
	guint depth;         /* elements around, the body included; 0: outside of it */
	guint n_skipped;     /* of them, from the first that is left out on */
	GError *failure;
} Page;

static Page *
page_of(void *parser)
{
	return ((htmlParserCtxtPtr)parser)->_private;
}

/* An attribute without a value is there all the same. */
static void
tell_start(Page *page, const xmlChar *name, const xmlChar **attributes)
{
	const char *all[2 * N_ATTRIBUTES + 1];
	const char *plain = (const char *)name, *colon = strrchr(plain, ':');
	gsize n = 0;
	for (; attributes != NULL && attributes[n] != NULL && n < G_N_ELEMENTS(all) - 2; n += 2) {
		all[n] = (const char *)attributes[n];
		all[n + 1] = attributes[n + 1] != NULL ? (const char *)attributes[n + 1] : "";
	}
	all[n] = NULL;
	oq_hypertext_start(page->hypertext, colon != NULL ? colon + 1 : plain, all);
}

static void
start_element(Page *page, const xmlChar *name, const xmlChar **attributes)
{
	page->depth++;
	if (page->depth > OQ_LIMIT_DEPTH) {
		if (page->failure == NULL)
			oq_html_tree_set_deep(&page->failure);
		xmlStopParser(page->parser);
		return;
	}
	if (page->n_skipped == 0)
		tell_start(page, name, attributes);
	page->n_skipped += page->n_skipped > 0 || oq_hypertext_is_skipping(page->hypertext);
}

static void
enter_body(Page *page, const xmlChar *name, const xmlChar **attributes)
{
	if (page->hypertext == NULL) {
		xmlNode *html = xmlDocGetRootElement(page->parser->myDoc);
		g_autofree char *language = oq_html_facts_tell(html, page->out);
		page->hypertext = oq_hypertext_new(page->out, page->job->notes, language);
	}
	page->is_entered = TRUE;
	oq_hypertext_begin(page->hypertext, "", page->pass);
	start_element(page, name, attributes);
}

static void
on_start(void *parser, const xmlChar *name, const xmlChar **attributes)
{
	Page *page = page_of(parser);
	if (page->depth > 0) {
		start_element(page, name, attributes);
		return;
	}
	if (page->is_entered)
		return;
	xmlSAX2StartElement(parser, name, attributes);
	if (strcmp((const char *)name, "body") == 0)
		enter_body(page, name, attributes);
}

static void
on_end(void *parser, const xmlChar *name)
{
	Page *page = page_of(parser);
	if (!page->is_entered)
		xmlSAX2EndElement(parser, name);
	if (page->depth == 0)
		return;
	page->depth--;
	page->n_skipped -= page->n_skipped > 0;
	if (page->n_skipped == 0)
		oq_hypertext_finish(page->hypertext);
}

static void
on_text(void *parser, const xmlChar *text, int n_bytes)
{
	Page *page = page_of(parser);
	if (!page->is_entered && page->n_head < HEAD_BYTES)
		xmlSAX2Characters(parser, text, n_bytes);
	page->n_head += page->is_entered ? 0 : (gsize)n_bytes;
	if (!page->is_entered)
		return;
	if (page->depth > 0 && page->n_skipped == 0)
		oq_hypertext_text(page->hypertext, (const char *)text, n_bytes);
}

/* Scripts and styles are not worth the memory. */
static void
on_cdata(void *parser, const xmlChar *text, int n_bytes)
{
	if (page_of(parser)->is_entered)
		on_text(parser, text, n_bytes);
}

static gboolean
take_piece(Page *page)
{
	if (oq_block_writer_is_closed(page->out) || page->failure != NULL)
		return FALSE;
	if (page->pass == OQ_HYPERTEXT_WRITE)
		oq_block_writer_share(
			page->out, oq_text_stream_offset(page->text), page->job->n_bytes);
	g_string_truncate(page->few, 0);
	while (page->few->len == 0 && !page->is_over) {
		gsize n_bytes = 0;
		const char *bytes = oq_text_stream_next(page->text, &n_bytes, &page->failure);
		page->is_over = bytes == NULL;
		oq_raw_markup_add(page->markup, bytes, n_bytes, page->is_over, page->few);
	}
	page->piece = page->few->str;
	page->n_piece = page->few->len;
	return page->n_piece > 0;
}

static int
read_text(void *data, char *buffer, int size)
{
	Page *page = data;
	if (page->n_piece == 0 && !take_piece(page))
		return 0;
	gsize n = MIN((gsize)size, page->n_piece);
	memcpy(buffer, page->piece, n);
	page->piece += n;
	page->n_piece -= n;
	return (int)n;
}

static void
parse(Page *page)
{
	xmlSAXHandler *handlers = page->parser->sax;
	page->parser->_private = page;
	handlers->startElement = on_start;
	handlers->endElement = on_end;
	handlers->characters = handlers->ignorableWhitespace = on_text;
	handlers->cdataBlock = on_cdata;
	handlers->comment = NULL;
	handlers->processingInstruction = NULL;
	xmlDoc *document = htmlCtxtReadIO(page->parser, read_text, NULL, page, NULL, "UTF-8",
		HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
	xmlNode *html = document != NULL ? xmlDocGetRootElement(document) : NULL;
	if (html != NULL && !page->is_entered && page->pass == OQ_HYPERTEXT_WRITE)
		g_free(oq_html_facts_tell(html, page->out));
	xmlFreeDoc(document);
}

static gboolean
pass(Page *page, OqHypertextPass pass, GError **error)
{
	page->pass = pass;
	page->is_entered = FALSE;
	page->depth = page->n_skipped = 0;
	page->n_piece = page->n_head = 0;
	page->is_over = FALSE;
	page->markup = oq_raw_markup_new(FALSE);
	page->text = oq_text_stream_new(page->job, page->declared, error);
	page->parser = page->text != NULL ? htmlNewParserCtxt() : NULL;
	if (page->parser != NULL)
		parse(page);
	htmlFreeParserCtxt(page->parser);
	g_clear_pointer(&page->text, oq_text_stream_free);
	g_clear_pointer(&page->markup, oq_raw_markup_free);
	return page->parser != NULL;
}

/* What a fault leaves is told before it. */
static gboolean
end(Page *page, GError **error)
{
	gboolean is_kept = page->hypertext == NULL || oq_hypertext_end(page->hypertext, error);
	if (!is_kept || page->failure == NULL)
		return is_kept;
	g_propagate_error(error, g_steal_pointer(&page->failure));
	return FALSE;
}

gboolean
oq_html_stream_load(const OqOpenJob *job, const char *declared, OqBlockWriter *out, GError **error)
{
	g_autoptr(GString) few = g_string_new(NULL);
	Page page = {.job = job, .declared = declared, .out = out, .few = few};
	gboolean is_told = TRUE;
	if (job->notes == OQ_NOTES_INLINE)
		is_told = pass(&page, OQ_HYPERTEXT_GATHER, error) && end(&page, error);
	is_told = is_told && pass(&page, OQ_HYPERTEXT_WRITE, error) && end(&page, error);
	oq_hypertext_free(page.hypertext);
	g_clear_error(&page.failure);
	return is_told;
}
