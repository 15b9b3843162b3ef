/* pdf_order.c - see the header. */
#include "open/loaders/pdf_order.h"

#include "open/loaders/pdf_table.h"

#include <math.h>

#define GUTTER_SIZES 0.6  /* of letters: so wide it is between columns, or wider */
#define INDENT_SIZES 3.0  /* further to the right a column's lines do not begin */
#define FULL_SHARE   0.7  /* of its column's width a full line has */
#define FULL_LINES   0.4  /* of all lines: so many are full in prose */
#define SMALL_STARTS 0.3  /* of all lines: so many begin with a small letter in prose */
#define MORE_STEP    1.12 /* than between lines: a row of a table, or a paragraph, begins */
#define SAME_POINTS  2.0

enum { MAX_LINES = 3000, MAX_DEPTH = 16, MIN_LINES = 3, MIN_CHARACTERS = 12 };

/** Between two columns. */
typedef struct {
	double left, right;
	guint first, end; /* lines from the first to the last one beside it */
} Gutter;

/** One of the columns. */
typedef struct {
	GPtrArray *lines;
	double left, right;
	glong n_characters;
	guint n_small; /* lines that begin with a small letter */
} Column;

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

/* FALSE: the line crosses it. */
static gboolean
narrow(Gutter *gutter, const OqPdfLine *line)
{
	double least = GUTTER_SIZES * line->size;
	if (line->right <= gutter->right - least)
		gutter->left = MAX(gutter->left, line->right);
	else if (line->left >= gutter->left + least)
		gutter->right = MIN(gutter->right, line->left);
	else
		return FALSE;
	return TRUE;
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
}

static void
take(Column *column, OqPdfLine *line)
{
	column->left = column->lines->len > 0 ? MIN(column->left, line->left) : line->left;
	column->right = MAX(column->right, line->right);
	column->n_characters += g_utf8_strlen(line->text, -1);
	column->n_small += g_unichar_islower(g_utf8_get_char(line->text));
	g_ptr_array_add(column->lines, line);
}

/* Lines that are full for the most part. */
static gboolean
is_prose(const Column *column)
{
	guint n_full = 0, n = column->lines->len;
	for (guint i = 0; i < n; i++) {
		const OqPdfLine *line = line_at(column->lines, i);
		n_full += line->right - line->left >= FULL_SHARE * (column->right - column->left);
	}
	return n >= MIN_LINES && n_full >= FULL_LINES * n &&
	       column->n_characters >= MIN_CHARACTERS * (glong)n;
}

static double
least_step(const Column *column)
{
	double least = G_MAXDOUBLE;
	for (guint i = 1; i < column->lines->len; i++) {
		const OqPdfLine *line = line_at(column->lines, i);
		double step = line->top - line_at(column->lines, i - 1)->top;
		if (step > line->size / 2)
			least = MIN(least, step);
	}
	return least;
}

static gboolean
has_top(const Column *column, double top)
{
	for (guint i = 0; i < column->lines->len; i++)
		if (fabs(line_at(column->lines, i)->top - top) < SAME_POINTS)
			return TRUE;
	return FALSE;
}

/* Of its lines that stand further below the line before than others: how many there are, and how
 * many of them begin beside a line of the other column. */
static guint
count_starts(const Column *column, const Column *other, double step, guint *n_common)
{
	guint n = 0;
	*n_common = 0;
	for (guint i = 1; i < column->lines->len; i++) {
		double top = line_at(column->lines, i)->top;
		if (top - line_at(column->lines, i - 1)->top <= MORE_STEP * step)
			continue;
		n++;
		*n_common += has_top(other, top);
	}
	return n;
}

static gboolean
are_level(const Column *a, const Column *b)
{
	guint n = 0;
	for (guint i = 0; i < a->lines->len; i++)
		n += has_top(b, line_at(a->lines, i)->top);
	return n == a->lines->len && n == b->lines->len;
}

/* Cells begin at one height, again and again. */
static gboolean
are_cells(const Column *a, const Column *b)
{
	guint in_a, in_b;
	double step = MIN(least_step(a), least_step(b));
	guint n_a = count_starts(a, b, step, &in_a), n_b = count_starts(b, a, step, &in_b);
	guint n_lines = a->lines->len + b->lines->len;
	if (n_a + n_b > 0)
		return in_a > 0 && in_b > 0 && in_a * 10 >= n_a * 6 && in_b * 10 >= n_b * 6;
	return are_level(a, b) && a->n_small + b->n_small < SMALL_STARTS * n_lines;
}

static gboolean
parts_columns(const Gutter *gutter, const GPtrArray *lines)
{
	g_autoptr(GPtrArray) left_lines = g_ptr_array_new();
	g_autoptr(GPtrArray) right_lines = g_ptr_array_new();
	Column left = {.lines = left_lines}, right = {.lines = right_lines};
	for (guint i = gutter->first; i < gutter->end; i++) {
		OqPdfLine *line = line_at(lines, i);
		if (line->right <= gutter->left)
			take(&left, line);
		else if (line->left < gutter->right + INDENT_SIZES * line->size)
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
order(GPtrArray *lines, guint depth, guint *n_tables, GPtrArray *out)
{
	Gutter gutter;
	if (lines->len < 2 * MIN_LINES || depth == MAX_DEPTH || !find_columns(lines, &gutter)) {
		oq_pdf_table_order(lines, n_tables);
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
	order(above, depth + 1, n_tables, out);
	order(left, depth + 1, n_tables, out);
	order(right, depth + 1, n_tables, out);
	order(below, depth + 1, n_tables, out);
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
	guint n_tables = 0, n = lines->len;
	if (n == 0 || n > MAX_LINES)
		return;
	g_autofree OqPdfLine *copies = g_memdup2(lines->data, n * sizeof *copies);
	g_autoptr(GPtrArray) sorted = g_ptr_array_sized_new(n);
	g_autoptr(GPtrArray) ordered = g_ptr_array_sized_new(n);
	for (guint i = 0; i < n; i++)
		g_ptr_array_add(sorted, &copies[i]);
	g_ptr_array_sort(sorted, compare_tops);
	order(sorted, 0, &n_tables, ordered);
	for (guint i = 0; i < n; i++)
		g_array_index(lines, OqPdfLine, i) = *line_at(ordered, i);
}
