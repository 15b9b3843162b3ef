/* faulty_engine.h - an engine like the silent one that does what engines should not, for tests of
 * those who have to bear it. */
#pragma once

#include "speech/engine.h"

/** All words are as in OqUtterance.spoken; NULL: none. */
typedef struct {
	guint rate_hz;
	guint frames_per_word;
	guint lead_frames;   /* of silence before and behind each clause */
	gboolean odd_places; /* of words twice, of the first one too early, and of gaps */
	OqLang missing;      /* a language that is left to the Kazakh voice; OQ_LANG_KK: none is */
	const char *mute_word;  /* is silent */
	const char *fail_word;  /* cannot be said: OQ_SPEECH_ERROR_FAILED */
	const char *crash_word; /* ends the process */
	const char *hang_word;  /* is never finished */
	const char *once_path;  /* a file: those two happen if it is not there, and make it */
} FaultyEngineHow;

#define FAULTY_SAMPLE 1000 /* of every word */

/** faulty_engine_new: @how: its strings must outlive the engine. */
OqEngine *faulty_engine_new(const FaultyEngineHow *how);
