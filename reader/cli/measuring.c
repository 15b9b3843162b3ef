/* measuring.c - see the header. */
#include "cli/measuring.h"

#include "cli/rundown.h"
#include "cli/showing.h"

typedef struct {
	const OqInputs *inputs;
	OqRender *render;
	guint rate_hz;
	guint n_texts; /* that were begun */
	OqMeasure *measure;
	OqShown shown;
} Measuring;

static gboolean
measure_cursor(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	Measuring *measuring = data;
	OqDocument *document = oq_cursor_document(cursor);
	guint n_words = measuring->measure->n_words;

	const char *file =
		oq_document_n_files(document) == 1 ? oq_document_path(document, 0) : NULL;

	oq_showing_begin_text(&measuring->shown, file, cursor);
	oq_measure_begin_item(measuring->measure, file);
	gboolean whole = oq_rundown_measure(measuring->inputs, measuring->n_texts++, cursor,
		measuring->render, measuring->rate_hz, error);
	*said = measuring->measure->n_words > n_words;
	return whole;
}

OqMeasure *
oq_measuring_inputs(
	OqInputs *inputs, OqPool *pool, guint rate_hz, const OqStyle *style, GError **error)
{
	g_autoptr(OqRender) render = oq_render_new(pool, NULL, NULL, style);
	g_autoptr(OqMeasure) measure = oq_measure_new();
	OqShowing showing;
	Measuring measuring = {.inputs = inputs,
		.rate_hz = rate_hz,
		.render = render,
		.measure = measure,
		.shown = {.all = &showing}};

	oq_showing_init(&showing, inputs);
	oq_showing_begin(&measuring.shown, rate_hz);
	oq_render_on_speech(render, oq_measure_add, measure);
	oq_render_on_progress(render, oq_showing_step, &measuring.shown);
	gboolean whole = oq_inputs_chosen(inputs, measure_cursor, &measuring, error);
	oq_pool_forget(pool); /* what is said next begins a passage, as what was measured did */
	oq_showing_end(&showing);
	return whole ? g_steal_pointer(&measure) : NULL;
}
