/* pdf_table.c - see the header. */
#include "open/loaders/pdf/pdf_table.h"

#include "open/loaders/pdf/pdf_marks.h"

#include <math.h>
#include <string.h>

#define MARK_SIZES  5.0  /* of letters: so far from its line a mark stands */
#define FAR_SIZES   3.0  /* … below a row the next one of the table */
#define GAP_SIZES   0.5  /* … from each other columns are */
#define MORE_STEP   1.12 /* than between the lines of a cell: a row begins */
#define SMALL_SHARE 0.8  /* of the letters beside it: the number of a note */

enum { MAX_COLUMNS = 32, MAX_NUMBER = 3, MAX_NAME_BYTES = 120 };

/** Parts of lines at one height. */
typedef struct {
	guint first, end;
	double top, size;
} Row;

typedef struct {
	double left, right;
} Span;

/** Rows that have columns in common. */
typedef struct {
	Span columns[MAX_COLUMNS]; /* from left to right */
	guint n_columns;
	guint first, end; /* rows */
	guint n_several;  /* rows of several parts */
} Table;

static OqPdfLine *
line_at(const GPtrArray *lines, guint index)
{
	return g_ptr_array_index(lines, index);
}

static const Row *
row_at(const GArray *rows, guint index)
{
	return &g_array_index(rows, Row, index);
}

static gint
compare_lefts(gconstpointer a, gconstpointer b)
{
	const OqPdfLine *first = *(OqPdfLine *const *)a, *second = *(OqPdfLine *const *)b;
	return (first->left > second->left) - (first->left < second->left);
}

/* Row by row, column by column, from above to below. */
static gint
compare_cells(gconstpointer a, gconstpointer b)
{
	const OqPdfLine *first = *(OqPdfLine *const *)a, *second = *(OqPdfLine *const *)b;
	if (first->row != second->row)
		return first->row < second->row ? -1 : 1;
	if (first->column != second->column)
		return first->column < second->column ? -1 : 1;
	return (first->top > second->top) - (first->top < second->top);
}

static void
sort(GPtrArray *lines, guint first, guint end, GCompareFunc compare)
{
	if (end > first + 1)
		qsort(lines->pdata + first, end - first, sizeof *lines->pdata, compare);
}

static gboolean
is_level(const OqPdfLine *a, const OqPdfLine *b)
{
	double size = MIN(a->size, b->size);
	return fabs(a->top - b->top) < 0.4 * size || fabs(a->bottom - b->bottom) < 0.25 * size;
}

/* (transfer full): of Row; the lines of each are sorted from left to right. */
static GArray *
make_rows(GPtrArray *lines)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(Row));
	for (guint i = 0, end; i < lines->len; i = end) {
		const OqPdfLine *first = line_at(lines, i);
		Row row = {.first = i, .top = first->top, .size = first->size};
		for (end = i + 1; end < lines->len && is_level(first, line_at(lines, end));)
			end++;
		row.end = end;
		sort(lines, i, end, compare_lefts);
		g_array_append_val(rows, row);
	}
	return rows;
}

/* A small number stands before a note at the foot of the page. */
static gboolean
join_number(OqPdfLine *mark, OqPdfLine *line)
{
	gsize n = strspn(mark->text, "0123456789*");
	if (n == 0 || n > MAX_NUMBER || mark->text[n] != '\0' ||
		mark->size >= SMALL_SHARE * line->size)
		return FALSE;
	line->left = mark->left;
	line->is_note = mark->is_dropped = TRUE;
	return TRUE;
}

/* A bullet says what it is; a dash or number does where it stands before one line alone. */
static void
join_mark(const GPtrArray *lines, Row *row)
{
	OqPdfLine *mark = line_at(lines, row->first);
	OqPdfLine *line = row->end - row->first > 1 ? line_at(lines, row->first + 1) : NULL;
	gboolean is_one = row->end - row->first == 2;
	if (line == NULL || line->left > mark->right + MARK_SIZES * line->size)
		return;
	if (is_one && join_number(mark, line)) {
		row->first++;
		return;
	}
	if (!oq_pdf_marks_is_mark(mark->text) || (!is_one && oq_pdf_marks_bullet(mark->text) == 0))
		return;
	char *joined = g_strconcat(mark->text, " ", line->text, NULL);
	g_free(line->text);
	line->text = joined;
	line->text_left = line->left;
	line->left = mark->left;
	mark->is_dropped = TRUE;
	row->first++;
}

/* The column that @line is in, which may be a new one; -1: it is in several. */
static gint
find_span(Table *table, const OqPdfLine *line)
{
	double gap = GAP_SIZES * line->size;
	guint at = 0;
	while (at < table->n_columns && table->columns[at].right + gap <= line->left)
		at++;
	if (at < table->n_columns && table->columns[at].left - gap < line->right) {
		Span *span = &table->columns[at];
		if (at + 1 < table->n_columns && span[1].left - gap < line->right)
			return -1;
		span->left = MIN(span->left, line->left);
		span->right = MAX(span->right, line->right);
		return at > 0 && span[-1].right + gap > span->left ? -1 : (gint)at;
	}
	if (table->n_columns == MAX_COLUMNS)
		return -1;
	memmove(&table->columns[at + 1], &table->columns[at],
		(table->n_columns - at) * sizeof *table->columns);
	table->columns[at] = (Span){line->left, line->right};
	table->n_columns++;
	return (gint)at;
}

