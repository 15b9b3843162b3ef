/* expected.h - what the reading of a text should sound like: its sentences, spoken apart from any
 * playback, one behind the other with their pauses. */
#pragma once

#include "reading/reader.h"

typedef struct {
	GArray *samples; /* of gint16 */
	GArray *words;   /* of OqMark: their frames are places in the samples */
	OqPool *pool;
	OqCursor *cursor;
	OqStyle style;
	gsize n_pause; /* … of silence at the end */
} Expected;

/** expected_new: from the beginning of the file. */
Expected *expected_new(const OqReader *reader, const char *path, const OqStyle *style);
void expected_free(Expected *expected);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Expected, expected_free)

/** expected_go: forgets what was said; goes on from there, as a new passage. */
void expected_go(Expected *expected, guint64 from, OqStep step, gint n);

/** expected_search: the same, from where @text is written next. */
void expected_search(Expected *expected, guint64 from, const char *text, gint direction);

/** expected_speak: until so many samples are known, or the text has ended. */
void expected_speak(Expected *expected, gsize n_samples);

/** expected_unbroken: how many samples of @heard from @at on are those from @place on. */
gsize expected_unbroken(Expected *expected, gsize place, const GArray *heard, gsize at);

/** expected_find: where what is heard at @at, behind a break, goes on: at the place that is
 * nearest; fails the test when there is none. */
gsize expected_find(const Expected *expected, gsize place, const GArray *heard, gsize at);

/** expected_distance: how many frames a place is away from where a word sounds, which is from its
 * first mark to the next word's; G_MAXINT64: it does not sound at all. */
gint64 expected_distance(const Expected *expected, gsize place, guint64 word_start);
