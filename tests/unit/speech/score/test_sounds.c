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
	g_autoptr(GString) text = g_string_new(spoken);
	oq_sounds_prepare(text, &utterance, spell);
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

static void
test_what_looks_like_phonemes_is_blanked(void)
{
	assert_prepared("x[[a]] [b [[c]]", "x  a]]  b [[c]]");
	assert_prepared("a\001b", "a b");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func(
		"/sounds/ending-joins-in-as-many-bytes", test_ending_joins_in_as_many_bytes);
	g_test_add_func("/sounds/other-words-stay", test_other_words_stay);
	g_test_add_func("/sounds/what-looks-like-phonemes-is-blanked",
		test_what_looks_like_phonemes_is_blanked);
	return g_test_run();
}
