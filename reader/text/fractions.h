/* fractions.h - decimals as Kazakh words (kazakh-reading.md, 4). */
#pragma once

#include "text/lexicon.h"

/**
 * oq_fractions_decimal:
 * @whole: digits before the decimal sign
 * @fraction: digits behind it, not empty; more than nine are read one by one
 *
 * Appends to words: "91", "2" gives "тоқсан бір бүтін оннан екі".
 */
void oq_fractions_decimal(
	const OqLexicon *lexicon, OqSlice whole, OqSlice fraction, GString *words);
