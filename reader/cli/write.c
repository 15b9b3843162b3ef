/* write.c - see the header. */
#include "cli/write.h"

#include "audio/files/sink_file.h"
#include "cli/progress.h"
#include "reading/render.h"

#include <stdio.h>
#include <unistd.h>

typedef struct {
	const OqCall *call;
	OqRender *render;
	OqProgress progress;
	gboolean shows_progress;
	gboolean line_open; /* the cursor stands behind a progress line */
} Writing;

static void
show_progress(const OqRenderCount *count, gpointer data)
{
	Writing *writing = data;
	g_autofree char *line = oq_progress_step(&writing->progress, count, g_get_monotonic_time());

	if (line == NULL)
		return;
	fprintf(stderr, "\r%s   ", line); /* the line before may have been longer */
	writing->line_open = TRUE;
}

static void
show_summary(Writing *writing)
{
	OqRenderCount count = oq_render_count(writing->render);
	g_autofree char *line =
		oq_progress_line(&writing->progress, &count, g_get_monotonic_time());

	fprintf(stderr, "%s%s\n", writing->line_open ? "\r" : "", line);
	writing->line_open = FALSE;
}

static gboolean
add_cursor(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	Writing *writing = data;
	guint64 n_frames = oq_render_count(writing->render).n_frames;
	gboolean whole = oq_render_add(writing->render, cursor, writing->call->stop, error);

	*said = oq_render_count(writing->render).n_frames > n_frames;
	return whole;
}

static gboolean
write_inputs(Writing *writing, OqInputs *inputs, guint rate_hz, GError **error)
{
	const OqOptions *options = writing->call->options;

	oq_progress_init(&writing->progress, rate_hz, g_get_monotonic_time());
	if (writing->shows_progress)
		oq_render_on_progress(writing->render, show_progress, writing);
	gboolean whole = oq_inputs_each(inputs, add_cursor, writing, error) &&
			 oq_render_finish(writing->render, writing->call->stop, error);
	if (whole && (writing->shows_progress || options->verbose))
		show_summary(writing);
	if (writing->line_open)
		fputc('\n', stderr);
	return whole;
}

static OqSink *
make_sink(const char *output, guint rate_hz, GError **error)
{
	const OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(rate_hz);
	g_autoptr(GError) failure = NULL;
	OqSink *sink = oq_sink_file_new(output, &format, &failure);

	oq_options_propagate(error, failure, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
	return sink;
}

gboolean
oq_write_files(const OqCall *call, const OqReader *reader, OqInputs *inputs, const char *output,
	gboolean shows_progress, GError **error)
{
	guint rate_hz = 0;
	g_autoptr(OqPool) pool =
		oq_call_pool(call, reader, oq_settings_n_jobs(call->settings), &rate_hz, error);
	g_autoptr(OqSink) sink = pool != NULL ? make_sink(output, rate_hz, error) : NULL;
	if (sink == NULL)
		return FALSE;
	g_autoptr(OqChain) chain = oq_chain_new(rate_hz, sink->rate_hz, sink->n_channels);
	g_autoptr(OqRender) render = oq_render_new(pool, chain, sink, &call->settings->style);
	Writing writing = {.call = call, .render = render};
	writing.shows_progress = shows_progress && !call->options->quiet && isatty(STDERR_FILENO);
	return write_inputs(&writing, inputs, rate_hz, error);
}
