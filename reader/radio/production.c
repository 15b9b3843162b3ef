/* production.c - see the header. */
#include "radio/production.h"

#include "audio/files/sink_file.h"
#include "radio/mastering.h"
#include "radio/sidecars/tap.h"

#include <string.h>

struct _OqProduction {
	const OqOrder *order;
	OqSink *sink;
	OqSpool *spool; /* (nullable), as the next two: what is said goes into the sink at once */
	OqSink *spool_sink;
	OqMastering *mastering;
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

static OqSink *
open_output(const OqOrder *order, const OqProfile *profile, guint speech_hz, GError **error)
{
	const OqSinkFormat format = {
		.rate_hz = profile->rate_hz != 0 ? profile->rate_hz : speech_hz,
		.n_channels = profile->n_channels != 0 ? profile->n_channels : 1,
		.n_bits = profile->n_bits != 0 ? profile->n_bits : 16,
		.bitrate_kbps = profile->bitrate_kbps,
		.tags = order->tags,
	};

	return oq_sink_file_new(order->output, &format, error);
}

/* Beside the output, where there is room for it. */
static OqSpool *
new_spool(const char *output, guint speech_hz, GError **error)
{
	g_autofree char *folder = strcmp(output, "-") != 0 ? g_path_get_dirname(output) : NULL;

	return oq_spool_new(folder, speech_hz, 1, error);
}

static gboolean
prepare_mastering(
	OqProduction *production, const OqProfile *profile, guint speech_hz, GError **error)
{
	const OqSink *sink = production->sink;
	gboolean is_resampled = profile->rate_hz != 0 && sink->rate_hz != speech_hz;

	if (!oq_profile_changes(profile) && !is_resampled)
		return TRUE;
	production->spool = new_spool(production->order->output, speech_hz, error);
	if (production->spool == NULL)
		return FALSE;
	production->spool_sink = oq_spool_sink(production->spool);
	production->mastering =
		oq_mastering_new(production->spool, profile, sink->rate_hz, sink->n_channels);
	oq_transcript_place(production->transcript, 0, oq_mastering_head(production->mastering));
	return TRUE;
}

OqProduction *
oq_production_new(
	OqPool *pool, guint speech_hz, const OqStyle *style, const OqOrder *order, GError **error)
{
	const OqProfile plain = oq_profile_plain();
	const OqProfile *profile = order->profile != NULL ? order->profile : &plain;
	OqSink *sink = open_output(order, profile, speech_hz, error);
	if (sink == NULL)
		return NULL;
	g_autoptr(OqProduction) production = g_new0(OqProduction, 1);
	production->order = order;
	production->transcript = oq_transcript_new(sink->rate_hz);
	if (order->sidecars != 0)
		sink = oq_tap_new(sink, order->sidecars, order->output, production->transcript);
	production->sink = sink;
	if (!prepare_mastering(production, profile, speech_hz, error))
		return NULL;
	OqSink *said = production->mastering != NULL ? production->spool_sink : sink;
	production->chain = oq_chain_new(speech_hz, said->rate_hz, said->n_channels);
	production->render = oq_render_new(pool, production->chain, said, style);
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

/* @loudness: (nullable): not known */
static void
tell_tags(OqProduction *production, const OqLoudness *loudness)
{
	const OqOrder *order = production->order;
	if (order->tags == NULL)
		return;
	g_autoptr(OqTags) tags = oq_tags_copy(order->tags);
	if (loudness != NULL)
		tags->loudness = *loudness;
	oq_tagging_complete(tags, production->transcript, order->marks);
	oq_sink_set_tags(production->sink, tags);
}

/* The file tells how loud it is, so that is known before its first frame. */
static gboolean
master(OqProduction *production, GCancellable *stop, GError **error)
{
	OqLoudness loudness;

	if (!oq_mastering_plan(production->mastering, &loudness, stop, error))
		return FALSE;
	tell_tags(production, &loudness);
	return oq_mastering_write(production->mastering, production->sink, stop, error) &&
	       oq_sink_finish(production->sink, stop, error);
}

gboolean
oq_production_finish(OqProduction *production, GCancellable *stop, GError **error)
{
	if (production->mastering == NULL)
		tell_tags(production, NULL);
	return oq_render_finish(production->render, stop, error) &&
	       (production->mastering == NULL || master(production, stop, error));
}

OqRenderCount
oq_production_count(const OqProduction *production)
{
	return oq_render_count(production->render);
}
