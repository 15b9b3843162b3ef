/* engine.c - calls the engine behind the contract. */
#include "speech/engine.h"

G_DEFINE_QUARK(oq_speech_error, oq_speech_error)

void
oq_speech_init(OqSpeech *speech, guint rate_hz)
{
	oq_pcm_init(&speech->pcm, rate_hz);
	speech->marks = g_array_new(FALSE, FALSE, sizeof(OqWordMark));
}

void
oq_speech_clear(OqSpeech *speech)
{
	oq_pcm_clear(&speech->pcm);
	g_clear_pointer(&speech->marks, g_array_unref);
}

gboolean
oq_engine_speak(OqEngine *engine, const OqUtterance *utterance, OqSpeech *speech, GError **error)
{
	speech->pcm.rate_hz = engine->rate_hz;
	g_array_set_size(speech->pcm.samples, 0);
	g_array_set_size(speech->marks, 0);
	return engine->klass->speak(engine, utterance, speech, error);
}

char *
oq_engine_phonemes(OqEngine *engine, const OqUtterance *utterance, GError **error)
{
	return engine->klass->phonemes(engine, utterance, error);
}

void
oq_engine_cancel(OqEngine *engine)
{
	engine->klass->cancel(engine);
}

void
oq_engine_free(OqEngine *engine)
{
	if (engine != NULL)
		engine->klass->free(engine);
}
