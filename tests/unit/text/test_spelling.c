#include "text/spelling.h"

#include <string.h>

static OqLexicon *
load_lexicon(void)
{
	g_autoptr(GError) error = NULL;
	OqLexicon *lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	return lexicon;
}

static void
assert_next(OqSpelling *spelling, OqUtterance *utterance, const char *spoken, OqBreak follows)
{
	g_assert_true(oq_spelling_next(spelling, utterance));
	g_assert_cmpstr(utterance->spoken->str, ==, spoken);
	g_assert_cmpint(utterance->follows, ==, follows);
}

static void
test_words(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_autoptr(OqSpelling) spelling = oq_spelling_new(lexicon, "Ал. 7");
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	assert_next(spelling, &utterance, "бас әріп а, эл, нүкте, бос орын", OQ_BREAK_CLAUSE);
	g_assert_cmpstr(utterance.text->str, ==, "Ал. ");
	g_assert_cmpuint(utterance.start, ==, 0);
	g_assert_cmpuint(utterance.end, ==, 6);
	const OqWord *last = oq_utterance_word(&utterance, utterance.words->len - 1);
	g_assert_cmpuint(last->start, ==, 5);
	g_assert_cmpuint(last->end, ==, 6);
	g_assert_cmpuint(last->spoken_end, ==, utterance.spoken->len);
	const OqWord *letter = oq_utterance_word(&utterance, 2); /* бас әріп а */
	g_assert_cmpmem(utterance.spoken->str + letter->spoken_start,
		letter->spoken_end - letter->spoken_start, "а", strlen("а"));
	g_assert_cmpuint(letter->start, ==, 0);
	assert_next(spelling, &utterance, "жеті", OQ_BREAK_PARAGRAPH);
	g_assert_cmpuint(utterance.start, ==, 6);
	g_assert_false(oq_spelling_next(spelling, &utterance));
}

/* No utterance grows with the text, and no byte is passed over. */
static void
test_every_byte(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_autoptr(GString) text = g_string_new(NULL);
	for (gunichar character = 1; character < 0x20000; character++)
		if (g_unichar_validate(character))
			g_string_append_unichar(text, character);
	g_autoptr(OqSpelling) spelling = oq_spelling_new(lexicon, text->str);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	guint64 end = 0;
	while (oq_spelling_next(spelling, &utterance)) {
		g_assert_cmpuint(utterance.start, ==, end);
		g_assert_cmpuint(utterance.text->len, <=, 32 * 4);
		for (guint i = 0; i < utterance.words->len; i++) {
			const OqWord *word = oq_utterance_word(&utterance, i);
			g_assert_true(word->start == end || word->end == end);
			end = word->end;
		}
		g_assert_cmpuint(utterance.end, ==, end);
		g_assert_null(strpbrk(utterance.spoken->str, "0123456789#*@/_\r\n"));
	}
	g_assert_cmpuint(end, ==, text->len);
}

static void
test_broken(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_autoptr(OqSpelling) spelling = oq_spelling_new(lexicon, "а\xFF");
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	assert_next(spelling, &utterance, "а, танылмаған таңба", OQ_BREAK_PARAGRAPH);
	g_autoptr(OqSpelling) nothing = oq_spelling_new(lexicon, "");
	g_assert_false(oq_spelling_next(nothing, &utterance));
	oq_spelling_free(NULL);
}

static void
test_rewind(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_autoptr(OqSpelling) spelling = oq_spelling_new(lexicon, "а 7");
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	for (guint i = 0; i < 2; i++) {
		assert_next(spelling, &utterance, "а, бос орын", OQ_BREAK_CLAUSE);
		assert_next(spelling, &utterance, "жеті", OQ_BREAK_PARAGRAPH);
		oq_spelling_rewind(spelling);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/spelling/words", test_words);
	g_test_add_func("/spelling/every-byte", test_every_byte);
	g_test_add_func("/spelling/broken", test_broken);
	g_test_add_func("/spelling/rewind", test_rewind);
	return g_test_run();
}
