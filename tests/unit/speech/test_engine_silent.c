#include "speech/engine_silent.h"

static void
test_samples(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqEngine) engine = oq_engine_silent_new(8000, 3);
	g_auto(OqUtterance) utterance;
	g_auto(OqSpeech) speech;
	oq_utterance_init(&utterance);
	oq_speech_init(&speech, 22050);
	oq_utterance_say(&utterance, "бір", 4, 10, NULL);
	oq_utterance_say(&utterance, "екі", 1999, 2005, NULL);

	g_assert_true(oq_engine_speak(engine, &utterance, &speech, &error));

	static const gint16 expected[] = {5, 5, 5, 1000, 1000, 1000};
	g_assert_no_error(error);
	g_assert_cmpmem(speech.pcm.samples->data, oq_pcm_n_frames(&speech.pcm) * 2, expected,
		sizeof expected);
	g_assert_cmpuint(speech.pcm.rate_hz, ==, 8000);
	g_assert_cmpuint(speech.marks->len, ==, 2);
	g_assert_cmpuint(g_array_index(speech.marks, OqWordMark, 0).frame, ==, 0);
	g_assert_cmpuint(g_array_index(speech.marks, OqWordMark, 1).frame, ==, 3);
	g_assert_cmpuint(g_array_index(speech.marks, OqWordMark, 1).word, ==, 1);
}

static void
test_phonemes(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqEngine) engine = oq_engine_silent_new(8000, 3);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_utterance_say(&utterance, "бір екі", 0, 2, NULL);

	g_autofree char *phonemes = oq_engine_phonemes(engine, &utterance, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(phonemes, ==, "бір екі");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/engine-silent/samples", test_samples);
	g_test_add_func("/engine-silent/phonemes", test_phonemes);
	return g_test_run();
}
