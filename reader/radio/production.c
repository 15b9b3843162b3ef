/* production.c - see the header. */
#include "radio/production.h"

#include "audio/files/sink_file.h"
#include "radio/sidecars/tap.h"

struct _OqProduction {
	const OqOrder *order;
	OqSink *sink;
	OqChain *chain;
	OqRender *render;
	OqTranscript *transcript;
};

static void
write_down(const OqRendered *rendered, gpointer data)
{
	OqProduction *production = data;

	oq_transcript_add(production->transcript, rendered);
}

OqProduction *
oq_production_new(
	OqPool *pool, guint speech_hz, const OqStyle *style, const OqOrder *order, GError **error)
{
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(speech_hz);
	format.tags = order->tags;
	OqSink *sink = oq_sink_file_new(order->output, &format, error);
	if (sink == NULL)
		return NULL;
	OqProduction *production = g_new0(OqProduction, 1);
	production->order = order;
	production->transcript = oq_transcript_new(sink->rate_hz);
	if (order->sidecars != 0)
		sink = oq_tap_new(sink, order->sidecars, oq_sink_file_path(order->output),
			production->transcript);
	production->sink = sink;
	production->chain = oq_chain_new(speech_hz, sink->rate_hz, sink->n_channels);
	production->render = oq_render_new(pool, production->chain, sink, style);
	oq_render_on_speech(production->render, write_down, production);
	return production;
}

void
oq_production_free(OqProduction *production)
{
	if (production == NULL)
		return;
	oq_render_free(production->render);
	oq_chain_free(production->chain);
	oq_sink_free(production->sink);
	oq_transcript_free(production->transcript);
	g_free(production);
}

void
oq_production_on_progress(OqProduction *production, OqRenderProgress progress, gpointer data)
{
	oq_render_on_progress(production->render, progress, data);
}

void
oq_production_set_spread(OqProduction *production, gint64 n_frames, guint n_pauses)
{
	oq_render_set_spread(production->render, n_frames, n_pauses);
}

gboolean
oq_production_add(OqProduction *production, OqCursor *cursor, GCancellable *stop, GError **error)
{
	OqDocument *document = oq_cursor_document(cursor);
	const char *title = document != NULL ? oq_document_title(document) : NULL;

	oq_transcript_begin_item(production->transcript, title, NULL);
	return oq_render_add(production->render, cursor, stop, error);
}

static void
tell_tags(OqProduction *production)
{
	const OqOrder *order = production->order;
	if (order->tags == NULL)
		return;
	g_autoptr(OqTags) tags = oq_tags_copy(order->tags);
	oq_tagging_complete(tags, production->transcript, order->marks);
	oq_sink_set_tags(production->sink, tags);
}

gboolean
oq_production_finish(OqProduction *production, GCancellable *stop, GError **error)
{
	tell_tags(production);
	return oq_render_finish(production->render, stop, error);
}

OqRenderCount
oq_production_count(const OqProduction *production)
{
	return oq_render_count(production->render);
}
