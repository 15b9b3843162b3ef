/* sayable.h - whether letters can be said as a word, or only one by one. */
#pragma once

#include "text/lexicon/lexicon.h"

/**
 * oq_sayable_is_word:
 * @word: Cyrillic letters in any case
 *
 * Returns: FALSE when there is no vowel among them, or two beside each other, or more consonants
 * between, before and behind them than syllables.tsv has
 */
gboolean oq_sayable_is_word(const OqLexicon *lexicon, OqSlice word);
