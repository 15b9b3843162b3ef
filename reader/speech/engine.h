/* engine.h - the engine contract: one utterance in, PCM and word marks out.
 *
 * speak and phonemes are called by one thread at a time and block until the whole utterance is
 * done; everything they are given is read before they return and nothing of the caller's is called
 * back. So an engine may as well live in another process. cancel may be called by any thread at any
 * time. For the same engine, settings and sequence of utterances the samples are always the same.
 */
#pragma once

#include "speech/pcm.h"
#include "text/utterance.h"

#define OQ_SPEECH_ERROR (oq_speech_error_quark())
GQuark oq_speech_error_quark(void);

typedef enum {
	OQ_SPEECH_ERROR_NO_ENGINE, /* the engine or its data are not installed */
	OQ_SPEECH_ERROR_NO_VOICE,  /* no voice of that name */
	OQ_SPEECH_ERROR_BUSY,      /* the process has one of these already */
	OQ_SPEECH_ERROR_FAILED,    /* this utterance could not be spoken; the next one may be */
	OQ_SPEECH_ERROR_CANCELLED,
} OqSpeechError;

/** How to speak. */
typedef struct {
	guint speed_wpm;      /* OQ_SPEED_MIN_WPM–OQ_SPEED_MAX_WPM; 0: the voice's own */
	guint pitch_percent;  /* 0–100, 50 is the voice's own */
	guint volume_percent; /* 0–100 */
} OqSpeechSettings;

#define OQ_SPEECH_SETTINGS_DEFAULT ((OqSpeechSettings){0, 50, 100})

/* Kazakh words a minute, the pauses of running text included. */
#define OQ_SPEED_MIN_WPM    60
#define OQ_SPEED_NORMAL_WPM 130
#define OQ_SPEED_MAX_WPM    600

/** Where a word begins to sound. */
typedef struct {
	gsize frame; /* from the beginning of the utterance's samples */
	guint word;  /* index in OqUtterance.words */
} OqWordMark;

/** What an utterance became; oq_speech_init() once, then used again and again. */
typedef struct {
	OqPcm pcm;
	GArray *marks; /* of OqWordMark, ascending in both members */
} OqSpeech;

void oq_speech_init(OqSpeech *speech, guint rate_hz);
void oq_speech_clear(OqSpeech *speech);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqSpeech, oq_speech_clear)

typedef struct _OqEngine OqEngine;

/** What a kind of engine implements; the functions below call it. */
typedef struct {
	gboolean (*speak)(
		OqEngine *engine, const OqUtterance *utterance, OqSpeech *speech, GError **error);
	char *(*phonemes)(OqEngine *engine, const OqUtterance *utterance, GError **error);
	void (*cancel)(OqEngine *engine);
	void (*free)(OqEngine *engine);
} OqEngineClass;

/** The head of every engine's own struct. */
struct _OqEngine {
	const OqEngineClass *klass;
	guint rate_hz;
	guint pause_permille; /* what the pauses of speech/prosody.h are multiplied by */
};

/**
 * oq_engine_speak:
 * @speech: overwritten: the samples without leading and trailing silence, and the marks of the
 *   words that sound; empty for an utterance without words
 *
 * Returns: FALSE and @error (OQ_SPEECH_ERROR_FAILED or _CANCELLED); @speech is then undefined
 */
gboolean oq_engine_speak(
	OqEngine *engine, const OqUtterance *utterance, OqSpeech *speech, GError **error);

/** oq_engine_phonemes: (transfer full): what would sound, in IPA, on one line. */
char *oq_engine_phonemes(OqEngine *engine, const OqUtterance *utterance, GError **error);

/** oq_engine_cancel: a speak under way, or else the next one, returns OQ_SPEECH_ERROR_CANCELLED. */
void oq_engine_cancel(OqEngine *engine);

void oq_engine_free(OqEngine *engine);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqEngine, oq_engine_free)
