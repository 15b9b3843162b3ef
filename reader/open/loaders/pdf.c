/* pdf.c - see the header. */
#include "open/loaders/pdf.h"

#include "open/limits.h"
#include "open/loaders/pdf_page.h"

#include <poppler.h>
#include <sys/mman.h>

#define SMALL_SHARE 0.8 /* of the line's letters */

enum {
	NEIGHBOURS = 2, /* pages on either side */
	MAX_PAGES = 20000,
	SEARCHED_PAGES = 30, /* without a letter: it has none */
};

typedef struct {
	PopplerDocument *pdf;
	OqBlockWriter *out;
	guint n_pages;
	GPtrArray *pages; /* of OqPdfPage: a window of them */
	gboolean has_text;
} Walk;

static OqFit
fit(const OqSample *sample)
{
	return g_strstr_len(sample->head, (gssize)MIN(sample->n_head, 1024), "%PDF-") != NULL
		       ? OQ_FIT_SURE
		       : OQ_FIT_NONE;
}

/* poppler lists its maps of old encodings when it opens the first document, and tells that it did
 * not find them; an empty one is enough for that. */
static void
prepare(void)
{
	static const char empty[] = "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
				    "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
				    "trailer<</Root 1 0 R>>\n%%EOF\n";
	g_autoptr(GBytes) bytes = g_bytes_new_static(empty, sizeof empty - 1);
	PopplerDocument *kept = poppler_document_new_from_bytes(bytes, NULL, NULL);
	(void)kept; /* its lists are not given back */
}

static gboolean
set_fault(const GError *failure, GError **error)
{
	OqOpenError code = g_error_matches(failure, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
				   ? OQ_OPEN_ERROR_LOCKED
				   : OQ_OPEN_ERROR_DAMAGED;
	g_set_error(error, OQ_OPEN_ERROR, code, "PDF: %s", failure->message);
	return FALSE;
}

/* Small figures behind a letter refer to a note, and are none of the text. */
static char *
text_of(const char *text, const PopplerRectangle *boxes, guint n_boxes, double size)
{
	GString *out = g_string_new(NULL);
	const char *p = text;
	for (guint i = 0; i < n_boxes && *p != '\0'; i++, p = g_utf8_next_char(p)) {
		gboolean is_small = boxes[i].y2 - boxes[i].y1 < SMALL_SHARE * size;
		if (is_small && g_ascii_isdigit(*p) && out->len > 0)
			continue;
		g_string_append_unichar(out, g_utf8_get_char(p));
	}
	return g_strstrip(g_string_free(out, FALSE));
}

static OqPdfLine
make_line(const char *text, const PopplerRectangle *boxes, guint n_boxes)
{
	OqPdfLine line = {.left = G_MAXDOUBLE, .top = G_MAXDOUBLE};
	double sum = 0;
	for (guint i = 0; i < n_boxes; i++) {
		line.left = MIN(line.left, boxes[i].x1);
		line.right = MAX(line.right, boxes[i].x2);
		line.top = MIN(line.top, boxes[i].y1);
		line.bottom = MAX(line.bottom, boxes[i].y2);
		sum += boxes[i].y2 - boxes[i].y1;
	}
	line.size = n_boxes > 0 ? sum / n_boxes : 1;
	line.text = text_of(text, boxes, n_boxes, line.size);
	return line;
}

/* The text has a box for each of its characters, line feeds included. */
static void
add_lines(OqPdfPage *page, const char *text, const PopplerRectangle *boxes, guint n_boxes)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	guint at = 0;
	for (guint i = 0; lines[i] != NULL && at <= n_boxes; i++) {
		guint n = (guint)MIN(g_utf8_strlen(lines[i], -1), n_boxes - at);
		if (n > 0)
			oq_pdf_page_add(page, make_line(lines[i], boxes + at, n));
		at += n + 1;
	}
}

static OqPdfPage *
read_page(Walk *walk, guint index)
{
	double width = 0, height = 0;
	PopplerPage *pdf_page = poppler_document_get_page(walk->pdf, (int)index);
	OqPdfPage *page = oq_pdf_page_new(index + 1, 0);
	if (pdf_page == NULL)
		return page;
	poppler_page_get_size(pdf_page, &width, &height);
	page->height = height;
	g_autofree char *text = poppler_page_get_text(pdf_page);
	PopplerRectangle *boxes = NULL;
	guint n_boxes = 0;
	if (text != NULL && poppler_page_get_text_layout(pdf_page, &boxes, &n_boxes))
		add_lines(page, text, boxes, n_boxes);
	g_free(boxes);
	g_object_unref(pdf_page);
	oq_pdf_page_join_bullets(page);
	walk->has_text |= page->lines->len > 0;
	return page;
}

