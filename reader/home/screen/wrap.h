/* wrap.h - cells as lines: no word is cut that fits on a line. Pure. */
#pragma once

#include "home/screen/cells.h"

typedef struct {
	guint first, end; /* cells; the gap behind a line is in none */
	guint columns;    /* at most */
} OqLine;

/** oq_wrap_lines: @columns: that a line may have, 2 at least; (transfer full) (element-type
 * OqLine): none is empty. */
GArray *oq_wrap_lines(const OqCells *cells, guint columns);

/** oq_wrap_find: the index of the line that has the cell, or of the one before when it is the gap
 * behind it. */
guint oq_wrap_find(const GArray *lines, guint cell);
