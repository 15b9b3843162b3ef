/* numerics.c - see the header. */
#include "text/characters/numerics.h"

#include "text/characters/roles.h"

/* Whole numbers that Unicode decomposes into nothing, or into Chinese: how much the first of a row
 * is, and how much more each that follows it. Those of scripts that nobody writes any more are not
 * here. */
static const struct {
	gunichar first;
	gunichar last;
	guint value;
	guint step;
} wholes[] = {
	{0x1369, 0x1372, 1, 1}, /* Ethiopic */
	{0x1373, 0x137B, 20, 10},
	{0x137C, 0x137C, 10000, 0},
	{0x2180, 0x2180, 1000, 0}, /* Roman, of letters of their own */
	{0x2181, 0x2181, 5000, 0},
	{0x2182, 0x2182, 10000, 0},
	{0x2185, 0x2185, 6, 0},
	{0x2186, 0x2186, 50, 0},
	{0x2187, 0x2187, 50000, 0},
	{0x2188, 0x2188, 100000, 0},
	{0x24EB, 0x24F4, 11, 1}, /* in circles */
	{0x24F5, 0x24FE, 1, 1},
	{0x24FF, 0x24FF, 0, 0},
	{0x2776, 0x277F, 1, 1},
	{0x2780, 0x2789, 1, 1},
	{0x278A, 0x2793, 1, 1},
	{0x3007, 0x3007, 0, 0}, /* Chinese */
	{0x3021, 0x3029, 1, 1},
	{0x3038, 0x303A, 10, 10},
	{0x3192, 0x3195, 1, 1},
	{0x3220, 0x3229, 1, 1},
	{0x3248, 0x324F, 10, 10},
	{0x3280, 0x3289, 1, 1},
	{0x1F10B, 0x1F10B, 0, 0}, /* in circles, once more */
	{0x1F10C, 0x1F10C, 0, 0},
};

gboolean
oq_numerics_is_number(gunichar c)
{
	switch (g_unichar_type(c)) {
	case G_UNICODE_DECIMAL_NUMBER:
	case G_UNICODE_LETTER_NUMBER:
	case G_UNICODE_OTHER_NUMBER:
		return TRUE;
	default:
		return FALSE;
	}
}

int
oq_numerics_value(gunichar c)
{
	for (guint i = 0; i < G_N_ELEMENTS(wholes); i++)
		if (c >= wholes[i].first && c <= wholes[i].last)
			return wholes[i].value + (c - wholes[i].first) * wholes[i].step;
	return g_unichar_digit_value(c);
}

gboolean
oq_numerics_is_roman(gunichar c)
{
	return c >= 0x2160 && c <= 0x217F;
}

void
oq_numerics_roman(gunichar c, char letters[OQ_NUMERICS_MAX_CHARS + 1])
{
	gunichar parts[OQ_NUMERICS_MAX_CHARS];
	gsize n_parts = g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));
	for (gsize i = 0; i < n_parts; i++)
		letters[i] = g_ascii_toupper((char)parts[i]);
	letters[n_parts] = '\0';
}

gboolean
oq_numerics_fraction(gunichar c, char numerator[OQ_NUMERICS_MAX_CHARS + 1],
	char denominator[OQ_NUMERICS_MAX_CHARS + 1])
{
	gunichar parts[OQ_NUMERICS_MAX_CHARS];
	gsize n_parts = g_unichar_fully_decompose(c, TRUE, parts, OQ_NUMERICS_MAX_CHARS);
	char *out = numerator;
	gboolean slash = FALSE;
	if (n_parts < 2 || n_parts > OQ_NUMERICS_MAX_CHARS)
		return FALSE;
	for (gsize i = 0; i < n_parts; i++) {
		if (parts[i] == OQ_SIGN_FRACTION_SLASH && i > 0 && !slash) {
			*out = '\0';
			out = denominator;
			slash = TRUE;
		} else if (parts[i] < 0x80) {
			*out++ = (char)parts[i];
		} else {
			return FALSE;
		}
	}
	*out = '\0';
	return slash;
}

gboolean
oq_numerics_is_fraction(gunichar c)
{
	char numerator[OQ_NUMERICS_MAX_CHARS + 1], denominator[OQ_NUMERICS_MAX_CHARS + 1];
	return oq_numerics_fraction(c, numerator, denominator);
}