static void
free_page(gpointer data)
{
	oq_pdf_page_free(data);
}

/* The page in the middle of the window, or nearer to its end at the end. */
static void
write_page(Walk *walk, OqPdfPage *page, OqPdfFlow *flow)
{
	g_autoptr(GPtrArray) others = g_ptr_array_new();
	for (guint i = 0; i < walk->pages->len; i++)
		if (g_ptr_array_index(walk->pages, i) != page)
			g_ptr_array_add(others, g_ptr_array_index(walk->pages, i));
	oq_pdf_page_drop_heads(page, others);
	oq_pdf_page_write(page, flow, walk->out);
	oq_block_writer_share(walk->out, page->number, walk->n_pages);
}

static gboolean
read_pages(Walk *walk, OqPdfFlow *flow, GError **error)
{
	guint n_read = 0;
	for (guint i = 0; i < walk->n_pages && !oq_block_writer_is_closed(walk->out); i++) {
		for (; n_read < walk->n_pages && n_read <= i + NEIGHBOURS; n_read++)
			g_ptr_array_add(walk->pages, read_page(walk, n_read));
		if (walk->pages->len > 2 * NEIGHBOURS + 1)
			g_ptr_array_remove_index(walk->pages, 0);
		guint index = walk->pages->len - (n_read - i);
		write_page(walk, g_ptr_array_index(walk->pages, index), flow);
		if (!walk->has_text && (i + 1 == walk->n_pages || i >= SEARCHED_PAGES)) {
			g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_NO_TEXT, "");
			return FALSE;
		}
	}
	return TRUE;
}

static void
tell(Walk *walk)
{
	g_autofree char *title = poppler_document_get_title(walk->pdf);
	g_autofree char *author = poppler_document_get_author(walk->pdf);
	oq_block_writer_tell(walk->out, OQ_WIRE_TITLE, title);
	oq_block_writer_tell(walk->out, OQ_WIRE_AUTHOR, author);
}

static gboolean
walk_pages(PopplerDocument *pdf, OqBlockWriter *out, GError **error)
{
	g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func(free_page);
	Walk walk = {.pdf = pdf, .out = out, .pages = pages};
	OqPdfFlow flow;
	guint n_pages = (guint)MAX(poppler_document_get_n_pages(pdf), 0);
	walk.n_pages = MIN(n_pages, MAX_PAGES);
	tell(&walk);
	if (n_pages == 0) {
		g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "PDF: no pages");
		return FALSE;
	}
	oq_pdf_page_flow_init(&flow);
	gboolean is_read = read_pages(&walk, &flow, error);
	oq_pdf_page_flow_clear(&flow);
	oq_block_writer_end(out);
	if (!is_read || n_pages <= MAX_PAGES)
		return is_read;
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "pages: %d", MAX_PAGES);
	return FALSE;
}

/* Mapped it is read where poppler looks, and no more of it. */
static GBytes *
map(const OqOpenJob *job, GError **error)
{
	void *bytes = job->n_bytes < (guint64)OQ_LIMIT_MAPPED_MB << 20
			      ? mmap(NULL, job->n_bytes, PROT_READ, MAP_PRIVATE, job->fd, 0)
			      : MAP_FAILED;
	if (bytes != MAP_FAILED) /* until the process ends */
		return g_bytes_new_static(bytes, job->n_bytes);
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "MB: %d", OQ_LIMIT_MAPPED_MB);
	return NULL;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GBytes) bytes = map(job, error);
	if (bytes == NULL)
		return FALSE;
	PopplerDocument *pdf = poppler_document_new_from_bytes(bytes, NULL, &failure);
	if (pdf == NULL)
		return set_fault(failure, error);
	gboolean is_read = walk_pages(pdf, out, error);
	g_object_unref(pdf);
	return is_read;
}

const OqLoader oq_loader_pdf = {.name = "pdf", .fit = fit, .prepare = prepare, .load = load};
