/* timeline.c - see the header. */
#include "reading/timeline.h"

void
oq_timeline_init(OqTimeline *timeline)
{
	timeline->rate_hz = 0;
	timeline->words = g_array_new(FALSE, FALSE, sizeof(OqTimelineMark));
	timeline->sentences = g_array_new(FALSE, FALSE, sizeof(OqTimelineMark));
}

void
oq_timeline_clear(OqTimeline *timeline)
{
	g_clear_pointer(&timeline->words, g_array_unref);
	g_clear_pointer(&timeline->sentences, g_array_unref);
}

void
oq_timeline_add(OqTimeline *timeline, const OqSpeech *speech, guint64 frame)
{
	const OqTimelineMark sentence = {frame, speech->start, speech->end};

	timeline->rate_hz = speech->rate_hz;
	if (speech->n_voiced > 0)
		g_array_append_val(timeline->sentences, sentence);
	for (guint i = 0; i < speech->n_marks; i++) {
		const OqMark *mark = &speech->marks[i];
		const OqTimelineMark word = {frame + mark->frame, mark->start, mark->end};
		g_array_append_val(timeline->words, word);
	}
}

const OqTimelineMark *
oq_timeline_word_at(const OqTimeline *timeline, guint64 frame)
{
	guint low = 0,
	      high = timeline->words->len; /* the first word behind the frame is in between */

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(timeline->words, OqTimelineMark, middle).frame <= frame)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? &g_array_index(timeline->words, OqTimelineMark, low - 1) : NULL;
}
