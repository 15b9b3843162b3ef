/* page.c - see the header. */
#include "home/screen/page.h"

#include "home/screen/wrap.h"

/* High contrast on any theme of colours: white on black. */
#define LARGE_PLAIN "\033[1;37;40m"
#define LARGE_HEARD "\033[1;7;37;40m"
#define HEARD       "\033[7m"
#define NORMAL      "\033[0m"

#define PART_WORDS 3 /* in big letters more are shown only when they stand on the same line */

/* Letters grow with the terminal, and with both the work; wider ones stand on no desk. */
#define MAX_LARGE_COLUMNS 500

struct _OqPage {
	OqCells *cells;
	GArray *lines; /* of OqLine */
	OqLarge large;
	gboolean is_large;
	gboolean rewrites; /* and did not lose its place */
	gboolean has_colors;
	guint columns;                /* of a line */
	guint rows;                   /* of the terminal */
	guint height;                 /* rows of a line */
	guint first, end;             /* lines that were printed */
	guint n_below;                /* rows between them and the cursor's */
	guint heard_first, heard_end; /* cells */
};

/** Where the cursor is while a page is changed. */
typedef struct {
	GString *out;
	guint distance; /* rows above where it has to return to */
	gboolean has_moved;
} Pen;

static const OqLine *
line_at(const OqPage *page, guint index)
{
	return &g_array_index(page->lines, OqLine, index);
}

/* One column stays free: terminals disagree on what follows a full line. */
static void
lay_out(OqPage *page, guint columns)
{
	page->columns = MAX(columns, OQ_PAGE_MIN_COLUMNS) - 1;
	page->height = 1;
	if (page->is_large) {
		page->height = oq_large_height(&page->large);
		oq_large_measure(&page->large, page->cells, page->columns);
	}
	page->lines = oq_wrap_lines(page->cells, page->columns);
}

OqPage *
oq_page_new(
	const char *text, const OqLooks *looks, const OqGlyphs *glyphs, guint columns, guint rows)
{
	OqPage *page = g_new0(OqPage, 1);

	page->cells = oq_cells_new(text);
	page->rows = rows;
	page->has_colors = looks->rewrites;
	page->rewrites = looks->rewrites && columns >= OQ_PAGE_MIN_COLUMNS;
	page->large = (OqLarge){.glyphs = glyphs, .has_blocks = looks->is_utf8};
	guint n_large = MIN(columns, MAX_LARGE_COLUMNS);
	page->is_large = glyphs != NULL && oq_large_fit(&page->large, n_large, rows);
	lay_out(page, page->is_large ? n_large : columns);
	return page;
}

void
oq_page_free(OqPage *page)
{
	if (page == NULL)
		return;
	oq_cells_free(page->cells);
	g_array_unref(page->lines);
	g_free(page);
}

const OqCells *
oq_page_cells(const OqPage *page)
{
	return page->cells;
}

gboolean
oq_page_is_large(const OqPage *page)
{
	return page->is_large;
}

gboolean
oq_page_shows(const OqPage *page, guint cell)
{
	return page->first < page->end && cell >= line_at(page, page->first)->first &&
	       cell < line_at(page, page->end - 1)->end;
}

/* What cells show on row @row of their line. */
static void
append_piece(const OqPage *page, guint first, guint end, guint row, gboolean is_heard, GString *out)
{
	const char *large = is_heard ? LARGE_HEARD : LARGE_PLAIN;
	const char *before = page->is_large ? large : is_heard ? HEARD : "";

	if (page->has_colors)
		g_string_append(out, before);
	if (page->is_large)
		oq_large_append(&page->large, page->cells, first, end, row, out);
	else
		oq_cells_append(page->cells, first, end, out);
	if (page->has_colors && before[0] != '\0')
		g_string_append(out, NORMAL);
}

/* Black as far as the line goes. */
static void
fill_line(const OqPage *page, const OqLine *line, GString *out)
{
	if (!page->is_large || !page->has_colors)
		return;
	g_string_append_printf(out, LARGE_PLAIN "%*s" NORMAL,
		(int)(page->columns - MIN(line->columns, page->columns)), "");
}

