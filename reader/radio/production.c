/* production.c - see the header. */
#include "radio/production.h"

#include "audio/chain/highpass.h"
#include "audio/files/sink_file.h"
#include "base/files/beside.h"
#include "radio/mastering.h"
#include "radio/naming.h"
#include "radio/sidecars/tap.h"

#include <math.h>
#include <string.h>

/* What has jingles is no telephone call, and two sounds together may be too loud. */
#define SOUNDS_RATE_HZ      48000
#define SOUNDS_CEILING_DBTP (-1)

struct _OqProduction {
	const OqOrder *order;
	OqProfile profile;
	guint speech_hz;
	char *output;
	guint number;       /* in its name; 1: there is none */
	OqJournal *journal; /* nullable */
	OqSink *sink;
	OqSpool *spool; /* (nullable), as the next two: what is said goes into the sink at once */
	OqSink *spool_sink;
	OqMastering *mastering;
	OqBulletin *bulletin; /* (nullable): what is said goes there first */
	OqChain *chain;
	OqRender *render;
	OqTranscript *transcript;
	OqLoudness loudness; /* of the output, when it was mastered */
};

static void
write_down(const OqRendered *rendered, gpointer data)
{
	OqProduction *production = data;

	if (production->bulletin != NULL) {
		guint64 frame = oq_bulletin_add_speech(
			production->bulletin, rendered->frame, rendered->speech->n_voiced);
		oq_transcript_place(production->transcript, rendered->frame,
			oq_mastering_head(production->mastering) + frame);
	}
	oq_transcript_add(production->transcript, rendered);
}

static gboolean
has_sounds(const OqOrder *order)
{
	return order->sounds != NULL && oq_bulletin_sounds_any(order->sounds);
}

static OqProfile
choose_profile(const OqOrder *order)
{
	OqProfile profile = order->profile != NULL ? *order->profile : oq_profile_plain();

	if (!has_sounds(order))
		return profile;
	if (profile.rate_hz == 0)
		profile.rate_hz = SOUNDS_RATE_HZ;
	if (isnan(profile.ceiling_dbtp))
		profile.ceiling_dbtp = SOUNDS_CEILING_DBTP;
	return profile;
}

