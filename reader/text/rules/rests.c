/* rests.c - see the header. */
#include "text/rules/rests.h"

#include "text/utterance.h"

#include <string.h>

#define MS_PER_S        1000
#define MAX_DIGITS      5
#define MAX_WORD_BYTES  64
#define FRACTION_DIGITS 3

/** What is left of the text. */
typedef struct {
	const OqLexicon *lexicon;
	const char *p;
	const char *end;
} Rest;

static void
skip_spaces(Rest *rest)
{
	while (rest->p < rest->end && (*rest->p == ' ' || *rest->p == '\t'))
		rest->p++;
}

static gboolean
skip_char(Rest *rest, char c)
{
	gboolean there = rest->p < rest->end && *rest->p == c;
	rest->p += there;
	return there;
}

/* What asides.tsv says of the letters that come next. */
static OqAside
take_word(Rest *rest)
{
	const char *start = rest->p;
	while (rest->p < rest->end && rest->p - start < MAX_WORD_BYTES &&
		g_unichar_isalpha(g_utf8_get_char(rest->p)))
		rest->p = g_utf8_next_char(rest->p);
	g_autofree char *lower = g_utf8_strdown(start, rest->p - start);
	return oq_lexicon_aside(rest->lexicon, oq_slice(lower));
}

/* Returns how many digits were taken. */
static guint
take_digits(Rest *rest, guint max_digits, guint *value)
{
	guint n = 0;
	for (*value = 0; n < max_digits && rest->p < rest->end && g_ascii_isdigit(*rest->p); n++)
		*value = *value * 10 + (guint)(*rest->p++ - '0');
	return n;
}

/* In thousandths. */
static gboolean
take_number(Rest *rest, guint *permille)
{
	guint whole, fraction = 0, n_digits = FRACTION_DIGITS;
	if (take_digits(rest, MAX_DIGITS, &whole) == 0)
		return FALSE;
	if (skip_char(rest, '.') || skip_char(rest, ','))
		n_digits = take_digits(rest, FRACTION_DIGITS, &fraction);
	if (n_digits == 0)
		return FALSE;
	for (; n_digits < FRACTION_DIGITS; n_digits++)
		fraction *= 10;
	*permille = whole * 1000 + fraction;
	return TRUE;
}

static gboolean
read_rest(Rest *rest, guint *rest_ms)
{
	guint permille;
	if (!skip_char(rest, '['))
		return FALSE;
	skip_spaces(rest);
	if ((take_word(rest) & OQ_ASIDE_PAUSE) == 0)
		return FALSE;
	skip_spaces(rest);
	if (!take_number(rest, &permille))
		return FALSE;
	skip_spaces(rest);
	OqAside unit = take_word(rest);
	skip_spaces(rest);
	if ((unit & (OQ_ASIDE_SECOND | OQ_ASIDE_MILLISECOND)) == 0 || !skip_char(rest, ']'))
		return FALSE;
	*rest_ms = (unit & OQ_ASIDE_SECOND) != 0 ? permille : permille / MS_PER_S;
	return *rest_ms <= OQ_REST_MAX_MS;
}

gboolean
oq_rests_find(const OqLexicon *lexicon, OqSlice text, OqRest *rest)
{
	const char *end = text.data + text.length, *p = text.data;
	while (p < end && (p = memchr(p, '[', (gsize)(end - p))) != NULL) {
		Rest left = {lexicon, p, end};
		if (read_rest(&left, &rest->rest_ms)) {
			rest->start = p;
			rest->end = left.p;
			return TRUE;
		}
		p++;
	}
	return FALSE;
}
