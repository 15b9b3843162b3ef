#include "text/characters/letters.h"

/* A few letters of each class, as letters.tsv has them. */
static OqLetters *
new_letters(void)
{
	static const char *const rows[][3] = {
		{"а", "а", "back"},
		{"ы", "ы", "back"},
		{"е", "е", "front"},
		{"і", "і", "front"},
		{"и", "и", "glide-front"},
		{"у", "у", "glide-back"},
		{"й", "қысқа и", "sonorant"},
		{"л", "эл", "l"},
		{"м", "эм", "nasal"},
		{"з", "зе", "z"},
		{"т", "те", "voiceless"},
		{"р", "эр", "sonorant"},
		{"н", "эн", "nasal"},
		{"к", "ка", "voiceless"},
		{"ю", "ю", "glide-back"},
		{"ь", "жіңішкелік белгісі", "sign"},
	};
	OqLetters *letters = oq_letters_new();
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		g_assert_true(oq_letters_add(letters, rows[i][0], rows[i][1], rows[i][2]));
	return letters;
}

static void
test_class(void)
{
	static const struct {
		gunichar c;
		OqCharClass class;
	} cases[] = {
		{0x04D9 /* ә */, OQ_CHAR_LETTER},
		{0x04D8 /* Ә */, OQ_CHAR_UPPER},
		{0x04C0 /* palochka */, OQ_CHAR_UPPER},
		{'z', OQ_CHAR_LETTER},
		{'Z', OQ_CHAR_UPPER},
		{0x01C5 /* Dž */, OQ_CHAR_UPPER},
		{0x4E2D /* 中 */, OQ_CHAR_LETTER},
		{0x1D400 /* mathematical A */, OQ_CHAR_UPPER},
		{'0', OQ_CHAR_DIGIT},
		{'9', OQ_CHAR_DIGIT},
		{0x0663 /* Arabic 3 */, OQ_CHAR_OTHER},
		{0x0135 /* ĵ: its low byte is '5' */, OQ_CHAR_LETTER},
		{0x0306 /* combining breve */, OQ_CHAR_MARK},
		{0x00AD /* soft hyphen */, OQ_CHAR_MARK},
		{' ', OQ_CHAR_SPACE},
		{'\t', OQ_CHAR_SPACE},
		{0x00A0, OQ_CHAR_SPACE},
		{0x2009 /* thin space */, OQ_CHAR_SPACE},
		{0x3000 /* ideographic space */, OQ_CHAR_SPACE},
		{'\n', OQ_CHAR_NEWLINE},
		{'\r', OQ_CHAR_NEWLINE},
		{0x0085, OQ_CHAR_NEWLINE},
		{0x2028, OQ_CHAR_NEWLINE},
		{'-', OQ_CHAR_OTHER},
		{0xFFFD, OQ_CHAR_OTHER},
		{0x1F600, OQ_CHAR_OTHER},
		{0x01, OQ_CHAR_OTHER},
	};
	g_autoptr(OqLetters) letters = oq_letters_new();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_test_message("U+%04X", cases[i].c);
		g_assert_cmpint(oq_letters_class(letters, cases[i].c), ==, cases[i].class);
	}
}

static void
test_add(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	g_assert_false(oq_letters_add(letters, "", "а", "back"));
	g_assert_false(oq_letters_add(letters, "аб", "а", "back"));
	g_assert_false(oq_letters_add(letters, "а", "а", "broad"));
	g_assert_false(oq_letters_add(letters, "а", "а", ""));
	g_assert_false(oq_letters_add(letters, "\u0531", "ayb", "back"));
	g_assert_null(oq_letters_name(letters, 0x0430));

	g_assert_true(oq_letters_add(letters, "қ", "қа", "voiceless"));
	g_assert_true(oq_letters_add(letters, "қ", "қы", "voiceless"));
	g_assert_cmpstr(oq_letters_name(letters, 0x049B), ==, "қы");
	g_assert_cmpstr(oq_letters_name(letters, 0x049A /* Қ */), ==, "қы");
	g_assert_null(oq_letters_name(letters, 0x1D400));
}

