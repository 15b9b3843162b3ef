/* russian.c - see the header. */
#include "text/rules/words/russian.h"

#include "text/words/roman_value.h"

#include <string.h>

#define MAX_ENDING_CHARS 3 /* of 5-й, 90-х */

static gboolean
is_russian_word(const OqToken *token)
{
	return oq_token_is_word(token) && token->lang == OQ_LANG_RU &&
	       oq_letters_is_cyrillic(token->sign);
}

static const OqRussian *
find(const OqSentence *sentence, const OqToken *token)
{
	return token != NULL
		       ? oq_lexicon_russian(sentence->lexicon, oq_sentence_text(sentence, token))
		       : NULL;
}

/* With 1, with 2 to 4 and fractions, with 5; "тыс. рублей". */
static const char *
form_behind(const OqSentence *sentence, const OqRussian *russian, const OqToken *number,
	gboolean fraction)
{
	if (!oq_token_is_number(number))
		return russian->many;
	OqSlice digits = oq_sentence_text(sentence, number);
	guint one = digits.data[digits.length - 1] - '0';
	gboolean teen = digits.length > 1 && digits.data[digits.length - 2] == '1';
	if (fraction || (!teen && one >= 2 && one <= 4))
		return russian->few;
	return one == 1 && !teen ? russian->one : russian->many;
}

/* 2,5 */
static gboolean
is_fraction(const OqSentence *sentence, guint number)
{
	return number > 1 && !sentence->tokens[number].gap && !sentence->tokens[number - 1].gap &&
	       oq_token_has(&sentence->tokens[number - 1], OQ_ROLE_DECIMAL) &&
	       oq_token_is_number(&sentence->tokens[number - 2]);
}

static void
say_sign(OqRuleContext *context, OqNamedRussian sign)
{
	OqSlice written = oq_slice(oq_names_russian()[sign]);
	oq_rule_append(context, oq_lexicon_russian(context->sentence->lexicon, written)->one);
}

static void
append_digits(OqRuleContext *context, OqSlice digits)
{
	g_autofree char *copy = g_strndup(digits.data, digits.length);
	oq_rule_append(context, copy);
}

/* 5-й: the voice cannot read the ending, and without it the number is understood. */
static guint
skip_ending(const OqSentence *sentence, guint at)
{
	const OqToken *dash = oq_sentence_token(sentence, at),
		      *ending = oq_sentence_token(sentence, at + 1);
	gboolean found = oq_token_is_dash(dash) && !dash->gap && is_russian_word(ending) &&
			 !ending->gap && !ending->any_capital &&
			 ending->n_chars <= MAX_ENDING_CHARS;
	return found ? 2 : 0;
}

static guint
say_number(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	if (is_fraction(sentence, at)) { /* the 06 of 12.06.1812, no 06.1812 */
		append_digits(context, oq_sentence_text(sentence, &sentence->tokens[at]));
		return 1;
	}
	append_digits(context, figure->whole);
	if (figure->fraction.length > 0) {
		say_sign(context, OQ_RUSSIAN_COMMA);
		append_digits(context, figure->fraction);
	}
	return figure->n_tokens + skip_ending(sentence, at + figure->n_tokens);
}

static guint
say_roman(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	guint value = oq_roman_value(sentence, token);
	if (value == 0)
		value = oq_roman_value_small(sentence, token);
	if (value == 0 || (token->n_chars == 1 && token->sign >= 0x80))
		return 0;
	g_autofree char *digits = g_strdup_printf("%u", value);
	oq_rule_append(context, digits);
	return 1 + skip_ending(sentence, at + 1);
}

/* $100 */
static guint
say_money(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *number = oq_sentence_token(sentence, at + 1);
	const OqRussian *money = find(sentence, &sentence->tokens[at]);
	if (money == NULL || money->many == NULL || !oq_token_is_number(number) || number->gap)
		return 0;
	guint n_taken = say_number(context, at + 1);
	const OqToken *last = &sentence->tokens[at + n_taken];
	oq_rule_append(
		context, form_behind(sentence, money, last, is_fraction(sentence, at + n_taken)));
	return 1 + n_taken;
}

/* -5; but in 1941–1945, 12:30 and 12.06.1812 a sign only divides. */
static guint
say_sign_of_number(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	gboolean glued = oq_token_is_number(next) && !next->gap;
	gboolean divides = !sign->gap && at > 0 && oq_token_is_number(&sentence->tokens[at - 1]);
	if (!glued || (!oq_token_is_dash(sign) &&
			      !(divides && strchr(":./", (int)MIN(sign->sign, '~')) != NULL)))
		return 0;
	if (!divides && (sign->gap || at == 0))
		say_sign(context, OQ_RUSSIAN_MINUS);
	return 1;
}

