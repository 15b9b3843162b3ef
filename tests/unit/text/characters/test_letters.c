#include "text/characters/letters.h"

/* A few letters of each class, as letters.tsv has them. */
static OqLetters *
new_letters(void)
{
	static const struct {
		gunichar letter;
		const char *name;
		OqSound sound;
	} rows[] = {
		{0x0430 /* а */, "а", OQ_SOUND_BACK},
		{0x044B /* ы */, "ы", OQ_SOUND_BACK},
		{0x0435 /* е */, "е", OQ_SOUND_FRONT},
		{0x0456 /* і */, "і", OQ_SOUND_FRONT},
		{0x0438 /* и */, "и", OQ_SOUND_GLIDE_FRONT},
		{0x0443 /* у */, "у", OQ_SOUND_GLIDE_BACK},
		{0x0439 /* й */, "қысқа и", OQ_SOUND_SONORANT},
		{0x043B /* л */, "эл", OQ_SOUND_L},
		{0x043C /* м */, "эм", OQ_SOUND_NASAL},
		{0x0437 /* з */, "зе", OQ_SOUND_Z},
		{0x0442 /* т */, "те", OQ_SOUND_VOICELESS},
		{0x0440 /* р */, "эр", OQ_SOUND_SONORANT},
		{0x043D /* н */, "эн", OQ_SOUND_NASAL},
		{0x043A /* к */, "ка", OQ_SOUND_VOICELESS},
		{0x044E /* ю */, "ю", OQ_SOUND_GLIDE_BACK},
		{0x044C /* ь */, "жіңішкелік белгісі", OQ_SOUND_SIGN},
	};
	OqLetters *letters = oq_letters_new();
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		g_assert_true(oq_letters_add(letters, rows[i].letter, rows[i].name, rows[i].sound));
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
	g_assert_false(oq_letters_add(letters, 0x0561 /* ա */, "айб", OQ_SOUND_BACK));
	g_assert_false(
		oq_letters_add(letters, 0x0250 /* ɐ, its capital is Ɐ */, "a", OQ_SOUND_BACK));
	g_assert_null(oq_letters_name(letters, 0x0430));

	g_assert_true(oq_letters_add(letters, 0x049B, "қа", OQ_SOUND_VOICELESS));
	g_assert_true(oq_letters_add(letters, 0x049B, "қы", OQ_SOUND_VOICELESS));
	g_assert_cmpstr(oq_letters_name(letters, 0x049B), ==, "қы");
	g_assert_cmpstr(oq_letters_name(letters, 0x049A /* Қ */), ==, "қы");
	g_assert_null(oq_letters_name(letters, 0x1D400));
}

/* Each letter is missed in its turn, until all are there. */
static void
test_lacking(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	guint n_added = 0;
	for (gunichar lacking; (lacking = oq_letters_lacking(letters)) != 0; n_added++) {
		g_assert_true(g_unichar_islower(lacking));
		g_assert_null(oq_letters_name(letters, lacking));
		g_assert_true(oq_letters_add(letters, lacking, "x", OQ_SOUND_Z));
	}
	g_assert_cmpuint(n_added, ==, 26 + 42);
	g_assert_nonnull(oq_letters_name(letters, 0x04D9 /* ә */));
	g_assert_nonnull(oq_letters_name(letters, 'q'));
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

static void
test_soft_sign(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	g_assert_true(oq_letters_add(letters, 0x0430 /* а */, "а", OQ_SOUND_BACK));
	g_assert_true(oq_letters_add(letters, 0x043B /* л */, "эл", OQ_SOUND_L));
	g_assert_true(oq_letters_add(letters, 0x044C /* ь */, "", OQ_SOUND_SOFT_SIGN));
	g_assert_true(oq_letters_is_soft_sign(letters, 0x044C));
	g_assert_false(oq_letters_is_soft_sign(letters, 0x043B));
	g_assert_cmpint(oq_letters_harmony(letters, oq_slice("аль")), ==, OQ_HARMONY_FRONT);
	g_assert_cmpint(oq_letters_ending(letters, oq_slice("аль")), ==, OQ_ENDING_L);
	/* within the word it says nothing */
	g_assert_cmpint(oq_letters_harmony(letters, oq_slice("альа")), ==, OQ_HARMONY_BACK);
}

static void
test_softened(void)
{
	g_autoptr(OqLetters) letters = oq_letters_new();
	g_assert_true(oq_letters_add(letters, 0x049B /* қ */, "қы", OQ_SOUND_VOICELESS));
	g_assert_cmpuint(oq_letters_soften(letters, 0x049B), ==, 0x049B);
	oq_letters_set_softened(letters, 0x049B, 0x0493 /* ғ */);
	g_assert_cmpuint(oq_letters_soften(letters, 0x049B), ==, 0x0493);
	g_assert_cmpuint(oq_letters_soften(letters, 0x049A /* Қ */), ==, 0x049A);
	g_assert_cmpuint(oq_letters_soften(letters, 0x1D400), ==, 0x1D400);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/letters/class", test_class);
	g_test_add_func("/letters/add", test_add);
	g_test_add_func("/letters/lacking", test_lacking);
	g_test_add_func("/letters/harmony-and-ending", test_harmony_and_ending);
	g_test_add_func("/letters/vowels", test_vowels);
	g_test_add_func("/letters/lower", test_lower);
	g_test_add_func("/letters/soft-sign", test_soft_sign);
	g_test_add_func("/letters/softened", test_softened);
	return g_test_run();
}
