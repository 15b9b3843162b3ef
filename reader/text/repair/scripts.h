/* scripts.h - which alphabet a word is in, when the letters of two are mixed. Part of clean.c.
 *
 * A letter of one alphabet without a twin in the other decides; if there is none, the majority
 * does, and Cyrillic where they are even. Then the letters that look like others are put right
 * (lookalikes.tsv). Words of one alphabet stay as they are, and so do those with letters that
 * decide in both, and a Latin name with a Kazakh ending: iPhoneға. Initials go with their name:
 * Н.A.Назарбаев. */
#pragma once

#include "text/repair/glyphs.h"

/** oq_scripts_settle: @scratch is overwritten. */
void oq_scripts_settle(const OqLexicon *lexicon, GArray *glyphs, GString *scratch);
