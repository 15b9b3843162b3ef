#include "text/characters/natural.h"

#include <string.h>

static gint
compare(const char *a, const char *b)
{
	g_autofree char *key_a = oq_natural_key(a);
	g_autofree char *key_b = oq_natural_key(b);
	return strcmp(key_a, key_b);
}

/* Each of them stands before all that follow. */
static void
assert_order(const char *const *names, gsize n_names)
{
	for (gsize i = 0; i < n_names; i++) {
		g_assert_cmpint(compare(names[i], names[i]), ==, 0);
		for (gsize j = i + 1; j < n_names; j++) {
			if (compare(names[i], names[j]) >= 0 || compare(names[j], names[i]) <= 0)
				g_error("“%s” does not stand before “%s”", names[i], names[j]);
		}
	}
}

static void
test_numbers(void)
{
	static const char *const names[] = {"", "1", "1 а", "1.9", "1.10", "1а", "2", "9", "10",
		"10 б", "0099", "100", "99999999999999999999", "100000000000000000000", "Кітап",
		"Кітап 2", "Кітап 10", "Кітап 10 (2)", "Кітап 10 (12)"};
	assert_order(names, G_N_ELEMENTS(names));
}

static void
test_equal(void)
{
	g_assert_cmpint(compare("01", "1"), ==, 0);
	g_assert_cmpint(compare("000", "0"), ==, 0);
	g_assert_cmpint(compare("КІТАП 2", "кітап 002"), ==, 0);
	g_assert_cmpint(compare("Й", "И\u0306"), ==, 0); /* in one character or in two */
	g_assert_cmpint(compare("\u0662", "2"), ==, 0);
}

static void
test_alphabet(void)
{
	static const char alphabet[] = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
	for (const char *p = alphabet, *q; *(q = g_utf8_next_char(p)) != '\0'; p = q) {
		g_autofree char *a = g_strndup(p, (gsize)(q - p));
		g_autofree char *b = g_strndup(q, (gsize)(g_utf8_next_char(q) - q));
		g_autofree char *big = g_utf8_strup(b, -1);
		g_assert_cmpint(compare(a, b), <, 0);
		g_assert_cmpint(compare(a, big), <, 0);
	}
	static const char *const names[] = {"Абай", "Ақбала", "Әбіш", "Бөлім", "abc 2"};
	assert_order(names, G_N_ELEMENTS(names) - 1);
	g_assert_cmpint(compare(names[4], names[0]), <, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/natural/numbers", test_numbers);
	g_test_add_func("/natural/equal", test_equal);
	g_test_add_func("/natural/alphabet", test_alphabet);
	return g_test_run();
}
