/* transcript.h - what is said when: the items, sentences and words of a programme, by the frames of
 * the file that it becomes.
 *
 * Grows with what is spoken. One thread at a time. */
#pragma once

#include "reading/render.h"

typedef struct {
	guint64 frame;     /* of the file, silence at its head included */
	guint64 end_frame; /* where the next word or a pause begins */
	guint64 start;     /* source range, in bytes */
	guint64 end;
	const char *spoken;
} OqTranscriptWord;

typedef struct {
	guint64 frame; /* of what sounds */
	guint64 end_frame;
	guint64 start; /* source range, in bytes */
	guint64 end;
	guint item;      /* index in items */
	guint paragraph; /* as in OqUtterance */
	OqBlockKind kind;
	guint level; /* as in OqBlock */
	OqLang lang;
	OqBreak follows;
	const char *text; /* as written, byte for byte of the source range, but for spaces where a
			     line breaks and where something is left out */
	const char *spoken;
	guint first_word; /* index in words */
	guint n_words;
} OqTranscriptSentence;

/** A text among several. */
typedef struct {
	const char *title; /* nullable */
	const char *file;  /* nullable; as the system spells it */
	guint64 frame;     /* of its first sentence */
} OqTranscriptItem;

typedef struct {
	guint rate_hz;
	guint64 n_frames;      /* of the file */
	GArray *items;         /* of OqTranscriptItem */
	GArray *sentences;     /* of OqTranscriptSentence: those that sound, ascending */
	GArray *words;         /* of OqTranscriptWord, those of a sentence ascending */
	GStringChunk *strings; /* that all of these point into */

	/* Where the sound of the speeches lies in the file. */
	guint64 speech_frame;
	guint64 file_frame;
} OqTranscript;

/** oq_transcript_new: @rate_hz: of the file. */
OqTranscript *oq_transcript_new(guint rate_hz);
void oq_transcript_free(OqTranscript *transcript);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTranscript, oq_transcript_free)

/** oq_transcript_place: from now on the frame @speech_frame of the speeches (OqRendered.frame) is
 * the file's frame @file_frame; before, the first one is the first. */
void oq_transcript_place(OqTranscript *transcript, guint64 speech_frame, guint64 file_frame);

/** oq_transcript_begin_item: @title, @file: (nullable). What is added before any has begun is one
 * without a title. */
void oq_transcript_begin_item(OqTranscript *transcript, const char *title, const char *file);

/** oq_transcript_add: as the speeches come; see oq_render_on_speech(). */
void oq_transcript_add(OqTranscript *transcript, const OqRendered *rendered);

/** oq_transcript_end: all is said. @n_frames: of the file. */
void oq_transcript_end(OqTranscript *transcript, guint64 n_frames);

/** oq_transcript_item, oq_transcript_sentence, oq_transcript_word: (transfer none): by its index.
 */
const OqTranscriptItem *oq_transcript_item(const OqTranscript *transcript, guint i);
const OqTranscriptSentence *oq_transcript_sentence(const OqTranscript *transcript, guint i);
const OqTranscriptWord *oq_transcript_word(const OqTranscript *transcript, guint i);
