/* pronouncer.h - texts as they sound: the whole way from letters to IPA, for tests.
 * eSpeak can be had once: one pronouncer a process. */
#pragma once

#include "test_voice.h"
#include "text/lexicon/lexicon.h"

typedef struct {
	OqLexicon *lexicon;
	TestVoice voice;
} Pronouncer;

/** PronouncerTake: receives an utterance and its IPA. */
typedef void (*PronouncerTake)(const OqUtterance *utterance, const char *ipa, gpointer data);

/** pronouncer_init: with the default voice; ends the program when something is missing. */
void pronouncer_init(Pronouncer *pronouncer);
void pronouncer_clear(Pronouncer *pronouncer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Pronouncer, pronouncer_clear)

void pronouncer_read(
	const Pronouncer *pronouncer, const char *text, PronouncerTake take, gpointer data);
