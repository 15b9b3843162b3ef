/* render.h - texts into a sink, through a pool and a chain, with the pauses that belong between
 * sentences.
 *
 * A pause is written when the next sound is known: there is none before the first and none after
 * the last, and utterances without words never make a pause longer than a paragraph's. What is
 * written does not depend on how many children the pool has. Memory holds what those are at work
 * on. One thread.
 */
#pragma once

#include "audio/chain/chain.h"
#include "audio/files/sink.h"
#include "reading/cursor.h"
#include "reading/journal.h"
#include "speech/pool.h"

/** How far a render is. */
typedef struct {
	guint64 n_sentences; /* spoken and written to the sink */
	guint64 n_frames;    /* with the pauses, at the rate of the speech */
	guint64 end;         /* of the last one, in bytes of its text */
} OqRenderCount;

/** What became of an utterance. */
typedef struct {
	const OqUtterance *utterance;
	guint first_word; /* of it that was wanted */
	OqBlock block;    /* that it stands in */
	const OqSpeech *speech;
	guint64 frame; /* where it begins to sound, counted as n_frames */
} OqRendered;

typedef struct _OqRender OqRender;
typedef void (*OqRenderProgress)(const OqRenderCount *count, gpointer data);
typedef void (*OqRenderSpeech)(const OqRendered *rendered, gpointer data);

/**
 * oq_render_new:
 * @pool, @chain, @sink: must outlive the render, as @style; the chain leads from the pool's rate to
 *   the sink's rate and channels
 * @chain, @sink: (nullable): nothing is written, but all is said and told
 */
OqRender *oq_render_new(OqPool *pool, OqChain *chain, OqSink *sink, const OqStyle *style);
void oq_render_free(OqRender *render);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqRender, oq_render_free)

/** oq_render_on_progress: @progress (nullable) is called after each sentence. */
void oq_render_on_progress(OqRender *render, OqRenderProgress progress, gpointer data);

/** oq_render_on_speech: @on_speech (nullable) is called for each utterance that sounds, just before
 * it is written; what it is given is valid within the call. */
void oq_render_on_speech(OqRender *render, OqRenderSpeech on_speech, gpointer data);

/** oq_render_set_journal: what is in it is not said again, and what is said goes into it; before
 * the first text. @journal: (nullable): must outlive the render. */
void oq_render_set_journal(OqRender *render, OqJournal *journal);

/** oq_render_set_spread: the first @n_pauses pauses between sentences are longer by @n_frames in
 * all (below 0: shorter), each by as much as the others; without such pauses it is silent behind
 * the last sound for as long. */
void oq_render_set_spread(OqRender *render, gint64 n_frames, guint n_pauses);

/** oq_render_set_style: what is added from now on is said like that; @style as in oq_render_new().
 */
void oq_render_set_style(OqRender *render, const OqStyle *style);

/** oq_render_set_pause: the next pause has so many frames, whatever the text asks for; also before
 * the first sound. */
void oq_render_set_pause(OqRender *render, guint64 n_frames);

/**
 * oq_render_add:
 * @cursor: read to its end; several may follow each other, with a paragraph's pause between them
 * @stop: (nullable): that of the cursor's document and of the sink
 *
 * Before the cursor waits for a pipe, all that is known is written.
 *
 * Returns: FALSE and the error of the cursor, the pool, the sink or the journal; then the render
 * can only be freed
 */
gboolean oq_render_add(OqRender *render, OqCursor *cursor, GCancellable *stop, GError **error);

/** oq_render_finish: gives the sink what the chain holds back, and finishes it. */
gboolean oq_render_finish(OqRender *render, GCancellable *stop, GError **error);

OqRenderCount oq_render_count(const OqRender *render);
