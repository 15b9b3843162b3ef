/* synthesizer.h - makes speeches of passages: all that every engine needs. What is said in one
 * breath, the pauses in between and behind, gains, trimmed and faded ends, marks with their source.
 *
 * An engine's sound may depend on all that its process said before. Within a passage that is meant
 * to be so; in a process that has said nothing yet, such as a fresh fork of one that was only made
 * ready, the samples are a function of the passage alone, wherever and in whatever order passages
 * are said. One thread at a time. To stop it, end the process.
 */
#pragma once

#include "speech/engine.h"
#include "speech/passage.h"
#include "speech/speech.h"
#include "speech/voices.h"

typedef struct _OqSynthesizer OqSynthesizer;

/** OqSynthesizerReceive: @speech: valid in the call; oq_speech_new() makes one that is kept. FALSE:
 * enough, the rest is not said. */
typedef gboolean (*OqSynthesizerReceive)(const OqSpeech *speech, gpointer data);

/**
 * oq_synthesizer_new:
 * @engine: (transfer full)
 * @prosody, @voices: must outlive the synthesizer
 */
OqSynthesizer *oq_synthesizer_new(OqEngine *engine, const OqProsody *prosody, OqVoices *voices);
void oq_synthesizer_free(OqSynthesizer *synthesizer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSynthesizer, oq_synthesizer_free)

guint oq_synthesizer_rate_hz(const OqSynthesizer *synthesizer);

/**
 * oq_synthesizer_warm: makes ready what a passage of this style needs, so that its first sound
 * comes sooner. What is said stays the same.
 *
 * Returns: FALSE and OQ_SPEECH_ERROR_NO_ENGINE or _NO_VOICE
 */
gboolean oq_synthesizer_warm(OqSynthesizer *synthesizer, const OqStyle *style, GError **error);

/**
 * oq_synthesizer_speak:
 * @receive: gets a speech for each utterance in order, one by one as they are made; for one without
 *   words there is a pause alone. Of pauses that follow each other the longest is due, not the sum.
 *
 * Returns: FALSE and OQ_SPEECH_ERROR_NO_ENGINE, _NO_VOICE or _FAILED
 */
gboolean oq_synthesizer_speak(OqSynthesizer *synthesizer, const OqPassage *passage,
	OqSynthesizerReceive receive, gpointer data, GError **error);

/**
 * oq_synthesizer_phonemes: what an utterance would sound like.
 *
 * Returns: (transfer full): in IPA, on one line; "" when there is nothing to say; NULL and an error
 *   as of oq_synthesizer_speak()
 */
char *oq_synthesizer_phonemes(OqSynthesizer *synthesizer, const OqUtterance *utterance,
	const OqStyle *style, GError **error);
