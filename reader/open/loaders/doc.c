/* doc.c - see the header. */
#include "open/loaders/doc.h"

#include "open/ole.h"
#include "open/plain_lines.h"
#include "open/sandbox/tool.h"

static OqFit
fit(const OqSample *sample)
{
	const OqOpenJob *job = sample->job;
	gboolean is_word = job->tool != NULL && oq_tool_kind(job->tool) == OQ_TOOL_WORD;
	return is_word && oq_ole_kind(job) == OQ_OLE_OTHER ? OQ_FIT_SURE : OQ_FIT_NONE;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GBytes) text = oq_tool_run(job->tool, NULL, 0, NULL);
	if (text != NULL && g_bytes_get_size(text) > 0) {
		oq_plain_lines_write(text, job->notes, out);
		return TRUE;
	}
	g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_UNKNOWN, OQ_OLE_CURE);
	return FALSE;
}

const OqLoader oq_loader_doc = {.name = "doc", .fit = fit, .load = load};
