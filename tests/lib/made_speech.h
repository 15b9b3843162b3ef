/* made_speech.h - speeches for the tests of what plays them: no two samples of one are alike. */
#pragma once

#include "speech/speech.h"

/**
 * made_speech: its source range is start … start + 100, its samples are @first and what follows,
 *   never 0; a word begins at each word_frames of it, at start, start + 1 …
 */
static inline OqSpeech *
made_speech(
	guint64 start, guint rate_hz, gsize n_voiced, gsize n_pause, gsize word_frames, guint first)
{
	g_autoptr(GArray) samples = g_array_new(FALSE, FALSE, sizeof(gint16));
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(OqMark));
	for (gsize i = 0; i < n_voiced; i++) {
		gint16 sample = (gint16)(1 + (first + i) % 30000);
		g_array_append_val(samples, sample);
		if (word_frames == 0 || i % word_frames != 0)
			continue;
		OqMark mark = {(guint32)i, start + marks->len, start + marks->len + 1};
		g_array_append_val(marks, mark);
	}
	OqSpeech head = {
		.rate_hz = rate_hz,
		.start = start,
		.end = start + 100,
		.n_voiced = n_voiced,
		.n_frames = n_voiced + n_pause,
		.n_marks = marks->len,
		.marks = (const OqMark *)(gconstpointer)marks->data,
		.samples = (const gint16 *)(gconstpointer)samples->data,
	};
	return oq_speech_new(&head);
}
