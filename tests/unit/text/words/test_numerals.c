#include "text/words/numerals.h"

#include "text/normalizer.h"
#include "text_case.h"

#include <string.h>

/* The way back from words to the number, by a word list of its own (kazakh-reading.md, 1). */
static const char *const ones[] = {
	"", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"};
static const char *const tens[] = {
	"", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"};
static const char *const scales[] = {
	"", "мың", "миллион", "миллиард", "триллион", "квадриллион", "квинтиллион"};

/* 1 to 9 if the next word is in the list, which then is taken; else 0. */
static guint
take_word(char ***words, const char *const *list, guint n)
{
	for (guint i = 1; **words != NULL && i < n; i++)
		if (strcmp(**words, list[i]) == 0) {
			(*words)++;
			return i;
		}
	return 0;
}

static guint
take_group(char ***words)
{
	static const char *const hundred[] = {"", "жүз"};
	guint n_hundreds = take_word(words, hundred, 2);
	guint one = n_hundreds == 0 ? take_word(words, ones, G_N_ELEMENTS(ones)) : 0;
	if (one > 1 && take_word(words, hundred, 2) > 0) {
		n_hundreds = one;
		one = 0;
	}
	if (one > 0)
		return one;
	guint ten = take_word(words, tens, G_N_ELEMENTS(tens));
	return n_hundreds * 100 + ten * 10 + take_word(words, ones, G_N_ELEMENTS(ones));
}

/* G_MAXUINT64 when these are not the words of a number, each scale smaller than the one before. */
static guint64
read_words(const char *text)
{
	g_auto(GStrv) all = g_strsplit(text, " ", -1);
	char **words = all;
	guint64 value = 0;
	for (guint last = G_N_ELEMENTS(scales); *words != NULL && last > 0;) {
		guint64 group = take_group(&words);
		guint scale = take_word(&words, scales, G_N_ELEMENTS(scales));
		/* мың, бір миллион */
		if (scale >= last || (scale == 1 && group == 1) || (scale != 1 && group == 0))
			return G_MAXUINT64;
		group += scale == 1 && group == 0;
		for (guint i = 0; i < scale; i++)
			group *= 1000;
		value += group;
		last = scale;
	}
	return *words == NULL ? value : G_MAXUINT64;
}

static void
assert_way_back(const OqLexicon *lexicon, guint64 value, GString *words)
{
	char digits[24];
	g_snprintf(digits, sizeof digits, "%" G_GUINT64_FORMAT, value);
	g_string_truncate(words, 0);
	oq_numerals_cardinal(lexicon, oq_slice(digits), words);
	if (read_words(words->str) != value)
		g_error("%s is said “%s”", digits, words->str);
}

static void
test_way_back(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GString) words = g_string_new(NULL);
	for (guint64 value = 1; value <= 100000; value++)
		assert_way_back(lexicon, value, words);
	for (guint64 power = 100000; power <= 1000000000000000000; power *= 10)
		for (guint factor = 1; factor < 10; factor++)
			for (guint64 i = 0; i <= 4; i++)
				assert_way_back(lexicon, power * factor + i - 2, words);
	for (guint i = 0; i < 20000; i++) {
		guint64 value = (guint64)g_test_rand_int() << 28 | g_test_rand_int();
		assert_way_back(lexicon, (value >> i % 60) + 1, words);
	}
}

/* From −10 000 to −1 and a little beyond zero, as the whole of text/ says them. */
static void
test_signed(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_autoptr(GString) text = g_string_new(NULL);
	for (gint value = -10000; value <= 100; value++)
		g_string_append_printf(text, "%d.\n", value);
	oq_normalizer_feed(normalizer, text->str, text->len);
	oq_normalizer_end(normalizer);
	for (gint value = -10000; value <= 100; value++) {
		g_assert_true(oq_normalizer_next(normalizer, &utterance));
		const char *said = utterance.spoken->str;
		if (value < 0)
			g_assert_true(g_str_has_prefix(said, "минус "));
		g_autofree char *words = g_strdup(said + (value < 0 ? strlen("минус ") : 0));
		words[strlen(words) - 1] = '\0'; /* the full stop */
		if (value != 0)
			g_assert_cmpuint(read_words(words), ==, ABS(value));
		else
			g_assert_cmpstr(words, ==, "нөл");
	}
}

static void
test_limits(void)
{
	static const struct {
		const char *digits, *words;
	} cases[] = {
		{"0", "нөл"},
		{"000", "нөл"},
		{"", ""},
		{"0000000000000000000000000007", "жеті"},
		{"100000000000000000000", "жүз квинтиллион"},
		{"999000000000000000001", "тоғыз жүз тоқсан тоғыз квинтиллион бір"},
		{"1000000000000000000000",
			"бір нөл нөл нөл нөл нөл нөл нөл нөл нөл нөл нөл нөл нөл нөл нөл нөл нөл "
			"нөл нөл нөл нөл"},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) words = g_string_new(NULL);
		oq_numerals_cardinal(lexicon, oq_slice(cases[i].digits), words);
		g_assert_cmpstr(words->str, ==, cases[i].words);
	}
}

static void
test_digits(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GString) words = g_string_new("нөмірі");
	oq_numerals_digits(lexicon, (OqSlice){"00741", 4}, words);
	g_assert_cmpstr(words->str, ==, "нөмірі нөл нөл жеті төрт");
	oq_numerals_digits(lexicon, oq_slice(""), words);
	oq_numerals_cardinal(lexicon, oq_slice("19"), words);
	g_assert_cmpstr(words->str, ==, "нөмірі нөл нөл жеті төрт он тоғыз");
}

/* kazakh-reading.md, 2 */
static void
test_ordinals(void)
{
	static const char *const cases[][2] = {
		{"нөл", "нөлінші"},
		{"бір", "бірінші"},
		{"екі", "екінші"},
		{"үш", "үшінші"},
		{"төрт", "төртінші"},
		{"бес", "бесінші"},
		{"алты", "алтыншы"},
		{"жеті", "жетінші"},
		{"сегіз", "сегізінші"},
		{"тоғыз", "тоғызыншы"},
		{"он", "оныншы"},
		{"жиырма", "жиырмасыншы"},
		{"отыз", "отызыншы"},
		{"қырық", "қырқыншы"},
		{"елу", "елуінші"},
		{"алпыс", "алпысыншы"},
		{"жетпіс", "жетпісінші"},
		{"сексен", "сексенінші"},
		{"тоқсан", "тоқсаныншы"},
		{"жүз", "жүзінші"},
		{"мың", "мыңыншы"},
		{"миллион", "миллионыншы"},
		{"миллиард", "миллиардыншы"},
		{"триллион", "триллионыншы"},
		{"квадриллион", "квадриллионыншы"},
		{"квинтиллион", "квинтиллионыншы"},
		{"бес жүз он екі", "бес жүз он екінші"},
		{"екі алма", "екі алма"},
		{"екі екінші", "екі екінші"},
		{"", ""},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) words = g_string_new(cases[i][0]);
		oq_numerals_make_ordinal(lexicon, words);
		g_assert_cmpstr(words->str, ==, cases[i][1]);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/numerals/way-back", test_way_back);
	g_test_add_func("/numerals/signed", test_signed);
	g_test_add_func("/numerals/limits", test_limits);
	g_test_add_func("/numerals/digits", test_digits);
	g_test_add_func("/numerals/ordinals", test_ordinals);
	return g_test_run();
}
