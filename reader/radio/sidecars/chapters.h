/* chapters.h - the chapters of a programme: its items and its headings.
 *
 * The first one begins with the file. A text of one item without headings is one chapter. */
#pragma once

#include "radio/transcript.h"

typedef void (*OqChaptersEach)(guint64 frame, guint64 end_frame, const char *title, gpointer data);

/** oq_chapters_each: @each is called for each chapter, in order. @title: one line, never empty. */
void oq_chapters_each(const OqTranscript *transcript, OqChaptersEach each, gpointer data);

/** oq_chapters_text: "00:01:02 Title", a line each: what is put into the notes of a podcast. */
char *oq_chapters_text(const OqTranscript *transcript);

/** oq_chapters_json: the JSON chapters of podcastindex.org, version 1.2. @file: the audio's. */
char *oq_chapters_json(const OqTranscript *transcript, const char *file);

/** oq_chapters_ffmetadata: for ffmpeg -i AUDIO -i THIS -map_chapters 1 -codec copy OUT. */
char *oq_chapters_ffmetadata(const OqTranscript *transcript);
