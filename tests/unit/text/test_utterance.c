#include "text/utterance.h"

static void
assert_word(const OqUtterance *utterance, guint index, const char *expected)
{
	const OqWord *word = oq_utterance_word(utterance, index);
	g_autofree char *said = g_strndup(
		utterance->spoken->str + word->spoken_start, word->spoken_end - word->spoken_start);

	g_assert_cmpstr(said, ==, expected);
}

static void
test_say(void)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);

	oq_utterance_say(&utterance, "жиырма үш", 10, 12, "cardinal");
	oq_utterance_say(&utterance, "газет", 13, 23, NULL);

	g_assert_cmpstr(utterance.spoken->str, ==, "жиырма үш газет");
	g_assert_cmpuint(utterance.words->len, ==, 3);
	assert_word(&utterance, 0, "жиырма");
	assert_word(&utterance, 1, "үш");
	assert_word(&utterance, 2, "газет");
	const OqWord *second = oq_utterance_word(&utterance, 1);
	g_assert_cmpuint(second->start, ==, 10);
	g_assert_cmpuint(second->end, ==, 12);
	g_assert_cmpstr(second->rule, ==, "cardinal");
	g_assert_null(oq_utterance_word(&utterance, 2)->rule);
}

static void
test_spaces(void)
{
	static const struct {
		const char *before;
		const char *spoken;
	} cases[] = {
		{"", "сөз"},
		{"бір", "бір сөз"},
		{"бір,", "бір, сөз"},
		{"бір ", "бір сөз"},
		{"бір (", "бір (сөз"},
		{"бір [", "бір [сөз"},
		{"«", "«сөз"},
		{"„", "„сөз"},
		{"бір »", "бір » сөз"},
		{"бір –", "бір – сөз"},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(OqUtterance) utterance;
		oq_utterance_init(&utterance);
		g_string_append(utterance.spoken, cases[i].before);
		oq_utterance_say(&utterance, "сөз", 0, 6, NULL);
		g_assert_cmpstr(utterance.spoken->str, ==, cases[i].spoken);
		assert_word(&utterance, 0, "сөз");
	}
}

static void
test_reset(void)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_utterance_say(&utterance, "мың тоғыз жүз тоқсан алты", 0, 4, "year");
	g_string_assign(utterance.text, "1996");
	utterance.follows = OQ_BREAK_PARAGRAPH;
	utterance.paragraph = 7;
	utterance.end = 4;
	gpointer spoken = utterance.spoken->str;

	oq_utterance_reset(&utterance);

	g_assert_cmpstr(utterance.text->str, ==, "");
	g_assert_cmpstr(utterance.spoken->str, ==, "");
	g_assert_cmpuint(utterance.words->len, ==, 0);
	g_assert_cmpuint(utterance.paragraph, ==, 0);
	g_assert_cmpuint(utterance.end, ==, 0);
	g_assert_cmpint(utterance.follows, ==, OQ_BREAK_NONE);
	g_assert_cmpint(utterance.lang, ==, OQ_LANG_KK);
	g_assert_true(utterance.spoken->str == spoken);
}

static void
test_clear_twice(void)
{
	OqUtterance utterance;
	oq_utterance_init(&utterance);
	oq_utterance_clear(&utterance);
	oq_utterance_clear(&utterance);
	g_assert_null(utterance.words);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/utterance/say", test_say);
	g_test_add_func("/utterance/spaces", test_spaces);
	g_test_add_func("/utterance/reset", test_reset);
	g_test_add_func("/utterance/clear-twice", test_clear_twice);
	return g_test_run();
}
