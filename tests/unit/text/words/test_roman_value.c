#include "text/words/roman_value.h"

#include "text_case.h"

#include <locale.h>

#define MAX_VALUE 3999

/* 1996 is M CM XC VI. */
static char *
write_roman(guint value)
{
	static const char *const digits[4][10] = {
		{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"},
		{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"},
		{"", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"},
		{"", "M", "MM", "MMM"},
	};
	return g_strconcat(digits[3][value / 1000], digits[2][value / 100 % 10],
		digits[1][value / 10 % 10], digits[0][value % 10], NULL);
}

/* Every letter that has a Cyrillic twin, or every second one. */
static char *
write_cyrillic(const char *roman, guint step)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; roman[i] != '\0'; i++) {
		const char *twin = roman[i] == 'I'   ? "І"
				   : roman[i] == 'X' ? "Х"
				   : roman[i] == 'C' ? "С"
				   : roman[i] == 'M' ? "М"
						     : NULL;
		if (twin != NULL && i % step == 0)
			g_string_append(out, twin);
		else
			g_string_append_c(out, roman[i]);
	}
	return g_string_free(out, FALSE);
}

/* The value of the first word. */
static guint
value_of(OqSentence *sentence, const char *written)
{
	oq_sentence_read(sentence, oq_slice(written));
	return oq_roman_value(sentence, oq_sentence_token(sentence, 0));
}

/* What has neither I, V nor X is rather CD, LLC, MD. */
static void
test_every_value(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	for (guint value = 1; value <= MAX_VALUE; value++) {
		g_autofree char *roman = write_roman(value);
		g_autofree char *cyrillic = write_cyrillic(roman, 1);
		g_autofree char *mixed = write_cyrillic(roman, 2);
		guint expected = strpbrk(roman, "IVX") != NULL ? value : 0;
		g_test_message("%u %s %s %s", value, roman, cyrillic, mixed);
		g_assert_cmpuint(value_of(&sentence, roman), ==, expected);
		g_assert_cmpuint(value_of(&sentence, cyrillic), ==, expected);
		g_assert_cmpuint(value_of(&sentence, mixed), ==, expected);
	}
}

/* Of all words in these letters only the canonical ones are numbers. */
static void
test_every_word(void)
{
	static const char letters[] = "IVXLC";
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	for (guint i = 0; i < 5 * 5 * 5 * 5 * 5; i++) {
		char word[6] = "";
		guint length = 0;
		for (guint rest = i; length < 5; rest /= 5)
			word[length++] = letters[rest % 5];
		for (; length > 0; word[--length] = '\0') {
			guint value = value_of(&sentence, word);
			g_autofree char *canonical = write_roman(value);
			g_test_message("%s %u", word, value);
			g_assert_true(value == 0 || strcmp(canonical, word) == 0);
		}
	}
}

static void
test_refusals(void)
{
	static const char *const words[] = {"IIII", "VV", "IXI", "VIV", "IVI", "XCX", "XXXX", "IC",
		"VX", "IIX", "MMMM", "MMMMI", "CDM", "ХХХХ", "IVIVIVIVIVIVIVIV", "xxi", "Xxi", "хх",
		"АХ", "ІІМ", "ИИ", "É", "C", "D", "CD", "MM", "-", "5", ""};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
		g_test_message("%s", words[i]);
		g_assert_cmpuint(value_of(&sentence, words[i]), ==, 0);
	}
	g_assert_cmpuint(value_of(&sentence, "ΙΧ" /* Greek */), ==, 9);
	g_assert_cmpuint(value_of(&sentence, "\u04C0\u04C0" /* palochka */), ==, 2);
}

static void
test_small(void)
{
	static const struct {
		const char *word;
		guint value;
	} cases[] = {{"ii", 2}, {"xii", 12}, {"xlix", 49}, {"l", 0}, {"li", 0}, {"i", 0}, {"Ii", 0},
		{"iiii", 0}, {"mix", 0}, {"civil", 0}, {"хх", 0}, {"12", 0}, {"-", 0}};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_auto(OqSentence) sentence;
	oq_sentence_init(&sentence, lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		oq_sentence_read(&sentence, oq_slice(cases[i].word));
		g_test_message("%s", cases[i].word);
		g_assert_cmpuint(
			oq_roman_value_small(&sentence, sentence.tokens), ==, cases[i].value);
	}
	g_assert_cmpuint(oq_roman_value_small(&sentence, NULL), ==, 0);
}

static void
test_forms(void)
{
	g_assert_cmpuint(oq_roman_value_of_form(0x2160 /* Ⅰ */), ==, 1);
	g_assert_cmpuint(oq_roman_value_of_form(0x216B /* Ⅻ */), ==, 12);
	g_assert_cmpuint(oq_roman_value_of_form(0x2173 /* ⅳ */), ==, 4);
	g_assert_cmpuint(oq_roman_value_of_form(0x216F /* Ⅿ */), ==, 1000);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/roman-value/every-value", test_every_value);
	g_test_add_func("/roman-value/every-word", test_every_word);
	g_test_add_func("/roman-value/refusals", test_refusals);
	g_test_add_func("/roman-value/small", test_small);
	g_test_add_func("/roman-value/forms", test_forms);
	return g_test_run();
}
