/* page.h - a printed page as lines of text with their places, and the lines as blocks. */
#pragma once

#include "open/block_writer.h"

/** In points of the page, from its upper left corner. */
typedef struct {
	char *text;
	double left, right, top, bottom;
	double size;         /* of its letters: the height of most of them */
	gboolean is_dropped; /* it is a running head, or the page's number */
} OqPageLine;

typedef struct {
	guint number; /* from 1 */
	char *label;  /* nullable: the number that is printed on it */
	double height;
	GArray *lines; /* of OqPageLine, in the order in which they are read */
} OqPage;

OqPage *oq_page_new(guint number, double height);
void oq_page_free(OqPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPage, oq_page_free)

/** oq_page_add: @line: (transfer full) of its text. */
void oq_page_add(OqPage *page, OqPageLine line);

/**
 * oq_page_drop_heads: leaves out of @page what stands in the same way at the head or foot of one of
 * its neighbours, but for figures, and numbers that stand alone there, of which the label is made.
 * @neighbours: (element-type OqPage): a few pages before and behind
 */
void oq_page_drop_heads(OqPage *page, const GPtrArray *neighbours);

/** What is known of the text from page to page. */
typedef struct {
	double body_size;  /* of most letters so far */
	GHashTable *sizes; /* letters by size in tenths of a point */
	OqPageLine last;   /* the line before; its text NULL: none */
	gboolean in_heading;
	double column_left; /* of the lines of the paragraph */
	double column_right;
} OqPageFlow;

void oq_page_flow_init(OqPageFlow *flow);
void oq_page_flow_clear(OqPageFlow *flow);

/** oq_page_write: its lines as headings and paragraphs; one that ends within a sentence goes on on
 * the next page. */
void oq_page_write(const OqPage *page, OqPageFlow *flow, OqBlockWriter *out);