/* Each part of a row in a column of its own. */
static gboolean
take_row(Table *table, const GPtrArray *lines, const Row *row)
{
	Table wider = *table;
	gint last = -1;
	guint n_before = table->n_columns;
	for (guint i = row->first; i < row->end; i++) {
		gint column = find_span(&wider, line_at(lines, i));
		if (column <= last)
			return FALSE;
		last = column;
	}
	if (row->end - row->first == 1 && wider.n_columns > n_before)
		return FALSE;
	*table = wider;
	return TRUE;
}

static guint
column_of(const Table *table, const OqPdfLine *line)
{
	guint at = 0;
	while (at + 1 < table->n_columns && table->columns[at].right <= line->left)
		at++;
	return at;
}

/* As many rows as have its columns; at its end, none of one part in the first one. */
static void
grow(Table *table, const GPtrArray *lines, const GArray *rows)
{
	for (guint i = table->first; i < rows->len; i++) {
		const Row *row = row_at(rows, i);
		Table wider = *table;
		gboolean is_several = row->end - row->first > 1;
		if (i > table->first && row->top - row_at(rows, i - 1)->top > FAR_SIZES * row->size)
			return;
		if (!take_row(&wider, lines, row))
			return;
		gboolean is_sure = is_several || column_of(&wider, line_at(lines, row->first)) > 0;
		guint end = table->end;
		*table = wider;
		table->end = is_sure ? i + 1 : end;
		table->n_several += is_several;
	}
}

static void
find_steps(const Table *table, const GArray *rows, double *least, double *most)
{
	*least = G_MAXDOUBLE;
	*most = 0;
	for (guint i = table->first + 1; i < table->end; i++) {
		double step = row_at(rows, i)->top - row_at(rows, i - 1)->top;
		*least = MIN(*least, step);
		*most = MAX(*most, step);
	}
}

/* A row begins where there is more space above than between the lines of a cell; where there is the
 * same everywhere, with a part in the first column. */
static gboolean
begins_row(const Table *table, const GPtrArray *lines, const GArray *rows, guint index)
{
	double least, most;
	const Row *row = row_at(rows, index);
	double step = row->top - row_at(rows, index - 1)->top;
	find_steps(table, rows, &least, &most);
	gboolean is_wide = step > row->size;
	if (is_wide && step > MORE_STEP * least)
		return TRUE;
	return column_of(table, line_at(lines, row->first)) == 0 &&
	       (is_wide || most <= MORE_STEP * least);
}

static void
mark(const Table *table, guint number, GPtrArray *lines, const GArray *rows)
{
	guint row = 0;
	for (guint i = table->first; i < table->end; i++) {
		row += i > table->first && begins_row(table, lines, rows, i);
		for (guint k = row_at(rows, i)->first; k < row_at(rows, i)->end; k++) {
			OqPdfLine *line = line_at(lines, k);
			line->table = number;
			line->row = row;
			line->column = column_of(table, line);
		}
	}
	sort(lines, row_at(rows, table->first)->first, row_at(rows, table->end - 1)->end,
		compare_cells);
}

static gboolean
has_figure(const char *text)
{
	return strpbrk(text, "0123456789") != NULL;
}

/* The first row names the columns where each has a name without figures, and below one of them
 * there are figures in every row. */
static void
find_head(const Table *table, const GPtrArray *lines, guint first, guint end)
{
	guint n_names[MAX_COLUMNS] = {0}, n_figures[MAX_COLUMNS] = {0}, n_named = 0, n_rows = 0;
	gboolean is_counted = FALSE;
	for (guint i = first; i < end; i++) {
		const OqPdfLine *line = line_at(lines, i);
		if (line->is_dropped)
			continue;
		if (line->row > 0) {
			n_rows = line->row;
			n_figures[line->column] += has_figure(line->text);
		} else if (has_figure(line->text) || strlen(line->text) > MAX_NAME_BYTES) {
			return;
		} else {
			n_named += n_names[line->column]++ == 0;
		}
	}
	for (guint i = 0; i < table->n_columns; i++)
		is_counted |= n_rows > 1 && n_figures[i] >= n_rows;
	for (guint i = first; i < end; i++)
		line_at(lines, i)->in_head =
			is_counted && n_named == table->n_columns && line_at(lines, i)->row == 0;
}

void
oq_pdf_table_order(GPtrArray *lines, guint *n_tables)
{
	g_autoptr(GArray) rows = make_rows(lines);
	for (guint i = 0; i < rows->len; i++)
		join_mark(lines, &g_array_index(rows, Row, i));
	for (guint i = 0; i < rows->len;) {
		Table table = {.first = i, .end = i + 1};
		if (row_at(rows, i)->end - row_at(rows, i)->first > 1)
			grow(&table, lines, rows);
		i = table.end;
		if (table.n_several < 2)
			continue;
		guint first = row_at(rows, table.first)->first;
		guint end = row_at(rows, table.end - 1)->end;
		mark(&table, ++*n_tables, lines, rows);
		find_head(&table, lines, first, end);
	}
}
