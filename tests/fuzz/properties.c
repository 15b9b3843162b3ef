/* properties.c - what holds for every text (checks.h), on random mixtures of the cases.
 * usage: properties CASES VOICES/kk [GLib's test options] */
#include "cases.h"
#include "checks.h"
#include "text/normalizer.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS     20000
#define MAX_PIECES 12

typedef struct {
	OqLexicon *lexicon;
	GPtrArray *texts;
	GRand *random;
} Mixer;

static const char *const nasty[] = {"", "", "", " ", " ", " ", "\n", "\n\n", "\n> ", "\n>\n",
	"\r\n", "\t", "-", "–", " — ", "/", ".", ",", ", ", ". ", ":", "%", "№", "$", "₸", "+", "°",
	"(", ")", "«", "»", "\"", "0", "7", "12", "1 000", "2015", "ХІ", "XIV", "MMXXVI", "xiv",
	"Ⅷ", "ⅻ", "½", "²", "①", "⑪", "㊿", "㈠", "↉", "Ⅴ", "ⅴ", "ⅩⅣ", "₡", "٣", "７", "𝟗", "៧",
	"৴", "፩", "〇", "𐌠", "🙂", "🇰🇿", "1️⃣", "a⃝", "҈", "\u0301", "\u0306", "\u00AD",
	"\u00A0", "\u200B", "\u200D", "\u2028", "\uFEFF", "\uFFFD", "\uE000", "\U000E0041", "-ға",
	"-ші", "-дан", " в ", " что это ", "«и ", " 5-й ", " т.е. ", " г. ", " жылы", " ғ.", " млн",
	" км/сағ", "\xFF", "\xD2"};

static const char *
random_text(Mixer *mixer)
{
	return g_ptr_array_index(
		mixer->texts, g_rand_int_range(mixer->random, 0, mixer->texts->len));
}

/* Some characters of a case, at most as many as a long word or two have. */
static void
append_piece(Mixer *mixer, GString *out)
{
	const char *text = random_text(mixer);
	glong n_chars = g_utf8_strlen(text, -1);
	if (n_chars == 0)
		return;
	glong first = g_rand_int_range(mixer->random, 0, n_chars);
	glong end = first + g_rand_int_range(mixer->random, 1, 25);
	g_autofree char *piece = g_utf8_substring(text, first, MIN(end, n_chars));
	g_string_append(out, piece);
}

static void
test_mixtures(gconstpointer data)
{
	Mixer mixer = *(const Mixer *)data;
	for (guint round = 0; round < ROUNDS; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (int n = g_rand_int_range(mixer.random, 1, MAX_PIECES); n > 0; n--) {
			append_piece(&mixer, text);
			g_string_append(text,
				nasty[g_rand_int_range(mixer.random, 0, G_N_ELEMENTS(nasty))]);
		}
		checks_read(mixer.lexicon, NULL, text->str, text->len);
		checks_spell(mixer.lexicon, text->str, text->len);
	}
}

/* Alone, between letters and behind a digit no character of Unicode gets through. */
static void
append_character(GString *text, gunichar c)
{
	static const char *const around[] = {"", " а", "б. 5", "\n"};
	for (guint i = 0; i < G_N_ELEMENTS(around); i++) {
		g_string_append(text, around[i]);
		if (i < G_N_ELEMENTS(around) - 1)
			g_string_append_unichar(text, c);
	}
}

/* Letters of far scripts are many and all alike. */
static void
test_characters(gconstpointer data)
{
	const Mixer *mixer = data;
	g_autoptr(GString) text = g_string_new(NULL);
	for (gunichar c = 1; c <= 0x10FFFF; c++) {
		gboolean dull = !g_unichar_isdefined(c) || (c >= 0x530 && g_unichar_isalpha(c));
		if (!g_unichar_validate(c) || (dull && c % 256 != 0))
			continue;
		append_character(text, c);
		if (text->len < 500)
			continue;
		checks_read(mixer->lexicon, NULL, text->str, text->len);
		g_string_truncate(text, 0);
	}
}

static gboolean
is_number_or_sign(gunichar c)
{
	switch (g_unichar_type(c)) {
	case G_UNICODE_DECIMAL_NUMBER:
	case G_UNICODE_LETTER_NUMBER:
	case G_UNICODE_OTHER_NUMBER:
	case G_UNICODE_CURRENCY_SYMBOL:
	case G_UNICODE_MATH_SYMBOL:
	case G_UNICODE_MODIFIER_SYMBOL:
	case G_UNICODE_OTHER_SYMBOL:
		return TRUE;
	default:
		return FALSE;
	}
}

/* Each as a paragraph of its own, before a noun, and several in a row. */
static void
test_numbers_and_signs(gconstpointer data)
{
	const Mixer *mixer = data;
	g_autoptr(GString) text = g_string_new(NULL);
	for (gunichar c = 1; c <= 0x10FFFF; c++) {
		if (!is_number_or_sign(c))
			continue;
		char sign[7] = "";
		g_unichar_to_utf8(c, sign);
		g_string_append_printf(
			text, "%s\n\n%s бөлім\n\n5%s%s%s\n\n", sign, sign, sign, sign, sign);
		if (text->len < 500)
			continue;
		for (guint level = OQ_PUNCTUATION_NONE; level < OQ_PUNCTUATION_SPELLING; level++)
			checks_read_at(mixer->lexicon, level, text->str, text->len);
		g_string_truncate(text, 0);
	}
}

