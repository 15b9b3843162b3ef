/* espeak_text.h - a clause as it is given to eSpeak NG, without what 1.51 cannot bear. */
#pragma once

#include "speech/espeak/alphabets.h"
#include "speech/score/clauses.h"

/** Whom a text is for. */
typedef struct {
	gboolean is_kazakh;         /* a voice that speaks Kazakh, Russian and English */
	const OqAlphabet *alphabet; /* of another one */
} OqEspeakEar;

/** oq_espeak_text_is_spelled: there are signs in the clause that are to be named; the voice
 * must then name all of them. */
gboolean oq_espeak_text_is_spelled(const OqUtterance *utterance, const OqClause *clause);

/**
 * oq_espeak_text_make:
 * @spoken: what @utterance says, of the same length, its phonemes made ready (speech/sounds.h)
 * @text: overwritten: the words of @clause, with a space or a hyphen between them, and a mark for
 * its tune, unless signs are named; what may not be given to eSpeak has become spaces
 * @places: (element-type guint32): overwritten: for each character of @text its byte in @spoken
 */
void oq_espeak_text_make(const GString *spoken, const OqUtterance *utterance,
	const OqClause *clause, const OqEspeakEar *ear, GString *text, GArray *places);
