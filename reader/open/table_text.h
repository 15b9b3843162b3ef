/* table_text.h - a table, row by row: "column: value; column: value" as a block of its own where
 * the table has a head, else the values alone.
 *
 * A value without a head before it is said alone, an empty one not at all. */
#pragma once

#include "open/block_writer.h"

typedef struct _OqTableText OqTableText;

/** oq_table_text_new: @has_head: the first row names the columns; it is not written itself. */
OqTableText *oq_table_text_new(OqBlockWriter *out, gboolean has_head);

/** oq_table_text_free: an unended row is ended; a head without a row behind it is written. */
void oq_table_text_free(OqTableText *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTableText, oq_table_text_free)

/** oq_table_text_add: of the cell that is open. @n_bytes: -1: up to the NUL */
void oq_table_text_add(OqTableText *rows, const char *text, gssize n_bytes);

/** oq_table_text_raise: likewise; the text is raised, and may be a power (powers.h). */
void oq_table_text_raise(OqTableText *rows, const char *text);
void oq_table_text_end_cell(OqTableText *rows);

/** oq_table_text_end_paragraph: of the cell, which goes on. */
void oq_table_text_end_paragraph(OqTableText *rows);

/** oq_table_text_end_row: @is_head: this row names the columns, whatever was said before, unless it
 * is too long for that. */
void oq_table_text_end_row(OqTableText *rows, gboolean is_head);

/** oq_table_text_is_layout: no table holds as much text in a cell as this one: it puts text in its
 * place on a page. */
gboolean oq_table_text_is_layout(const OqTableText *rows);

/** oq_table_text_give_up: instead of oq_table_text_free(): what was not written are paragraphs. */
void oq_table_text_give_up(OqTableText *rows);
