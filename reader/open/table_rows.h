/* table_rows.h - a table, row by row: each row is one block, "Header: value; Header: value" where
 * the table has a row of headers, which is not read by itself then; else "value; value". It knows
 * cells that go over several rows or columns; a table without them is for rows.h. */
#pragma once

#include "open/block_writer.h"

typedef struct _OqTableRows OqTableRows;

OqTableRows *oq_table_rows_new(void);
void oq_table_rows_free(OqTableRows *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTableRows, oq_table_rows_free)

/** oq_table_rows_begin: a row; ends the one before, if nobody did. */
void oq_table_rows_begin(OqTableRows *table, OqBlockWriter *out);

/** oq_table_rows_cell: the next one of the row. @is_header: it names others; a row of such cells
 * alone, before all others, holds the headers of its columns. @n_columns, @n_rows: over so many it
 * goes; 1. */
void oq_table_rows_cell(OqTableRows *table, gboolean is_header, guint n_columns, guint n_rows);

/** oq_table_rows_text: a paragraph of the cell. @lang (nullable) */
void oq_table_rows_text(OqTableRows *table, const char *text, const char *lang);

/** oq_table_rows_end: the row is whole and is written. */
void oq_table_rows_end(OqTableRows *table, OqBlockWriter *out);

/** oq_table_rows_finish: the table is: if it has but headers, they are written. */
void oq_table_rows_finish(OqTableRows *table, OqBlockWriter *out);

/** oq_table_rows_give_up: it was no table but a page's layout: the cells of the row that is not
 * whole are paragraphs. */
void oq_table_rows_give_up(OqTableRows *table, OqBlockWriter *out);
