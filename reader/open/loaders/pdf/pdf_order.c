/* pdf_order.c - see the header. */
#include "open/loaders/pdf/pdf_order.h"

#include "open/loaders/pdf/pdf_table.h"

#include <math.h>

#define GUTTER_SIZES 0.6  /* of letters: so wide it is between columns, or wider */
#define INDENT_SIZES 3.0  /* further to the right a column's lines do not begin */
#define FULL_SHARE   0.7  /* of its column's width a full line has */
#define FULL_LINES   0.3  /* of all lines: so many are full in prose */
#define SMALL_STARTS 0.3  /* of all lines: so many begin with a small letter in prose */
#define MORE_STEP    1.12 /* than between lines: a row of a table, or a paragraph, begins */
#define SAME_POINTS  2.0
#define LEAST_POINTS 1.0 /* there is between columns */

enum { MAX_LINES = 3000, MAX_DEPTH = 16, MIN_LINES = 3, MIN_CHARACTERS = 12 };

/** Between two columns. */
typedef struct {
	double left, right;
	guint first, end; /* lines from the first to the last one beside it */
} Gutter;

/** What stands at one height of a column. */
typedef struct {
	double left, right, top, size;
} Row;

/** One of the columns. */
typedef struct {
	GArray *rows; /* of Row */
	double left, right;
	glong n_characters;
	guint n_small; /* rows that begin with a small letter */
} Column;

/** Of the page, so far. */
typedef struct {
	guint n_columns, n_tables;
} Parts;

static OqPdfLine *
line_at(const GPtrArray *lines, guint index)
{
	return g_ptr_array_index(lines, index);
}

static gboolean
is_beside(const OqPdfLine *left, const OqPdfLine *right)
{
	double least = MIN(left->bottom - left->top, right->bottom - right->top);
	return MIN(left->bottom, right->bottom) - MAX(left->top, right->top) > 0.3 * least &&
	       right->left >= left->right - 1;
}

static const OqPdfLine *
right_of(const GPtrArray *lines, const OqPdfLine *line)
{
	const OqPdfLine *found = NULL;
	for (guint i = 0; i < lines->len; i++) {
		const OqPdfLine *other = line_at(lines, i);
		if (other->top >= line->bottom)
			break;
		if (other != line && is_beside(line, other) &&
			(found == NULL || other->left < found->left))
			found = other;
	}
	return found;
}

/* FALSE: the line crosses it. A line that is too long for its column leaves little between them. */
static gboolean
narrow(Gutter *gutter, const OqPdfLine *line)
{
	if (line->right <= gutter->right - LEAST_POINTS)
		gutter->left = MAX(gutter->left, line->right);
	else if (line->left >= gutter->left + LEAST_POINTS)
		gutter->right = MIN(gutter->right, line->left);
	else
		return FALSE;
	return TRUE;
}

static gboolean
is_next_to(const Gutter *gutter, const OqPdfLine *line)
{
	return line->left >= gutter->right &&
	       line->left < gutter->right + INDENT_SIZES * line->size;
}

/* It stands to the right of the gutter, and so does nothing else nearer to it. */
static gboolean
is_far(const Gutter *gutter, const GPtrArray *lines, guint index)
{
	const OqPdfLine *line = line_at(lines, index);
	if (line->left < gutter->right || is_next_to(gutter, line))
		return FALSE;
	for (guint i = gutter->first; i < gutter->end; i++) {
		const OqPdfLine *other = line_at(lines, i);
		if (is_next_to(gutter, other) && other->top < line->bottom &&
			other->bottom > line->top)
			return FALSE;
	}
	return TRUE;
}

/* What is far from the gutter above or below the column is none of it, nor what is beside that. */
static void
cut(Gutter *gutter, const GPtrArray *lines, guint index)
{
	for (guint i = index; i-- > gutter->first;)
		if (is_far(gutter, lines, i)) {
			double bottom = line_at(lines, i)->bottom;
			while (i < index && line_at(lines, i)->top < bottom - LEAST_POINTS)
				i++;
			gutter->first = i;
			break;
		}
	for (guint i = index; i < gutter->end; i++)
		if (is_far(gutter, lines, i)) {
			double top = line_at(lines, i)->top;
			while (i > index + 1 && line_at(lines, i - 1)->bottom > top + LEAST_POINTS)
				i--;
			gutter->end = i;
		}
}

