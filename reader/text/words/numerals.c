/* numerals.c - see the header. */
#include "text/words/numerals.h"

#include <string.h>

static void
say(GString *out, const char *word)
{
	if (out->len > 0)
		g_string_append_c(out, ' ');
	g_string_append(out, word);
}

static void
say_value(const OqLexicon *lexicon, guint64 value, GString *out)
{
	say(out, oq_lexicon_number(lexicon, value)->word);
}

/* 1 to 999. */
static void
say_below_thousand(const OqLexicon *lexicon, guint value, GString *out)
{
	guint hundreds = value / 100, tens = value / 10 % 10, ones = value % 10;
	if (hundreds > 1)
		say_value(lexicon, hundreds, out);
	if (hundreds > 0)
		say_value(lexicon, 100, out);
	if (tens > 0)
		say_value(lexicon, tens * 10, out);
	if (ones > 0)
		say_value(lexicon, ones, out);
}

/* The three digits that have n_behind digits behind them, fewer at the beginning. */
static guint
group_value(OqSlice digits, gsize n_behind)
{
	gsize end = digits.length - n_behind;
	guint value = 0;
	for (gsize i = end > 3 ? end - 3 : 0; i < end; i++)
		value = value * 10 + (digits.data[i] - '0');
	return value;
}

void
oq_numerals_cardinal(const OqLexicon *lexicon, OqSlice digits, GString *out)
{
	while (digits.length > 1 && digits.data[0] == '0')
		digits = oq_slice_skip(digits, 1);
	if (digits.length > OQ_NUMERALS_MAX_DIGITS || oq_slice_equals(digits, "0")) {
		oq_numerals_digits(lexicon, digits, out);
		return;
	}
	guint n_groups = (digits.length + 2) / 3;
	guint64 scale = 1;
	for (guint i = 1; i < n_groups; i++)
		scale *= 1000;
	for (guint group = n_groups; group-- > 0; scale /= 1000) {
		guint value = group_value(digits, group * 3);
		if (value == 0)
			continue;
		/* a thousand, but one million */
		if (scale != 1000 || value > 1)
			say_below_thousand(lexicon, value, out);
		if (scale > 1)
			say_value(lexicon, scale, out);
	}
}

void
oq_numerals_digits(const OqLexicon *lexicon, OqSlice digits, GString *out)
{
	for (gsize i = 0; i < digits.length; i++)
		say_value(lexicon, digits.data[i] - '0', out);
}

void
oq_numerals_make_ordinal(const OqLexicon *lexicon, GString *words)
{
	const char *space = strrchr(words->str, ' ');
	gsize start = space != NULL ? (gsize)(space + 1 - words->str) : 0;
	OqSlice last = {words->str + start, words->len - start};
	const OqNumeral *numeral = oq_lexicon_numeral(lexicon, last);
	if (numeral == NULL)
		return;
	g_string_truncate(words, start);
	g_string_append(words, numeral->ordinal);
}
