/* The contract, with the silent engine behind it. */
#include "speech/engine_silent.h"

/* What was said before is not left in what is said now. */
static void
test_said_is_overwritten(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqEngine) engine = oq_engine_silent_new(8000, 3);
	g_autoptr(GArray) samples = g_array_new(FALSE, FALSE, sizeof(gint16));
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(OqPlace));
	OqSaid said = {samples, places, OQ_LANG_EN};
	OqClause clause = {.end_word = 3, .lang = OQ_LANG_RU};
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_utterance_say(&utterance, "бір екі үш", 0, 6, NULL);

	for (guint n = 3; n > 0; n--) {
		clause.end_word = n;
		g_assert_true(oq_engine_say(engine, &utterance, &clause, &said, &error));
		g_assert_no_error(error);
		g_assert_cmpuint(samples->len, ==, n * 3);
		g_assert_cmpuint(places->len, ==, n);
		g_assert_cmpint(said.lang, ==, OQ_LANG_RU);
	}
}

static void
test_free_null(void)
{
	oq_engine_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/engine/said-is-overwritten", test_said_is_overwritten);
	g_test_add_func("/engine/free-null", test_free_null);
	return g_test_run();
}
