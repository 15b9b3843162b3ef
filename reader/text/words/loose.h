/* loose.h - endings behind a number as hands in a hurry write them: 5те, 25 ке, 5 -ші, 4- ге
 * (kazakh-reading.md, 5). Behind a clean hyphen they are oq_sentence_find_suffix()'s. */
#pragma once

#include "text/words/sentence.h"

/**
 * oq_loose_find_suffix:
 * @at: behind a number, a sign or a word
 * @suffixes: (out): the endings written there, behind a clean hyphen or, after a number or a sign
 *   such as %, without one
 *
 * Returns: the number of tokens that they are; 0: there are none
 */
guint oq_loose_find_suffix(const OqSentence *sentence, guint at, OqSuffixes *suffixes);

/** oq_loose_find_particle: whether the particle да, де, та, те stands there, behind a gap.
 * @suffixes: (out): the ending that sounds like it */
gboolean oq_loose_find_particle(const OqSentence *sentence, guint at, OqSuffixes *suffixes);
