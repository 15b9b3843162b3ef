/* espeak.h - what is needed of eSpeak NG, as plain calls: espeak.c alone includes it.
 *
 * Its state belongs to the process: whoever calls must know that nobody else does (one engine at a
 * time: engine_espeak.c), first set_folder and find_voice, then start, at the end stop. It can be
 * started once: a second stop would never return. Its sound depends on what it said before, and
 * LC_CTYPE becomes C.UTF-8.
 */
#pragma once

#include "text/lang.h"

/** A word that eSpeak began to say. */
typedef struct {
	gsize char_index; /* in the text that it was given */
	gsize frame;      /* of its samples */
} OqEspeakWord;

/** A voice that can be set. */
typedef struct {
	char *full_name;
	char *language; /* by its place below lang/ */
	char *variant;  /* "+dauren" or "" */
	gboolean is_kazakh;
} OqEspeakVoice;

void oq_espeak_voice_clear(OqEspeakVoice *voice);

/** oq_espeak_set_folder: @folder: a data folder, open as long as eSpeak is used; -1: eSpeak's own.
 * Needs no start, and may be changed. */
void oq_espeak_set_folder(int folder);

/** oq_espeak_place: where the data of the folder should be. */
const char *oq_espeak_place(void);

/**
 * oq_espeak_find_voice: in the folder.
 * @name: as eSpeak's -v takes it: "kk", "Kazakh", "trk/kk", with a variant "kk+f3"
 * @voice: (out caller-allocates): set when found
 *
 * Needs no start, and may be tried again.
 *
 * Returns: FALSE and OQ_SPEECH_ERROR_NO_ENGINE or _NO_VOICE
 */
gboolean oq_espeak_find_voice(const char *name, OqEspeakVoice *voice, GError **error);

/** oq_espeak_start: the samples a second of what it will say; 0 and OQ_SPEECH_ERROR_NO_ENGINE.
 * @voice: for what needs one before the first is set */
guint oq_espeak_start(const OqEspeakVoice *voice, GError **error);
void oq_espeak_stop(void);

/** oq_espeak_set_voice: the one that was found last. FALSE and OQ_SPEECH_ERROR_NO_ENGINE. */
gboolean oq_espeak_set_voice(const OqEspeakVoice *voice, GError **error);

/** oq_espeak_language: its place below lang/; @lang: not OQ_N_LANGS. */
const char *oq_espeak_language(OqLang lang);
gboolean oq_espeak_has_language(OqLang lang);

/** oq_espeak_set_language: one that is installed, with the variant of @voice. FALSE and
 * OQ_SPEECH_ERROR_NO_ENGINE. */
gboolean oq_espeak_set_language(OqLang lang, const OqEspeakVoice *voice, GError **error);

typedef struct {
	guint rate; /* eSpeak's words a minute */
	guint pitch_percent;
	guint range_percent;
	guint volume_percent;
} OqEspeakParameters;

/** oq_espeak_set_parameters: a new voice needs them anew. */
void oq_espeak_set_parameters(const OqEspeakParameters *parameters);

/** oq_espeak_set_spelling: all signs are named, or those alone that are words in running text. */
void oq_espeak_set_spelling(gboolean is_spelling);

/**
 * oq_espeak_say:
 * @samples: (element-type gint16): appended to
 * @words: (element-type OqEspeakWord): appended to
 *
 * Returns: FALSE and OQ_SPEECH_ERROR_FAILED
 */
gboolean oq_espeak_say(const char *text, GArray *samples, GArray *words, GError **error);

/** oq_espeak_ipa: (transfer full): what it would say, in its own IPA; NULL and
 * OQ_SPEECH_ERROR_FAILED. */
char *oq_espeak_ipa(const char *text, GError **error);

/** oq_espeak_mnemonics: (transfer full): … in the mnemonics of its phonemes, @separator between
 * those of a word, 0 for none. */
char *oq_espeak_mnemonics(const char *text, gunichar separator, GError **error);
