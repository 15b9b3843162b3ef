/* tagging.h - what a programme's file tells of it, as far as the programme itself shows. */
#pragma once

#include "audio/labels/tags.h"
#include "radio/transcript.h"

/** What chapters begin with. */
typedef enum {
	OQ_MARKS_NONE,
	OQ_MARKS_ITEM, /* a text among several */
	OQ_MARKS_PARAGRAPH,
	OQ_MARKS_SENTENCE,
} OqMarks;

/** oq_marks_read: "item", "paragraph" or "sentence"; FALSE when it is none of them. */
gboolean oq_marks_read(const char *name, OqMarks *marks);

/** oq_tagging_most: how many chapters of a file of that name players look for; 0: there is no end
 * of them. */
guint oq_tagging_most(const char *path);

/**
 * oq_tagging_complete:
 * @tags: what they tell already stays
 * @transcript: of all that is said
 *
 * The title is the heading with which it begins, else the first item's; the out cue is its last
 * words. Then where it sounds, and the chapters.
 */
void oq_tagging_complete(OqTags *tags, const OqTranscript *transcript, OqMarks marks);
