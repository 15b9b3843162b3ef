#include "text/characters/letter_pairs.h"

#include "tongues.h"

#include <string.h>

static OqLetterPairs
count(const char *text)
{
	OqLetterPairs pairs = {0};
	oq_letter_pairs_add_text(&pairs, text, strlen(text));
	return pairs;
}

static void
test_languages(void)
{
	for (guint i = 0; i < G_N_ELEMENTS(tongues_kazakh); i++) {
		OqLetterPairs pairs = count(tongues_kazakh[i]);
		g_assert_cmpint(pairs.n_kazakh, >, pairs.n_russian);
		g_assert_cmpint(pairs.n_points, >, 2 * (gint)pairs.n_pairs);
	}
	guint n_russian = 0;
	for (guint i = 0; i < G_N_ELEMENTS(tongues_russian); i++) {
		OqLetterPairs pairs = count(tongues_russian[i]);
		n_russian += pairs.n_russian > pairs.n_kazakh;
		g_assert_cmpint(pairs.n_points, >, 2 * (gint)pairs.n_pairs);
	}
	g_assert_cmpuint(n_russian, >=, G_N_ELEMENTS(tongues_russian) - 1); /* one abbreviates */
}

/* Each letter has its place: one word of all of them is made of pairs that are known. */
static void
test_letters(void)
{
	static const char letters[] = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
	for (const char *p = letters; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		g_assert_true(oq_letter_pairs_is_letter(c));
		g_assert_true(oq_letter_pairs_is_letter(g_unichar_toupper(c)));
		g_assert_cmpint(oq_letter_pairs_is_kazakh(g_unichar_toupper(c)), ==,
			g_utf8_strchr("әғқңөұүһ", -1, c) != NULL);
	}
	g_assert_cmpuint(count(letters).n_letters, ==, 42);
	for (const char *p = "ўјєїґѕћaé1 –"; *p != '\0'; p = g_utf8_next_char(p))
		g_assert_false(oq_letter_pairs_is_letter(g_utf8_get_char(p)));
}

/* For each of its pairs. */
static void
assert_worse(const char *worse, const char *better)
{
	OqLetterPairs bad = count(worse), good = count(better);
	g_assert_cmpint(bad.n_points * (gint)good.n_pairs, <, good.n_points * (gint)bad.n_pairs);
}

static void
test_faults(void)
{
	assert_worse("кІтап", "кітап");
	assert_worse("кұні", "күні");
	assert_worse("қүлын", "құлын");
	assert_worse("біздіғ", "біздің");
	assert_worse("дәлә", "дала");
	assert_worse("кіңап", "кітап");
	assert_worse("кiтап", "кітап"); /* a Latin i */
	assert_worse("кітаp", "кітап");
	assert_worse("аѓаш", "ағаш");
	assert_worse("ж±мыс", "жұмыс");
	assert_worse("м‰мкін", "мүмкін");
	assert_worse("сөз \357\277\275", "сөз ¤");
	assert_worse("сөз ¤", "сөз …");
	assert_worse("сөз \302\205", "сөз ¤");
	g_assert_cmpint(count("сөз… – «сөз» №2, сөз").n_points, ==, count("сөз сөз сөз").n_points);
	g_assert_cmpint(count("Latin words, 12").n_points, ==, 0);
	g_assert_cmpuint(count("Latin words, 12").n_pairs, ==, 0);
}

static void
test_marked(void)
{
	OqLetterPairs pairs = {0}, whole = count("сөз");
	oq_letter_pairs_add_text(&pairs, "бір ", strlen("бір "));
	for (const char *p = "сөз ал"; *p != '\0'; p = g_utf8_next_char(p)) {
		oq_letter_pairs_add(&pairs, g_utf8_get_char(p));
		if (g_utf8_get_char(p) == g_utf8_get_char("ө"))
			oq_letter_pairs_mark(&pairs);
	}
	oq_letter_pairs_end(&pairs);
	g_assert_cmpuint(pairs.n_marked, ==, 1);
	g_assert_cmpuint(pairs.n_marked_pairs, ==, 4);
	g_assert_cmpint(pairs.n_marked_points, ==, whole.n_kazakh);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/letter-pairs/languages", test_languages);
	g_test_add_func("/letter-pairs/letters", test_letters);
	g_test_add_func("/letter-pairs/faults", test_faults);
	g_test_add_func("/letter-pairs/marked", test_marked);
	return g_test_run();
}
