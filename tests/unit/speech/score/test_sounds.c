#include "speech/score/sounds.h"

#include <string.h>

static char *
spell(const char *letters)
{
	if (strcmp(letters, "x") == 0)
		return g_strdup("Eks");
	return strcmp(letters, "ге") == 0 ? g_strdup("ge") : NULL;
}

/* The words are separated by single spaces. */
static void
assert_prepared(const char *spoken, const char *expected)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_utterance_say(&utterance, spoken, 0, 1, NULL);
	const OqClause clause = {.end_word = utterance.words->len};
	g_autoptr(GString) text =
		g_string_new("what was said before, and longer than what follows");
	oq_sounds_prepare(text, &utterance, &clause, spell);
	g_assert_cmpstr(text->str, ==, expected);
}

static void
test_ending_joins_in_as_many_bytes(void)
{
	assert_prepared("a [[t'e]]ге b", "a [[t'e|ge]]  b");
	assert_prepared("[[t'e]]ге [[x]]", "[[t'e|ge]]  [[x]]");
}

static void
test_other_words_stay(void)
{
	assert_prepared("[[t'e]]", "[[t'e]]");
	assert_prepared("[[t'e]], ге", "[[t'e]], ге");
	assert_prepared("[[t'e]]дің", "[[t'e]]дің");
	assert_prepared("[[t'e]]x b", "[[t'e]]x b");
	assert_prepared("бала", "бала");
}

/* What is no whole word is no phonemes. */
static void
test_what_looks_like_phonemes_stays(void)
{
	assert_prepared("x[[a]]ге [b [[c]]ге", "x[[a]]ге [b [[c|ge]] ");
}

/* The other clauses have been said or will be. */
static void
test_only_the_clause(void)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_utterance_say(&utterance, "[[a]]ге [[b]]ге [[c]]ге", 0, 1, NULL);
	const OqClause clause = {.first_word = 1, .end_word = 2};
	g_autoptr(GString) text = g_string_new("---------+---------+---------+");

	oq_sounds_prepare(text, &utterance, &clause, spell);

	g_assert_cmpstr(text->str, ==, "---------+[[b|ge]] +---------");
}

static void
test_are_in(void)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_utterance_say(&utterance, "бір [[a]] екі", 0, 1, NULL);

	g_assert_true(oq_sounds_are_in(&utterance, &(OqClause){.end_word = 3}));
	g_assert_false(oq_sounds_are_in(&utterance, &(OqClause){.end_word = 1}));
	g_assert_false(oq_sounds_are_in(&utterance, &(OqClause){.first_word = 2, .end_word = 3}));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func(
		"/sounds/ending-joins-in-as-many-bytes", test_ending_joins_in_as_many_bytes);
	g_test_add_func("/sounds/other-words-stay", test_other_words_stay);
	g_test_add_func(
		"/sounds/what-looks-like-phonemes-stays", test_what_looks_like_phonemes_stays);
	g_test_add_func("/sounds/only-the-clause", test_only_the_clause);
	g_test_add_func("/sounds/are-in", test_are_in);
	return g_test_run();
}