static guint
say_named(OqRuleContext *context, guint at, const OqRussian *russian)
{
	const OqSentence *sentence = context->sentence;
	guint number = at - 1;
	if (russian == NULL)
		return 0;
	if (russian->many == NULL) {
		oq_rule_append(context, russian->one);
		return 1;
	}
	if (at > 1 && oq_sentence_is_point(sentence, number))
		number--;
	const OqToken *before = at > 0 ? &sentence->tokens[number] : NULL;
	const OqRussian *scale = find(sentence, before);
	if (!oq_token_is_number(before) && (scale == NULL || scale->many == NULL))
		return 0;
	oq_rule_append(
		context, form_behind(sentence, russian, before,
				 oq_token_is_number(before) && is_fraction(sentence, number)));
	return 1;
}

static guint
say_sign_name(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = &sentence->tokens[at];
	if (sign->sign == ',' || oq_token_is_dash(sign))
		return 0;
	return say_named(context, at, find(sentence, sign));
}

/* The point of an abbreviation, unless it also ends the sentence. */
static guint
skip_point(const OqSentence *sentence, guint at)
{
	return oq_sentence_is_point(sentence, at) && at + 1 < sentence->n_tokens;
}

/* т.е. and т. е. */
static guint
say_letters(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *second = oq_sentence_token(sentence, at + 2);
	if (!oq_sentence_is_point(sentence, at + 1) || !is_russian_word(second))
		return 0;
	OqSlice a = oq_sentence_text(sentence, &sentence->tokens[at]),
		b = oq_sentence_text(sentence, second);
	g_autofree char *key =
		g_strdup_printf("%.*s.%.*s", (int)a.length, a.data, (int)b.length, b.data);
	guint n_taken =
		say_named(context, at, oq_lexicon_russian(sentence->lexicon, oq_slice(key)));
	return n_taken > 0 ? 3 + skip_point(sentence, at + 3) : 0;
}

/* "в 1812 г." */
static const OqRussian *
find_with_preposition(const OqSentence *sentence, guint at)
{
	if (at < 2 || !oq_token_is_number(&sentence->tokens[at - 1]) ||
		!oq_token_is_word(&sentence->tokens[at - 2]))
		return NULL;
	OqSlice before = oq_sentence_lower(sentence, &sentence->tokens[at - 2]);
	OqSlice word = oq_sentence_text(sentence, &sentence->tokens[at]);
	g_autofree char *key = g_strdup_printf(
		"%.*s %.*s", (int)before.length, before.data, (int)word.length, word.data);
	return oq_lexicon_russian(sentence->lexicon, oq_slice(key));
}

static guint
say_abbreviation(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint n_taken = say_letters(context, at);
	if (n_taken > 0)
		return n_taken;
	const OqRussian *russian = find_with_preposition(sentence, at);
	if (russian == NULL)
		russian = find(sentence, &sentence->tokens[at]);
	gboolean alone = russian != NULL && russian->many == NULL;
	if (alone && !oq_sentence_is_point(sentence, at + 1))
		return 0; /* им, which is a word */
	n_taken = say_named(context, at, russian);
	return n_taken > 0 ? 1 + skip_point(sentence, at + 1) : 0;
}

static const OqRule number_rule = {"russian-number", "1", say_number};
static const OqRule roman_rule = {"russian-number", "2", say_roman};
static const OqRule money_rule = {"russian-sign", "6", say_money};
static const OqRule divider_rule = {"russian-sign", "7", say_sign_of_number};
static const OqRule sign_rule = {"russian-sign", "7", say_sign_name};
static const OqRule abbreviation_rule = {"russian-abbreviation", "7", say_abbreviation};

static const OqRule *const rules[][3] = {
	[OQ_TOKEN_WORD] = {&roman_rule, &abbreviation_rule, NULL},
	[OQ_TOKEN_NUMBER] = {&number_rule, NULL},
	[OQ_TOKEN_SIGN] = {&money_rule, &divider_rule, &sign_rule},
};

const OqRule *
oq_russian_apply(OqRuleContext *context, guint at, guint *n_taken, gboolean *known)
{
	const OqToken *token = &context->sentence->tokens[at];
	*known = TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(rules[0]) && rules[token->kind][i] != NULL; i++) {
		*n_taken = oq_rule_try(rules[token->kind][i], context, at, FALSE);
		if (*n_taken > 0)
			return rules[token->kind][i];
	}
	*known = is_russian_word(token);
	*n_taken = 1;
	return NULL;
}
