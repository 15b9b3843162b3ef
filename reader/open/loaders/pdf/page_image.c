/* page_image.c - see the header. */
#include "open/loaders/pdf/page_image.h"

#include "document/sniff.h"
#include "open/loaders/pdf/pdf_flow.h"
#include "open/loaders/pdf/pdf_recognised.h"
#include "open/sandbox/tool.h"
#include "open/text_input.h"

#define POINTS_PER_PIXEL                                                                           \
	0.24 /* of 300 dots an inch; what is compared with each other may be any                   \
	      */

static OqFit
fit(const OqSample *sample)
{
	return oq_sniff_is_picture(sample->head, sample->n_head) ? OQ_FIT_SURE : OQ_FIT_NONE;
}

/* FALSE: there is no text in it. */
static gboolean
write_page(GBytes *text, const OqOpenJob *job, OqBlockWriter *out)
{
	g_autoptr(OqPdfPage) page = oq_pdf_page_new(1, 0);
	g_autoptr(OqNoteBook) notes = oq_note_book_new(job->notes);
	OqPdfFlow flow;
	oq_pdf_recognised_add(page, text, POINTS_PER_PIXEL);
	oq_pdf_flow_init(&flow, notes);
	oq_pdf_flow_write(&flow, page, out);
	oq_pdf_flow_clear(&flow);
	oq_block_writer_end(out);
	return page->lines->len > 0;
}

/* Returns: (nullable): the table of words; NULL: none can be made. */
static GBytes *
recognise(const OqOpenJob *job)
{
	g_autoptr(GBytes) picture = job->tool != NULL ? oq_text_input_read(job, NULL) : NULL;
	return picture == NULL ? NULL
			       : oq_tool_run(job->tool, g_bytes_get_data(picture, NULL),
					 g_bytes_get_size(picture), NULL);
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GBytes) text = recognise(job);
	if (text != NULL && write_page(text, job, out))
		return TRUE;
	g_set_error_literal(error, OQ_OPEN_ERROR,
		text != NULL        ? OQ_OPEN_ERROR_BLANK
		: job->tool != NULL ? OQ_OPEN_ERROR_BLURRED
				    : OQ_OPEN_ERROR_NO_TEXT,
		"");
	return FALSE;
}

const OqLoader oq_loader_page_image = {.name = "image", .fit = fit, .load = load};
