/* production.c - see the header. */
#include "radio/production.h"

#include "audio/files/sink_file.h"
#include "base/beside.h"
#include "radio/naming.h"
#include "radio/sidecars/tap.h"

struct _OqProduction {
	const OqOrder *order;
	char *output;
	guint number;       /* in its name; 1: there is none */
	OqJournal *journal; /* nullable */
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

static gboolean
open_sink(OqProduction *production, guint speech_hz, GError **error)
{
	const OqOrder *order = production->order;
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(speech_hz);
	g_autoptr(GError) failure = NULL;

	format.keeps_taken = order->taken != OQ_TAKEN_REPLACED && has_name(order);
	do {
		g_clear_error(&failure);
		choose_name(production, production->number + 1);
		production->sink = oq_sink_file_new(production->output, &format, &failure);
	} while (order->taken == OQ_TAKEN_NUMBERED && is_taken(failure));
	if (production->sink == NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	return production->sink != NULL;
}

static void
open_tap(OqProduction *production)
{
	const OqOrder *order = production->order;

	if (order->sidecars == 0)
		return;
	production->sink = oq_tap_new(
		production->sink, order->sidecars, production->output, production->transcript);
	if (order->taken != OQ_TAKEN_REPLACED)
		oq_tap_keep_taken(production->sink);
}

static gboolean
open_output(OqProduction *production, guint speech_hz, GError **error)
{
	const OqOrder *order = production->order;

	if (!open_sink(production, speech_hz, error))
		return FALSE;
	production->transcript = oq_transcript_new(production->sink->rate_hz);
	open_tap(production);
	if (order->key == NULL || !has_name(order))
		return TRUE;
	g_autofree char *path = oq_journal_path(oq_sink_file_path(production->output));
	production->journal = oq_journal_new(path, order->key, error);
	return production->journal != NULL;
}

OqProduction *
oq_production_new(
	OqPool *pool, guint speech_hz, const OqStyle *style, const OqOrder *order, GError **error)
{
	g_autoptr(OqProduction) production = g_new0(OqProduction, 1);

	production->order = order;
	if (!open_output(production, speech_hz, error))
		return NULL;
	const OqSink *sink = production->sink;
	production->chain = oq_chain_new(speech_hz, sink->rate_hz, sink->n_channels);
	production->render = oq_render_new(pool, production->chain, production->sink, style);
	oq_render_on_speech(production->render, write_down, production);
	oq_render_set_journal(production->render, production->journal);
	return g_steal_pointer(&production);
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

gboolean
oq_production_finish(OqProduction *production, GCancellable *stop, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gboolean whole = oq_render_finish(production->render, stop, &failure);

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
