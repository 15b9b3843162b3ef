#include "pronouncer.h"

#include "test_voice.h"
#include "text/normalizer.h"

#include <string.h>

void
pronouncer_init(Pronouncer *pronouncer)
{
	g_autoptr(GError) error = NULL;

	pronouncer->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	pronouncer->engine = test_engine(OQ_VOICE_DEFAULT, 0);
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