static void
print_line(const OqPage *page, const OqLine *line, GString *out)
{
	for (guint row = 0; row < page->height; row++) {
		append_piece(page, line->first, line->end, row, FALSE, out);
		fill_line(page, line, out);
		while (out->len > 0 && out->str[out->len - 1] == ' ')
			g_string_truncate(out, out->len - 1);
		g_string_append_c(out, '\n');
	}
}

static guint
count_words(const OqPage *page)
{
	guint n_words = 1;

	for (guint i = line_at(page, page->first)->first; i < line_at(page, page->end - 1)->end;
		i++)
		n_words += oq_cells_at(page->cells, i)->is_gap;
	return n_words;
}

/* Few words at a time scroll gently. */
static void
choose_part(OqPage *page, guint cell)
{
	guint n_lines = MAX((page->rows - 1) / page->height, 1);

	page->first = oq_wrap_find(page->lines, cell);
	page->end = page->first + 1;
	while (page->end < page->lines->len && page->end - page->first < n_lines &&
		count_words(page) < PART_WORDS)
		page->end++;
}

void
oq_page_print(OqPage *page, guint cell, GString *out)
{
	page->first = page->n_below = page->heard_first = page->heard_end = 0;
	page->end = page->lines->len;
	if (page->is_large && page->lines->len > 0)
		choose_part(page, cell);
	for (guint i = page->first; i < page->end; i++)
		print_line(page, line_at(page, i), out);
}

static void
move_pen(Pen *pen, guint distance)
{
	g_string_append_c(pen->out, '\r');
	if (distance > pen->distance)
		g_string_append_printf(pen->out, "\033[%uA", distance - pen->distance);
	else if (distance < pen->distance)
		g_string_append_printf(pen->out, "\033[%uB", pen->distance - distance);
	pen->distance = distance;
	pen->has_moved = TRUE;
}

/* From the beginning of its row to a cell. Where terminals may disagree on the columns of what
 * stands before it, that is written again. */
static void
advance_pen(const OqPage *page, Pen *pen, guint line_first, guint cell, guint row)
{
	guint columns = 0;
	gboolean is_sure = TRUE;

	for (guint i = line_first; i < cell; i++) {
		columns += oq_cells_at(page->cells, i)->columns;
		is_sure = is_sure && oq_cells_at(page->cells, i)->is_sure;
	}
	if (!is_sure)
		append_piece(page, line_first, cell, row, FALSE, pen->out);
	else if (columns > 0)
		g_string_append_printf(pen->out, "\033[%uC", columns);
}

static void
draw_on_line(const OqPage *page, Pen *pen, guint index, guint first, guint end, gboolean is_heard)
{
	const OqLine *line = line_at(page, index);
	guint piece_first = MAX(first, line->first), piece_end = MIN(end, line->end);

	if (piece_first >= piece_end)
		return;
	for (guint row = 0; row < page->height; row++) {
		guint distance = (page->end - index) * page->height - row + page->n_below;
		if (distance >= page->rows)
			continue;
		move_pen(pen, distance);
		advance_pen(page, pen, line->first, piece_first, row);
		append_piece(page, piece_first, piece_end, row, is_heard, pen->out);
	}
}

static void
draw(const OqPage *page, Pen *pen, guint first, guint end, gboolean is_heard)
{
	for (guint i = page->first; first < end && i < page->end; i++)
		draw_on_line(page, pen, i, first, end, is_heard);
}

void
oq_page_mark(OqPage *page, guint first, guint end, GString *out)
{
	Pen pen = {.out = out};

	if (!page->rewrites || (first == page->heard_first && end == page->heard_end))
		return;
	draw(page, &pen, page->heard_first, page->heard_end, FALSE);
	draw(page, &pen, first, end, TRUE);
	if (pen.has_moved)
		move_pen(&pen, 0);
	page->heard_first = first;
	page->heard_end = end;
}

void
oq_page_push_up(OqPage *page, guint n_rows)
{
	page->n_below += n_rows;
}

void
oq_page_rest(OqPage *page)
{
	page->rewrites = FALSE;
}
