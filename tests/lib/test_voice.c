#include "test_voice.h"

OqVoice *
test_voice(const char *name)
{
	g_autoptr(GError) error = NULL;
	OqVoice *voice = oq_voice_find(OQ_TEST_VOICES, name, &error);
	g_assert_no_error(error);
	return voice != NULL ? voice : oq_voice_new_stock(name);
}

static gpointer
load_tables(gpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	OqEspeakTables *tables = g_new0(OqEspeakTables, 1);
	tables->data_folder = OQ_TEST_SHARE "/espeak-ng-data";
	tables->prosody = oq_prosody_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	tables->speeds = oq_speeds_load(OQ_TEST_VOICES "/espeak/speeds.tsv", &error);
	g_assert_no_error(error);
	tables->phonemes = oq_phonemes_load(OQ_TEST_VOICES "/espeak/phonemes.tsv", &error);
	g_assert_no_error(error);
	return tables;
}

const OqEspeakTables *
test_tables(void)
{
	static GOnce once = G_ONCE_INIT;
	return g_once(&once, load_tables, NULL);
}

OqEngine *
test_engine(const char *voice, guint speed_wpm)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqVoice) found = test_voice(voice);
	OqSpeechSettings settings = OQ_SPEECH_SETTINGS_DEFAULT;
	settings.speed_wpm = speed_wpm;
	OqEngine *engine = oq_engine_espeak_new(found, &settings, test_tables(), &error);
	g_assert_no_error(error);
	g_assert_nonnull(engine);
	return engine;
}
