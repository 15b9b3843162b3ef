/* latin.h - words in Latin letters written in Kazakh ones, for a voice that knows no others. */
#pragma once

#include "text/lexicon/lexicon.h"

/** oq_latin_any: whether there is a Latin letter in the words. */
gboolean oq_latin_any(OqSlice words);

/**
 * oq_latin_respell: by latin.tsv, letters with marks as those without; an acronym without a vowel
 * is spelled by the names of its letters. All else is copied.
 * @out: overwritten
 */
void oq_latin_respell(const OqLexicon *lexicon, OqSlice words, GString *out);
