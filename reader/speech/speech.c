/* speech.c - see the header. */
#include "speech/speech.h"

#include <string.h>

G_DEFINE_QUARK(oq_speech_error, oq_speech_error)

/* One piece of memory: the struct, the marks, the samples. */
OqSpeech *
oq_speech_new(const OqSpeech *head)
{
	gsize marks_bytes = head->n_marks * sizeof(OqMark);
	gsize samples_bytes = head->n_voiced * sizeof(gint16);
	OqSpeech *speech = g_malloc(sizeof *speech + marks_bytes + samples_bytes);
	guint8 *marks = (guint8 *)(speech + 1);

	*speech = *head;
	speech->n_refs = 1;
	if (marks_bytes > 0)
		memcpy(marks, head->marks, marks_bytes);
	if (samples_bytes > 0)
		memcpy(marks + marks_bytes, head->samples, samples_bytes);
	speech->marks = (const OqMark *)(gconstpointer)marks;
	speech->samples = (const gint16 *)(gconstpointer)(marks + marks_bytes);
	return speech;
}

OqSpeech *
oq_speech_ref(OqSpeech *speech)
{
	g_atomic_int_inc(&speech->n_refs);
	return speech;
}

void
oq_speech_unref(OqSpeech *speech)
{
	if (speech != NULL && g_atomic_int_dec_and_test(&speech->n_refs))
		g_free(speech);
}

const OqMark *
oq_speech_mark_at(const OqSpeech *speech, gsize frame)
{
	guint low = 0, high = speech->n_marks; /* the first mark behind the frame is in between */

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (speech->marks[middle].frame <= frame)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? &speech->marks[low - 1] : NULL;
}
