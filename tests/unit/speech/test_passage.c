#include "speech/passage.h"

static void
test_full(void)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	g_auto(OqPassage) passage;
	oq_passage_init(&passage, &style);

	for (guint i = 0; i < OQ_PASSAGE_MAX; i++) {
		OqUtterance *spare = oq_passage_spare(&passage);
		g_assert_true(spare == oq_passage_spare(&passage));
		oq_utterance_say(spare, "бір", i, i + 1, NULL);
		oq_passage_add(&passage);
	}

	g_assert_null(oq_passage_spare(&passage));
	g_assert_cmpuint(passage.n_utterances, ==, OQ_PASSAGE_MAX);
	for (guint i = 0; i < OQ_PASSAGE_MAX; i++)
		g_assert_cmpuint(oq_utterance_word(&passage.utterances[i], 0)->start, ==, i);
}

/* What was filled and not added is forgotten; what is reset is empty again, in the same style. */
static void
test_reset(void)
{
	OqStyle style = OQ_STYLE_DEFAULT;
	style.speed_wpm = 200;
	g_auto(OqPassage) passage;
	oq_passage_init(&passage, &style);
	oq_utterance_say(oq_passage_spare(&passage), "бір", 0, 1, NULL);
	g_assert_cmpuint(passage.n_utterances, ==, 0);
	g_assert_cmpuint(oq_passage_spare(&passage)->words->len, ==, 0);
	oq_passage_add(&passage);
	passage.first_word = 7;

	oq_passage_reset(&passage);

	g_assert_cmpuint(passage.n_utterances, ==, 0);
	g_assert_cmpuint(passage.first_word, ==, 0);
	g_assert_cmpuint(passage.style.speed_wpm, ==, 200);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/passage/full", test_full);
	g_test_add_func("/passage/reset", test_reset);
	return g_test_run();
}
