/* speech.h - what an utterance became: samples, the pause behind them, and where its words sound.
 *
 * Immutable and counted, so it may be kept until it was heard, and be looked at by any thread.
 * References may be given up by any thread but an audio callback's, since the last one frees
 * memory. A frame is one mono 16-bit sample. */
#pragma once

#include <glib.h>

#define OQ_SPEECH_ERROR (oq_speech_error_quark())
GQuark oq_speech_error_quark(void);

typedef enum {
	OQ_SPEECH_ERROR_NO_ENGINE, /* the engine or its data are not installed */
	OQ_SPEECH_ERROR_NO_VOICE,  /* no voice of that name */
	OQ_SPEECH_ERROR_BUSY,      /* the process has one of these already */
	OQ_SPEECH_ERROR_FAILED,    /* this utterance could not be spoken; the next one may be */
	OQ_SPEECH_ERROR_RECORD,    /* another process has sent what is no record (wire.h) */
} OqSpeechError;

/** Where a word begins to sound, and the source range that it was made of, in bytes of the text. */
typedef struct {
	guint32 frame;
	guint64 start;
	guint64 end;
} OqMark;

/** Of the pauses of speeches with no sound between them the longest is due, not their sum. */
typedef struct {
	gint n_refs; /* atomic */
	guint rate_hz;
	guint64 start; /* source range of the utterance */
	guint64 end;
	gsize n_voiced; /* frames that sound; 0: there was nothing to say */
	gsize n_frames; /* … with the pause behind them, which is silence and not stored */
	gsize n_inner;  /* of those that sound, the silent ones of pauses between clauses */
	guint n_marks;
	const OqMark *marks;   /* ascending by frame and by word */
	const gint16 *samples; /* n_voiced of them */
} OqSpeech;

/**
 * oq_speech_new:
 * @head: what the speech is like; its arrays are copied, its n_refs is not looked at
 *
 * Returns: (transfer full): with one reference
 */
OqSpeech *oq_speech_new(const OqSpeech *head);
OqSpeech *oq_speech_ref(OqSpeech *speech);

/** oq_speech_unref: @speech may be NULL. */
void oq_speech_unref(OqSpeech *speech);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSpeech, oq_speech_unref)

/** oq_speech_mark_at: (nullable): the word that sounds at a frame, or sounded last before it; NULL
 * before the first. */
const OqMark *oq_speech_mark_at(const OqSpeech *speech, gsize frame);
