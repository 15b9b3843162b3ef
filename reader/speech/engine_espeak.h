/* engine_espeak.h - eSpeak NG as an engine.
 *
 * eSpeak's state belongs to the process: it is initialized once, its sound depends on what it said
 * before, and LC_CTYPE becomes C.UTF-8. So there is one such engine in the life of a process.
 * Letters that are neither Cyrillic nor Latin are not said, and get no mark (espeak_text.c says
 * why).
 */
#pragma once

#include "speech/engine.h"
#include "speech/phonemes.h"

/** One of eSpeak's voices. */
typedef struct {
	char *name;  /* for oq_engine_espeak_new(): "kk" */
	char *title; /* in English, as eSpeak has it: "Kazakh" */
} OqEspeakVoice;

/**
 * oq_engine_espeak_new:
 * @voice: a name as eSpeak's -v takes it: "kk", "Kazakh", "trk/kk", with a variant "kk+f3"
 *
 * Returns: (transfer full): NULL and OQ_SPEECH_ERROR_NO_ENGINE, _NO_VOICE (which may be tried
 * again) or _BUSY (also when the first engine of the process has been freed)
 */
OqEngine *oq_engine_espeak_new(const char *voice, const OqSpeechSettings *settings, GError **error);

/**
 * oq_engine_espeak_set_phonemes:
 * @engine: from oq_engine_espeak_new(); without a table oq_engine_phonemes() gives eSpeak's own IPA
 * @phonemes: (transfer full) (nullable): dropped when the voice is not Kazakh, whose table it is
 */
void oq_engine_espeak_set_phonemes(OqEngine *engine, OqPhonemes *phonemes);

/**
 * oq_engine_espeak_voices:
 * @language: (nullable): "kk"; NULL: of all languages
 *
 * Needs no engine, but must not be called while one speaks.
 *
 * Returns: (transfer full) (element-type OqEspeakVoice): sorted by title, may be empty; NULL and
 *   OQ_SPEECH_ERROR_NO_ENGINE
 */
GPtrArray *oq_engine_espeak_voices(const char *language, GError **error);
