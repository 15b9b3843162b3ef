/* The contract, with the silent engine behind it. */
#include "speech/engine_silent.h"

static void
test_reuse(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqEngine) engine = oq_engine_silent_new(8000, 3);
	g_auto(OqUtterance) utterance;
	g_auto(OqSpeech) speech;
	oq_utterance_init(&utterance);
	oq_speech_init(&speech, 8000);
	oq_utterance_say(&utterance, "бір екі үш", 0, 6, NULL);
	g_assert_true(oq_engine_speak(engine, &utterance, &speech, &error));
	g_assert_cmpuint(oq_pcm_n_frames(&speech.pcm), ==, 9);

	oq_utterance_reset(&utterance);
	g_assert_true(oq_engine_speak(engine, &utterance, &speech, &error));

	g_assert_no_error(error);
	g_assert_cmpuint(oq_pcm_n_frames(&speech.pcm), ==, 0);
	g_assert_cmpuint(speech.marks->len, ==, 0);
}

static void
test_cancel_next(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqEngine) engine = oq_engine_silent_new(8000, 3);
	g_auto(OqUtterance) utterance;
	g_auto(OqSpeech) speech;
	oq_utterance_init(&utterance);
	oq_speech_init(&speech, 8000);
	oq_utterance_say(&utterance, "бір", 0, 6, NULL);

	oq_engine_cancel(engine);
	oq_engine_cancel(engine);
	g_assert_false(oq_engine_speak(engine, &utterance, &speech, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_CANCELLED);
	g_clear_error(&error);

	g_assert_true(oq_engine_speak(engine, &utterance, &speech, &error));
	g_assert_no_error(error);
	g_assert_cmpuint(oq_pcm_n_frames(&speech.pcm), ==, 3);
}

static void
test_free_null(void)
{
	OqSpeech speech;
	oq_engine_free(NULL);
	oq_speech_init(&speech, 8000);
	oq_speech_clear(&speech);
	oq_speech_clear(&speech);
	g_assert_null(speech.marks);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/engine/reuse", test_reuse);
	g_test_add_func("/engine/cancel-next", test_cancel_next);
	g_test_add_func("/engine/free-null", test_free_null);
	return g_test_run();
}
