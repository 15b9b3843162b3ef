#include "dispatcher/memo.h"

static GBytes *
key_of(const char *words, const OqStyle *style)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_utterance_say(&utterance, words, 0, 1, NULL);
	return oq_memo_key(&utterance, style);
}

static OqSpeech *
make_speech(void)
{
	const gint16 samples[] = {1, 2};
	return oq_speech_new(
		&(OqSpeech){.rate_hz = 1, .n_voiced = 2, .n_frames = 2, .samples = samples});
}

static void
test_kept(void)
{
	OqStyle style = OQ_STYLE_DEFAULT, loud = OQ_STYLE_DEFAULT;
	loud.volume_percent = 99;
	g_autoptr(OqMemo) memo = oq_memo_new();
	g_autoptr(OqSpeech) speech = make_speech();
	g_autoptr(GBytes) key = key_of("a", &style);
	g_autoptr(GBytes) same = key_of("a", &style);
	g_autoptr(GBytes) other = key_of("b", &style);
	g_autoptr(GBytes) louder = key_of("a", &loud);
	g_assert_null(oq_memo_recall(memo, key));
	oq_memo_keep(memo, key, speech);
	g_autoptr(OqSpeech) recalled = oq_memo_recall(memo, same);
	g_assert_true(recalled == speech);
	g_assert_null(oq_memo_recall(memo, other));
	g_assert_null(oq_memo_recall(memo, louder));
}

static void
test_bounds(void)
{
	OqStyle style = OQ_STYLE_DEFAULT;
	g_autoptr(OqMemo) memo = oq_memo_new();
	g_autoptr(OqSpeech) speech = make_speech();
	g_autofree char *long_one = g_strnfill(200, 'a');
	g_assert_null(key_of(long_one, &style));
	for (guint i = 0; i < 1000; i++) {
		g_autofree char *word = g_strdup_printf("a%u", i);
		g_autoptr(GBytes) key = key_of(word, &style);
		oq_memo_keep(memo, key, speech);
	}
	g_assert_cmpint(speech->n_refs, <=, 257);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/memo/kept", test_kept);
	g_test_add_func("/memo/bounds", test_bounds);
	return g_test_run();
}
