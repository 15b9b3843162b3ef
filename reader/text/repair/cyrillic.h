/* cyrillic.h - Kazakh that was written in Latin or Arabic letters becomes Cyrillic, each letter
 * with its place in the source. Part of clean.c.
 *
 * Words of the same letters beside each other are judged together (kinship.h); what may as well be
 * of another language stays as it is. The tables are rows of alphabets.tsv: letters of 2018 and
 * Arabic ones become those of 2021, and these Cyrillic ones. */
#pragma once

#include "text/repair/glyphs.h"

/** oq_cyrillic_are_marked: whether a letter shows that a text may be such Kazakh: q, ñ, all of
 * Arabic. */
gboolean oq_cyrillic_are_marked(gunichar c);

/** oq_cyrillic_settle: returns whether there was anything to change. */
gboolean oq_cyrillic_settle(const OqLexicon *lexicon, GArray *glyphs);
