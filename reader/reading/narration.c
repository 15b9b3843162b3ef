/* narration.c - see the header. */
#include "reading/narration.h"
#include "speech/score/pauses.h"

/* What goes through the chain at once, so that memory stays in the cache. */
enum { BLOCK_FRAMES = 65536 };

struct _OqNarration {
	OqEngine *engine;
	OqChain *chain;
	OqSink *sink;
	const OqProsody *prosody;
	OqNarrationProgress progress;
	gpointer progress_data;
	OqUtterance utterance;
	OqSpeech speech;
	OqPcm pause;
	GArray *frames;   /* of gfloat: what the chain gives */
	guint pending_ms; /* the longest pause since the last sound */
	OqNarrationCount count;
};

OqNarration *
oq_narration_new(OqEngine *engine, OqChain *chain, OqSink *sink, const OqProsody *prosody)
{
	g_return_val_if_fail(engine != NULL && chain != NULL, NULL);
	g_return_val_if_fail(sink != NULL && prosody != NULL, NULL);
	OqNarration *narration = g_new0(OqNarration, 1);
	narration->engine = engine;
	narration->chain = chain;
	narration->sink = sink;
	narration->prosody = prosody;
	oq_utterance_init(&narration->utterance);
	oq_speech_init(&narration->speech, engine->rate_hz);
	oq_pcm_init(&narration->pause, engine->rate_hz);
	narration->frames = g_array_new(FALSE, FALSE, sizeof(gfloat));
	return narration;
}

void
oq_narration_free(OqNarration *narration)
{
	if (narration == NULL)
		return;
	oq_utterance_clear(&narration->utterance);
	oq_speech_clear(&narration->speech);
	oq_pcm_clear(&narration->pause);
	g_array_unref(narration->frames);
	g_free(narration);
}

void
oq_narration_on_progress(OqNarration *narration, OqNarrationProgress progress, gpointer data)
{
	narration->progress = progress;
	narration->progress_data = data;
}

static gboolean
write_frames(OqNarration *narration, GCancellable *stop, GError **error)
{
	const gfloat *frames = (const gfloat *)(gpointer)narration->frames->data;
	gsize n_frames = narration->frames->len / narration->sink->n_channels;
	gboolean is_written =
		n_frames == 0 || oq_sink_write(narration->sink, frames, n_frames, stop, error);
	g_array_set_size(narration->frames, 0);
	return is_written;
}

static gboolean
write_pcm(OqNarration *narration, const OqPcm *pcm, GCancellable *stop, GError **error)
{
	gsize n_frames = oq_pcm_n_frames(pcm);
	const gint16 *samples = (const gint16 *)(gpointer)pcm->samples->data;
	for (gsize at = 0; at < n_frames; at += BLOCK_FRAMES) {
		gsize n = MIN(n_frames - at, BLOCK_FRAMES);
		oq_chain_add(narration->chain, samples + at, n, narration->frames);
		if (!write_frames(narration, stop, error))
			return FALSE;
	}
	narration->count.n_frames += n_frames;
	return TRUE;
}

static gboolean
write_pause(OqNarration *narration, GCancellable *stop, GError **error)
{
	if (narration->count.n_frames == 0)
		return TRUE;
	gsize n_frames = oq_pauses_frames(narration->pending_ms, narration->engine->pause_permille,
		narration->engine->rate_hz);
	g_array_set_size(narration->pause.samples, 0);
	oq_pcm_append_silence(&narration->pause, n_frames);
	return write_pcm(narration, &narration->pause, stop, error);
}

static gboolean
speak_sentence(OqNarration *narration, GCancellable *stop, GError **error)
{
	OqSpeech *speech = &narration->speech;
	if (!oq_engine_speak(narration->engine, &narration->utterance, speech, error))
		return FALSE;
	if (oq_pcm_n_frames(&speech->pcm) > 0) {
		if (!write_pause(narration, stop, error) ||
			!write_pcm(narration, &speech->pcm, stop, error))
			return FALSE;
		narration->pending_ms = 0;
	}
	narration->count.n_sentences++;
	if (narration->progress != NULL)
		narration->progress(&narration->count, narration->progress_data);
	return TRUE;
}

gboolean
oq_narration_speak(OqNarration *narration, OqReading *reading, GCancellable *stop, GError **error)
{
	g_return_val_if_fail(narration != NULL && reading != NULL, FALSE);
	g_autoptr(GError) failure = NULL;
	while (oq_reading_next(reading, &narration->utterance, &failure)) {
		if (narration->utterance.words->len > 0 && !speak_sentence(narration, stop, error))
			return FALSE;
		guint pause_ms = oq_prosody_end(narration->prosody, &narration->utterance).pause_ms;
		narration->pending_ms = MAX(narration->pending_ms, pause_ms);
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

gboolean
oq_narration_finish(OqNarration *narration, GCancellable *stop, GError **error)
{
	oq_chain_finish(narration->chain, narration->frames);
	return write_frames(narration, stop, error) && oq_sink_finish(narration->sink, stop, error);
}

OqNarrationCount
oq_narration_count(const OqNarration *narration)
{
	return narration->count;
}
