/* production.c - see the header. */
#include "radio/production.h"

#include "audio/files/sink_file.h"
#include "radio/mastering.h"

#include <string.h>

struct _OqProduction {
	const OqOrder *order;
	OqSink *sink;
	OqSpool *spool; /* (nullable), as the next two: what is said goes into the sink at once */
	OqSink *spool_sink;
	OqMastering *mastering;
	OqLoudness loudness;
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

/* Beside the output, where there is room for it. */
static OqSpool *
new_spool(const char *output, guint speech_hz, GError **error)
{
	g_autofree char *folder = strcmp(output, "-") != 0 ? g_path_get_dirname(output) : NULL;

	return oq_spool_new(folder, speech_hz, 1, error);
}

static gboolean
is_mastered(const OqProfile *profile, guint speech_hz, const OqSink *sink)
{
	return profile != NULL && (oq_profile_changes(profile) ||
					  (profile->rate_hz != 0 && sink->rate_hz != speech_hz));
}

static gboolean
prepare_mastering(OqProduction *production, guint speech_hz, GError **error)
{
	const OqOrder *order = production->order;

	if (!is_mastered(order->profile, speech_hz, production->sink))
		return TRUE;
	production->spool = new_spool(order->output, speech_hz, error);
	if (production->spool == NULL)
		return FALSE;
	production->spool_sink = oq_spool_sink(production->spool);
	production->mastering = oq_mastering_new(production->spool, order->profile,
		production->sink->rate_hz, production->sink->n_channels);
	return TRUE;
}

static OqSink *
open_output(const OqOrder *order, guint speech_hz, GError **error)
{
	const OqProfile plain = oq_profile_plain();
	const OqProfile *profile = order->profile != NULL ? order->profile : &plain;
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(speech_hz);

	if (profile->rate_hz != 0)
		format.rate_hz = profile->rate_hz;
	if (profile->n_channels != 0)
		format.n_channels = profile->n_channels;
	if (profile->n_bits != 0)
		format.n_bits = profile->n_bits;
	return oq_sink_file_new(order->output, &format, error);
}

OqProduction *
oq_production_new(
	OqPool *pool, guint speech_hz, const OqStyle *style, const OqOrder *order, GError **error)
{
	g_autoptr(OqProduction) production = g_new0(OqProduction, 1);

	production->order = order;
	production->loudness = OQ_LOUDNESS_UNKNOWN;
	production->sink = open_output(order, speech_hz, error);
	if (production->sink == NULL || !prepare_mastering(production, speech_hz, error))
		return NULL;
	OqSink *said = production->spool_sink != NULL ? production->spool_sink : production->sink;
	production->chain = oq_chain_new(speech_hz, said->rate_hz, said->n_channels);
	production->render = oq_render_new(pool, production->chain, said, style);
	production->transcript = oq_transcript_new(production->sink->rate_hz);
	if (production->mastering != NULL)
		oq_transcript_place(
			production->transcript, 0, oq_mastering_head(production->mastering));
	oq_render_on_speech(production->render, write_down, production);
	return g_steal_pointer(&production);
}

void
oq_production_free(OqProduction *production)
{
	if (production == NULL)
		return;
	oq_render_free(production->render);
	oq_chain_free(production->chain);
	oq_mastering_free(production->mastering);
	oq_sink_free(production->spool_sink);
	oq_spool_free(production->spool);
	oq_sink_free(production->sink);
	oq_transcript_free(production->transcript);
	g_free(production);
}

void
oq_production_on_progress(OqProduction *production, OqRenderProgress progress, gpointer data)
{
	oq_render_on_progress(production->render, progress, data);
}

gboolean
oq_production_add(OqProduction *production, OqCursor *cursor, GCancellable *stop, GError **error)
{
	OqDocument *document = oq_cursor_document(cursor);
	const char *title = document != NULL ? oq_document_title(document) : NULL;

	oq_transcript_begin_item(production->transcript, title, NULL);
	return oq_render_add(production->render, cursor, stop, error);
}

gboolean
oq_production_finish(OqProduction *production, GCancellable *stop, GError **error)
{
	if (!oq_render_finish(production->render, stop, error))
		return FALSE;
	if (production->mastering == NULL)
		return TRUE;
	return oq_mastering_plan(production->mastering, &production->loudness, stop, error) &&
	       oq_mastering_write(production->mastering, production->sink, stop, error) &&
	       oq_sink_finish(production->sink, stop, error);
}

OqLoudness
oq_production_loudness(const OqProduction *production)
{
	return production->loudness;
}

OqRenderCount
oq_production_count(const OqProduction *production)
{
	return oq_render_count(production->render);
}
