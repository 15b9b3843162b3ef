#include "dispatcher/abroad.h"

#include <string.h>

/* Words with a bar between them, those that are spelled with a # before them; a line for each
 * utterance. */
static void
assert_abroad(const char *text, OqPunctuation punctuation, const char *expected)
{
	g_autoptr(OqAbroad) abroad = oq_abroad_new(text, punctuation);
	g_autoptr(GString) shown = g_string_new(NULL);
	g_auto(OqUtterance) utterance;
	guint64 end = 0;
	oq_utterance_init(&utterance);
	while (oq_abroad_next(abroad, &utterance)) {
		g_assert_cmpuint(utterance.start, ==, end);
		end = utterance.end;
		g_string_append(shown, shown->len > 0 ? "\n" : "");
		for (guint i = 0; i < utterance.words->len; i++) {
			const OqWord *word = oq_utterance_word(&utterance, i);
			g_string_append(shown, i > 0 ? "|" : "");
			g_string_append(shown, word->spelled ? "#" : "");
			g_string_append_len(shown, utterance.spoken->str + word->spoken_start,
				word->spoken_end - word->spoken_start);
			g_assert_cmpuint(
				word->end - word->start, ==, word->spoken_end - word->spoken_start);
		}
	}
	g_assert_cmpstr(shown->str, ==, expected);
	g_assert_cmpuint(end, ==, strlen(text));
}

static void
test_sentences(void)
{
	assert_abroad(
		"Guten Tag. Wie geht's? Gut!", OQ_PUNCTUATION_NONE, "Guten|Tag\nWie|geht's\nGut");
	assert_abroad("a\nb", OQ_PUNCTUATION_NONE, "a\nb");
	assert_abroad("v1.2.3 at 10:30, 3.5", OQ_PUNCTUATION_NONE, "v1.2.3|at|10:30|3.5");
	assert_abroad("你好。世界", OQ_PUNCTUATION_NONE, "你好\n世界");
	assert_abroad("", OQ_PUNCTUATION_NONE, "");
}

static void
test_signs(void)
{
	assert_abroad("5 % * (a)", OQ_PUNCTUATION_NONE, "5|#%|a");
	assert_abroad("5 % * (a),", OQ_PUNCTUATION_SOME, "5|#%|#*|#(|a|#)");
	assert_abroad("a, b.", OQ_PUNCTUATION_ALL, "a|#,|b|#.");
	assert_abroad("don't", OQ_PUNCTUATION_ALL, "don|#'|t");
}

static void
test_spelling(void)
{
	assert_abroad("ab, c", OQ_PUNCTUATION_SPELLING, "a|b|#,|c");
	assert_abroad("1.2", OQ_PUNCTUATION_SPELLING, "1|#.|2");
}

static void
test_long(void)
{
	g_autofree char *text = g_strnfill(5000, 'a');
	g_autoptr(OqAbroad) abroad = oq_abroad_new(text, OQ_PUNCTUATION_NONE);
	g_auto(OqUtterance) utterance;
	guint n_utterances = 0;
	oq_utterance_init(&utterance);
	for (; oq_abroad_next(abroad, &utterance); n_utterances++)
		g_assert_cmpuint(utterance.end - utterance.start, <=, 600);
	g_assert_cmpuint(n_utterances, >, 5);
}

static void
test_kazakh(void)
{
	g_assert_true(oq_abroad_is_kazakh("Сәлем әлем", "gmw/en"));
	g_assert_true(oq_abroad_is_kazakh("Сәлем", "zle/ru"));
	g_assert_true(oq_abroad_is_kazakh("ІТ", "zle/ru"));
	g_assert_false(oq_abroad_is_kazakh("Привет, ёж, ЁЖ", "zle/ru"));
	g_assert_false(oq_abroad_is_kazakh("Hello", "zle/ru"));
	g_assert_false(oq_abroad_is_kazakh("Καλημέρα", "grk/el"));
	g_assert_true(oq_abroad_is_kazakh("Καλημέρα", "gmw/de"));
	g_assert_false(oq_abroad_is_kazakh("Guten Tag α", "gmw/de"));
	g_assert_false(oq_abroad_is_kazakh("2026, !", "gmw/de"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/abroad/sentences", test_sentences);
	g_test_add_func("/abroad/signs", test_signs);
	g_test_add_func("/abroad/spelling", test_spelling);
	g_test_add_func("/abroad/long", test_long);
	g_test_add_func("/abroad/kazakh", test_kazakh);
	return g_test_run();
}
