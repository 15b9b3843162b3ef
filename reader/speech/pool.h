/* pool.h - utterances spoken by children of a nursery, in order.
 *
 * A passage is a run of at most OQ_PASSAGE_MAX utterances. Each is said by a child of its own,
 * which is like new, so what a passage sounds like depends on its utterances and their style alone:
 * not on what was said before, nor on how many children there are. A passage begins with the first
 * utterance, behind a full one, where the style changes or only a part of an utterance is wanted,
 * and behind oq_pool_forget(). A child is given each utterance at once and answers each by itself:
 * the first sound waits for no other.
 *
 * A child that dies or is silent for too long is replaced, and the passage said again, of which
 * what is known already is left out: nobody hears of it. An utterance that ends two children in a
 * row, each time by itself, is left out.
 *
 * Threads: one at a time.
 */
#pragma once

#include "base/processes/nursery.h"
#include "speech/passage.h"
#include "speech/speech.h"

typedef struct _OqPool OqPool;

/** OqPoolLeftOut: what could not be said. @paragraph: as in OqUtterance; @begins: the beginning of
 * what was to be said. */
typedef void (*OqPoolLeftOut)(guint paragraph, const char *begins, gpointer data);

/** oq_pool_new: @nursery must outlive the pool, and its children serve by oq_server_run(). */
OqPool *oq_pool_new(OqNursery *nursery, guint n_children);
void oq_pool_free(OqPool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPool, oq_pool_free)

/** oq_pool_set_limits: what children that are made from now on may take. */
void oq_pool_set_limits(OqPool *pool, const OqChildLimits *limits);

/** oq_pool_share: of @n_free children (nullable) it may take those that it needs besides one of its
 * own, as other pools in other threads may; its number stays the most that it has. */
void oq_pool_share(OqPool *pool, gint *n_free);

/** oq_pool_on_left_out: @left_out (nullable) is called within oq_pool_take(). */
void oq_pool_on_left_out(OqPool *pool, OqPoolLeftOut left_out, gpointer data);

/**
 * oq_pool_push: never waits; copies what it is given.
 * @first_word: index of the first word that is wanted, 0: all
 */
void oq_pool_push(
	OqPool *pool, const OqUtterance *utterance, guint first_word, const OqStyle *style);

/** oq_pool_begins: what is pushed next begins a passage. */
gboolean oq_pool_begins(const OqPool *pool, guint first_word, const OqStyle *style);

/** oq_pool_is_full: pushing more would only cost memory. */
gboolean oq_pool_is_full(const OqPool *pool);

/** oq_pool_n_waiting: utterances that were pushed and whose speeches were not taken. */
guint oq_pool_n_waiting(const OqPool *pool);

/**
 * oq_pool_take: waits for the next speech, in the order of pushing.
 *
 * Returns: (transfer full): one for each utterance; what was left out has no sound. NULL without an
 *   error: none is waiting. Errors: G_IO_ERROR_CANCELLED, then all is as before; OQ_SPEECH_ERROR of
 *   the engine and OQ_CHILD_ERROR, then only forget and free are of use
 */
OqSpeech *oq_pool_take(OqPool *pool, GCancellable *stop, GError **error);

/** oq_pool_phonemes: (transfer full): what would sound, in IPA; with no speech waiting. Errors: as
 * oq_pool_take(), and OQ_SPEECH_ERROR_FAILED about this utterance. */
char *oq_pool_phonemes(OqPool *pool, const OqUtterance *utterance, const OqStyle *style,
	GCancellable *stop, GError **error);

/** oq_pool_forget: drops what was pushed, at once. */
void oq_pool_forget(OqPool *pool);

/** oq_pool_check: waits until the voice can speak, or gives the error why it cannot. @rate_hz:
 * (out): of all speeches. */
gboolean oq_pool_check(OqPool *pool, guint *rate_hz, GCancellable *stop, GError **error);
