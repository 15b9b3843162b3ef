/* asides.h - what a text says in passing: notes, references, brackets (kazakh-reading.md, 9).
 *
 * Each function looks at the tokens from one on and returns how many of them are such a thing; 0:
 * they are none. */
#pragma once

#include "text/words/sentence.h"

/** [12], [3, с. 15], [1–4; 7] */
guint oq_asides_note(const OqSentence *sentence, guint at);

/** (Author, 2020), (қараңыз: Ахметов және Серік, 2019, 45-б.; Smith et al., 2020a) */
guint oq_asides_reference(const OqSentence *sentence, guint at);

/**
 * oq_asides_match: the brackets of a sentence.
 * @ends: (element-type guint): overwritten: for each token that opens a pair the index behind the
 *   pair, for all others 0
 *
 * Returns: FALSE when there are none, or one is not closed, or is closed by one of another kind; a
 *   closing one alone, as in a list, means nothing
 */
gboolean oq_asides_match(const OqSentence *sentence, GArray *ends);