static gboolean
has_name(const OqOrder *order)
{
	return !oq_sink_file_is_stream(order->output);
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
choose_format(const OqProduction *production)
{
	const OqOrder *order = production->order;
	const OqProfile *profile = &production->profile;

	return (OqSinkFormat){
		.rate_hz = profile->rate_hz != 0 ? profile->rate_hz : production->speech_hz,
		.n_channels = profile->n_channels != 0 ? profile->n_channels : 1,
		.n_bits = profile->n_bits != 0 ? profile->n_bits : 16,
		.bitrate_kbps = profile->bitrate_kbps,
		.tags = order->tags,
		.keeps_taken = order->taken != OQ_TAKEN_REPLACED && has_name(order),
	};
}

static gboolean
open_file(OqProduction *production, GError **error)
{
	const OqSinkFormat format = choose_format(production);
	g_autoptr(GError) failure = NULL;

	do {
		g_clear_error(&failure);
		choose_name(production, production->number + 1);
		production->sink = oq_sink_file_new(production->output, &format, &failure);
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

/* (transfer full) (nullable): beside the output, where there is room for what has to wait. */
static char *
spool_folder(const char *output)
{
	return oq_sink_file_is_stream(output) ? NULL
					      : g_path_get_dirname(oq_sink_file_path(output));
}

static gboolean
prepare_mastering(OqProduction *production, const OqBulletinShape *shape, GError **error)
{
	const OqSink *sink = production->sink;
	OqProfile profile = production->profile;
	gboolean is_spoken = production->bulletin == NULL;

	production->spool =
		oq_spool_new(shape->folder, is_spoken ? shape->speech_hz : shape->rate_hz,
			is_spoken ? 1 : shape->n_channels, error);
	if (production->spool == NULL)
		return FALSE;
	if (!is_spoken)
		profile.highpass_hz = 0; /* that is for the voice */
	production->spool_sink = oq_spool_sink(production->spool);
	production->mastering =
		oq_mastering_new(production->spool, &profile, sink->rate_hz, sink->n_channels);
	oq_transcript_place(production->transcript, 0, oq_mastering_head(production->mastering));
	return TRUE;
}

static gboolean
prepare(OqProduction *production, GError **error)
{
	const OqOrder *order = production->order;
	const OqSink *sink = production->sink;
	guint speech_hz = production->speech_hz;
	gboolean is_resampled = production->profile.rate_hz != 0 && sink->rate_hz != speech_hz;
	g_autofree char *folder = spool_folder(order->output);
	const OqBulletinShape shape = {folder, speech_hz, sink->rate_hz, sink->n_channels};

	if (has_sounds(order)) {
		production->bulletin = oq_bulletin_new(order->sounds, &shape, NULL, error);
		return production->bulletin != NULL && prepare_mastering(production, &shape, error);
	}
	return (!oq_profile_changes(&production->profile) && !is_resampled) ||
	       prepare_mastering(production, &shape, error);
}

/* What is said goes this way first. */
static OqSink *
make_chain(OqProduction *production)
{
	guint speech_hz = production->speech_hz, highpass_hz = production->profile.highpass_hz;
	OqSink *said = production->mastering != NULL ? production->spool_sink : production->sink;

	if (production->bulletin != NULL)
		said = oq_bulletin_voice(production->bulletin);
	production->chain = oq_chain_new(speech_hz, said->rate_hz, said->n_channels);
	if (production->bulletin != NULL && highpass_hz > 0)
		oq_chain_append(production->chain, oq_highpass_new(speech_hz, 1, highpass_hz));
	return said;
}

OqProduction *
oq_production_new(
	OqPool *pool, guint speech_hz, const OqStyle *style, const OqOrder *order, GError **error)
{
	g_autoptr(OqProduction) production = g_new0(OqProduction, 1);

	production->order = order;
	production->speech_hz = speech_hz;
	production->profile = choose_profile(order);
	if (!open_file(production, error))
		return NULL;
	open_tap(production);
	if (!open_journal(production, error) || !prepare(production, error))
		return NULL;
	OqSink *said = make_chain(production);
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
	oq_bulletin_free(production->bulletin);
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

void
oq_production_begin_item(OqProduction *production, const char *title, gint gap_ms)
{
	oq_transcript_begin_item(production->transcript, title, NULL);
	if (production->bulletin != NULL)
		oq_bulletin_begin_item(production->bulletin, gap_ms);
	else if (gap_ms >= 0)
		oq_production_set_pause(production, (guint)gap_ms);
}

void
oq_production_set_style(OqProduction *production, const OqStyle *style)
{
	oq_render_set_style(production->render, style);
}

void
oq_production_set_pause(OqProduction *production, guint pause_ms)
{
	oq_render_set_pause(production->render, oq_profile_frames(pause_ms, production->speech_hz));
}

gboolean
oq_production_say(OqProduction *production, OqCursor *cursor, GCancellable *stop, GError **error)
{
	return oq_render_add(production->render, cursor, stop, error);
}

gboolean
oq_production_add(OqProduction *production, OqCursor *cursor, GCancellable *stop, GError **error)
{
	OqDocument *document = oq_cursor_document(cursor);

	oq_production_begin_item(
		production, document != NULL ? oq_document_title(document) : NULL, -1);
	return oq_production_say(production, cursor, stop, error);
}

static void
tell_tags(OqProduction *production)
{
	const OqOrder *order = production->order;
	if (order->tags == NULL)
		return;
	g_autoptr(OqTags) tags = oq_tags_copy(order->tags);
	tags->loudness = production->loudness;
	oq_tagging_complete(tags, production->transcript, order->marks);
	if (order->n_chapters != NULL)
		*order->n_chapters = oq_tags_n_chapters(tags);
	oq_sink_set_tags(production->sink, tags);
}

/* The file tells how loud it is, so that is known before its first frame. */
static gboolean
master(OqProduction *production, GCancellable *stop, GError **error)
{
	if (production->bulletin != NULL &&
		!oq_bulletin_make(production->bulletin, production->spool_sink, stop, error))
		return FALSE;
	if (!oq_mastering_plan(production->mastering, &production->loudness, stop, error))
		return FALSE;
	tell_tags(production);
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
		tell_tags(production);
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

const OqLoudness *
oq_production_loudness(const OqProduction *production)
{
	return &production->loudness;
}

OqRenderCount
oq_production_count(const OqProduction *production)
{
	return oq_render_count(production->render);
}
