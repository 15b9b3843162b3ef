/* numerals.h - the Kazakh words for digits: cardinals, ordinals, one digit after the other.
 * Pure: one lexicon may serve any number of threads. */
#pragma once

#include "text/lexicon/lexicon.h"

/** The longest number that has words: 999 quintillions and the rest. */
#define OQ_NUMERALS_MAX_DIGITS 21

/**
 * oq_numerals_cardinal:
 * @digits: ASCII digits, no sign, no separators; leading zeros say nothing; more than
 *   OQ_NUMERALS_MAX_DIGITS are read one by one
 * @out: the words are appended, one space between them and before them if out is not empty
 *
 * "1996" gives "мың тоғыз жүз тоқсан алты" (kazakh-reading.md, 1).
 */
void oq_numerals_cardinal(const OqLexicon *lexicon, OqSlice digits, GString *out);

/** oq_numerals_digits: "007" gives "нөл нөл жеті" (kazakh-reading.md, 1). */
void oq_numerals_digits(const OqLexicon *lexicon, OqSlice digits, GString *out);

/** oq_numerals_make_ordinal: makes the last of the words, a numeral, ordinal (kazakh-reading.md,
 * 2). */
void oq_numerals_make_ordinal(const OqLexicon *lexicon, GString *words);
