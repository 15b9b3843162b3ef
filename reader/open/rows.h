/* rows.h - a table, row by row: "column: value; column: value" as a block of its own where the
 * table has a head, else the values alone.
 *
 * A value without a head before it is said alone, an empty one not at all. */
#pragma once

#include "open/block_writer.h"

typedef struct _OqRows OqRows;

/** oq_rows_new: @has_head: the first row names the columns; it is not written itself. */
OqRows *oq_rows_new(OqBlockWriter *out, gboolean has_head);

/** oq_rows_free: an unended row is ended; a head without a row behind it is written. */
void oq_rows_free(OqRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqRows, oq_rows_free)

/** oq_rows_text: of the cell that is open. @n_bytes: -1: up to the NUL */
void oq_rows_text(OqRows *rows, const char *text, gssize n_bytes);
void oq_rows_end_cell(OqRows *rows);

/** oq_rows_end_row: @is_head: this row names the columns, whatever was said before. */
void oq_rows_end_row(OqRows *rows, gboolean is_head);
