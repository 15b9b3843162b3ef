#include "text/characters/numerics.h"

#include <locale.h>

static const struct {
	gunichar c;
	int value;
} values[] = {
	{'7', 7},
	{0x0663 /* ٣ */, 3},
	{0x1D7D7 /* 𝟗 */, 9},
	{0x24EB /* ⓫ */, 11},
	{0x24F4 /* ⓴ */, 20},
	{0x24FF /* ⓿ */, 0},
	{0x137B /* ፻ */, 100},
	{0x137C /* ፼ */, 10000},
	{0x303A /* 〺 */, 30},
	{0x3229 /* ㈩ */, 10},
	{0x324F /* ㉏ */, 80},
	{0x2188 /* ↈ */, 100000},
	{'a', -1},
	{0x2163 /* Ⅳ */, -1},
	{0xBD /* ½ */, -1},
	{0x09F4 /* ৴ */, -1},
	/* these decompose into digits */
	{0x2460 /* ① */, -1},
	{0x32BF /* ㊿ */, -1},
};

static void
test_values(void)
{
	for (guint i = 0; i < G_N_ELEMENTS(values); i++) {
		g_test_message("U+%04X", values[i].c);
		g_assert_cmpint(oq_numerics_value(values[i].c), ==, values[i].value);
	}
}

static void
test_fractions(void)
{
	char numerator[OQ_NUMERICS_MAX_CHARS + 1], denominator[OQ_NUMERICS_MAX_CHARS + 1];
	g_assert_true(oq_numerics_fraction(0xBE /* ¾ */, numerator, denominator));
	g_assert_cmpstr(numerator, ==, "3");
	g_assert_cmpstr(denominator, ==, "4");
	g_assert_true(oq_numerics_fraction(0x2152 /* ⅒ */, numerator, denominator));
	g_assert_cmpstr(numerator, ==, "1");
	g_assert_cmpstr(denominator, ==, "10");
	g_assert_true(oq_numerics_fraction(0x215F /* ⅟ */, numerator, denominator));
	g_assert_cmpstr(numerator, ==, "1");
	g_assert_cmpstr(denominator, ==, "");
	g_assert_false(oq_numerics_fraction(0x2044, numerator, denominator));
	g_assert_false(oq_numerics_fraction('1', numerator, denominator));
	g_assert_false(oq_numerics_fraction(0x2163 /* Ⅳ */, numerator, denominator));
	g_assert_false(
		oq_numerics_fraction(0xFDFA /* the longest of all */, numerator, denominator));
}

static void
test_roman(void)
{
	char letters[OQ_NUMERICS_MAX_CHARS + 1];
	g_assert_true(oq_numerics_is_roman(0x2160));
	g_assert_true(oq_numerics_is_roman(0x217F));
	g_assert_false(oq_numerics_is_roman(0x2180));
	oq_numerics_roman(0x2177 /* ⅷ */, letters);
	g_assert_cmpstr(letters, ==, "VIII");
	oq_numerics_roman(0x216F /* Ⅿ */, letters);
	g_assert_cmpstr(letters, ==, "M");
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/numerics/values", test_values);
	g_test_add_func("/numerics/fractions", test_fractions);
	g_test_add_func("/numerics/roman", test_roman);
	return g_test_run();
}
