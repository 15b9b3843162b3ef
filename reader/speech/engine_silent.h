/* engine_silent.h - an engine that says nothing for a known time, for tests of the layers above. */
#pragma once

#include "speech/engine.h"

/**
 * oq_engine_silent_new:
 * @frames_per_word: how long each word lasts, more than 0
 *
 * Not quite silent, so that the order of what was said can be read from the samples: all frames of
 * a word have the value of oq_engine_silent_sample(). Every word has its place. The phonemes are
 * the spoken text itself. Its pauses are those of prosody.h by the speed, and nothing else of a
 * style or voice changes anything.
 */
OqEngine *oq_engine_silent_new(guint rate_hz, guint frames_per_word);

/** oq_engine_silent_sample: 1 … 1000, by where the word starts in the source: -30 dB at most. */
gint16 oq_engine_silent_sample(const OqWord *word);
