/* normalizer.h - the pipeline of text/: a block of text in, utterances out.
 * They are a function of the tables, the dictionary, the taste and the block: blocks may come in
 * any order. Begin a block, feed text, take utterances until there are none, feed again, end;
 * memory stays bounded however long the block is, as long as the utterances are taken before more
 * is fed. One normalizer per thread. */
#pragma once

#include "text/block.h"
#include "text/lexicon/lexicon.h"
#include "text/rules/dictionary.h"
#include "text/rules/skips.h"
#include "text/utterance.h"

/** How the listener wants a text to be read. */
typedef struct {
	OqPunctuation punctuation; /* the signs that are named */
	OqLanguages languages;     /* those spoken beside Kazakh */
	OqSkips skips;             /* what is left out */
	gboolean written_pauses;   /* [pause 2s] is one */
	gboolean quotes;           /* words are told to be quoted */
} OqTaste;

/** OQ_TASTE_DEFAULT: running text, all languages, all of it. */
#define OQ_TASTE_DEFAULT ((OqTaste){.languages = OQ_LANGUAGES_ALL})

typedef struct _OqNormalizer OqNormalizer;

/**
 * oq_normalizer_new:
 * @lexicon: must outlive the normalizer, as @dictionary
 * @dictionary: (nullable): words that go before all rules
 */
OqNormalizer *oq_normalizer_new(
	const OqLexicon *lexicon, const OqDictionary *dictionary, const OqTaste *taste);
void oq_normalizer_free(OqNormalizer *normalizer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqNormalizer, oq_normalizer_free)

/** oq_normalizer_lexicon: that it was made with. */
const OqLexicon *oq_normalizer_lexicon(const OqNormalizer *normalizer);

/** oq_normalizer_begin: @block: is copied; what is left of the block before it is dropped. */
void oq_normalizer_begin(OqNormalizer *normalizer, const OqBlock *block);

/**
 * oq_normalizer_feed:
 * @text: (array length=n_bytes): more of the block: UTF-8 without NUL, no character of it cut
 */
void oq_normalizer_feed(OqNormalizer *normalizer, const char *text, gsize n_bytes);

/** oq_normalizer_end: the block ends here; oq_normalizer_next() then gives what is left. */
void oq_normalizer_end(OqNormalizer *normalizer);

/** oq_normalizer_cut: the same where a long text is cut, and the next block goes on with the
 * sentence that ends this one: no pause of a paragraph follows it. */
void oq_normalizer_cut(OqNormalizer *normalizer);

/**
 * oq_normalizer_next:
 * @utterance: (out caller-allocates): an initialized utterance, overwritten
 *
 * Returns: FALSE when more text is needed, or, after oq_normalizer_end(), when the block is done.
 */
gboolean oq_normalizer_next(OqNormalizer *normalizer, OqUtterance *utterance);
