/* flow.c - see the header. */
#include "open/flow.h"

enum { SHARE_BYTES = 65536 };

void
oq_flow_put(OqFlow *flow, const char *text, const char *lang, gboolean is_raised)
{
	if (flow->rows != NULL && is_raised) {
		oq_table_text_raise(flow->rows, text);
	} else if (flow->rows != NULL) {
		oq_table_text_add(flow->rows, text, -1);
	} else {
		oq_block_writer_lang(flow->out, lang);
		if (is_raised)
			oq_block_writer_raise(flow->out, text);
		else
			oq_block_writer_text(flow->out, text, -1);
	}
}

gboolean
oq_flow_end_paragraph(OqFlow *flow)
{
	if (flow->rows == NULL)
		return FALSE;
	oq_table_text_end_paragraph(flow->rows);
	if (oq_table_text_is_layout(flow->rows))
		oq_table_text_give_up(g_steal_pointer(&flow->rows));
	return flow->rows != NULL;
}

void
oq_flow_end_block(OqFlow *flow)
{
	oq_block_writer_end(flow->out);
	oq_extras_put(flow->extras, flow->out);
	if (oq_xml_pull_offset(flow->xml) < flow->shared + SHARE_BYTES)
		return;
	flow->shared = oq_xml_pull_offset(flow->xml);
	oq_block_writer_share(flow->out, flow->shared, flow->n_bytes);
}

gboolean
oq_flow_enter_table(OqFlow *flow)
{
	if (flow->tables++ > 0)
		return FALSE;
	oq_block_writer_end(flow->out);
	flow->n_columns = 0;
	flow->rows = oq_table_text_new(flow->out, FALSE);
	return TRUE;
}

void
oq_flow_leave_table(OqFlow *flow)
{
	if (flow->tables == 0 || --flow->tables > 0)
		return;
	g_clear_pointer(&flow->rows, oq_table_text_free);
	oq_extras_put(flow->extras, flow->out);
}

void
oq_flow_end_cell(OqFlow *flow)
{
	for (guint i = 0; i < MAX(flow->n_columns, 1); i++)
		oq_table_text_end_cell(flow->rows);
	flow->n_columns = 0;
}

void
oq_flow_finish(OqFlow *flow)
{
	g_clear_pointer(&flow->rows, oq_table_text_free);
	oq_block_writer_end(flow->out);
	oq_extras_put(flow->extras, flow->out);
}
