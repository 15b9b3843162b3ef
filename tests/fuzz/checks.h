/* checks.h - what holds for the spoken form of every text; the property test and the fuzzers share
 * it. What does not hold is printed with the text, and the process aborts. */
#pragma once

#include "text/lexicon/lexicon.h"
#include "text/rules/dictionary.h"

/** checks_hash: what is done with a text depends on nothing but its bytes. */
guint32 checks_hash(const char *bytes, gsize n_bytes);

/**
 * checks_read:
 * @dictionary: (nullable): its words may be Roman numerals, and phonemes in [[ ]]
 * @bytes: any; one in 512 is repeated until it is longer than any sentence may be
 *
 * Reads the text in pieces, at one level of punctuation, and checks that
 * - the utterances ascend, hold their slice of the source, and leave out nothing but white space;
 * - their words ascend, lie within them, and hold all letters that are spoken;
 * - nothing but letters, marks on them and punctuation is spoken: no digit or sign of any script;
 * - no Roman numeral of two letters or more is spoken but an acronym of acronyms.tsv, and what may
 *   be a word, as XL and MIX;
 * - what the listener, in one text of two, wants left out is of no word;
 * - no number is lost, and no sign that the listener wants to hear (said.h);
 * - one text in four becomes the same when it comes in one piece.
 */
void checks_read(
	const OqLexicon *lexicon, const OqDictionary *dictionary, const char *bytes, gsize n_bytes);

/** checks_read_at: the same of a text in one piece, at that level. */
void checks_read_at(
	const OqLexicon *lexicon, OqPunctuation punctuation, const char *bytes, gsize n_bytes);

/** checks_spell: the same of the names that oq_spelling_next() gives. */
void checks_spell(const OqLexicon *lexicon, const char *bytes, gsize n_bytes);
