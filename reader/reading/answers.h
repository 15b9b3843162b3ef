/* answers.h - what is said to a listener, as whole phrases in the language of the messages: they
 * are spoken and printed alike, so they hold no sign that cannot be said. All are (transfer full).
 */
#pragma once

#include "reading/playback/playback.h"

/** oq_answers_duration: "2 hours 5 minutes"; below a minute in seconds. */
char *oq_answers_duration(guint64 n_seconds);

/** Where a listener is; what is not known is 0 or NULL. */
typedef struct {
	const char *title;   /* nullable */
	const char *heading; /* nullable: the one that the place is below … */
	guint number;        /* … which it is, from 1, … */
	guint n_headings;    /* … of how many */
	gint percent;        /* 0-100; -1: not known, as in a pipe */
	gint64 left_s;       /* to the end at this speed; -1: not known */
	guint sleep_minutes; /* until the sleep timer ends the reading */
} OqWhere;

char *oq_answers_where(const OqWhere *where);

/** oq_answers_chapter: "Title, chapter 3 of 12"; @number: from 1. */
char *oq_answers_chapter(const char *title, guint number, guint n_chapters);

/** oq_answers_speed, _pitch, _volume: as they are now. */
char *oq_answers_speed(guint speed_wpm);
char *oq_answers_pitch(guint pitch_percent);
char *oq_answers_volume(guint volume_percent);

/** oq_answers_study_pause: @pause_ms: behind every sentence; 0: none. */
char *oq_answers_study_pause(guint pause_ms);

/** oq_answers_sleep: @n_minutes: 0: the timer is off. */
char *oq_answers_sleep(guint n_minutes);

/** oq_answers_refusal: why a jump did not lead where it should; of one that did, NULL. */
const char *oq_answers_refusal(OqPlaybackRefusal refusal);

/** oq_answers_choice: a line of a list: its @label, then which of how many it is; @index from 0. */
char *oq_answers_choice(const char *label, guint index, guint n_choices);

/** oq_answers_word_place: which word of its sentence it is; @index from 0. */
char *oq_answers_word_place(const char *word, guint index, guint n_words);

/** oq_answers_resume: where the reading goes on, when it does not begin at the beginning. */
char *oq_answers_resume(const char *title, gint percent);
