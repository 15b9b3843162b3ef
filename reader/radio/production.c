/* production.c - see the header. */
#include "radio/production.h"

#include "audio/files/sink_file.h"
#include "base/beside.h"
#include "radio/mastering.h"
#include "radio/naming.h"
#include "radio/sidecars/tap.h"

#include <string.h>

struct _OqProduction {
	const OqOrder *order;
	char *output;
	guint number;       /* in its name; 1: there is none */
	OqJournal *journal; /* nullable */
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

static gboolean
has_name(const OqOrder *order)
{
	return !g_str_equal(oq_sink_file_path(order->output), "-");
}

static gboolean
is_taken(const GError *failure)
{
	return g_error_matches(failure, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_TAKEN);
}

static void
choose_name(OqProduction *production, guint from)
{
	const OqOrder *order = production->order;
	gboolean is_numbered = order->taken == OQ_TAKEN_NUMBERED && has_name(order);

	g_free(production->output);
	production->number = is_numbered ? oq_naming_free(order->output, order->sidecars, from) : 1;
	production->output = oq_naming_number(order->output, production->number);
}

static OqSinkFormat
choose_format(const OqOrder *order, const OqProfile *profile, guint speech_hz)
{
	return (OqSinkFormat){
		.rate_hz = profile->rate_hz != 0 ? profile->rate_hz : speech_hz,
		.n_channels = profile->n_channels != 0 ? profile->n_channels : 1,
		.n_bits = profile->n_bits != 0 ? profile->n_bits : 16,
		.bitrate_kbps = profile->bitrate_kbps,
		.tags = order->tags,
		.keeps_taken = order->taken != OQ_TAKEN_REPLACED && has_name(order),
	};
}

static gboolean
open_file(OqProduction *production, const OqSinkFormat *format, GError **error)
{
	g_autoptr(GError) failure = NULL;

	do {
		g_clear_error(&failure);
		choose_name(production, production->number + 1);
		production->sink = oq_sink_file_new(production->output, format, &failure);
	} while (production->order->taken == OQ_TAKEN_NUMBERED && is_taken(failure));
	if (production->sink == NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	return production->sink != NULL;
}

static void
open_tap(OqProduction *production)
{
	const OqOrder *order = production->order;

	production->transcript = oq_transcript_new(production->sink->rate_hz);
	if (order->sidecars == 0)
		return;
	production->sink = oq_tap_new(production->sink, order->sidecars,
		oq_sink_file_path(production->output), production->transcript);
	if (order->taken != OQ_TAKEN_REPLACED)
		oq_tap_keep_taken(production->sink);
}

static gboolean
open_journal(OqProduction *production, GError **error)
{
	const OqOrder *order = production->order;

	if (order->key == NULL || !has_name(order))
		return TRUE;
	g_autofree char *path = oq_journal_path(oq_sink_file_path(production->output));
	production->journal = oq_journal_new(path, order->key, error);
	return production->journal != NULL;
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
	const OqSinkFormat format = choose_format(order, profile, speech_hz);
	g_autoptr(OqProduction) production = g_new0(OqProduction, 1);
	production->order = order;
	if (!open_file(production, &format, error))
		return NULL;
	open_tap(production);
	if (!open_journal(production, error) ||
		!prepare_mastering(production, profile, speech_hz, error))
		return NULL;
	OqSink *said = production->mastering != NULL ? production->spool_sink : production->sink;
	production->chain = oq_chain_new(speech_hz, said->rate_hz, said->n_channels);
	production->render = oq_render_new(pool, production->chain, said, style);
	oq_render_set_journal(production->render, production->journal);
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
	oq_journal_free(production->journal);
	g_free(production->output);
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

/* The name was free when it was chosen; who else works here may have been faster. */
static gboolean
finish_under_next_name(OqProduction *production, GCancellable *stop, GError **error)
{
	g_autoptr(GError) failure = NULL;

	do {
		g_clear_error(&failure);
		choose_name(production, production->number + 1);
		if (oq_sink_rename(production->sink, production->output, &failure) &&
			oq_sink_finish(production->sink, stop, &failure))
			return TRUE;
	} while (is_taken(failure));
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static void
finish_journal(OqProduction *production)
{
	OqJournal *journal = g_steal_pointer(&production->journal);

	if (journal == NULL)
		return;
	if (production->order->is_one_of_many)
		oq_journal_note(journal, oq_sink_file_path(production->output));
	else
		oq_journal_remove(journal);
}

static gboolean
finish(OqProduction *production, GCancellable *stop, GError **error)
{
	if (production->mastering == NULL)
		tell_tags(production, NULL);
	return oq_render_finish(production->render, stop, error) &&
	       (production->mastering == NULL || master(production, stop, error));
}

gboolean
oq_production_finish(OqProduction *production, GCancellable *stop, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gboolean whole = finish(production, stop, &failure);

	if (!whole && production->order->taken == OQ_TAKEN_NUMBERED && is_taken(failure))
		whole = finish_under_next_name(production, stop, error);
	else if (!whole)
		g_propagate_error(error, g_steal_pointer(&failure));
	if (whole)
		finish_journal(production);
	return whole;
}

const char *
oq_production_output(const OqProduction *production)
{
	return production->output;
}

OqRenderCount
oq_production_count(const OqProduction *production)
{
	return oq_render_count(production->render);
}
