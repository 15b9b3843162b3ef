/* voicing.h - the voice of a command line, ready to speak. */
#pragma once

#include "cli/options.h"
#include "speech/espeak/phonemes.h"
#include "speech/espeak/speeds.h"
#include "speech/synthesizer.h"

/** A synthesizer, what it was made of, and how it is to speak. */
typedef struct {
	OqProsody *prosody;
	OqSpeeds *speeds;
	OqPhonemes *phonemes;
	OqVoices *voices;
	OqSynthesizer *synthesizer;
	OqStyle style;
} OqVoicing;

/**
 * oq_voicing_init:
 * @voicing: (out caller-allocates)
 *
 * When our own voices do not fit the installed eSpeak NG, its plain Kazakh voice takes their place,
 * which is told on standard error.
 *
 * Returns: FALSE and OQ_USAGE_ERROR when there is no such voice, else OQ_SPEECH_ERROR,
 *   OQ_TABLE_ERROR or G_FILE_ERROR; @voicing may be cleared then, too
 */
gboolean oq_voicing_init(OqVoicing *voicing, const OqOptions *options, GError **error);
void oq_voicing_clear(OqVoicing *voicing);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqVoicing, oq_voicing_clear)