static char *
write_forms(const char *latin)
{
	GString *forms = g_string_new(latin);
	g_string_replace(forms, "I", "Ⅰ", 0);
	g_string_replace(forms, "V", "Ⅴ", 0);
	g_string_replace(forms, "X", "ⅹ", 0);
	g_string_replace(forms, "L", "Ⅼ", 0);
	g_string_replace(forms, "C", "Ⅽ", 0);
	g_string_replace(forms, "D", "Ⅾ", 0);
	g_string_replace(forms, "M", "ⅿ", 0);
	return g_string_free(forms, FALSE);
}

/* 1 to 3999, in the letters of each alphabet and in Unicode's own; other single letters may be
 * letters. */
static void
test_roman(gconstpointer data)
{
	static const char *const hundreds[] = {
		"", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"};
	static const char *const tens[] = {
		"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
	static const char *const ones[] = {
		"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
	const Mixer *mixer = data;
	for (guint n = 1; n < 4000; n++) {
		g_autofree char *latin = g_strdup_printf("%.*s%s%s%s", (int)(n / 1000), "MMM",
			hundreds[n / 100 % 10], tens[n / 10 % 10], ones[n % 10]);
		g_autoptr(GString) cyrillic = g_string_new(latin);
		g_string_replace(cyrillic, "X", "Х", 0);
		g_string_replace(cyrillic, "I", "І", 0);
		g_string_replace(cyrillic, "C", "С", 0);
		g_string_replace(cyrillic, "M", "М", 0);
		g_autofree char *text = g_strdup_printf("%s ғасыр, (%s), %s-ші %s; Петр %s.", latin,
			cyrillic->str, cyrillic->str, cyrillic->str, latin);
		checks_read(mixer->lexicon, NULL, text, strlen(text));
		g_autofree char *forms = write_forms(latin);
		g_autofree char *text_of_forms = g_strdup_printf("%s, %s бет", forms, forms);
		checks_read(mixer->lexicon, NULL, text_of_forms, strlen(text_of_forms));
	}
}

/* A line for each utterance: what is said; and, apart, what is written. */
static char *
read_composed(const Mixer *mixer, const char *text, GString *written)
{
	GString *said = g_string_new(NULL);
	g_autoptr(OqNormalizer) normalizer =
		oq_normalizer_new(mixer->lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance)) {
		guint64 n_bytes = utterance.end - utterance.start;
		g_assert_cmpmem(
			utterance.text->str, utterance.text->len, text + utterance.start, n_bytes);
		g_string_append_printf(said, "%s\n", utterance.spoken->str);
		g_string_append_printf(written, "%s\n", utterance.text->str);
	}
	return g_string_free(said, FALSE);
}

/* A letter may be one character or several (macOS, PDF): the same sentences, the same words. */
static void
assert_composed(const Mixer *mixer, const char *text)
{
	g_autoptr(GString) written = g_string_new(NULL), apart = g_string_new(NULL);
	g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
	g_autofree char *decomposed = g_utf8_normalize(composed, -1, G_NORMALIZE_DEFAULT);
	if (strcmp(composed, decomposed) == 0)
		return;
	g_autofree char *said = read_composed(mixer, composed, written);
	g_autofree char *said_apart = read_composed(mixer, decomposed, apart);
	g_autofree char *joined = g_utf8_normalize(apart->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
	if (strcmp(said, said_apart) != 0 || strcmp(written->str, joined) != 0)
		g_error("decomposed\n%s%s\nis not\n%s%s", apart->str, said_apart, written->str,
			said);
}

static void
test_decomposed(gconstpointer data)
{
	const Mixer *mixer = data;
	g_autoptr(GString) all = g_string_new(NULL);
	for (guint i = 0; i < mixer->texts->len; i++) {
		const char *text = g_ptr_array_index(mixer->texts, i);
		assert_composed(mixer, text);
		g_string_append_printf(all, "%s\n", text);
		if (i % 20 != 0)
			continue;
		assert_composed(mixer, all->str);
		g_string_truncate(all, 0);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	if (argc != 3)
		g_error("usage: properties CASES VOICES/kk");
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(argv[2], &error);
	if (lexicon == NULL)
		g_error("%s", error->message);
	g_autoptr(GPtrArray) texts = cases_load(argv[1]);
	g_autoptr(GRand) random = g_rand_new_with_seed(1);
	Mixer mixer = {lexicon, texts, random};
	g_test_add_data_func("/properties/mixtures", &mixer, test_mixtures);
	g_test_add_data_func("/properties/characters", &mixer, test_characters);
	g_test_add_data_func("/properties/numbers-and-signs", &mixer, test_numbers_and_signs);
	g_test_add_data_func("/properties/decomposed", &mixer, test_decomposed);
	g_test_add_data_func("/properties/roman", &mixer, test_roman);
	return g_test_run();
}
