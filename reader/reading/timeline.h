/* timeline.h - which word sounds when: the marks of speeches that follow each other, by the frame
 * of the whole. Grows with what is spoken; for jumps by seconds, and tests. */
#pragma once

#include "speech/speech.h"

typedef struct {
	guint64 frame; /* from the beginning of the first speech */
	guint64 start; /* source range */
	guint64 end;
} OqTimelineMark;

typedef struct {
	guint rate_hz;
	GArray *words;     /* of OqTimelineMark, ascending by frame */
	GArray *sentences; /* of the same: utterances that sound */
} OqTimeline;

void oq_timeline_init(OqTimeline *timeline);
void oq_timeline_clear(OqTimeline *timeline);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqTimeline, oq_timeline_clear)

/** oq_timeline_add: @frame: where the speech begins; not before the one that was added last. */
void oq_timeline_add(OqTimeline *timeline, const OqSpeech *speech, guint64 frame);

/** oq_timeline_word_at: (nullable): the word that sounds at a frame, or sounded last before it. */
const OqTimelineMark *oq_timeline_word_at(const OqTimeline *timeline, guint64 frame);
