/* rtf_paragraph.h - the paragraph of an RTF text that is being read: what it is, and where its text
 * goes. */
#pragma once

#include "open/block_writer.h"
#include "open/notes.h"
#include "open/table_text.h"

typedef struct {
	OqBlockWriter *out;
	OqNoteBook *notes;
	guint level; /* of the heading that it is, 0: none */
	guint item;  /* of the list whose item it is, 0: none */
	char *label; /* owned (nullable): what stands before its text, such as "2.1." */
	gboolean in_table;
	OqTableText *rows; /* owned (nullable) */
	gboolean is_head;  /* of it: this row is */
} OqRtfParagraph;

/** oq_rtf_paragraph_reset: it is one of text again. */
void oq_rtf_paragraph_reset(OqRtfParagraph *paragraph);

/** oq_rtf_paragraph_set_label: signs alone, such as the dot of a list, are none. */
void oq_rtf_paragraph_set_label(OqRtfParagraph *paragraph, const char *label);

/** oq_rtf_paragraph_put: @is_raised: it may be a power (powers.h) */
void oq_rtf_paragraph_put(
	OqRtfParagraph *paragraph, const char *text, gsize n_bytes, gboolean is_raised);

void oq_rtf_paragraph_break_line(OqRtfParagraph *paragraph);
void oq_rtf_paragraph_end_cell(OqRtfParagraph *paragraph);
void oq_rtf_paragraph_end_row(OqRtfParagraph *paragraph);
void oq_rtf_paragraph_end(OqRtfParagraph *paragraph);

/** oq_rtf_paragraph_finish: of a text that may be cut off anywhere. */
void oq_rtf_paragraph_finish(OqRtfParagraph *paragraph);
