/* measuring.c - see the header. */
#include "cli/measuring.h"

#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

typedef struct {
	const OqCall *call;
	OqRender *render;
	OqMeasure *measure;
	OqProgress progress;
	gboolean line_open; /* the terminal's cursor stands behind a line of it */
} Measuring;

static void
show_progress(const OqRenderCount *count, gpointer data)
{
	Measuring *measuring = data;
	g_autofree char *line =
		oq_progress_step(&measuring->progress, count, g_get_monotonic_time());

	if (line != NULL)
		measuring->line_open = fprintf(stderr, "\r%s   ", line) > 0;
}

static gboolean
measure_cursor(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	Measuring *measuring = data;
	OqDocument *document = oq_cursor_document(cursor);
	guint n_words = measuring->measure->n_words;

	oq_measure_begin_item(measuring->measure,
		oq_document_n_files(document) == 1 ? oq_document_path(document, 0) : NULL);
	gboolean whole = oq_render_add(measuring->render, cursor, measuring->call->stop, error);
	*said = measuring->measure->n_words > n_words;
	return whole;
}

OqMeasure *
oq_measuring_inputs(
	OqInputs *inputs, OqPool *pool, guint rate_hz, const OqStyle *style, GError **error)
{
	g_autoptr(OqRender) render = oq_render_new(pool, NULL, NULL, style);
	g_autoptr(OqMeasure) measure = oq_measure_new();
	Measuring measuring = {.call = inputs->call, .render = render, .measure = measure};

	oq_progress_init(&measuring.progress, rate_hz, g_get_monotonic_time());
	oq_render_on_speech(render, oq_measure_add, measure);
	if (!inputs->call->options->quiet && isatty(STDERR_FILENO))
		oq_render_on_progress(render, show_progress, &measuring);
	gboolean whole = oq_inputs_chosen(inputs, measure_cursor, &measuring, error);
	oq_pool_forget(pool); /* what is said next begins a passage, as what was measured did */
	if (measuring.line_open)
		fputc('\n', stderr);
	return whole ? g_steal_pointer(&measure) : NULL;
}
