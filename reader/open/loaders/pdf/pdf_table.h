/* pdf_table.h - lists and tables of a column of a page: parts of lines that stand beside each
 * other. */
#pragma once

#include "open/loaders/pdf/pdf_line.h"

/**
 * oq_pdf_table_order: row by row, from left to right; within a table cell by cell.
 * @lines: (element-type OqPdfLine): of one column, sorted by their tops; they become ordered, those
 *   of tables are marked, and marks of lists are joined with what they stand before
 * @n_tables: (inout): of the page
 */
void oq_pdf_table_order(GPtrArray *lines, guint *n_tables);
