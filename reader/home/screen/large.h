/* large.h - cells in big letters: what of them stands on each row of the terminal. Pure. */
#pragma once

#include "home/screen/cells.h"
#include "home/screen/glyphs.h"

typedef struct {
	const OqGlyphs *glyphs;
	guint scale;         /* a pixel is so many columns wide, and half as many rows high */
	gboolean has_blocks; /* half blocks can be shown; else it is all #, two pixels a row */
} OqLarge;

/** oq_large_fit: as big as a terminal of that size lets them be; FALSE: they do not fit. */
gboolean oq_large_fit(OqLarge *large, guint columns, guint rows);

/** oq_large_height: the rows of a line. */
guint oq_large_height(const OqLarge *large);

/** oq_large_measure: gives each cell the columns that it has in big letters, @columns at most. */
void oq_large_measure(const OqLarge *large, OqCells *cells, guint columns);

/** oq_large_append: row @row, from the top, of the cells @first to @end, without that one. */
void oq_large_append(const OqLarge *large, const OqCells *cells, guint first, guint end, guint row,
	GString *out);
