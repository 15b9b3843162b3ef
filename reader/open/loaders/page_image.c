/* page_image.c - see the header. */
#include "open/loaders/page_image.h"

#include "open/plain_lines.h"
#include "open/text_input.h"
#include "open/tool.h"

#include <string.h>

/** What a file begins with. */
static const struct {
	const char *bytes;
	gsize n_bytes;
} beginnings[] = {
	{"\211PNG", 4}, {"\377\330\377", 3}, /* JPEG */
	{"II*\0", 4},                        /* TIFF */
	{"MM\0*", 4}, {"AT&TFORM", 8},       /* DjVu, which tesseract does not know */
};

static OqFit
fit(const OqSample *sample)
{
	for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++)
		if (sample->n_head >= beginnings[i].n_bytes &&
			memcmp(sample->head, beginnings[i].bytes, beginnings[i].n_bytes) == 0)
			return OQ_FIT_SURE;
	return OQ_FIT_NONE;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GBytes) text = NULL;
	if (job->tool != NULL) {
		g_autoptr(GBytes) bytes = oq_text_input_read(job, error);
		if (bytes == NULL)
			return FALSE;
		text = oq_tool_run(
			job->tool, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), NULL);
	}
	if (text != NULL && g_bytes_get_size(text) > 1) {
		oq_plain_lines_write_recognised(text, out);
		return TRUE;
	}
	g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_NO_TEXT, "");
	return FALSE;
}

const OqLoader oq_loader_page_image = {.name = "image", .fit = fit, .load = load};
