#include "speech/engine_silent.h"

typedef struct {
	OqEngine *engine;
	OqUtterance utterance;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	fixture->engine = oq_engine_silent_new(8000, 3);
	oq_utterance_init(&fixture->utterance);
	oq_utterance_say(&fixture->utterance, "нөл", 1, 4, NULL);
	oq_utterance_say(&fixture->utterance, "бір", 4, 10, NULL);
	oq_utterance_say(&fixture->utterance, "екі", 1999, 2005, NULL);
}

static void
tear_down(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	oq_engine_free(fixture->engine);
	oq_utterance_clear(&fixture->utterance);
}

static void
test_samples(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	static const gint16 expected[] = {5, 5, 5, 1000, 1000, 1000};
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) samples = g_array_new(FALSE, FALSE, sizeof(gint16));
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(OqPlace));
	OqSaid said = {samples, places, OQ_LANG_KK};
	const OqClause clause = {.first_word = 1, .end_word = 3};

	g_assert_true(oq_engine_say(fixture->engine, &fixture->utterance, &clause, &said, &error));

	g_assert_no_error(error);
	g_assert_cmpmem(samples->data, samples->len * 2, expected, sizeof expected);
	g_assert_cmpuint(places->len, ==, 2);
	g_assert_cmpuint(g_array_index(places, OqPlace, 1).frame, ==, 3);
	g_assert_cmpuint(g_array_index(places, OqPlace, 1).byte, ==, 14);
}

static void
test_phonemes(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	const OqClause clause = {.first_word = 0, .end_word = 2};

	g_autofree char *phonemes =
		oq_engine_phonemes(fixture->engine, &fixture->utterance, &clause, &error);

	g_assert_no_error(error);
	g_assert_cmpstr(phonemes, ==, "нөл бір");
}

static void
test_pauses(Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqVoice) voice = oq_voice_new_stock("kk");
	OqStyle style = OQ_STYLE_DEFAULT;

	g_assert_true(oq_engine_set_style(fixture->engine, voice, &style, &error));
	g_assert_cmpuint(fixture->engine->pause_permille, ==, 1000);
	style.speed_wpm = 260;
	g_assert_true(oq_engine_set_style(fixture->engine, voice, &style, &error));
	g_assert_cmpuint(fixture->engine->pause_permille, ==, 500);
	g_assert_no_error(error);
}

static void
add(const char *path, void (*test)(Fixture *, gconstpointer))
{
	g_test_add(path, Fixture, NULL, set_up, test, tear_down);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	add("/engine-silent/samples", test_samples);
	add("/engine-silent/phonemes", test_phonemes);
	add("/engine-silent/pauses", test_pauses);
	return g_test_run();
}
