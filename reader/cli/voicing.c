/* voicing.c - see the header. */
#include "cli/voicing.h"
#include "base/paths.h"
#include "cli/messages.h"
#include "speech/espeak/engine_espeak.h"
#include "speech/espeak/espeak_data.h"

#define STOCK_VOICE "stock"

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

/* A name that no file of ours has may be one of eSpeak NG's. */
static OqVoice *
find_voice(const char *name, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autofree char *folder = oq_paths_data("", error);
	if (folder == NULL)
		return NULL;
	OqVoice *voice = oq_voice_find(folder, name, &failure);
	if (failure != NULL)
		g_propagate_error(error, g_steal_pointer(&failure));
	else if (voice == NULL)
		voice = oq_voice_new_stock(name);
	return voice;
}

static OqVoice *
choose_voice(OqVoicing *voicing, const OqOptions *options, GError **error)
{
	const char *name = options->voice != NULL ? options->voice : OQ_VOICE_DEFAULT;
	g_autoptr(OqVoice) voice = find_voice(name, error);
	if (voice == NULL || voice->is_stock)
		return g_steal_pointer(&voice);
	g_autoptr(GError) misfit = NULL;
	voicing->data_folder = oq_paths_data("espeak-ng-data", NULL);
	if (oq_espeak_data_fits(voicing->data_folder, &misfit))
		return g_steal_pointer(&voice);
	if (!options->quiet)
		oq_messages_say(misfit->message);
	return find_voice(STOCK_VOICE, error);
}

gboolean
oq_voicing_init(OqVoicing *voicing, const OqOptions *options, GError **error)
{
	*voicing = (OqVoicing){NULL};
	if (!load_tables(voicing, error))
		return FALSE;
	g_autoptr(OqVoice) voice = choose_voice(voicing, options, error);
	if (voice == NULL)
		return FALSE;
	const OqEspeakTables tables = {
		voicing->data_folder, voicing->prosody, voicing->speeds, voicing->phonemes};
	g_autoptr(GError) failure = NULL;
	voicing->engine = oq_engine_espeak_new(voice, &options->speech, &tables, &failure);
	oq_options_propagate(error, failure, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	return voicing->engine != NULL;
}

void
oq_voicing_clear(OqVoicing *voicing)
{
	g_clear_pointer(&voicing->engine, oq_engine_free);
	g_clear_pointer(&voicing->phonemes, oq_phonemes_free);
	g_clear_pointer(&voicing->speeds, oq_speeds_free);
	g_clear_pointer(&voicing->prosody, oq_prosody_free);
	g_clear_pointer(&voicing->data_folder, g_free);
}
