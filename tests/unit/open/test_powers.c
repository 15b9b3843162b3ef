#include "open/powers.h"

static void
assert_powers(const char *before, const char *raised, const char *expected)
{
	g_autoptr(GString) text = g_string_new(before);
	gboolean is_power = oq_powers_append(text, raised);
	g_assert_cmpstr(text->str, ==, expected != NULL ? expected : before);
	g_assert_true(is_power == (expected != NULL));
}

static void
test_measures(void)
{
	assert_powers("5 м", "2", "5 м²");
	assert_powers("км", "3", "км³");
	assert_powers("5 м", "1", NULL);
	assert_powers("жер", "2", "жер²"); /* as short as a measure */
	assert_powers("сөзі", "2", NULL);
	assert_powers("5 ", "2", NULL);
	assert_powers("", "2", NULL);
	assert_powers("м", "23", NULL);
}

static void
test_tens(void)
{
	assert_powers("10", "5", "10⁵");
	assert_powers("5·10", "−12", "5·10⁻¹²");
	assert_powers("5 10", "-3", "5 10⁻³");
	assert_powers("10", "–0", "10⁻⁰");
	assert_powers("1910", "2", NULL);
	assert_powers("10", "-", NULL);
	assert_powers("10", "1-2", NULL);
	assert_powers("10", "", NULL);
	assert_powers("10", "12345", NULL);
	assert_powers("10", "а", NULL);
}

static void
assert_sure(const char *before, const char *raised, const char *expected)
{
	g_autoptr(GString) text = g_string_new(before);
	g_assert_true(oq_powers_append_sure(text, raised) == (expected != NULL));
	g_assert_cmpstr(text->str, ==, expected != NULL ? expected : before);
}

static void
test_sure(void)
{
	assert_sure("5 м", "2", "5 м²");
	assert_sure("м/с", "2", "м/с²");
	assert_sure("5·10", "6", "5·10⁶");
	assert_sure("мың км", "2", "мың км²");
	assert_sure("x", "2", "x²");
	assert_sure("жер", "2", NULL); /* a note, more likely */
	assert_sure("да", "2", NULL);
	assert_sure("ҚР", "2", NULL);
	assert_sure("ол ", "2", NULL);
	assert_sure("м", "4", NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/powers/measures", test_measures);
	g_test_add_func("/powers/tens", test_tens);
	g_test_add_func("/powers/sure", test_sure);
	return g_test_run();
}