static void
extend(Gutter *gutter, const GPtrArray *lines, guint index)
{
	gutter->first = index;
	gutter->end = index + 1;
	while (gutter->end < lines->len && narrow(gutter, line_at(lines, gutter->end)))
		gutter->end++;
	while (gutter->first > 0 && narrow(gutter, line_at(lines, gutter->first - 1)))
		gutter->first--;
	cut(gutter, lines, index);
}

static const Row *
row_at(const Column *column, guint index)
{
	return &g_array_index(column->rows, Row, index);
}

static void
take(Column *column, const OqPdfLine *line)
{
	Row row = {line->left, line->right, line->top, line->size};
	guint n = column->rows->len;
	Row *last = n > 0 ? &g_array_index(column->rows, Row, n - 1) : NULL;
	column->left = n > 0 ? MIN(column->left, line->left) : line->left;
	column->right = MAX(column->right, line->right);
	column->n_characters += g_utf8_strlen(line->text, -1);
	if (last != NULL && row.top - last->top < row.size / 2) {
		last->left = MIN(last->left, row.left);
		last->right = MAX(last->right, row.right);
		return;
	}
	column->n_small += g_unichar_islower(g_utf8_get_char(line->text));
	g_array_append_val(column->rows, row);
}

/* Rows that are full for a good part. */
static gboolean
is_prose(const Column *column)
{
	guint n_full = 0, n = column->rows->len;
	for (guint i = 0; i < n; i++)
		n_full += row_at(column, i)->right - row_at(column, i)->left >=
			  FULL_SHARE * (column->right - column->left);
	return n >= MIN_LINES && n_full >= FULL_LINES * n &&
	       column->n_characters >= MIN_CHARACTERS * (glong)n;
}

static double
least_step(const Column *column)
{
	double least = G_MAXDOUBLE;
	for (guint i = 1; i < column->rows->len; i++)
		least = MIN(least, row_at(column, i)->top - row_at(column, i - 1)->top);
	return least;
}

/* The row stands further below the one before it than others, or is the first one. */
static gboolean
is_start(const Column *column, guint index, double step)
{
	return index == 0 ||
	       row_at(column, index)->top - row_at(column, index - 1)->top > MORE_STEP * step;
}

/* The rows of @column that a cell begins with, and how many of them stand beside one of the other
 * column; step 0: all rows. */
static guint
count_starts(const Column *column, const Column *other, double step, guint *n_common)
{
	guint n = 0, k = 0;
	*n_common = 0;
	for (guint i = 0; i < column->rows->len; i++) {
		double top = row_at(column, i)->top;
		if (!is_start(column, i, step))
			continue;
		n++;
		while (k < other->rows->len && row_at(other, k)->top < top - SAME_POINTS)
			k++;
		*n_common += k < other->rows->len && row_at(other, k)->top < top + SAME_POINTS &&
			     is_start(other, k, step);
	}
	return n;
}

/* Cells begin at one height, again and again. */
static gboolean
are_cells(const Column *a, const Column *b)
{
	guint in_a, in_b;
	double step = MIN(least_step(a), least_step(b));
	guint n_a = count_starts(a, b, step, &in_a), n_b = count_starts(b, a, step, &in_b);
	guint n_rows = a->rows->len + b->rows->len;
	if (n_a > 1 || n_b > 1)
		return in_a > 1 && in_b > 1 && in_a * 10 >= n_a * 6 && in_b * 10 >= n_b * 6;
	n_a = count_starts(a, b, 0, &in_a);
	n_b = count_starts(b, a, 0, &in_b);
	return in_a == n_a && in_b == n_b && a->n_small + b->n_small < SMALL_STARTS * n_rows;
}

