#include "speech/pool_child.h"

#include "speech/pool.h"

#include <string.h>

enum { N_PASSAGES = 10, N_UTTERANCES = 4 };

/** Sentences, and whose voice says them how fast; some sentences are Russian. */
static const struct {
	const char *voice;
	guint16 speed_wpm;
	OqLang lang;
	const char *sentences[N_UTTERANCES];
} passages[] = {
	{"", 0, OQ_LANG_KK,
		{"бүгін ауа райы жақсы болды", "жаңбыр жаумайды", "ертең суытады", "иә"}},
	{"ainur", 200, OQ_LANG_KK, {"таңертең ерте тұрдық", "шай іштік", "жұмысқа кеттік", "кеш"}},
	{"", 0, OQ_LANG_RU, {"сегодня хорошая погода", "дождя не будет", "завтра", "похолодает"}},
	{"marat", 90, OQ_LANG_KK, {"кітап оқыған адам", "көп біледі", "бала", "ана"}},
	{"zhuirik", 450, OQ_LANG_KK, {"алыс жолға шыққан", "керуен тоқтады", "құдық", "су бар"}},
	{"stock", 130, OQ_LANG_KK, {"бір екі үш", "төрт бес алты", "жеті", "сегіз"}},
};

static void
make_utterance(OqUtterance *utterance, guint passage, guint i)
{
	guint row = passage % G_N_ELEMENTS(passages);
	const char *text = passages[row].sentences[(i + passage) % N_UTTERANCES];
	oq_utterance_init(utterance);
	utterance->follows = OQ_BREAK_SENTENCE;
	oq_utterance_say(utterance, text, 10 * i, 10 * i + 5, NULL);
	for (guint w = 0; w < utterance->words->len; w++)
		g_array_index(utterance->words, OqWord, w).lang = passages[row].lang;
	utterance->lang = passages[row].lang;
}

static void
push_passage(OqPool *pool, guint passage)
{
	OqStyle style = OQ_STYLE_DEFAULT;
	g_assert_true(oq_style_set_voice(&style, passages[passage % G_N_ELEMENTS(passages)].voice));
	style.speed_wpm = passages[passage % G_N_ELEMENTS(passages)].speed_wpm;
	for (guint i = 0; i < N_UTTERANCES; i++) {
		g_auto(OqUtterance) utterance;
		make_utterance(&utterance, passage, i);
		oq_pool_push(pool, &utterance, 0, &style);
	}
}

static char *
take_passage(OqPool *pool)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autoptr(GError) error = NULL;
	for (guint i = 0; i < N_UTTERANCES; i++) {
		g_autoptr(OqSpeech) speech = oq_pool_take(pool, NULL, &error);
		g_assert_no_error(error);
		g_assert_cmpuint(speech->n_voiced, >, 0);
		g_assert_cmpuint(speech->n_marks, >, 0);
		g_checksum_update(sum, (const guchar *)speech->samples,
			(gssize)(speech->n_voiced * sizeof(gint16)));
		g_checksum_update(sum, (const guchar *)speech->marks,
			(gssize)(speech->n_marks * sizeof(OqMark)));
	}
	return g_strdup(g_checksum_get_string(sum));
}

/* The passages in that order, each by itself, as what became of them. */
static void
speak_in_order(guint n_children, const char *warm_voice, const guint *order, char *sums[N_PASSAGES])
{
	g_autoptr(GError) error = NULL;
	OqStyle style = OQ_STYLE_DEFAULT;
	g_assert_true(oq_style_set_voice(&style, warm_voice));
	g_autoptr(OqPoolChild) child = oq_pool_child_new(OQ_TEST_SHARE, &style);
	g_autoptr(OqNursery) nursery =
		oq_nursery_new(oq_pool_child_warm, oq_pool_child_run, child, &error);
	g_assert_no_error(error);
	g_autoptr(OqPool) pool = oq_pool_new(nursery, n_children);
	for (guint i = 0; i < N_PASSAGES; i++) {
		g_autofree char *sum = NULL;
		push_passage(pool, order[i]);
		sum = take_passage(pool);
		oq_pool_forget(pool);
		if (sums[order[i]] == NULL)
			sums[order[i]] = g_steal_pointer(&sum);
		g_assert_cmpstr(sum != NULL ? sum : sums[order[i]], ==, sums[order[i]]);
	}
}

/* The same bytes in any order, in any nursery, whatever voice it was made ready with. */
static void
test_passages_are_pure(void)
{
	static const guint orders[][N_PASSAGES] = {
		{0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
		{9, 8, 7, 6, 5, 4, 3, 2, 1, 0},
		{4, 0, 8, 2, 6, 9, 1, 5, 3, 7},
	};
	char *sums[N_PASSAGES] = {NULL};
	speak_in_order(1, "", orders[0], sums);
	speak_in_order(2, "ainur", orders[1], sums);
	speak_in_order(5, "stock", orders[2], sums);
	for (guint i = 0; i < N_PASSAGES; i++) {
		/* passages of another style or order sound different */
		for (guint j = 0; j < i; j++)
			g_assert_cmpstr(sums[i], !=, sums[j]);
	}
	for (guint i = 0; i < N_PASSAGES; i++)
		g_free(sums[i]);
}

static void
test_no_such_voice(void)
{
	g_autoptr(GError) error = NULL;
	OqStyle style = OQ_STYLE_DEFAULT;
	guint rate_hz;
	g_assert_true(oq_style_set_voice(&style, "nobody"));
	g_autoptr(OqPoolChild) child = oq_pool_child_new(OQ_TEST_SHARE, &style);
	g_autoptr(OqNursery) nursery =
		oq_nursery_new(oq_pool_child_warm, oq_pool_child_run, child, &error);
	g_autoptr(OqPool) pool = oq_pool_new(nursery, 1);
	g_assert_false(oq_pool_check(pool, &rate_hz, NULL, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_nonnull(strstr(error->message, "nobody"));
}

static void
test_phonemes(void)
{
	g_autoptr(GError) error = NULL;
	OqStyle style = OQ_STYLE_DEFAULT;
	g_autoptr(OqPoolChild) child = oq_pool_child_new(OQ_TEST_SHARE, &style);
	g_autoptr(OqNursery) nursery =
		oq_nursery_new(oq_pool_child_warm, oq_pool_child_run, child, &error);
	g_autoptr(OqPool) pool = oq_pool_new(nursery, 1);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_utterance_say(&utterance, "алма", 0, 8, NULL);
	g_autofree char *ipa = oq_pool_phonemes(pool, &utterance, &style, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(ipa, ==, "ɑlmˈɑ");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pool-child/passages-are-pure", test_passages_are_pure);
	g_test_add_func("/pool-child/no-such-voice", test_no_such_voice);
	g_test_add_func("/pool-child/phonemes", test_phonemes);
	return g_test_run();
}
