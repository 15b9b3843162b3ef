/* pdf_page.h - a printed page as lines of text with their places, and the lines as blocks. */
#pragma once

#include "open/block_writer.h"

/** In points of the page, from its upper left corner. */
typedef struct {
	char *text;
	double left, right, top, bottom;
	double size;         /* of its letters: the height of most of them */
	gboolean is_dropped; /* it is a running head, or the page's number */
} OqPdfLine;

typedef struct {
	guint number; /* from 1 */
	char *label;  /* nullable: the number that is printed on it */
	double height;
	GArray *lines; /* of OqPdfLine, in the order in which they are read */
} OqPdfPage;

OqPdfPage *oq_pdf_page_new(guint number, double height);
void oq_pdf_page_free(OqPdfPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPdfPage, oq_pdf_page_free)

/** oq_pdf_page_add: @line: (transfer full) of its text. */
void oq_pdf_page_add(OqPdfPage *page, OqPdfLine line);

/** oq_pdf_page_join_bullets: a bullet that stands by itself belongs before the line at its height.
 */
void oq_pdf_page_join_bullets(OqPdfPage *page);

/**
 * oq_pdf_page_drop_heads: leaves out of @page what stands in the same way at the head or foot of
 * one of its neighbours, but for figures, and numbers that stand alone there, of which the label is
 * made.
 * @neighbours: (element-type OqPdfPage): a few pages before and behind
 */
void oq_pdf_page_drop_heads(OqPdfPage *page, const GPtrArray *neighbours);

/** What is known of the text from page to page. */
typedef struct {
	double body_size;  /* of most letters so far */
	GHashTable *sizes; /* letters by size in tenths of a point */
	OqPdfLine last;    /* the line before; its text NULL: none */
	gboolean in_heading;
	double column_left; /* of the lines of the paragraph */
	double column_right;
} OqPdfFlow;

void oq_pdf_page_flow_init(OqPdfFlow *flow);
void oq_pdf_page_flow_clear(OqPdfFlow *flow);

/** oq_pdf_page_write: its lines as headings and paragraphs; one that ends within a sentence goes on
 * on the next page. */
void oq_pdf_page_write(const OqPdfPage *page, OqPdfFlow *flow, OqBlockWriter *out);
