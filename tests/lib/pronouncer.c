#include "lib/pronouncer.h"

#include "speech/engine_espeak.h"
#include "text/normalizer.h"

#include <string.h>

#define VOICE "kk"

void
pronouncer_init(Pronouncer *pronouncer, const char *voices)
{
	g_autofree char *words = g_build_filename(voices, "kk", NULL);
	g_autofree char *sounds = g_build_filename(voices, "espeak", "phonemes.tsv", NULL);
	g_autoptr(GError) error = NULL;
	OqPhonemes *phonemes = NULL;

	pronouncer->lexicon = oq_lexicon_load(words, &error);
	if (pronouncer->lexicon != NULL)
		phonemes = oq_phonemes_load(sounds, &error);
	if (phonemes != NULL)
		pronouncer->engine =
			oq_engine_espeak_new(VOICE, &OQ_SPEECH_SETTINGS_DEFAULT, &error);
	if (error != NULL)
		g_error("%s", error->message);
	oq_engine_espeak_set_phonemes(pronouncer->engine, phonemes);
}

void
pronouncer_clear(Pronouncer *pronouncer)
{
	oq_engine_free(pronouncer->engine);
	oq_lexicon_free(pronouncer->lexicon);
}

void
pronouncer_read(const Pronouncer *pronouncer, const char *text, PronouncerTake take, gpointer data)
{
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(pronouncer->lexicon);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_finish(normalizer);
	while (oq_normalizer_next(normalizer, &utterance)) {
		g_autoptr(GError) error = NULL;
		g_autofree char *ipa = oq_engine_phonemes(pronouncer->engine, &utterance, &error);
		if (ipa == NULL)
			g_error("%s", error->message);
		take(&utterance, ipa, data);
	}
}
