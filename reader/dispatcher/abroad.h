/* abroad.h - a text in a language that the Kazakh rules do not read, as utterances for a voice
 * that knows its own numbers and signs. One thread. */
#pragma once

#include "text/lexicon/lexicon.h"
#include "text/utterance.h"

typedef struct _OqAbroad OqAbroad;

/** oq_abroad_new: @text: UTF-8, which is copied; @punctuation: the signs that are named;
 * OQ_PUNCTUATION_SPELLING: the text is said character by character. */
OqAbroad *oq_abroad_new(const char *text, OqPunctuation punctuation);
void oq_abroad_free(OqAbroad *abroad);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqAbroad, oq_abroad_free)

/**
 * oq_abroad_next:
 * @utterance: (out caller-allocates): an initialized utterance, overwritten
 *
 * Returns: FALSE at the end of the text
 */
gboolean oq_abroad_next(OqAbroad *abroad, OqUtterance *utterance);

/** oq_abroad_is_kazakh: more of the letters are strange to the language, as eSpeak NG names it,
 * than are its own; or, in Russian, there is one that Kazakh alone has. The Kazakh rules read it
 * then. */
gboolean oq_abroad_is_kazakh(const char *text, const char *language);
