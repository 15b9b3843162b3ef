/* pdf_flow.c - see the header. */
#include "open/loaders/pdf/pdf_flow.h"

#include "open/loaders/pdf/pdf_marks.h"
#include "open/table_rows.h"

#include <math.h>
#include <string.h>

#define HEADING_LARGER 1.12 /* than most letters */
#define GAP_LINES      1.75 /* from one line's top to the next one's: more parts paragraphs */
#define INDENT_SIZES   0.8  /* of letters */
#define SHORT_SHARE    0.8  /* of the column: a line that ends before that ends a paragraph */
#define LEVEL_POINTS   4.0  /* further to the right an item is one within the other */

enum { MAX_HEADING_BYTES = 400, TENTHS = 10 };

static OqPdfLine *
line_at(const OqPdfPage *page, guint index)
{
	return &g_array_index(page->lines, OqPdfLine, index);
}

void
oq_pdf_flow_init(OqPdfFlow *flow, OqNoteBook *notes)
{
	memset(flow, 0, sizeof *flow);
	flow->notes = notes;
	flow->sizes = g_hash_table_new(NULL, NULL);
}

void
oq_pdf_flow_clear(OqPdfFlow *flow)
{
	g_hash_table_unref(flow->sizes);
	g_free(flow->last.text);
}

static void
count_sizes(OqPdfFlow *flow, const OqPdfPage *page)
{
	guint most = 0;
	for (guint i = 0; i < page->lines->len; i++) {
		const OqPdfLine *line = line_at(page, i);
		gpointer size = GUINT_TO_POINTER((guint)lround(line->size * TENTHS));
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(flow->sizes, size));
		g_hash_table_insert(
			flow->sizes, size, GUINT_TO_POINTER(n + (guint)strlen(line->text)));
	}
	GHashTableIter iter;
	gpointer size, n;
	g_hash_table_iter_init(&iter, flow->sizes);
	while (g_hash_table_iter_next(&iter, &size, &n)) {
		if (GPOINTER_TO_UINT(n) <= most)
			continue;
		most = GPOINTER_TO_UINT(n);
		flow->body_size = (double)GPOINTER_TO_UINT(size) / TENTHS;
	}
}

static guint
heading_level(const OqPdfFlow *flow, const OqPdfLine *line)
{
	double larger = line->size / MAX(flow->body_size, 1);
	if (larger < HEADING_LARGER || strlen(line->text) > MAX_HEADING_BYTES)
		return 0;
	return larger > 1.6 ? 1 : larger > 1.3 ? 2 : 3;
}

static gboolean
ends_sentence(const char *text)
{
	static const char *const marks[] = {".", "!", "?", "…", ":", ";", "»", "\"", "”", ")"};
	for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
		if (g_str_has_suffix(text, marks[i]))
			return TRUE;
	return FALSE;
}

static gboolean
begins_item(const OqPdfLine *line)
{
	gsize n = strspn(line->text, "0123456789");
	return line->text_left > 0 || oq_pdf_marks_skip(line->text) > 0 ||
	       (n > 0 && n < 4 && (line->text[n] == '.' || line->text[n] == ')') &&
		       line->text[n + 1] == ' ');
}

/* Its mark stands by itself, or cannot be anything else, as a dash can. */
static gboolean
begins_sure_item(const OqPdfLine *line)
{
	return line->text_left > 0 || oq_pdf_marks_bullet(line->text) > 0;
}

static gboolean
is_indented(const OqPdfColumn *column, const OqPdfLine *line)
{
	return line->left > column->left + INDENT_SIZES * line->size;
}

/* Further lines of an item begin below its text. */
static gboolean
is_below_item(const OqPdfFlow *flow, const OqPdfLine *line)
{
	double text_left = flow->last.text_left > 0 ? flow->last.text_left : flow->last.left;
	return flow->in_item && fabs(line->left - text_left) < 2;
}

/* There was place for the first word of @line: nobody would have ended the one before it there. */
static gboolean
is_short(const OqPdfFlow *flow, const OqPdfLine *line)
{
	const OqPdfLine *last = &flow->last;
	double width = flow->column.right - flow->column.left;
	double letter = (line->right - line->left) / (double)MAX(g_utf8_strlen(line->text, -1), 1);
	glong n_letters = g_utf8_strlen(line->text, (gssize)strcspn(line->text, " "));
	if (g_str_has_suffix(last->text, ",") || g_str_has_suffix(last->text, "-"))
		return FALSE;
	return last->right < flow->column.left + width * SHORT_SHARE &&
	       last->right + letter * (double)(n_letters + 1) < flow->column.right;
}

static gboolean
is_beside(const OqPdfLine *left, const OqPdfLine *right)
{
	return left->part == right->part && right->left >= left->right &&
	       right->top < left->bottom && right->bottom > left->top;
}

