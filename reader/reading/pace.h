/* pace.h - how long the rest of a text will take, from what was heard of it so far. A plain value.
 */
#pragma once

#include <glib.h>

typedef struct {
	guint64 n_bytes; /* of the text that was heard … */
	guint64 n_words; /* … and the spoken words that it was */
} OqPace;

/** oq_pace_heard: a sentence was heard. */
void oq_pace_heard(OqPace *pace, guint64 n_bytes, guint n_words);

/** oq_pace_words: how many spoken words so many bytes are likely to be. */
guint64 oq_pace_words(const OqPace *pace, guint64 n_bytes);

/** oq_pace_seconds: how long they take at @speed_wpm. */
guint64 oq_pace_seconds(const OqPace *pace, guint64 n_bytes, guint speed_wpm);
