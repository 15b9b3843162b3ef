/* pdf_order.h - in which order the lines of a page are read: column by column, and within one from
 * above to below. */
#pragma once

#include "open/loaders/pdf/pdf_line.h"

/** oq_pdf_order_lines: @lines: (element-type OqPdfLine): of a page, in any order; marks of lists
 * are joined with their lines, and lines of tables are marked. */
void oq_pdf_order_lines(GArray *lines);
