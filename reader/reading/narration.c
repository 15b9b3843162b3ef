/* narration.c - see the header. */
#include "reading/narration.h"

/* What goes through the chain at once, so that memory stays in the cache. */
#define BLOCK_FRAMES 65536

struct _OqNarration {
	OqSynthesizer *synthesizer;
	OqChain *chain;
	OqSink *sink;
	OqNarrationProgress progress;
	gpointer progress_data;
	OqPassage passage;  /* one utterance at a time: it is said as soon as it is known */
	gsize pending;      /* frames of the longest pause since the last sound */
	GArray *frames;     /* of gfloat: what the chain gives */
	GCancellable *stop; /* of the speaking under way, as the next one */
	GError **error;
	OqNarrationCount count;
};

OqNarration *
oq_narration_new(OqSynthesizer *synthesizer, OqChain *chain, OqSink *sink, const OqStyle *style)
{
	g_return_val_if_fail(synthesizer != NULL && chain != NULL, NULL);
	g_return_val_if_fail(sink != NULL && style != NULL, NULL);
	OqNarration *narration = g_new0(OqNarration, 1);
	narration->synthesizer = synthesizer;
	narration->chain = chain;
	narration->sink = sink;
	narration->frames = g_array_new(FALSE, FALSE, sizeof(gfloat));
	oq_passage_init(&narration->passage, style);
	return narration;
}

void
oq_narration_free(OqNarration *narration)
{
	if (narration == NULL)
		return;
	oq_passage_clear(&narration->passage);
	g_array_unref(narration->frames);
	g_free(narration);
}

void
oq_narration_on_progress(OqNarration *narration, OqNarrationProgress progress, gpointer data)
{
	narration->progress = progress;
	narration->progress_data = data;
}

static gboolean
write_frames(OqNarration *narration, GCancellable *stop, GError **error)
{
	const gfloat *frames = (const gfloat *)(gpointer)narration->frames->data;
	gsize n_frames = narration->frames->len / narration->sink->n_channels;
	gboolean is_written =
		n_frames == 0 || oq_sink_write(narration->sink, frames, n_frames, stop, error);
	g_array_set_size(narration->frames, 0);
	return is_written;
}

static gboolean
write_samples(OqNarration *narration, const gint16 *samples, gsize n_frames)
{
	for (gsize at = 0; at < n_frames; at += BLOCK_FRAMES) {
		gsize n = MIN(n_frames - at, BLOCK_FRAMES);
		oq_chain_add(narration->chain, samples + at, n, narration->frames);
		if (!write_frames(narration, narration->stop, narration->error))
			return FALSE;
	}
	narration->count.n_frames += n_frames;
	return TRUE;
}

static gboolean
write_pause(OqNarration *narration)
{
	gsize n_frames = narration->count.n_frames > 0 ? narration->pending : 0;
	g_autofree gint16 *silence = g_new0(gint16, n_frames);
	narration->pending = 0;
	return write_samples(narration, silence, n_frames);
}

static gboolean
take_speech(OqSpeech *taken, gpointer data)
{
	g_autoptr(OqSpeech) speech = taken;
	OqNarration *narration = data;
	if (speech->n_voiced > 0 &&
		(!write_pause(narration) ||
			!write_samples(narration, speech->samples, speech->n_voiced)))
		return FALSE;
	narration->pending = MAX(narration->pending, speech->n_frames - speech->n_voiced);
	return TRUE;
}

static gboolean
speak_sentence(OqNarration *narration, GCancellable *stop, GError **error)
{
	g_autoptr(GError) failure = NULL;
	narration->stop = stop;
	narration->error = &failure;
	oq_synthesizer_speak(
		narration->synthesizer, &narration->passage, take_speech, narration, &failure);
	if (failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	if (narration->passage.utterances[0].words->len == 0)
		return TRUE;
	narration->count.n_sentences++;
	if (narration->progress != NULL)
		narration->progress(&narration->count, narration->progress_data);
	return TRUE;
}

static gboolean
next_sentence(OqNarration *narration, OqCursor *cursor, GError **error)
{
	oq_passage_reset(&narration->passage);
	if (!oq_cursor_next(cursor, oq_passage_spare(&narration->passage), error))
		return FALSE;
	oq_passage_add(&narration->passage);
	return TRUE;
}

gboolean
oq_narration_speak(OqNarration *narration, OqCursor *cursor, GCancellable *stop, GError **error)
{
	g_return_val_if_fail(narration != NULL && cursor != NULL, FALSE);
	g_autoptr(GError) failure = NULL;
	while (next_sentence(narration, cursor, &failure)) {
		if (!speak_sentence(narration, stop, error))
			return FALSE;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

gboolean
oq_narration_finish(OqNarration *narration, GCancellable *stop, GError **error)
{
	oq_chain_finish(narration->chain, narration->frames);
	return write_frames(narration, stop, error) && oq_sink_finish(narration->sink, stop, error);
}

OqNarrationCount
oq_narration_count(const OqNarration *narration)
{
	return narration->count;
}
