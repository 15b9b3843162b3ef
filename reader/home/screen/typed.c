/* typed.c - see the header. */
#include "home/screen/typed.h"

#include "home/screen/cells.h"

#define CURSOR_COLUMNS 1

/* The cells before the cursor that a row of so many columns has room for. */
static guint
first_shown(const OqCells *cells, guint cursor, guint columns)
{
	guint first = cursor, used = CURSOR_COLUMNS;

	while (first > 0 && used + oq_cells_at(cells, first - 1)->columns <= columns) {
		first--;
		used += oq_cells_at(cells, first)->columns;
	}
	return first;
}

static guint
end_shown(const OqCells *cells, guint first, guint columns)
{
	guint end = first, used = 0;

	while (end < oq_cells_count(cells) && used + oq_cells_at(cells, end)->columns <= columns) {
		used += oq_cells_at(cells, end)->columns;
		end++;
	}
	return end;
}

/* By writing once more what stands before the cursor it gets there however wide that is. */
void
oq_typed_append(const char *line, gsize cursor, guint columns, GString *out)
{
	g_autoptr(OqCells) cells = oq_cells_new_typed(line);
	guint at = 0;

	while (at < oq_cells_count(cells) && oq_cells_at(cells, at)->end <= cursor)
		at++;
	guint first = first_shown(cells, at, columns);
	guint end = end_shown(cells, first, columns);
	oq_cells_append(cells, first, end, out);
	if (at < end) {
		g_string_append_c(out, '\r');
		oq_cells_append(cells, first, at, out);
	}
}
