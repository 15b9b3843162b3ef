/* capitals.h - how capital letters are told of in running text: by words before them, or by a short
 * sound. */
#pragma once

#include "speech/speech.h"
#include "text/utterance.h"

/** oq_capitals_name: @words: what is said before each word that begins with a capital. @text: that
 * the places of the utterance are in. */
void oq_capitals_name(OqUtterance *utterance, const char *text, const char *words);

/** oq_capitals_ring: (transfer full): @speech (transfer full) with a sound before each of these;
 * @volume_percent: of the sound. */
OqSpeech *oq_capitals_ring(OqSpeech *speech, const char *text, guint volume_percent);