/* Whether @line, of @column, begins a paragraph behind the line before it. */
static gboolean
parts(const OqPdfFlow *flow, const OqPdfLine *line, const OqPdfColumn *column)
{
	const OqPdfLine *last = &flow->last;
	gboolean is_below = line->top > last->top && line->left < flow->column.right;
	gboolean is_end = ends_sentence(last->text);
	gboolean is_first = is_indented(column, line) && !is_below_item(flow, line);
	if (is_beside(last, line))
		return FALSE;
	if (begins_sure_item(line) || fabs(line->size - last->size) > 0.12 * last->size)
		return TRUE;
	if (!is_below) /* the next column or page */
		return is_end && (is_short(flow, line) || is_first);
	if (is_short(flow, line) || (begins_item(line) && is_end))
		return TRUE;
	return line->top - last->top > GAP_LINES * last->size || (is_first && is_end);
}

/* As deep as it stands to the right of those that it is within. */
static guint
item_level(OqPdfFlow *flow, const OqPdfLine *line)
{
	while (flow->n_levels > 0 &&
		line->left < flow->item_lefts[flow->n_levels - 1] + LEVEL_POINTS)
		flow->n_levels--;
	if (flow->n_levels < OQ_PDF_FLOW_LEVELS)
		flow->item_lefts[flow->n_levels++] = line->left;
	return flow->n_levels;
}

static void
begin_block(OqPdfFlow *flow, const OqPdfLine *line, OqBlockWriter *out)
{
	guint level = heading_level(flow, line);
	gboolean is_item = level == 0 && begins_item(line);
	oq_block_writer_end(out);
	oq_note_book_end_block(flow->notes, out);
	flow->in_item = is_item && line->text_left > 0;
	if (is_item)
		oq_block_writer_begin(out, OQ_BLOCK_ITEM, item_level(flow, line), NULL);
	else
		oq_block_writer_begin(
			out, level > 0 ? OQ_BLOCK_HEADING : OQ_BLOCK_PARAGRAPH, level, NULL);
	if (!is_item)
		flow->n_levels = 0;
}

static void
put_line(const char *text, const char *next, OqBlockWriter *out)
{
	gboolean is_parted;
	gsize n_kept = oq_pdf_line_kept(text, next, &is_parted);
	oq_block_writer_text(out, text, (gssize)n_kept);
	if (!is_parted)
		oq_block_writer_text(out, " ", 1);
}

static void
set_last(OqPdfFlow *flow, const OqPdfLine *line)
{
	g_free(flow->last.text);
	flow->last = *line;
	flow->last.text = g_strdup(line->text);
}

static OqPdfColumn
column_of(const OqPdfPage *page, const OqPdfLine *line)
{
	OqPdfColumn column = {line->left, line->right};
	for (guint i = 0; i < page->lines->len; i++) {
		const OqPdfLine *other = line_at(page, i);
		if (other->is_dropped || other->part != line->part || other->left > line->right ||
			other->right < line->left)
			continue;
		column.left = MIN(column.left, other->left);
		column.right = MAX(column.right, other->right);
	}
	return column;
}

static void
write_line(OqPdfFlow *flow, const OqPdfPage *page, const OqPdfLine *line, const char *next,
	OqBlockWriter *out)
{
	const char *text = line->text;
	OqPdfColumn column = column_of(page, line);
	if (!oq_block_writer_is_open(out) || flow->last.text == NULL ||
		parts(flow, line, &column)) {
		begin_block(flow, line, out);
		text += oq_pdf_marks_skip(text);
	}
	flow->column = column;
	put_line(text, next, out);
	set_last(flow, line);
}

/* The line behind the table. */
static guint
write_table(OqPdfFlow *flow, const OqPdfPage *page, guint first, OqBlockWriter *out)
{
	g_autoptr(OqTableRows) table = oq_table_rows_new();
	guint i = first, row = 0, n_cells = 0;
	oq_block_writer_end(out);
	oq_note_book_end_block(flow->notes, out);
	oq_table_rows_begin(table, out);
	for (; i < page->lines->len; i++) {
		const OqPdfLine *line = line_at(page, i);
		if (line->is_dropped)
			continue;
		if (line->table != line_at(page, first)->table)
			break;
		if (line->row != row) {
			oq_table_rows_begin(table, out);
			n_cells = 0;
		}
		row = line->row;
		for (; n_cells <= line->column; n_cells++)
			oq_table_rows_cell(table, line->in_head, 1, 1);
		oq_table_rows_text(table, line->text, NULL);
	}
	oq_table_rows_finish(table, out);
	return i;
}

/* (nullable): the text that goes on behind a line. */
static const char *
next_text(const OqPdfPage *page, guint index)
{
	while (index < page->lines->len && line_at(page, index)->is_dropped)
		index++;
	return index < page->lines->len ? line_at(page, index)->text : NULL;
}

void
oq_pdf_flow_write(OqPdfFlow *flow, const OqPdfPage *page, OqBlockWriter *out)
{
	count_sizes(flow, page);
	oq_block_writer_tell(out, OQ_WIRE_PAGE, page->label);
	for (guint i = 0; i < page->lines->len;) {
		const OqPdfLine *line = line_at(page, i);
		if (line->is_dropped || *line->text == '\0')
			i++;
		else if (line->table > 0)
			i = write_table(flow, page, i, out);
		else
			write_line(flow, page, line, next_text(page, ++i), out);
	}
}
