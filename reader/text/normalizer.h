/* normalizer.h - the pipeline of text/: bytes in, utterances out.
 * Feed bytes, take utterances until there are none, feed again; memory stays bounded whatever the
 * text is, as long as the utterances are taken before more is fed. One normalizer per thread. */
#pragma once

#include "text/languages/languages.h"
#include "text/lexicon/lexicon.h"
#include "text/rules/dictionary.h"
#include "text/utterance.h"

typedef struct _OqNormalizer OqNormalizer;

/** oq_normalizer_new: @lexicon must outlive the normalizer. */
OqNormalizer *oq_normalizer_new(const OqLexicon *lexicon);
void oq_normalizer_free(OqNormalizer *normalizer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqNormalizer, oq_normalizer_free)

/** oq_normalizer_set_punctuation: which signs are named from here on; at first those of running
 * text. */
void oq_normalizer_set_punctuation(OqNormalizer *normalizer, OqPunctuation level);

/** oq_normalizer_set_dictionary: words that go before all rules from here on; @dictionary
 * (nullable) must outlive the normalizer. */
void oq_normalizer_set_dictionary(OqNormalizer *normalizer, const OqDictionary *dictionary);

/** oq_normalizer_set_languages: those spoken beside Kazakh from here on; at first all. */
void oq_normalizer_set_languages(OqNormalizer *normalizer, OqLanguages languages);

/**
 * oq_normalizer_feed:
 * @bytes: (array length=n_bytes): UTF-8, cut anywhere, with or without a BOM at the beginning of
 *   the text; bad sequences and NUL become U+FFFD and are counted
 */
void oq_normalizer_feed(OqNormalizer *normalizer, const char *bytes, gsize n_bytes);

/** oq_normalizer_finish: the text ends here; oq_normalizer_next() then gives what is left. */
void oq_normalizer_finish(OqNormalizer *normalizer);

/**
 * oq_normalizer_next:
 * @utterance: (out caller-allocates): an initialized utterance, overwritten
 *
 * Returns: FALSE when more bytes are needed, or, after oq_normalizer_finish(), when the text is
 * done.
 */
gboolean oq_normalizer_next(OqNormalizer *normalizer, OqUtterance *utterance);

/** oq_normalizer_n_bad_bytes: how many bytes were replaced so far. */
guint64 oq_normalizer_n_bad_bytes(const OqNormalizer *normalizer);
