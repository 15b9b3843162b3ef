/* engine.h - the engine contract: a style is set, and clauses in, sounds out. All else that it
 * takes to speak is in synthesizer.h.
 *
 * One thread at a time. For the same style and clauses that a process says first, the sounds are
 * always the same, whatever styles were set before in it.
 */
#pragma once

#include "speech/score/clauses.h"
#include "speech/style.h"
#include "speech/voice.h"

/** From here on it is at this byte of what is said. */
typedef struct {
	gsize frame;  /* of OqSaid.samples */
	guint32 byte; /* of OqUtterance.spoken */
} OqPlace;

/** What became of a clause. */
typedef struct {
	GArray *samples; /* of gint16, with silence at the ends or without */
	GArray *places;  /* of OqPlace, in the order of time; what leads nowhere new is passed over
			  */
	OqLang lang;     /* whose voice it was; Kazakh, where that of the clause is missing */
} OqSaid;

typedef struct _OqEngine OqEngine;

/** What a kind of engine implements; the functions below call it. */
typedef struct {
	gboolean (*set_style)(
		OqEngine *engine, const OqVoice *voice, const OqStyle *style, GError **error);
	gboolean (*say)(OqEngine *engine, const OqUtterance *utterance, const OqClause *clause,
		OqSaid *said, GError **error);
	char *(*phonemes)(OqEngine *engine, const OqUtterance *utterance, const OqClause *clause,
		GError **error);
	void (*free)(OqEngine *engine);
} OqEngineClass;

/** The head of every engine's own struct. */
struct _OqEngine {
	const OqEngineClass *klass;
	guint rate_hz;
	guint pause_permille; /* what the pauses of prosody.h are multiplied by, in this style */
};

/**
 * oq_engine_set_style: always before it says something.
 * @voice: needed for this call only
 * @style: its voice and volume are not for the engine
 *
 * Returns: FALSE and OQ_SPEECH_ERROR_NO_ENGINE or _NO_VOICE; another style may be tried
 */
gboolean oq_engine_set_style(
	OqEngine *engine, const OqVoice *voice, const OqStyle *style, GError **error);

/**
 * oq_engine_say:
 * @said: overwritten
 *
 * Returns: FALSE and OQ_SPEECH_ERROR_FAILED
 */
gboolean oq_engine_say(OqEngine *engine, const OqUtterance *utterance, const OqClause *clause,
	OqSaid *said, GError **error);

/** oq_engine_phonemes: (transfer full): what would sound, in IPA; NULL and OQ_SPEECH_ERROR_FAILED.
 */
char *oq_engine_phonemes(
	OqEngine *engine, const OqUtterance *utterance, const OqClause *clause, GError **error);

void oq_engine_free(OqEngine *engine);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqEngine, oq_engine_free)
