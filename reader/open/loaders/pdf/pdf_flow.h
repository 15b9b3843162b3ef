/* pdf_flow.h - the lines of pages as blocks: a paragraph goes on from page to page. */
#pragma once

#include "open/block_writer.h"
#include "open/loaders/pdf/pdf_page.h"
#include "open/notes.h"

#define OQ_PDF_FLOW_LEVELS 8

/** All lines of a part of the page that are above or below each other. */
typedef struct {
	double left, right;
} OqPdfColumn;

/** What is known of the text from page to page. */
typedef struct {
	double body_size;                      /* of most letters so far */
	GHashTable *sizes;                     /* letters by size in tenths of a point */
	OqPdfLine last;                        /* the line before; its text NULL: none */
	OqPdfColumn column;                    /* that it is in */
	double item_lefts[OQ_PDF_FLOW_LEVELS]; /* of the items that the last one is within */
	guint n_levels;
	OqNoteBook *notes;
	gboolean in_item; /* whose mark stands by itself */
} OqPdfFlow;

/** oq_pdf_flow_init: @notes: those wanted behind blocks are written there; it stays the caller's.
 */
void oq_pdf_flow_init(OqPdfFlow *flow, OqNoteBook *notes);
void oq_pdf_flow_clear(OqPdfFlow *flow);

/** oq_pdf_flow_write: the lines of @page as headings, paragraphs, items and rows of tables; one
 * that ends within a sentence goes on on the next page. */
void oq_pdf_flow_write(OqPdfFlow *flow, const OqPdfPage *page, OqBlockWriter *out);
