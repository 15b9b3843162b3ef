/* narration.h - speaks texts into a sink, through a chain, with the pauses that belong between
 * sentences.
 *
 * A pause is written when the next sentence is known: there is none before the first and none after
 * the last, and utterances without words never make a pause longer than a paragraph's.
 * Memory holds one sentence. A narration belongs to one thread; to stop it from another one,
 * cancel what its calls were given.
 */
#pragma once

#include "audio/chain/chain.h"
#include "audio/files/sink.h"
#include "reading/cursor.h"
#include "speech/synthesizer.h"

/** How far a narration is. */
typedef struct {
	guint64 n_sentences; /* spoken and written to the sink */
	guint64 n_frames;    /* with the pauses, at the rate of speech */
} OqNarrationCount;

typedef struct _OqNarration OqNarration;
typedef void (*OqNarrationProgress)(const OqNarrationCount *count, gpointer data);

/**
 * oq_narration_new:
 * @synthesizer, @chain, @sink: must outlive the narration; the chain leads from the rate of the one
 *   to the rate and channels of the other
 */
OqNarration *oq_narration_new(
	OqSynthesizer *synthesizer, OqChain *chain, OqSink *sink, const OqStyle *style);
void oq_narration_free(OqNarration *narration);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqNarration, oq_narration_free)

/** oq_narration_on_progress: @progress (nullable) is called after each sentence. */
void oq_narration_on_progress(OqNarration *narration, OqNarrationProgress progress, gpointer data);

/**
 * oq_narration_speak:
 * @cursor: spoken to its end; several may follow each other, with a paragraph's pause between them
 * @stop: (nullable)
 *
 * Returns: FALSE and @error: OQ_DOCUMENT_ERROR, OQ_SPEECH_ERROR, or what the sink fails with; after
 *   an error of the sink the narration can only be freed.
 */
gboolean oq_narration_speak(
	OqNarration *narration, OqCursor *cursor, GCancellable *stop, GError **error);

/** oq_narration_finish: gives the sink what the chain holds back, and finishes it. */
gboolean oq_narration_finish(OqNarration *narration, GCancellable *stop, GError **error);

OqNarrationCount oq_narration_count(const OqNarration *narration);
