/* speller.h - one sentence as it was written becomes an utterance. */
#pragma once

#include "text/dictionary.h"
#include "text/languages.h"
#include "text/lexicon.h"
#include "text/utterance.h"

typedef struct _OqSpeller OqSpeller;

/** oq_speller_new: @lexicon must outlive the speller. */
OqSpeller *oq_speller_new(const OqLexicon *lexicon);
void oq_speller_free(OqSpeller *speller);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSpeller, oq_speller_free)

/** oq_speller_set_punctuation: which signs are named; OQ_PUNCTUATION_NONE unless it is called. */
void oq_speller_set_punctuation(OqSpeller *speller, OqPunctuation level);

/** oq_speller_set_dictionary: @dictionary (nullable) must outlive the speller. */
void oq_speller_set_dictionary(OqSpeller *speller, const OqDictionary *dictionary);

/** oq_speller_set_languages: those spoken beside Kazakh; all unless it is called. */
void oq_speller_set_languages(OqSpeller *speller, OqLanguages languages);

/** oq_speller_spell: fills spoken and words of an utterance whose text and start are set. */
void oq_speller_spell(OqSpeller *speller, OqUtterance *utterance);