/* Of a whole word; "" and what has no vowel at all are back. */
static void
test_harmony_and_ending(void)
{
	static const struct {
		const char *word;
		OqHarmony harmony;
		OqEnding ending;
	} cases[] = {
		{"", OQ_HARMONY_BACK, OQ_ENDING_VOICELESS},
		{"тт", OQ_HARMONY_BACK, OQ_ENDING_VOICELESS},
		{"алма", OQ_HARMONY_BACK, OQ_ENDING_VOWEL},
		{"АЛМА", OQ_HARMONY_BACK, OQ_ENDING_VOWEL},
		{"темі", OQ_HARMONY_FRONT, OQ_ENDING_VOWEL},
		{"ати", OQ_HARMONY_BACK, OQ_ENDING_SONORANT},
		{"ету", OQ_HARMONY_FRONT, OQ_ENDING_SONORANT},
		{"ми", OQ_HARMONY_FRONT, OQ_ENDING_SONORANT},
		{"ту", OQ_HARMONY_BACK, OQ_ENDING_SONORANT},
		{"ай", OQ_HARMONY_BACK, OQ_ENDING_SONORANT},
		/* at the end or before a vowel a glide goes with the vowel before it … */
		{"елу", OQ_HARMONY_FRONT, OQ_ENDING_SONORANT},
		{"ею", OQ_HARMONY_FRONT, OQ_ENDING_SONORANT},
		{"таю", OQ_HARMONY_BACK, OQ_ENDING_SONORANT},
		{"туу", OQ_HARMONY_BACK, OQ_ENDING_SONORANT},
		{"тіиь", OQ_HARMONY_FRONT, OQ_ENDING_SONORANT},
		/* … before a consonant it is a vowel itself */
		{"литр", OQ_HARMONY_FRONT, OQ_ENDING_SONORANT},
		{"клик", OQ_HARMONY_FRONT, OQ_ENDING_VOICELESS},
		{"елунт", OQ_HARMONY_BACK, OQ_ENDING_VOICELESS},
		{"минут", OQ_HARMONY_BACK, OQ_ENDING_VOICELESS},
		{"актив", OQ_HARMONY_FRONT, OQ_ENDING_VOICELESS},
		{"люк", OQ_HARMONY_BACK, OQ_ENDING_VOICELESS},
		{"ел", OQ_HARMONY_FRONT, OQ_ENDING_L},
		{"ель", OQ_HARMONY_FRONT, OQ_ENDING_L},
		{"ельь", OQ_HARMONY_FRONT, OQ_ENDING_L},
		{"ь", OQ_HARMONY_BACK, OQ_ENDING_VOICELESS},
		{"ам", OQ_HARMONY_BACK, OQ_ENDING_NASAL},
		{"ез", OQ_HARMONY_FRONT, OQ_ENDING_Z},
		{"ат", OQ_HARMONY_BACK, OQ_ENDING_VOICELESS},
		{"е中", OQ_HARMONY_FRONT, OQ_ENDING_VOICELESS},
		{"ma", OQ_HARMONY_BACK, OQ_ENDING_VOICELESS},
	};
	g_autoptr(OqLetters) letters = new_letters();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_test_message("%s", cases[i].word);
		OqSlice word = oq_slice(cases[i].word);
		g_assert_cmpint(oq_letters_harmony(letters, word), ==, cases[i].harmony);
		g_assert_cmpint(oq_letters_ending(letters, word), ==, cases[i].ending);
	}
}

/* Glides are neither: an ending that begins with one does not soften the word. */
static void
test_vowels(void)
{
	g_autoptr(OqLetters) letters = new_letters();
	g_assert_true(oq_letters_is_vowel(letters, 0x0430 /* а */));
	g_assert_true(oq_letters_is_vowel(letters, 0x0415 /* Е */));
	g_assert_false(oq_letters_is_vowel(letters, 0x0443 /* у */));
	g_assert_false(oq_letters_is_vowel(letters, 0x0442 /* т */));
	g_assert_false(oq_letters_is_vowel(letters, 'a'));
	g_assert_false(oq_letters_is_vowel(letters, 0x1F600));

	/* but a word with one can be said as a word */
	g_assert_true(oq_letters_has_vowel(letters, oq_slice("лаз")));
	g_assert_true(oq_letters_has_vowel(letters, oq_slice("МТЕ")));
	g_assert_true(oq_letters_has_vowel(letters, oq_slice("ту")));
	g_assert_true(oq_letters_has_vowel(letters, oq_slice("ми")));
	g_assert_false(oq_letters_has_vowel(letters, oq_slice("млн")));
	g_assert_false(oq_letters_has_vowel(letters, oq_slice("тйь")));
	g_assert_false(oq_letters_has_vowel(letters, oq_slice("ma")));
	g_assert_false(oq_letters_has_vowel(letters, oq_slice("")));
}

static void
test_lower(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	g_autoptr(GString) out = g_string_new("бұрынғы");
	oq_letters_lower(letters, oq_slice("ӘҒІ Қаз 12 ΑÉ \u1E9E𐐀"), out);
	g_assert_cmpstr(out->str, ==, "әғі қаз 12 αé ß𐐨");
	oq_letters_lower(letters, oq_slice(""), out);
	g_assert_cmpstr(out->str, ==, "");
	oq_letters_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/letters/class", test_class);
	g_test_add_func("/letters/add", test_add);
	g_test_add_func("/letters/harmony-and-ending", test_harmony_and_ending);
	g_test_add_func("/letters/vowels", test_vowels);
	g_test_add_func("/letters/lower", test_lower);
	return g_test_run();
}
