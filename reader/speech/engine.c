/* engine.c - calls the engine behind the contract. */
#include "speech/engine.h"

gboolean
oq_engine_set_style(OqEngine *engine, const OqVoice *voice, const OqStyle *style, GError **error)
{
	return engine->klass->set_style(engine, voice, style, error);
}

gboolean
oq_engine_say(OqEngine *engine, const OqUtterance *utterance, const OqClause *clause, OqSaid *said,
	GError **error)
{
	g_array_set_size(said->samples, 0);
	g_array_set_size(said->places, 0);
	said->lang = clause->lang;
	return engine->klass->say(engine, utterance, clause, said, error);
}

char *
oq_engine_phonemes(
	OqEngine *engine, const OqUtterance *utterance, const OqClause *clause, GError **error)
{
	return engine->klass->phonemes(engine, utterance, clause, error);
}

void
oq_engine_free(OqEngine *engine)
{
	if (engine != NULL)
		engine->klass->free(engine);
}
