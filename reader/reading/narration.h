/* narration.h - speaks texts into a sink, with the pauses that belong between sentences.
 *
 * A pause is written when the next sentence is known: there is none before the first and none after
 * the last, and utterances without words never make a pause longer than a paragraph's.
 * Memory holds one sentence. A narration belongs to one thread; to stop it from another one, drop
 * its sink.
 */
#pragma once

#include "audio/files/sink.h"
#include "reading/cursor.h"
#include "speech/synthesizer.h"

/** How far a narration is. */
typedef struct {
	guint64 n_sentences; /* spoken and written to the sink */
	guint64 n_frames;    /* with the pauses */
} OqNarrationCount;

typedef struct _OqNarration OqNarration;
typedef void (*OqNarrationProgress)(const OqNarrationCount *count, gpointer data);

/**
 * oq_narration_new:
 * @synthesizer, @sink: must outlive the narration and have the same rate; the sink is not finished
 * here
 */
OqNarration *oq_narration_new(OqSynthesizer *synthesizer, OqSink *sink, const OqStyle *style);
void oq_narration_free(OqNarration *narration);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqNarration, oq_narration_free)

/** oq_narration_on_progress: @progress (nullable) is called after each sentence. */
void oq_narration_on_progress(OqNarration *narration, OqNarrationProgress progress, gpointer data);

/**
 * oq_narration_speak:
 * @cursor: spoken to its end; several may follow each other, with a paragraph's pause between them
 *
 * Returns: FALSE and @error: OQ_DOCUMENT_ERROR, OQ_SPEECH_ERROR or OQ_AUDIO_ERROR; after an audio
 *   error the narration can only be freed.
 */
gboolean oq_narration_speak(OqNarration *narration, OqCursor *cursor, GError **error);

OqNarrationCount oq_narration_count(const OqNarration *narration);
