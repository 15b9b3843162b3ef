/* sounds.h - phonemes among the words that are said: [[t'ENrI]], perhaps with an ending in letters
 * behind them. Only whole words of an utterance are phonemes. */
#pragma once

#include "text/utterance.h"

/** OqSoundsSpell: (transfer full) (nullable): letters as phonemes without stress. */
typedef char *(*OqSoundsSpell)(const char *letters);

/**
 * oq_sounds_prepare:
 * @text: a copy of what @utterance says; changed, no byte moves but those of endings
 *
 * What only looks like phonemes, and control characters, become spaces. An ending in letters joins
 * the phonemes before it; when it has no phonemes, or needs more bytes for them, it stays.
 */
void oq_sounds_prepare(GString *text, const OqUtterance *utterance, OqSoundsSpell spell);

/** oq_sounds_are_at: whether phonemes begin at this byte of a prepared text. */
gboolean oq_sounds_are_at(const GString *text, gsize byte);
