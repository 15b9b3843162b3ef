#include "pronouncer.h"

#include "text/normalizer.h"

#include <string.h>

void
pronouncer_init(Pronouncer *pronouncer)
{
	g_autoptr(GError) error = NULL;

	pronouncer->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	test_voice_init(&pronouncer->voice, OQ_VOICE_DEFAULT, 0);
}

void
pronouncer_clear(Pronouncer *pronouncer)
{
	test_voice_clear(&pronouncer->voice);
	oq_lexicon_free(pronouncer->lexicon);
}

void
pronouncer_read(const Pronouncer *pronouncer, const char *text, PronouncerTake take, gpointer data)
{
	g_autoptr(OqNormalizer) normalizer =
		oq_normalizer_new(pronouncer->lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance)) {
		g_autofree char *ipa = test_voice_ipa(&pronouncer->voice, &utterance);
		take(&utterance, ipa, data);
	}
}
