#include "resources.h"
#include "audio/sink_portaudio.h"
#include "base/paths.h"
#include "speech/engine_espeak.h"

#define LANGUAGE "kk"

OqLexicon *
oq_resources_lexicon(GError **error)
{
	g_autofree char *folder = oq_paths_data(LANGUAGE, error);
	return folder != NULL ? oq_lexicon_load(folder, error) : NULL;
}

OqEngine *
oq_resources_engine(const OqOptions *options, GError **error)
{
	const char *voice = options->voice != NULL ? options->voice : LANGUAGE;
	g_autoptr(GError) failure = NULL;
	OqEngine *engine = oq_engine_espeak_new(voice, &options->speech, &failure);
	oq_options_propagate(error, failure, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	return engine;
}

OqSink *
oq_resources_player(const OqOptions *options, guint rate_hz, GError **error)
{
	return oq_sink_portaudio_new(options->device, rate_hz, error);
}
