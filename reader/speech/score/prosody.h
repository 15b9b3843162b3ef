/* prosody.h - tunes and pauses by punctuation, and the words of questions: voices/kk/pauses.tsv and
 * questions.tsv as one immutable object, which any number of threads may use
 * (kazakh-pronunciation.md, 7). */
#pragma once

#include "text/utterance.h"

/** How a clause ends. */
typedef enum {
	OQ_TUNE_STATEMENT,    /* falls; also a question that has a question word */
	OQ_TUNE_CONTINUATION, /* falls and rises: more is to come */
	OQ_TUNE_QUESTION,     /* ends high */
	OQ_TUNE_EXCLAMATION,
} OqTune;

/** What a mark, or a place without one, does to the clause before it. */
typedef struct {
	guint pause_ms; /* at OQ_SPEED_NORMAL_WPM */
	OqTune tune;
} OqClauseEnd;

typedef struct _OqProsody OqProsody;

/** oq_prosody_load: @folder: voices/kk; NULL and OQ_TABLE_ERROR, with file:line. */
OqProsody *oq_prosody_load(const char *folder, GError **error);
void oq_prosody_free(OqProsody *prosody);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqProsody, oq_prosody_free)

/**
 * oq_prosody_between:
 * @n_bytes: of @gap, what stands between two words: spaces, quotation marks, punctuation
 *
 * Returns: (nullable) (transfer none): the end that makes the longest pause; NULL where the words
 *   are said in one breath. A gap without a space joins its words.
 */
const OqClauseEnd *oq_prosody_between(const OqProsody *prosody, const char *gap, gsize n_bytes);

/**
 * oq_prosody_end:
 *
 * Returns: how the last clause of @utterance ends, and the pause behind the whole: nothing where an
 *   overlong sentence was cut between two words
 */
OqClauseEnd oq_prosody_end(const OqProsody *prosody, const OqUtterance *utterance);

/** oq_prosody_is_particle: a clause that ends in this word is a question. */
gboolean oq_prosody_is_particle(const OqProsody *prosody, const char *word, gsize n_bytes);

/** oq_prosody_is_question_word: as кім, нешінші, қайда. */
gboolean oq_prosody_is_question_word(const OqProsody *prosody, const char *word, gsize n_bytes);