static gboolean
parts_columns(const Gutter *gutter, const GPtrArray *lines)
{
	g_autoptr(GArray) left_rows = g_array_new(FALSE, FALSE, sizeof(Row));
	g_autoptr(GArray) right_rows = g_array_new(FALSE, FALSE, sizeof(Row));
	Column left = {.rows = left_rows}, right = {.rows = right_rows};
	for (guint i = gutter->first; i < gutter->end; i++) {
		const OqPdfLine *line = line_at(lines, i);
		if (line->right <= gutter->left)
			take(&left, line);
		else if (is_next_to(gutter, line))
			take(&right, line);
	}
	return is_prose(&left) && is_prose(&right) && !are_cells(&left, &right);
}

static gboolean
find_columns(const GPtrArray *lines, Gutter *found)
{
	g_autoptr(GHashTable) tried = g_hash_table_new(NULL, NULL);
	found->left = G_MAXDOUBLE;
	for (guint i = 0; i < lines->len; i++) {
		const OqPdfLine *line = line_at(lines, i), *other = right_of(lines, line);
		Gutter gutter = {.left = line->right};
		if (other == NULL || other->left - line->right < GUTTER_SIZES * line->size ||
			!g_hash_table_add(tried, GINT_TO_POINTER(lround(other->left / 4) + 1)))
			continue;
		gutter.right = other->left;
		extend(&gutter, lines, i);
		if (gutter.left < found->left && parts_columns(&gutter, lines))
			*found = gutter;
	}
	return found->left < G_MAXDOUBLE;
}

static GPtrArray *
slice(const GPtrArray *lines, guint first, guint end)
{
	GPtrArray *part = g_ptr_array_new();
	for (guint i = first; i < end; i++)
		g_ptr_array_add(part, line_at(lines, i));
	return part;
}

static void
order(GPtrArray *lines, guint depth, Parts *parts, GPtrArray *out)
{
	Gutter gutter = {0};
	if (lines->len < 2 * MIN_LINES || depth == MAX_DEPTH || !find_columns(lines, &gutter)) {
		oq_pdf_table_order(lines, &parts->n_tables);
		for (guint i = 0; i < lines->len; i++)
			line_at(lines, i)->part = parts->n_columns;
		parts->n_columns++;
		g_ptr_array_extend(out, lines, NULL, NULL);
		return;
	}
	g_autoptr(GPtrArray) above = slice(lines, 0, gutter.first);
	g_autoptr(GPtrArray) below = slice(lines, gutter.end, lines->len);
	g_autoptr(GPtrArray) left = g_ptr_array_new();
	g_autoptr(GPtrArray) right = g_ptr_array_new();
	for (guint i = gutter.first; i < gutter.end; i++)
		g_ptr_array_add(
			line_at(lines, i)->right <= gutter.left ? left : right, line_at(lines, i));
	order(above, depth + 1, parts, out);
	order(left, depth + 1, parts, out);
	order(right, depth + 1, parts, out);
	order(below, depth + 1, parts, out);
}

static gint
compare_tops(gconstpointer a, gconstpointer b)
{
	const OqPdfLine *first = *(OqPdfLine *const *)a, *second = *(OqPdfLine *const *)b;
	if (first->top != second->top)
		return first->top < second->top ? -1 : 1;
	return (first->left > second->left) - (first->left < second->left);
}

void
oq_pdf_order_lines(GArray *lines)
{
	Parts parts = {0};
	guint n = lines->len;
	if (n == 0 || n > MAX_LINES)
		return;
	g_autofree OqPdfLine *copies = g_memdup2(lines->data, n * sizeof *copies);
	g_autoptr(GPtrArray) sorted = g_ptr_array_sized_new(n);
	g_autoptr(GPtrArray) ordered = g_ptr_array_sized_new(n);
	for (guint i = 0; i < n; i++)
		g_ptr_array_add(sorted, &copies[i]);
	g_ptr_array_sort(sorted, compare_tops);
	order(sorted, 0, &parts, ordered);
	for (guint i = 0; i < n; i++)
		g_array_index(lines, OqPdfLine, i) = *line_at(ordered, i);
}
