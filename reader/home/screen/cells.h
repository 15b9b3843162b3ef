/* cells.h - a text as the cells of a terminal's lines.
 *
 * A book can do no harm there: blanks and line breaks in a row become one blank, control characters
 * U+FFFD, and what is invisible by itself (signs that turn the direction, soft hyphens, joiners,
 * variation selectors) is left out. Each cell knows its bytes of the text. Pure. */
#pragma once

#include <glib.h>

typedef struct {
	guint32 at, length; /* bytes of oq_cells_shown() */
	gsize start, end;   /* bytes of the text, those behind it that are not shown included */
	guint16 columns;    /* that it takes up at most */
	gboolean is_sure;   /* each terminal gives it just so many */
	gboolean is_gap;    /* a blank, where a line may end */
} OqCell;

typedef struct _OqCells OqCells;

/** oq_cells_new: @text: UTF-8; bytes that are not are shown as U+FFFD. No blank stands at its
 * beginning or end. */
OqCells *oq_cells_new(const char *text);

/** oq_cells_new_typed: the same with every blank, for a line that is being typed. */
OqCells *oq_cells_new_typed(const char *text);
void oq_cells_free(OqCells *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqCells, oq_cells_free)

guint oq_cells_count(const OqCells *cells);
const OqCell *oq_cells_at(const OqCells *cells, guint index);

/** oq_cells_shown: all that is shown, on one line. */
const char *oq_cells_shown(const OqCells *cells);

/** oq_cells_append: what cells @first to @end, without that one, show. */
void oq_cells_append(const OqCells *cells, guint first, guint end, GString *out);

/** oq_cells_set_columns: what is not shown in ordinary letters is wider. */
void oq_cells_set_columns(OqCells *cells, guint index, guint16 columns);

/** oq_cells_find: the cells that show bytes @start to @end of the text, without gaps at either end;
 * FALSE: none does. */
gboolean oq_cells_find(
	const OqCells *cells, gsize start, gsize end, guint *first_cell, guint *end_cell);
