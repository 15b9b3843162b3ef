/* strangers.h - letters in Latin and Cyrillic words that no voice knows, by those that are near:
 * Җамал, Nguyễn. Part of clean.c.
 *
 * Words that begin with a letter of another alphabet are the affair of a rule (foreign.h), but what
 * cannot be put in other letters, such as 中, is parted from letters beside it. */
#pragma once

#include "text/repair/glyphs.h"

/** oq_strangers_settle: @scratch is overwritten. Returns: whether there is anything new. */
gboolean oq_strangers_settle(const OqLexicon *lexicon, GArray *glyphs, GString *scratch);
