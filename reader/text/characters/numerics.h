/* numerics.h - single characters that are numbers by themselves: ٣, ⓫, Ⅳ, ⅔. (figure.h: numbers of
 * several characters; numerals.h: the words for any of them.) */
#pragma once

#include <glib.h>

/** What one character stands for is no longer: VIII, 1⁄10. */
#define OQ_NUMERICS_MAX_CHARS 4

/** oq_numerics_is_number: a digit of any script, or any other number, known below or not. */
gboolean oq_numerics_is_number(gunichar c);

/** oq_numerics_value: of a digit, or of a whole number that decomposes into nothing; -1: is none
 * that is known. */
int oq_numerics_value(gunichar c);

/** oq_numerics_is_roman: Ⅰ to ⅿ. */
gboolean oq_numerics_is_roman(gunichar c);

/** oq_numerics_roman: the letters of such a character, capitals. */
void oq_numerics_roman(gunichar c, char letters[OQ_NUMERICS_MAX_CHARS + 1]);

/**
 * oq_numerics_fraction:
 * @numerator: (out):
 * @denominator: (out): empty for ⅟
 *
 * Returns: FALSE when it is no ½
 */
gboolean oq_numerics_fraction(gunichar c, char numerator[OQ_NUMERICS_MAX_CHARS + 1],
	char denominator[OQ_NUMERICS_MAX_CHARS + 1]);

/** oq_numerics_is_fraction: whether oq_numerics_fraction() can tell its parts. */
gboolean oq_numerics_is_fraction(gunichar c);
