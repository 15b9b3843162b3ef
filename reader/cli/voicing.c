/* voicing.c - see the header. */
#include "cli/voicing.h"
#include "base/paths.h"
#include "cli/messages.h"
#include "speech/espeak/engine_espeak.h"
#include <glib/gi18n.h>

#define LANGUAGE "kk"

static gboolean
load_tables(OqVoicing *voicing, GError **error)
{
	g_autofree char *language = oq_paths_data(oq_lang_name(OQ_LANG_KK), error);
	g_autofree char *espeak = language != NULL ? oq_paths_data("espeak", error) : NULL;
	if (espeak == NULL)
		return FALSE;
	g_autofree char *speeds = g_build_filename(espeak, "speeds.tsv", NULL);
	g_autofree char *phonemes = g_build_filename(espeak, "phonemes.tsv", NULL);
	voicing->prosody = oq_prosody_load(language, error);
	voicing->speeds = voicing->prosody != NULL ? oq_speeds_load(speeds, error) : NULL;
	voicing->phonemes = voicing->speeds != NULL ? oq_phonemes_load(phonemes, error) : NULL;
	return voicing->phonemes != NULL;
}

static gboolean
choose_style(OqVoicing *voicing, const OqOptions *options, GError **error)
{
	const char *voice = options->voice != NULL ? options->voice : OQ_VOICE_DEFAULT;
	voicing->style = options->style;
	if (*voice != '\0' && oq_style_set_voice(&voicing->style, voice))
		return TRUE;
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("There is no voice “%s”: see “oqyrman voices”, or install the package "
		  "espeak-ng-data"),
		voice);
	return FALSE;
}

static gboolean
choose_voice(OqVoicing *voicing, const OqOptions *options, const char *data_folder, GError **error)
{
	g_autofree char *folder = oq_paths_data("", error);
	g_autofree char *notice = NULL;
	if (folder == NULL)
		return FALSE;
	voicing->voices = oq_voices_new(folder, data_folder);
	if (oq_voices_choose(voicing->voices, voicing->style.voice, &notice, error) == NULL)
		return FALSE;
	if (notice != NULL && !options->quiet)
		oq_messages_say(notice);
	return TRUE;
}

static gboolean
make_synthesizer(OqVoicing *voicing, const char *data_folder, GError **error)
{
	const OqEspeakTables tables = {data_folder, voicing->speeds, voicing->phonemes};
	g_autoptr(GError) failure = NULL;
	OqEngine *engine = oq_engine_espeak_new(&tables, error);
	if (engine == NULL)
		return FALSE;
	voicing->synthesizer = oq_synthesizer_new(engine, voicing->prosody, voicing->voices);
	gboolean ready = oq_synthesizer_warm(voicing->synthesizer, &voicing->style, &failure);
	oq_options_propagate(error, failure, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	return ready;
}

gboolean
oq_voicing_init(OqVoicing *voicing, const OqOptions *options, GError **error)
{
	*voicing = (OqVoicing){NULL};
	g_autofree char *data_folder = oq_paths_data("espeak-ng-data", NULL);
	return load_tables(voicing, error) && choose_style(voicing, options, error) &&
	       choose_voice(voicing, options, data_folder, error) &&
	       make_synthesizer(voicing, data_folder, error);
}

void
oq_voicing_clear(OqVoicing *voicing)
{
	g_clear_pointer(&voicing->synthesizer, oq_synthesizer_free);
	g_clear_pointer(&voicing->voices, oq_voices_free);
	g_clear_pointer(&voicing->phonemes, oq_phonemes_free);
	g_clear_pointer(&voicing->speeds, oq_speeds_free);
	g_clear_pointer(&voicing->prosody, oq_prosody_free);
}
