#include "text/roman.h"

#include "text/numerals.h"
#include "text/suffixes.h"

#include <string.h>

#define MAX_LETTERS 15 /* of 3888, which has the most */
#define MAX_SMALL   49 /* beyond it there are words: mix, civil */

/* The letters of one, five and ten in each decimal place. */
static const char places[][4] = {"M--", "CDM", "XLC", "IVX"};

/* Cyrillic and Greek letters that look like the Latin ones. */
static char
latin(gunichar c)
{
	switch (c) {
	case 0x0406: /* Cyrillic І */
	case 0x0399: /* Greek Ι */
	case 0x04C0: /* palochka */
		return 'I';
	case 0x0425: /* Cyrillic Х */
	case 0x03A7: /* Greek Χ */
		return 'X';
	case 0x0421: /* Cyrillic С */
		return 'C';
	case 0x041C: /* Cyrillic М */
		return 'M';
	default:
		return c < 0x80 && strchr("IVXLCDM", (int)c) != NULL ? (char)c : '\0';
	}
}

/* FALSE when there is any other letter. */
static gboolean
to_latin(OqSlice word, char letters[MAX_LETTERS + 1])
{
	guint n = 0;
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		letters[n] = latin(g_utf8_get_char(p));
		if (letters[n++] == '\0')
			return FALSE;
	}
	letters[n] = '\0';
	return strpbrk(letters, "IVX") != NULL;
}

/* I II III IV V VI VII VIII IX, or the same of tens, hundreds, thousands; 0: there is none. */
static guint
read_place(const char **p, const char letters[4])
{
	char one = letters[0], five = letters[1], ten = letters[2];
	if ((*p)[0] == one && ((*p)[1] == five || (*p)[1] == ten)) {
		*p += 2;
		return (*p)[-1] == five ? 4 : 9;
	}
	guint value = 0;
	if (**p == five) {
		value = 5;
		*p += 1;
	}
	for (guint n = 0; n < 3 && **p == one; n++, *p += 1)
		value++;
	return value;
}

static guint
evaluate(const char *letters)
{
	guint value = 0;
	for (guint i = 0; i < G_N_ELEMENTS(places); i++)
		value = value * 10 + read_place(&letters, places[i]);
	return *letters == '\0' ? value : 0;
}

guint
oq_roman_value(const OqRuleContext *context, const OqToken *token)
{
	char letters[MAX_LETTERS + 1];
	if (!oq_rule_is_word(token) || !token->all_capitals || token->n_chars > MAX_LETTERS ||
		!to_latin(oq_rule_text(context, token), letters))
		return 0;
	return evaluate(letters);
}

guint
oq_roman_small_value(const OqRuleContext *context, const OqToken *token)
{
	char letters[MAX_LETTERS + 1] = "";
	if (!oq_rule_is_word(token) || token->any_capital || token->n_chars > MAX_LETTERS)
		return 0;
	OqSlice word = oq_rule_text(context, token);
	for (gsize i = 0; i < word.length; i++) {
		if (strchr("ivxl", word.data[i]) == NULL)
			return 0;
		letters[i] = g_ascii_toupper(word.data[i]);
	}
	guint value = evaluate(letters);
	return value <= MAX_SMALL && token->n_chars > 1 ? value : 0;
}

static gboolean
is_name(const OqToken *token)
{
	return oq_rule_is_word(token) && token->capital && !token->all_capitals;
}

/* What makes a single letter a number. */
static gboolean
is_counted(OqRuleContext *context, guint at)
{
	guint behind = at + 1;
	if (oq_rule_is_dash(oq_rule_token(context, behind)) &&
		oq_roman_value(context, oq_rule_token(context, behind + 1)) > 0)
		behind += 2;
	const OqToken *next = oq_rule_token(context, behind);
	gboolean before_noun =
		oq_rule_is_word(next) && next->gap && (!next->any_capital || is_name(next));
	gboolean behind_name = at > 0 && context->tokens[at].gap &&
			       is_name(&context->tokens[at - 1]) &&
			       context->tokens[at - 1].n_chars > 2;
	gboolean in_range = at > 1 && oq_rule_is_dash(&context->tokens[at - 1]) &&
			    oq_roman_value(context, &context->tokens[at - 2]) > 0;
	return before_noun || behind_name || in_range;
}

/* IV-тармақ: the hyphen is not said. */
static gboolean
is_hyphen_noun(const OqRuleContext *context, guint hyphen)
{
	const OqToken *dash = oq_rule_token(context, hyphen);
	const OqToken *noun = oq_rule_token(context, hyphen + 1);
	return oq_rule_is_dash(dash) && !dash->gap && oq_rule_is_word(noun) && !noun->gap &&
	       !noun->any_capital && noun->n_chars > 2;
}

/* A single letter is a number only where it counts something. */
static guint
say_ordinal(OqRuleContext *context, guint at, guint value)
{
	const OqToken *token = &context->tokens[at];
	g_autofree char *digits = g_strdup_printf("%u", value);
	oq_numerals_cardinal(context->lexicon, oq_slice(digits), context->words);
	guint n_suffix = oq_rule_suffix_of_kind(context, at + 1, OQ_SUFFIX_ORDINAL);
	if (n_suffix > 0)
		return 1 + n_suffix;
	if (token->n_chars == 1 && !is_counted(context, at))
		return 0;
	oq_numerals_make_ordinal(context->lexicon, context->words);
	guint n_taken = 1 + oq_rule_suffix(context, at + 1);
	return n_taken == 1 && is_hyphen_noun(context, at + 1) ? 2 : n_taken;
}

guint
oq_roman_ordinal(OqRuleContext *context, guint at)
{
	guint value = oq_roman_value(context, &context->tokens[at]);
	return value > 0 ? say_ordinal(context, at, value) : 0;
}

guint
oq_roman_small(OqRuleContext *context, guint at)
{
	guint value = oq_roman_small_value(context, &context->tokens[at]);
	return value > 0 ? say_ordinal(context, at, value) : 0;
}
