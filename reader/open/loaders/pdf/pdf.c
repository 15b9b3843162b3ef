/* pdf.c - see the header. */
#include "open/loaders/pdf/pdf.h"

#include "document/encodings/mojibake_judge.h"
#include "document/sniff.h"
#include "open/limits.h"
#include "open/loaders/pdf/pdf_figures.h"
#include "open/loaders/pdf/pdf_flow.h"
#include "open/loaders/pdf/pdf_letters.h"
#include "open/loaders/pdf/pdf_notes.h"
#include "open/loaders/pdf/pdf_order.h"
#include "open/loaders/pdf/pdf_picture.h"
#include "open/loaders/pdf/pdf_recognised.h"
#include "open/sandbox/tool.h"

#include <poppler.h>
#include <string.h>
#include <sys/mman.h>

#define FAR_SIZES 0.8 /* of letters: more than between words, for the most part */

enum {
	NEIGHBOURS = 2,      /* pages on either side */
	SEARCHED_PAGES = 30, /* without a letter: it has none */
};

typedef struct {
	PopplerDocument *pdf;
	OqTool *tool; /* nullable */
	OqBlockWriter *out;
	guint n_pages;
	GPtrArray *pages; /* of OqPdfPage: a window of them */
	gboolean has_text;
	gboolean has_failed; /* the tool, on a page */
	OqNoteBook *notes;
} Walk;

static OqFit
fit(const OqSample *sample)
{
	return oq_sniff_is_pdf(sample->head, sample->n_head) ? OQ_FIT_SURE : OQ_FIT_NONE;
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

static char *
text_of(const char *text, const PopplerRectangle *boxes, guint n_boxes, OqPdfLine *line)
{
	OqPdfFigures figures;
	const char *p = text;
	oq_pdf_figures_init(&figures, line->size);
	for (guint i = 0; i < n_boxes && *p != '\0'; i++, p = g_utf8_next_char(p))
		oq_pdf_figures_add(&figures, g_utf8_get_char(p), boxes[i].y1, boxes[i].y2);
	line->is_note = figures.is_note;
	return oq_pdf_figures_end(&figures);
}

/* Spaces take no place. */
static OqPdfLine
make_line(const char *text, const PopplerRectangle *boxes, guint n_boxes)
{
	OqPdfLine line = {.left = G_MAXDOUBLE, .top = G_MAXDOUBLE};
	double sum = 0;
	guint n = 0;
	const char *p = text;
	for (guint i = 0; i < n_boxes && *p != '\0'; i++, p = g_utf8_next_char(p)) {
		if (*p == ' ')
			continue;
		line.left = MIN(line.left, boxes[i].x1);
		line.right = MAX(line.right, boxes[i].x2);
		line.top = MIN(line.top, boxes[i].y1);
		line.bottom = MAX(line.bottom, boxes[i].y2);
		sum += boxes[i].y2 - boxes[i].y1;
		n++;
	}
	line.size = n > 0 ? sum / n : 1;
	line.text = text_of(text, boxes, n_boxes, &line);
	return line;
}

/* Returns: how many characters stand together; what is far behind them may be in another column. */
static guint
count_together(const char *text, const PopplerRectangle *boxes, guint n_boxes)
{
	const PopplerRectangle *last = NULL;
	guint i = 0;
	for (const char *p = text; i < n_boxes && *p != '\0'; i++, p = g_utf8_next_char(p)) {
		if (*p == ' ')
			continue;
		if (last != NULL && boxes[i].x1 - last->x2 > FAR_SIZES * (last->y2 - last->y1))
			break;
		last = &boxes[i];
	}
	return i;
}

static void
add_parts(OqPdfPage *page, const char *text, const PopplerRectangle *boxes, guint n_boxes)
{
	for (guint n; n_boxes > 0;
		text = g_utf8_offset_to_pointer(text, n), boxes += n, n_boxes -= n) {
		n = count_together(text, boxes, n_boxes);
		OqPdfLine line = make_line(text, boxes, n);
		if (*line.text != '\0')
			oq_pdf_page_add(page, line);
		else
			g_free(line.text);
	}
}

/* The text has a box for each of its characters, line feeds included. */
static void
add_lines(OqPdfPage *page, const char *text, const PopplerRectangle *boxes, guint n_boxes)
{
	for (guint at = 0; at < n_boxes && *text != '\0'; at++) {
		gsize n_bytes = strcspn(text, "\n");
		guint n = (guint)MIN(g_utf8_strlen(text, (gssize)n_bytes), n_boxes - at);
		add_parts(page, text, boxes + at, n);
		text += n_bytes + (text[n_bytes] == '\n');
		at += n;
	}
}

/* A page without a letter may be the picture of one. What cannot be recognised is none. */
static void
recognise(Walk *walk, PopplerPage *pdf_page, OqPdfPage *page)
{
	double scale;
	g_autoptr(GBytes) picture = oq_pdf_picture_new(pdf_page, &scale);
	if (picture == NULL)
		return;
	g_autoptr(GBytes) text = oq_tool_run(
		walk->tool, g_bytes_get_data(picture, NULL), g_bytes_get_size(picture), NULL);
	if (text != NULL)
		oq_pdf_recognised_add(page, text, scale);
	walk->has_failed |= text == NULL;
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
	oq_pdf_order_lines(page->lines);
	if (page->lines->len == 0 && walk->tool != NULL)
		recognise(walk, pdf_page, page);
	g_object_unref(pdf_page);
	oq_pdf_letters_judge(page);
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
	oq_pdf_letters_repair(page, others);
	oq_pdf_notes_take(page);
	oq_pdf_flow_write(flow, page, walk->out);
	oq_pdf_notes_refer(page, walk->notes);
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
			g_set_error_literal(error, OQ_OPEN_ERROR,
				walk->tool == NULL ? OQ_OPEN_ERROR_NO_TEXT
				: walk->has_failed ? OQ_OPEN_ERROR_BLURRED
						   : OQ_OPEN_ERROR_BLANK,
				"");
			return FALSE;
		}
	}
	if (walk->n_pages > 0)
		return TRUE;
	g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "PDF: no pages");
	return FALSE;
}

