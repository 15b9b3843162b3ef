/* expander.h - one sentence as it was written becomes an utterance: what it stands for, written
 * out. (spelling.h names its characters instead.) */
#pragma once

#include "text/languages/languages.h"
#include "text/lexicon/lexicon.h"
#include "text/rules/dictionary.h"
#include "text/rules/skips.h"
#include "text/utterance.h"

typedef struct _OqExpander OqExpander;

/** oq_expander_new: @lexicon must outlive the expander. */
OqExpander *oq_expander_new(const OqLexicon *lexicon);
void oq_expander_free(OqExpander *expander);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqExpander, oq_expander_free)

/** oq_expander_set_punctuation: which signs are named; OQ_PUNCTUATION_NONE unless it is called. */
void oq_expander_set_punctuation(OqExpander *expander, OqPunctuation level);

/** oq_expander_set_dictionary: @dictionary (nullable) must outlive the expander. */
void oq_expander_set_dictionary(OqExpander *expander, const OqDictionary *dictionary);

/** oq_expander_set_languages: those spoken beside Kazakh; all unless it is called. */
void oq_expander_set_languages(OqExpander *expander, OqLanguages languages);

/** oq_expander_set_lang: that the text is told to be in; OQ_N_LANGS, as unless it is called: it is
 * not told, and guessed. */
void oq_expander_set_lang(OqExpander *expander, OqLang lang);

/** oq_expander_set_skips: what is left out; nothing unless it is called. */
void oq_expander_set_skips(OqExpander *expander, OqSkips skips);

/** oq_expander_set_quotes: whether words are told to be quoted; they are not unless it is called.
 */
void oq_expander_set_quotes(OqExpander *expander, gboolean quotes);

/** oq_expander_end_quotes: what is open ends here, as at the end of a paragraph. */
void oq_expander_end_quotes(OqExpander *expander);

/** oq_expander_expand: fills spoken, words and left_out of an utterance whose text and start are
 * set. */
void oq_expander_expand(OqExpander *expander, OqUtterance *utterance);
