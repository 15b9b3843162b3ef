#include "text/rules/roman.h"

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
value_of(const OqLexicon *lexicon, const char *written)
{
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	oq_tokens_split(oq_lexicon_letters(lexicon), oq_slice(written), tokens);
	OqRuleContext context = {.lexicon = lexicon,
		.sentence = written,
		.tokens = (const OqToken *)tokens->data,
		.n_tokens = tokens->len};
	return oq_roman_value(&context, oq_rule_token(&context, 0));
}

/* What has neither I, V nor X is rather CD, LLC, MD. */
static void
test_every_value(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint value = 1; value <= MAX_VALUE; value++) {
		g_autofree char *roman = write_roman(value);
		g_autofree char *cyrillic = write_cyrillic(roman, 1);
		g_autofree char *mixed = write_cyrillic(roman, 2);
		guint expected = strpbrk(roman, "IVX") != NULL ? value : 0;
		g_test_message("%u %s %s %s", value, roman, cyrillic, mixed);
		g_assert_cmpuint(value_of(lexicon, roman), ==, expected);
		g_assert_cmpuint(value_of(lexicon, cyrillic), ==, expected);
		g_assert_cmpuint(value_of(lexicon, mixed), ==, expected);
	}
}

/* Of all words in these letters only the canonical ones are numbers. */
static void
test_every_word(void)
{
	static const char letters[] = "IVXLC";
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < 5 * 5 * 5 * 5 * 5; i++) {
		char word[6] = "";
		guint length = 0;
		for (guint rest = i; length < 5; rest /= 5)
			word[length++] = letters[rest % 5];
		for (; length > 0; word[--length] = '\0') {
			guint value = value_of(lexicon, word);
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
	for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
		g_test_message("%s", words[i]);
		g_assert_cmpuint(value_of(lexicon, words[i]), ==, 0);
	}
	g_assert_cmpuint(value_of(lexicon, "ΙΧ" /* Greek */), ==, 9);
	g_assert_cmpuint(value_of(lexicon, "\u04C0\u04C0" /* palochka */), ==, 2);
}

static void
test_ordinal(void)
{
	static const TextCase cases[] = {
		{"|XXI| ғасыр", "жиырма бірінші"},
		{"|ХХІ| ғасыр", "жиырма бірінші"},
		{"|III| том", "үшінші"},
		{"|II| Елизавета", "екінші"},
		{"Елизавета |II| келді", "екінші"},
		{"|XV|–XVIII ғасырлар", "он бесінші"},
		{"XV–|XVIII| ғасырлар", "он сегізінші"},
		/* such letters are a number only where such numbers stand */
		{"|XL| тарау", "қырқыншы"},
		{"|CX| сессияда", "жүз оныншы"},
		{"|XC| ғ.", "тоқсаныншы"},
		{"|XL|–XLV бөлімдер", "қырқыншы"},
		{"|XL-ші| бөлім", "қырқыншы"},
		{"|XLV| көрме", "қырық бесінші"},
		{"|MCMX|", "мың тоғыз жүз оныншы"},
		{"|XL өлшемі", NULL},
		{"|CV жіберу", NULL},
		{"|MIX тобы", NULL},
		{"|xl өлшемі", NULL},
		/* Unicode's own ones are nothing but numbers */
		{"|Ⅴ|", "бесінші"},
		{"|ⅴ| бет", "бесінші"},
		{"|Ⅾ|", "бес жүзінші"},
		{"|ⅩⅩⅠ| ғасыр", "жиырма бірінші"},
		{"|Ⅳ-|тармақта", "төртінші"},
		{"|ⅳⅳ|", "төрт төрт"},
		{"|MMMCMXCIX|", "үш мың тоғыз жүз тоқсан тоғызыншы"},
		/* endings; the ordinal one says what is known already */
		{"|XX-шы| ғасыр", "жиырмасыншы"},
		{"|XXI-де|", "жиырма біріншіде"},
		{"|IV-нің| басы", "төртіншінің"},
		{"|I-ші| орын", "бірінші"},
		/* one letter is a number only beside what it counts */
		{"|X| сынып", "оныншы"},
		{"|V| Карл", "бесінші"},
		{"Петр |I| патша", "бірінші"},
		{"Петр |I|", "бірінші"},
		{"|І|–V сыныптар", "бірінші"},
		{"І–|V|", "бесінші"},
		{"|I|, II және III топ", "бірінші"},
		{"|X, Y", NULL},
		{"|X", NULL},
		{"|V.", NULL},
		{"|X АҚШ", NULL},
		{"бұл |X", NULL},
		{"Ол |X", NULL},
		{"|С витамині", NULL},
		{"|ІІМ хабарлады", NULL},
		{"|ҚР", NULL},
		{"|том", NULL},
	};
	text_case_check_all(oq_roman_ordinal, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/roman/every-value", test_every_value);
	g_test_add_func("/roman/every-word", test_every_word);
	g_test_add_func("/roman/refusals", test_refusals);
	g_test_add_func("/roman/ordinal", test_ordinal);
	return g_test_run();
}
