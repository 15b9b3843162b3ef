#include "text/rules/signs.h"

#include "text/normalizer.h"

#include <string.h>

#define ROUNDS 300

static OqLexicon *
load_lexicon(void)
{
	g_autoptr(GError) error = NULL;
	OqLexicon *lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	return lexicon;
}

static void
check_spoken(const OqLexicon *lexicon, const OqUtterance *utterance)
{
	const OqLetters *letters = oq_lexicon_letters(lexicon);
	for (const char *p = utterance->spoken->str; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar character = g_utf8_get_char(p);
		OqCharClass class = oq_letters_class(letters, character);
		g_assert_cmpint(g_unichar_digit_value(character), ==, -1);
		g_assert_cmpint(class, !=, OQ_CHAR_NEWLINE);
		if (class == OQ_CHAR_OTHER && !oq_roles_have(character, OQ_ROLE_PUNCTUATION))
			g_error("U+%04X is left in %s", character, utterance->spoken->str);
	}
}

/* Every visible character is in the source of a word, sign names among them. */
static void
check_covered(const OqLexicon *lexicon, const OqUtterance *utterance)
{
	const OqLetters *letters = oq_lexicon_letters(lexicon);
	const char *text = utterance->text->str;
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		guint64 at = utterance->start + (p - text);
		gunichar character = g_utf8_get_char(p);
		OqCharClass class = oq_letters_class(letters, character);
		gboolean covered = !g_unichar_isgraph(character) || g_unichar_ismark(character) ||
				   class == OQ_CHAR_NEWLINE;
		for (guint i = 0; i < utterance->words->len && !covered; i++) {
			const OqWord *word = oq_utterance_word(utterance, i);
			covered = word->start <= at && at < word->end;
		}
		if (!covered)
			g_error("U+%04X was dropped: %s\n%s", character, text,
				utterance->spoken->str);
	}
}

static void
check_text(const OqLexicon *lexicon, const char *text)
{
	for (OqPunctuation level = OQ_PUNCTUATION_NONE; level <= OQ_PUNCTUATION_ALL; level++) {
		OqTaste taste = {.punctuation = level, .languages = OQ_LANGUAGES_ALL};
		g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &taste);
		g_auto(OqUtterance) utterance;
		oq_utterance_init(&utterance);
		oq_normalizer_feed(normalizer, text, strlen(text));
		oq_normalizer_end(normalizer);
		while (oq_normalizer_next(normalizer, &utterance)) {
			check_spoken(lexicon, &utterance);
			if (level == OQ_PUNCTUATION_ALL)
				check_covered(lexicon, &utterance);
		}
	}
}

/* The full-width macron is a mark on nothing, once it is repaired. */
static void
test_every_character(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_autoptr(GString) text = g_string_new(NULL);
	for (gunichar character = ' '; character < 0x20000; character++) {
		if (g_unichar_validate(character) && !g_unichar_isalpha(character) &&
			character != 0xFFE3) {
			g_string_append(text, "сөз ");
			g_string_append_unichar(text, character);
			g_string_append(text, " сөз\n\n");
		}
	}
	check_text(lexicon, text->str);
}

/* № is left out: before a number that it makes ordinal it is not said. */
static void
test_random(void)
{
	static const char *const pieces[] = {" ", " ", " ", "сөз", "Алматы", "А.", "12", "007",
		"91,2", "5-сынып", "2015 жылы", "т.б.", "км", "%", "+", "−", "=", "§", "°", "$",
		"₸", ".", ",", ";", ":", "!", "?", "…", "-", "–", "—", "(", ")", "[", "]", "{", "}",
		"«", "»", "\"", "“", "”", "„", "'", "‘", "’", "/", "\\", "|", "*", "#", "@", "_",
		"~", "^", "•", "→", "©", "😀", "👍🏽", "❤️", "🇰🇿", "🦔", "∮", "½", "²",
		"٣", "mail.kz", "@@@", "...", "-----", "====="};
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	for (guint round = 0; round < ROUNDS; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (guint i = g_test_rand_int_range(1, 60); i > 0; i--)
			g_string_append(
				text, pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))]);
		check_text(lexicon, text->str);
	}
}

static void
test_general_names(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	g_assert_cmpstr(oq_signs_general_name(lexicon, 0x1F994), ==, "эмодзи");
	g_assert_cmpstr(oq_signs_general_name(lexicon, 0x1F1F0), ==, "жалауша");
	g_assert_cmpstr(oq_signs_general_name(lexicon, 0x222E), ==, "белгі");
	g_assert_null(oq_signs_general_name(lexicon, 0x200B /* zero width */));
	g_assert_null(oq_signs_general_name(lexicon, 0xFE0F));
}

/* The linguists' table names all that the engine would only hear as a pause. */
static void
test_punctuation_has_names(void)
{
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	for (gunichar sign = ' '; sign < 0x3000; sign++) {
		if (!oq_roles_have(sign, OQ_ROLE_PUNCTUATION))
			continue;
		g_assert_null(oq_lexicon_sign(lexicon, sign, OQ_PUNCTUATION_SOME));
		g_assert_nonnull(oq_lexicon_sign(lexicon, sign, OQ_PUNCTUATION_ALL));
	}
	g_assert_null(oq_lexicon_sign(lexicon, ' ', OQ_PUNCTUATION_ALL));
	g_assert_cmpstr(oq_lexicon_sign(lexicon, '#', OQ_PUNCTUATION_SOME), ==, "тор белгісі");
}

/* +/- is one sign, whatever dash stands in it. */
static void
test_plus_minus(void)
{
	static const char *const cases[][2] = {
		{"+/- 5", "плюс-минус"},
		{"+/–5", "плюс-минус"},
		{"+ /-5", NULL},
		{"+/5", NULL},
		{"-/+5", NULL},
	};
	g_autoptr(OqLexicon) lexicon = load_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(OqSentence) sentence;
		oq_sentence_init(&sentence, lexicon);
		oq_sentence_read(&sentence, oq_slice(cases[i][0]));
		g_autoptr(GString) words = g_string_new(NULL);
		OqRuleContext context = {.sentence = &sentence, .words = words};
		guint n_taken = oq_signs_plus_minus(&context, 0);
		g_test_message("%s", cases[i][0]);
		g_assert_cmpuint(n_taken, ==, cases[i][1] != NULL ? 3 : 0);
		g_assert_cmpstr(words->str, ==, cases[i][1] != NULL ? cases[i][1] : "");
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/signs/every-character", test_every_character);
	g_test_add_func("/signs/random", test_random);
	g_test_add_func("/signs/plus-minus", test_plus_minus);
	g_test_add_func("/signs/general-names", test_general_names);
	g_test_add_func("/signs/punctuation-has-names", test_punctuation_has_names);
	return g_test_run();
}
