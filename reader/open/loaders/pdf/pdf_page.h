/* pdf_page.h - a printed page as lines of text with their places. */
#pragma once

#include "document/encodings/mojibake.h"
#include "open/loaders/pdf/pdf_line.h"

typedef struct {
	guint number; /* from 1 */
	char *label;  /* nullable: the number that is printed on it */
	double height;
	GArray *lines;       /* of OqPdfLine, in the order in which they are read */
	OqMojibake mojibake; /* of its letters … */
	gsize n_bytes;       /* … which are so many */
	GPtrArray *notes;    /* of char *: what they say */
} OqPdfPage;

OqPdfPage *oq_pdf_page_new(guint number, double height);
void oq_pdf_page_free(OqPdfPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPdfPage, oq_pdf_page_free)

/** oq_pdf_page_add: @line: (transfer full) of its text. */
void oq_pdf_page_add(OqPdfPage *page, OqPdfLine line);

/**
 * oq_pdf_page_drop_heads: leaves out of @page what stands in the same way at the head or foot of
 * one of its neighbours, but for figures, and numbers that stand alone there, of which the label is
 * made.
 * @neighbours: (element-type OqPdfPage): a few pages before and behind
 */
void oq_pdf_page_drop_heads(OqPdfPage *page, const GPtrArray *neighbours);
