/* sounds.h - phonemes among the words that are said: [[t'ENrI]], perhaps with an ending in letters
 * behind them. Only whole words of an utterance are phonemes. */
#pragma once

#include "speech/score/clauses.h"

/** OqSoundsSpell: (transfer full) (nullable): letters as phonemes without stress. */
typedef char *(*OqSoundsSpell)(const char *letters);

/**
 * oq_sounds_prepare:
 * @text: overwritten where the words of @clause are, with what @utterance says; no byte moves but
 * those of endings
 *
 * An ending in letters joins the phonemes before it; when it has no phonemes, or needs more bytes
 * for them, it stays.
 */
void oq_sounds_prepare(
	GString *text, const OqUtterance *utterance, const OqClause *clause, OqSoundsSpell spell);

/** oq_sounds_are_in: whether a word of the clause is phonemes. */
gboolean oq_sounds_are_in(const OqUtterance *utterance, const OqClause *clause);

/** oq_sounds_are_at: whether phonemes begin at this byte, where a word does. */
gboolean oq_sounds_are_at(const GString *text, gsize byte);
