/* narration.c - see the header. */
#include "reading/narration.h"

#define SILENCE_FRAMES 1024

struct _OqNarration {
	OqSynthesizer *synthesizer;
	OqSink *sink;
	OqNarrationProgress progress;
	gpointer progress_data;
	OqPassage passage; /* one utterance at a time: it is said as soon as it is known */
	gsize pending;     /* frames of the longest pause since the last sound */
	GError **error;    /* of the speaking under way */
	OqNarrationCount count;
};

OqNarration *
oq_narration_new(OqSynthesizer *synthesizer, OqSink *sink, const OqStyle *style)
{
	g_return_val_if_fail(synthesizer != NULL && sink != NULL && style != NULL, NULL);
	OqNarration *narration = g_new0(OqNarration, 1);
	narration->synthesizer = synthesizer;
	narration->sink = sink;
	oq_passage_init(&narration->passage, style);
	return narration;
}

void
oq_narration_free(OqNarration *narration)
{
	if (narration == NULL)
		return;
	oq_passage_clear(&narration->passage);
	g_free(narration);
}

void
oq_narration_on_progress(OqNarration *narration, OqNarrationProgress progress, gpointer data)
{
	narration->progress = progress;
	narration->progress_data = data;
}

static gboolean
write_samples(OqNarration *narration, const gint16 *samples, gsize n_frames, GError **error)
{
	if (n_frames > 0 && !oq_sink_write(narration->sink, samples, n_frames, error))
		return FALSE;
	narration->count.n_frames += n_frames;
	return TRUE;
}

static gboolean
write_pause(OqNarration *narration, GError **error)
{
	static const gint16 silence[SILENCE_FRAMES];
	gsize left = narration->count.n_frames > 0 ? narration->pending : 0;
	narration->pending = 0;
	for (gsize n = 0; left > 0; left -= n) {
		n = MIN(left, SILENCE_FRAMES);
		if (!write_samples(narration, silence, n, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
take_speech(OqSpeech *taken, gpointer data)
{
	g_autoptr(OqSpeech) speech = taken;
	OqNarration *narration = data;
	GError **error = narration->error;
	if (speech->n_voiced > 0 &&
		(!write_pause(narration, error) ||
			!write_samples(narration, speech->samples, speech->n_voiced, error)))
		return FALSE;
	narration->pending = MAX(narration->pending, speech->n_frames - speech->n_voiced);
	return TRUE;
}

static gboolean
speak_sentence(OqNarration *narration, GError **error)
{
	g_autoptr(GError) failure = NULL;
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
oq_narration_speak(OqNarration *narration, OqCursor *cursor, GError **error)
{
	g_return_val_if_fail(narration != NULL && cursor != NULL, FALSE);
	g_autoptr(GError) failure = NULL;
	while (next_sentence(narration, cursor, &failure)) {
		if (!speak_sentence(narration, error))
			return FALSE;
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

OqNarrationCount
oq_narration_count(const OqNarration *narration)
{
	return narration->count;
}
