/* test_voice.h - one of our voices, ready to speak, for tests: its tables live as long as the
 * process, as the one eSpeak NG that it can have does. */
#pragma once

#include "speech/espeak/engine_espeak.h"
#include "speech/synthesizer.h"

typedef struct {
	OqVoices *voices;
	OqSynthesizer *synthesizer;
	OqPassage passage; /* its style is the voice's */
} TestVoice;

/** test_prosody: (transfer none) */
const OqProsody *test_prosody(void);

/** test_tables: (transfer none): what engines are told by. */
const OqEspeakTables *test_tables(void);

/** test_voices: (transfer full): those of voices/. */
OqVoices *test_voices(void);

/** test_voice_init: fails the test when there is none; @speed_wpm 0: the voice's. */
void test_voice_init(TestVoice *voice, const char *name, guint speed_wpm);
void test_voice_clear(TestVoice *voice);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TestVoice, test_voice_clear)

/** test_voice_utterance: (transfer none): empty, for what is to be said next. */
OqUtterance *test_voice_utterance(TestVoice *voice);

/** test_voice_say: (transfer full): what the utterance became; fails the test on an error. */
OqSpeech *test_voice_say(TestVoice *voice);

/** test_voice_say_words: (transfer full): the same for Kazakh words, as oq_utterance_say() takes
 * them: each has its place among the words as its source range. */
OqSpeech *test_voice_say_words(TestVoice *voice, const char *words);

/** test_voice_ipa: (transfer full): what any utterance would sound like. */
char *test_voice_ipa(const TestVoice *voice, const OqUtterance *utterance);
