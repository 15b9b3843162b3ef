/* kinship.h - whether words in Latin or Arabic letters are Kazakh. Part of clean.c.
 *
 * Letters that Kazakh does not have speak against it, letters and words that only Kazakh has for
 * it; English, Turkish, Uzbek and others that have as many of them are left alone. */
#pragma once

#include "text/repair/glyphs.h"

typedef enum {
	OQ_KINSHIP_NONE,  /* not Kazakh, or in doubt */
	OQ_KINSHIP_NEW,   /* the alphabet of 2021 */
	OQ_KINSHIP_LOOSE, /* … where i stands for ı, too */
	OQ_KINSHIP_OLD,   /* that of 2018 */
} OqKinship;

/** Glyphs from first up to end. */
typedef struct {
	guint first;
	guint end;
} OqGlyphRun;

/** oq_kinship_of_latin: @run begins and ends with a word in Latin letters, and has no other words.
 */
OqKinship oq_kinship_of_latin(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun run);

/** oq_kinship_is_arabic: the same of Arabic letters: whether it is Kazakh. */
gboolean oq_kinship_is_arabic(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun run);

/** oq_kinship_is_other: whether a word among Kazakh ones stays as it is: it has letters or an order
 * of them that Kazakh does not have, is a Roman numeral, or part of an address. */
gboolean oq_kinship_is_other(const OqLexicon *lexicon, const GArray *glyphs, OqGlyphRun word);

/** oq_kinship_is_arabic_letter: also the sign of a word with front vowels. */
gboolean oq_kinship_is_arabic_letter(gunichar c);

/** oq_kinship_next_word: of letters of any alphabet, from a glyph on; FALSE: there is none. */
gboolean oq_kinship_next_word(
	const OqLexicon *lexicon, const GArray *glyphs, guint from, OqGlyphRun *word);
