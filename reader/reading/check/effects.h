/* effects.h - rows that can never be found: each is read in sentences where it should be. */
#pragma once

#include "reading/check/sheet.h"

/**
 * oq_effects_judge_table: of abbreviations, acronyms, units and currencies each row is read; of
 *   words that stand beside others the letters are looked at.
 * @lexicon: with the table in it
 */
void oq_effects_judge_table(
	const OqSheet *sheet, const char *name, const OqLexicon *lexicon, GPtrArray *complaints);

/** oq_effects_judge_words: of a dictionary, its own rows alone. */
void oq_effects_judge_words(const OqSheet *sheet, const OqLexicon *lexicon, GPtrArray *complaints);
