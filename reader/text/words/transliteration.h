/* transliteration.h - words in letters that no voice here knows, in those that are near
 * (transliteration.tsv). A letter with marks that the table lacks is what it is without them. */
#pragma once

#include "text/lexicon/lexicon.h"

/** oq_transliteration_is_strange: a letter that is neither of Kazakh or Russian nor said by the
 * English voice. */
gboolean oq_transliteration_is_strange(const OqLexicon *lexicon, gunichar c);

/**
 * oq_transliteration_say:
 * @word: letters and their marks
 * @out: appended: Latin letters for Latin ones, else Kazakh ones, the first a capital where it was
 *   one; nothing, where the word has only what is silent
 *
 * Returns: FALSE when a letter is not known; then @out is as it was
 */
gboolean oq_transliteration_say(const OqLexicon *lexicon, OqSlice word, GString *out);

/** oq_transliteration_name: what is said of a word that oq_transliteration_say() refuses, by its
 * first letter. */
const char *oq_transliteration_name(const OqLexicon *lexicon, gunichar letter);
