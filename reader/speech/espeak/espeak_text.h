/* espeak_text.h - a clause as it is given to eSpeak NG, without what 1.51 cannot bear. */
#pragma once

#include "speech/score/clauses.h"

/**
 * oq_espeak_text_make:
 * @spoken: what @utterance says, of the same length, its phonemes made ready (speech/sounds.h)
 * @text: overwritten: the words of @clause, with a space or a hyphen between them, and a mark for
 * its tune; what may not be given to eSpeak has become spaces
 * @places: (element-type guint32): overwritten: for each character of @text its byte in @spoken
 */
void oq_espeak_text_make(const GString *spoken, const OqUtterance *utterance,
	const OqClause *clause, GString *text, GArray *places);
