/* flow.h - the text of an XML document as it comes: its blocks and tables, what belongs behind
 * them, and how much of the file was read. */
#pragma once

#include "open/extras.h"
#include "open/markup/xml_pull.h"
#include "open/table_text.h"

typedef struct {
	OqXmlPull *xml;
	OqBlockWriter *out;
	OqExtras *extras;
	guint64 n_bytes;   /* of what is read */
	guint64 shared;    /* of it, what was told */
	guint tables;      /* around */
	OqTableText *rows; /* nullable: of the outermost one */
	guint n_columns;   /* over so many the cell goes; 0: one */
} OqFlow;

/** oq_flow_put: of the cell that is open, or else of the block. @lang: (nullable): as in
 * block_writer.h; @is_raised: it may be a power (powers.h) */
void oq_flow_put(OqFlow *flow, const char *text, const char *lang, gboolean is_raised);

/** oq_flow_end_paragraph: of a cell. Returns: FALSE: it is in none, or that was a layout, which is
 * given up: the block is to be ended. */
gboolean oq_flow_end_paragraph(OqFlow *flow);

/** oq_flow_end_block: and puts what belongs behind it. */
void oq_flow_end_block(OqFlow *flow);

/** oq_flow_enter_table: Returns: FALSE: it is within another one, as whose text it is read. */
gboolean oq_flow_enter_table(OqFlow *flow);
void oq_flow_leave_table(OqFlow *flow);
void oq_flow_end_cell(OqFlow *flow);

/** oq_flow_finish: of a text that may be cut off anywhere. */
void oq_flow_finish(OqFlow *flow);
