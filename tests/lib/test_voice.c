#include "test_voice.h"

static gpointer
load_prosody(gpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	OqProsody *prosody = oq_prosody_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	return prosody;
}

const OqProsody *
test_prosody(void)
{
	static GOnce once = G_ONCE_INIT;
	return g_once(&once, load_prosody, NULL);
}

static gpointer
load_tables(gpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	OqEspeakTables *tables = g_new0(OqEspeakTables, 1);
	tables->data_folder = OQ_TEST_SHARE "/espeak-ng-data";
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

OqVoices *
test_voices(void)
{
	return oq_voices_new(OQ_TEST_VOICES, OQ_TEST_SHARE "/espeak-ng-data");
}

void
test_voice_init(TestVoice *voice, const char *name, guint speed_wpm)
{
	g_autoptr(GError) error = NULL;
	OqStyle style = OQ_STYLE_DEFAULT;
	g_assert_true(oq_style_set_voice(&style, name));
	style.speed_wpm = (guint16)speed_wpm;
	OqEngine *engine = oq_engine_espeak_new(test_tables(), &error);
	g_assert_no_error(error);
	voice->voices = test_voices();
	voice->synthesizer = oq_synthesizer_new(engine, test_prosody(), voice->voices);
	oq_passage_init(&voice->passage, &style);
	oq_synthesizer_warm(voice->synthesizer, &style, &error);
	g_assert_no_error(error);
}

void
test_voice_clear(TestVoice *voice)
{
	oq_synthesizer_free(voice->synthesizer);
	oq_voices_free(voice->voices);
	oq_passage_clear(&voice->passage);
}

OqUtterance *
test_voice_utterance(TestVoice *voice)
{
	oq_passage_reset(&voice->passage);
	OqUtterance *utterance = oq_passage_spare(&voice->passage);
	oq_passage_add(&voice->passage);
	return utterance;
}

static gboolean
keep(const OqSpeech *speech, gpointer data)
{
	*(OqSpeech **)data = oq_speech_new(speech);
	return TRUE;
}

OqSpeech *
test_voice_say(TestVoice *voice)
{
	g_autoptr(GError) error = NULL;
	OqSpeech *speech = NULL;
	oq_synthesizer_speak(voice->synthesizer, &voice->passage, keep, &speech, &error);
	g_assert_no_error(error);
	g_assert_nonnull(speech);
	return speech;
}

OqSpeech *
test_voice_say_words(TestVoice *voice, const char *words)
{
	OqUtterance *utterance = test_voice_utterance(voice);
	oq_utterance_say(utterance, words, 0, 1, NULL);
	for (guint i = 0; i < utterance->words->len; i++) {
		OqWord *word = &g_array_index(utterance->words, OqWord, i);
		word->start = i;
		word->end = i + 1;
	}
	return test_voice_say(voice);
}

char *
test_voice_ipa(const TestVoice *voice, const OqUtterance *utterance)
{
	g_autoptr(GError) error = NULL;
	char *ipa = oq_synthesizer_phonemes(
		voice->synthesizer, utterance, &voice->passage.style, &error);
	g_assert_no_error(error);
	return ipa;
}
