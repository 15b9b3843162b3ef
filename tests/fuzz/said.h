/* said.h - whether all is said that a listener may not miss. */
#pragma once

#include "text/lexicon/lexicon.h"
#include "text/utterance.h"

/** said_hidden_bytes: how much of the source steers a terminal. */
gsize said_hidden_bytes(const OqUtterance *utterance);

/**
 * said_find_lost:
 *
 * Numbers and signs of money have to stand in the source of a word at every level, all other signs
 * at OQ_PUNCTUATION_SOME and above; Ⅳ must not be said as letters.
 *
 * Returns: a character of the source that is lost, or 0
 */
gunichar said_find_lost(const OqUtterance *utterance, OqPunctuation punctuation);

/** said_leaves_out: what is left out ascends, lies within the utterance, and no word is made of it.
 */
gboolean said_leaves_out(const OqUtterance *utterance);

/** said_has_sound_doubts: what was guessed ascends within the sentence, and names words that there
 * are. */
gboolean said_has_sound_doubts(const OqLexicon *lexicon, const OqUtterance *utterance);
