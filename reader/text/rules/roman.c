/* roman.c - see the header. */
#include "text/rules/roman.h"

#include "text/characters/numerics.h"
#include "text/words/numerals.h"
#include "text/words/suffixes.h"

#include <string.h>

#define MAX_LETTERS 15 /* of 3888, which has the most */
#define MAX_SMALL   49 /* beyond it there are words: mix, civil */

/* No word is written like a numeral of so many letters. */
#define MIN_SURE_LETTERS 4

/* The letters of one, five and ten in each decimal place. */
static const char places[][4] = {"M--", "CDM", "XLC", "IVX"};

/* FALSE when there is any other letter, or too many. */
static gboolean
to_latin(OqSlice word, char letters[MAX_LETTERS + 1])
{
	guint n = 0;
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		char of_form[OQ_NUMERICS_MAX_CHARS + 1] = {oq_roles_roman(c)};
		if (oq_numerics_is_roman(c))
			oq_numerics_roman(c, of_form);
		gsize n_letters = strlen(of_form);
		if (n_letters == 0 || n + n_letters > MAX_LETTERS)
			return FALSE;
		memcpy(letters + n, of_form, n_letters);
		n += n_letters;
	}
	letters[n] = '\0';
	return TRUE;
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

/* Ⅴ, which is nothing but a number. */
static gboolean
is_form(const OqToken *token)
{
	return oq_numerics_is_roman(token->sign);
}

guint
oq_roman_value(const OqRuleContext *context, const OqToken *token)
{
	char letters[MAX_LETTERS + 1];
	if (!oq_rule_is_word(token) || !token->all_capitals || token->n_chars > MAX_LETTERS ||
		!to_latin(oq_rule_text(context, token), letters) ||
		!(is_form(token) || strpbrk(letters, "IVX") != NULL))
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
	const OqToken *listed = oq_rule_token(context, at + 2);
	gboolean in_list = oq_rule_is_sign(oq_rule_token(context, at + 1), ',') &&
			   oq_roman_value(context, listed) > 0 && listed->n_chars > 1;
	return before_noun || behind_name || in_range || in_list;
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

/* XL, CV, MIX, xl: numerals of these letters are more often words. */
static gboolean
may_be_word(const OqRuleContext *context, const OqToken *token)
{
	OqSlice word = oq_rule_text(context, token);
	gboolean hundreds = FALSE, fifty = FALSE;
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		char letter = oq_roles_roman(g_unichar_toupper(g_utf8_get_char(p)));
		hundreds = hundreds || letter == 'C' || letter == 'D' || letter == 'M';
		fifty = fifty || letter == 'L';
	}
	return token->n_chars < MIN_SURE_LETTERS && (hundreds || (fifty && token->n_chars < 3));
}

/* Before a noun that is counted so (XL тарау, but XL өлшемі), or in a range. */
static gboolean
is_beside_roman_noun(OqRuleContext *context, guint at)
{
	guint behind = at + 1;
	gboolean range = at > 1 && oq_rule_is_dash(&context->tokens[at - 1]) &&
			 oq_roman_value(context, &context->tokens[at - 2]) > 0;
	if (oq_rule_is_dash(oq_rule_token(context, behind))) {
		behind++;
		range = range || oq_roman_value(context, oq_rule_token(context, behind)) > 0;
	}
	const OqToken *next = oq_rule_token(context, behind);
	if (range || (oq_rule_context(context, next) & (OQ_CONTEXT_ORDINAL | OQ_CONTEXT_ROMAN)))
		return TRUE;
	return oq_rule_is_word(next) && next->n_chars <= 2 &&
	       oq_lexicon_year_abbreviation(context->lexicon, oq_rule_lower(context, next)) != NULL;
}

/* A single letter is a number only where it counts something. */
static gboolean
is_number(OqRuleContext *context, guint at)
{
	const OqToken *token = &context->tokens[at];
	if (is_form(token))
		return TRUE;
	if (token->n_chars == 1)
		return is_counted(context, at);
	return !may_be_word(context, token) || is_beside_roman_noun(context, at);
}

static void
say_cardinal(OqRuleContext *context, guint value)
{
	char digits[16];
	g_snprintf(digits, sizeof digits, "%u", value);
	oq_numerals_cardinal(context->lexicon, oq_slice(digits), context->words);
}

static guint
say_ordinal(OqRuleContext *context, guint at, guint value)
{
	say_cardinal(context, value);
	guint n_suffix = oq_rule_suffix_of_kind(context, at + 1, OQ_SUFFIX_ORDINAL);
	if (n_suffix > 0)
		return 1 + n_suffix;
	if (!is_number(context, at))
		return 0;
	oq_numerals_make_ordinal(context->lexicon, context->words);
	guint n_taken = 1 + oq_rule_suffix(context, at + 1);
	return n_taken == 1 && is_hyphen_noun(context, at + 1) ? 2 : n_taken;
}

/* ⅣⅣ is no numeral: one after the other. */
static guint
say_forms(OqRuleContext *context, const OqToken *token)
{
	OqSlice forms = oq_rule_text(context, token);
	for (const char *p = forms.data; p < forms.data + forms.length; p = g_utf8_next_char(p)) {
		char letters[OQ_NUMERICS_MAX_CHARS + 1];
		oq_numerics_roman(g_utf8_get_char(p), letters);
		say_cardinal(context, evaluate(letters));
	}
	return 1;
}

guint
oq_roman_ordinal(OqRuleContext *context, guint at)
{
	const OqToken *token = &context->tokens[at];
	guint value = oq_roman_value(context, token);
	if (value == 0)
		return is_form(token) ? say_forms(context, token) : 0;
	return say_ordinal(context, at, value);
}

guint
oq_roman_small(OqRuleContext *context, guint at)
{
	guint value = oq_roman_small_value(context, &context->tokens[at]);
	return value > 0 ? say_ordinal(context, at, value) : 0;
}
