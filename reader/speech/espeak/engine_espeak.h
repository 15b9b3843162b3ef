/* engine_espeak.h - eSpeak NG as an engine.
 *
 * eSpeak's state belongs to the process: it is initialized once, its sound depends on what it said
 * before, and LC_CTYPE becomes C.UTF-8. So there is one such engine in the life of a process.
 * Letters that are neither Cyrillic nor Latin are not said, and get no place (espeak_text.c says
 * why). A clause in Russian or English is said by a voice of that language, with the same variant
 * of eSpeak's at the same rate.
 */
#pragma once

#include "speech/engine.h"
#include "speech/espeak/phonemes.h"
#include "speech/espeak/speeds.h"

/** What the engine is told by; the tables must outlive the engine. */
typedef struct {
	const char *data_folder; /* ours (espeak_data.h); NULL: only stock voices can speak */
	const OqSpeeds *speeds;
	const OqPhonemes *phonemes; /* NULL: eSpeak's own IPA is good enough */
} OqEspeakTables;

/**
 * oq_engine_espeak_new: its rate_hz is 0 until the first style is set, which starts eSpeak.
 *
 * Returns: (transfer full): NULL and OQ_SPEECH_ERROR_BUSY, also when the first engine of the
 * process that spoke has been freed
 */
OqEngine *oq_engine_espeak_new(const OqEspeakTables *tables, GError **error);
