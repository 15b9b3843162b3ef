/* capitals.h - a heading in capitals, with a number in it. Part of clean.c.
 *
 * Its Cyrillic words are put in small letters, so that the rules know the nouns and endings beside
 * the number; what may be an acronym stays: a word of acronyms.tsv, one without a vowel, a Roman
 * numeral, a single letter. */
#pragma once

#include "text/repair/glyphs.h"

/** oq_capitals_are_all: whether there are letters, and no small one. */
gboolean oq_capitals_are_all(const OqLetters *letters, OqSlice sentence);

/** oq_capitals_lower: if it is a heading; @scratch is overwritten. */
void oq_capitals_lower(const OqLexicon *lexicon, GArray *glyphs, GString *scratch);
