/* large.c - see the header. */
#include "home/screen/large.h"

#define UNIT_COLUMNS 80 /* for each of these letters grow by as much again */
#define MIN_COLUMNS  20
#define DISTANCE     2 /* between letters, in pixels */
#define BLANK        5 /* between words, besides */
#define MIN_LINES    2 /* a word that is cut should be seen whole */

static guint
height_of(guint scale)
{
	return (scale * OQ_GLYPH_ROWS + 1) / 2;
}

gboolean
oq_large_fit(OqLarge *large, guint columns, guint rows)
{
	guint scale = MAX(columns / UNIT_COLUMNS, 1);

	while (scale > 1 && height_of(scale) * MIN_LINES >= rows)
		scale--;
	large->scale = scale;
	return columns >= MIN_COLUMNS && height_of(scale) < rows;
}

guint
oq_large_height(const OqLarge *large)
{
	return height_of(large->scale);
}

static const OqGlyph *
find_glyph(const OqLarge *large, const OqCells *cells, const OqCell *cell)
{
	return oq_glyphs_find(large->glyphs, oq_cells_shown(cells) + cell->at, cell->length);
}

static gboolean
is_blank(const OqCells *cells, const OqCell *cell)
{
	return oq_cells_shown(cells)[cell->at] == ' ';
}

void
oq_large_measure(const OqLarge *large, OqCells *cells, guint columns)
{
	for (guint i = 0; i < oq_cells_count(cells); i++) {
		const OqCell *cell = oq_cells_at(cells, i);
		guint pixels = is_blank(cells, cell)
				       ? BLANK
				       : find_glyph(large, cells, cell)->columns + DISTANCE;
		oq_cells_set_columns(cells, i, (guint16)MIN(pixels * large->scale, columns));
	}
}

/* A pixel above another one in one character. */
static const char *
draw_pair(gboolean upper, gboolean lower, gboolean has_blocks)
{
	if (!upper && !lower)
		return " ";
	if (!has_blocks)
		return "#";
	if (upper && lower)
		return "█";
	return upper ? "▀" : "▄";
}

static void
append_cell(const OqLarge *large, const OqGlyph *glyph, guint columns, guint row, GString *out)
{
	guint upper = 2 * row / large->scale, lower = (2 * row + 1) / large->scale;

	for (guint i = 0; i < columns; i++) {
		guint column = i / large->scale;
		g_string_append(
			out, draw_pair(oq_glyphs_has_pixel(glyph, column, upper),
				     oq_glyphs_has_pixel(glyph, column, lower), large->has_blocks));
	}
}

void
oq_large_append(
	const OqLarge *large, const OqCells *cells, guint first, guint end, guint row, GString *out)
{
	static const OqGlyph blank = {0};

	for (guint i = first; i < end; i++) {
		const OqCell *cell = oq_cells_at(cells, i);
		const OqGlyph *glyph =
			is_blank(cells, cell) ? &blank : find_glyph(large, cells, cell);
		append_cell(large, glyph, cell->columns, row, out);
	}
}