static void
tell_text(const Walk *walk, OqWireType type, const char *text)
{
	OqMojibake kind = text != NULL ? oq_mojibake_judge(text, strlen(text)) : OQ_MOJIBAKE_NONE;
	g_autofree char *repaired =
		kind != OQ_MOJIBAKE_NONE ? oq_pdf_letters_repaired(kind, text) : NULL;
	oq_block_writer_tell(walk->out, type, repaired != NULL ? repaired : text);
}

static void
tell(const Walk *walk)
{
	g_autofree char *title = poppler_document_get_title(walk->pdf);
	g_autofree char *author = poppler_document_get_author(walk->pdf);
	tell_text(walk, OQ_WIRE_TITLE, title);
	tell_text(walk, OQ_WIRE_AUTHOR, author);
}

static gboolean
walk_pages(PopplerDocument *pdf, const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func(free_page);
	g_autoptr(OqNoteBook) book = oq_note_book_new(job->notes);
	Walk walk = {.pdf = pdf, .tool = job->tool, .out = out, .pages = pages, .notes = book};
	OqPdfFlow flow;
	guint n_pages = (guint)MAX(poppler_document_get_n_pages(pdf), 0);
	walk.n_pages = MIN(n_pages, OQ_LIMIT_PAGES);
	tell(&walk);
	if (n_pages == 0) {
		g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "PDF: no pages");
		return FALSE;
	}
	oq_pdf_flow_init(&flow, book);
	gboolean is_read = read_pages(&walk, &flow, error);
	oq_pdf_flow_clear(&flow);
	oq_block_writer_end(out);
	oq_note_book_end(book, out);
	if (!is_read || n_pages <= OQ_LIMIT_PAGES)
		return is_read;
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "pages: %d", OQ_LIMIT_PAGES);
	return FALSE;
}

static gboolean
load_bytes(const OqOpenJob *job, const void *content, OqBlockWriter *out, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GBytes) bytes = g_bytes_new_static(content, job->n_bytes);
	PopplerDocument *pdf = poppler_document_new_from_bytes(bytes, NULL, &failure);
	if (pdf == NULL)
		return set_fault(failure, error);
	gboolean is_read = walk_pages(pdf, job, out, error);
	g_object_unref(pdf);
	return is_read;
}

/* Mapped it is read where poppler looks, and no more of it. */
static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	void *content = job->n_bytes < (guint64)OQ_LIMIT_MAPPED_MB << 20
				? mmap(NULL, job->n_bytes, PROT_READ, MAP_PRIVATE, job->fd, 0)
				: MAP_FAILED;
	if (content == MAP_FAILED) {
		g_set_error(
			error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "MB: %d", OQ_LIMIT_MAPPED_MB);
		return FALSE;
	}
	gboolean is_read = load_bytes(job, content, out, error);
	munmap(content, job->n_bytes);
	return is_read;
}

const OqLoader oq_loader_pdf = {.name = "pdf", .fit = fit, .prepare = prepare, .load = load};
