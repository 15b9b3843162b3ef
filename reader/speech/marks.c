/* marks.c - see the header. */
#include "speech/marks.h"

#define UNKNOWN G_MAXUINT32

static void
take_places(const OqUtterance *utterance, const OqClause *clause, const GArray *places,
	gsize trimmed, gsize n_frames, GArray *frames)
{
	guint next = clause->first_word;

	for (guint i = 0; i < places->len; i++) {
		const OqPlace *place = &g_array_index(places, OqPlace, i);
		gsize frame = MIN(MAX(place->frame, trimmed) - trimmed, n_frames - 1);
		while (next < clause->end_word &&
			oq_utterance_word(utterance, next)->spoken_end <= place->byte)
			next++;
		if (next == clause->end_word)
			return;
		if (oq_utterance_word(utterance, next)->spoken_start > place->byte)
			continue;
		g_array_index(frames, guint32, next - clause->first_word) = (guint32)frame;
		next++;
	}
}

/* The words from @start to @end - 1 are not known; those beside them, if there are any, are. */
static void
fill_gap(GArray *frames, guint start, guint end, gsize n_frames)
{
	guint64 right = end < frames->len ? g_array_index(frames, guint32, end) : n_frames;
	guint64 left = start > 0 ? g_array_index(frames, guint32, start - 1) : 0;
	guint before = start > 0; /* the known word has its share of the time, too */

	for (guint i = start; i < end; i++)
		g_array_index(frames, guint32, i) =
			(guint32)(left +
				  (right - left) * (i - start + before) / (end - start + before));
}

void
oq_marks_find(const OqUtterance *utterance, const OqClause *clause, const GArray *places,
	gsize trimmed, gsize n_frames, GArray *frames)
{
	guint n_words = clause->end_word - clause->first_word;

	g_array_set_size(frames, n_words);
	for (guint i = 0; i < n_words; i++)
		g_array_index(frames, guint32, i) = UNKNOWN;
	take_places(utterance, clause, places, trimmed, n_frames, frames);
	for (guint i = 0; i < n_words; i++) {
		guint start = i;
		while (i < n_words && g_array_index(frames, guint32, i) == UNKNOWN)
			i++;
		fill_gap(frames, start, i, n_frames);
	}
}
