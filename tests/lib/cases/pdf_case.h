/* pdf_case.h - what the tests of printed pages share: lines that stand somewhere on a page. */
#pragma once

#include "open/loaders/pdf/pdf_page.h"

/** pdf_case_line: (transfer full): of letters that are so high. */
static inline OqPdfLine
pdf_case_line(double top, double left, double right, double size, const char *text)
{
	return (OqPdfLine){.text = g_strdup(text),
		.left = left,
		.right = right,
		.top = top,
		.bottom = top + size,
		.size = size};
}

/** pdf_case_add: to a page. */
static inline void
pdf_case_add(OqPdfPage *page, double top, double left, double right, double size, const char *text)
{
	oq_pdf_page_add(page, pdf_case_line(top, left, right, size, text));
}
