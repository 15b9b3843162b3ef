/* wrap.c - see the header. */
#include "home/screen/wrap.h"

/* Where the word that begins there ends. */
static guint
end_of_word(const OqCells *cells, guint at, guint *columns)
{
	*columns = 0;
	for (; at < oq_cells_count(cells) && !oq_cells_at(cells, at)->is_gap; at++)
		*columns += oq_cells_at(cells, at)->columns;
	return at;
}

static void
begin_line(GArray *lines, OqLine *line, guint at)
{
	if (line->end > line->first)
		g_array_append_val(lines, *line);
	*line = (OqLine){at, at, 0};
}

/* A word that is wider than a line is cut, between its cells. */
static void
add_piecewise(GArray *lines, OqLine *line, const OqCells *cells, guint end, guint columns)
{
	while (line->end < end) {
		guint more = oq_cells_at(cells, line->end)->columns;
		if (line->columns > 0 && line->columns + more > columns)
			begin_line(lines, line, line->end);
		line->columns += more;
		line->end++;
	}
}

GArray *
oq_wrap_lines(const OqCells *cells, guint columns)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(OqLine));
	OqLine line = {0};

	for (guint at = 0; at < oq_cells_count(cells);) {
		guint more, end = end_of_word(cells, at, &more);
		guint gap = at > line.end ? oq_cells_at(cells, line.end)->columns : 0;
		if (line.columns == 0 || line.columns + gap + more > columns) {
			begin_line(lines, &line, at);
			add_piecewise(lines, &line, cells, end, columns);
		} else {
			line.columns += gap + more;
			line.end = end;
		}
		at = end + (end < oq_cells_count(cells)); /* gaps stand alone */
	}
	begin_line(lines, &line, 0);
	return lines;
}

guint
oq_wrap_find(const GArray *lines, guint cell)
{
	guint index = 0;

	while (index + 1 < lines->len && g_array_index(lines, OqLine, index + 1).first <= cell)
		index++;
	return index;
}
