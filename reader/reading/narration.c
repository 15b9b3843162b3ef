/* narration.c - see the header. */
#include "reading/narration.h"
#include "speech/score/pauses.h"

struct _OqNarration {
	OqEngine *engine;
	OqSink *sink;
	const OqProsody *prosody;
	OqNarrationProgress progress;
	gpointer progress_data;
	OqUtterance utterance;
	OqSpeech speech;
	OqPcm pause;
	guint pending_ms; /* the longest pause since the last sound */
	OqNarrationCount count;
};

OqNarration *
oq_narration_new(OqEngine *engine, OqSink *sink, const OqProsody *prosody)
{
	g_return_val_if_fail(engine != NULL && sink != NULL && prosody != NULL, NULL);
	OqNarration *narration = g_new0(OqNarration, 1);
	narration->engine = engine;
	narration->sink = sink;
	narration->prosody = prosody;
	oq_utterance_init(&narration->utterance);
	oq_speech_init(&narration->speech, engine->rate_hz);
	oq_pcm_init(&narration->pause, engine->rate_hz);
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
	g_free(narration);
}

void
oq_narration_on_progress(OqNarration *narration, OqNarrationProgress progress, gpointer data)
{
	narration->progress = progress;
	narration->progress_data = data;
}

static gboolean
write_pcm(OqNarration *narration, const OqPcm *pcm, GError **error)
{
	gsize n_frames = oq_pcm_n_frames(pcm);
	const gint16 *samples = (const gint16 *)(gpointer)pcm->samples->data;
	if (n_frames > 0 && !oq_sink_write(narration->sink, samples, n_frames, error))
		return FALSE;
	narration->count.n_frames += n_frames;
	return TRUE;
}

static gboolean
write_pause(OqNarration *narration, GError **error)
{
	if (narration->count.n_frames == 0)
		return TRUE;
	gsize n_frames = oq_pauses_frames(narration->pending_ms, narration->engine->pause_permille,
		narration->engine->rate_hz);
	g_array_set_size(narration->pause.samples, 0);
	oq_pcm_append_silence(&narration->pause, n_frames);
	return write_pcm(narration, &narration->pause, error);
}

static gboolean
speak_sentence(OqNarration *narration, GError **error)
{
	OqSpeech *speech = &narration->speech;
	if (!oq_engine_speak(narration->engine, &narration->utterance, speech, error))
		return FALSE;
	if (oq_pcm_n_frames(&speech->pcm) > 0) {
		if (!write_pause(narration, error) || !write_pcm(narration, &speech->pcm, error))
			return FALSE;
		narration->pending_ms = 0;
	}
	narration->count.n_sentences++;
	if (narration->progress != NULL)
		narration->progress(&narration->count, narration->progress_data);
	return TRUE;
}

gboolean
oq_narration_speak(OqNarration *narration, OqReading *reading, GError **error)
{
	g_return_val_if_fail(narration != NULL && reading != NULL, FALSE);
	g_autoptr(GError) failure = NULL;
	while (oq_reading_next(reading, &narration->utterance, &failure)) {
		if (narration->utterance.words->len > 0 && !speak_sentence(narration, error))
			return FALSE;
		guint pause_ms = oq_prosody_end(narration->prosody, &narration->utterance).pause_ms;
		narration->pending_ms = MAX(narration->pending_ms, pause_ms);
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

OqNarrationCount
oq_narration_count(const OqNarration *narration)
{
	return narration->count;
}
