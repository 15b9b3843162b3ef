/* spelling.h - a text letter by letter: every character by its name, spaces and signs too; "бас
 * әріп" says that a letter is a capital. One spelling per thread. */
#pragma once

#include "text/lexicon/lexicon.h"
#include "text/utterance.h"

typedef struct _OqSpelling OqSpelling;

/**
 * oq_spelling_new:
 * @lexicon: must outlive the spelling
 * @text: any bytes; is copied; what is not UTF-8 becomes U+FFFD
 */
OqSpelling *oq_spelling_new(const OqLexicon *lexicon, const char *text);
void oq_spelling_free(OqSpelling *spelling);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSpelling, oq_spelling_free)

/** oq_spelling_rewind: to the beginning of the text. */
void oq_spelling_rewind(OqSpelling *spelling);

/**
 * oq_spelling_next:
 * @utterance: (out caller-allocates): an initialized utterance, overwritten: a word and the space
 *   behind it, or a part of a long word; commas stand between the names
 *
 * Returns: FALSE at the end of the text
 */
gboolean oq_spelling_next(OqSpelling *spelling, OqUtterance *utterance);
