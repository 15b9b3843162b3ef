/* measures.c - see the header. */
#include "text/rules/numbers/measures.h"

#include "text/characters/numerics.h"
#include "text/rules/numbers/figures.h"
#include "text/rules/numbers/formulas.h"

#define SQUARED 0x00B2
#define CUBED   0x00B3
#define DEGREE  0x00B0
#define DOT     0x00B7

/* How a unit or the name of money is said, or NULL. */
static const char *
unit_at(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token))
		return NULL;
	OqSlice symbol = oq_sentence_text(sentence, token);
	const char *unit = oq_lexicon_unit(sentence->lexicon, symbol);
	return unit != NULL ? unit : oq_lexicon_currency(sentence->lexicon, symbol);
}

/* The unit behind the slash at a token, or NULL. */
static const char *
per_at(const OqSentence *sentence, guint at)
{
	return oq_token_is_sign(oq_sentence_token(sentence, at), '/') ? unit_at(sentence, at + 1)
								      : NULL;
}

/* мың, млн. */
static gboolean
is_scale(const OqSentence *sentence, const OqToken *token)
{
	return oq_token_is_word(token) &&
	       (oq_lexicon_context(sentence->lexicon, oq_sentence_lower(sentence, token), FALSE) &
		       OQ_CONTEXT_SCALE) != 0;
}

/* Behind the number or its range, and its мың or млн. */
static guint
behind_figures(const OqSentence *sentence, guint at)
{
	guint behind = oq_sentence_behind_range(sentence, at);
	if (is_scale(sentence, oq_sentence_token(sentence, behind)))
		behind += 1 + oq_sentence_skip_point(sentence, behind + 1);
	return behind;
}

/* сағатына, секундына, килограмына */
static void
say_per(OqRuleContext *context, const char *unit)
{
	const OqSentence *sentence = context->sentence;
	oq_rule_append(context, unit);
	oq_rule_attach(context, OQ_NAMED_POSSESSIVE);
	OqSuffixes dative = oq_suffixes_named(sentence->lexicon, OQ_NAMED_DATIVE);
	oq_suffixes_attach_behind_possessive(sentence->lexicon, &dative, context->words);
}

guint
oq_measures_rate(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint unit = behind_figures(sentence, at);
	const char *per = unit_at(sentence, unit) != NULL ? per_at(sentence, unit + 1) : NULL;
	if (per == NULL || oq_sentence_figure(sentence, at)->ends_range)
		return 0;
	say_per(context, per);
	return oq_figures_say(context, at);
}

/* ², ³, 2 and 3 stuck to a unit of length. */
static guint
say_power(OqRuleContext *context, guint at)
{
	const OqToken *power = oq_sentence_token(context->sentence, at);
	if (power == NULL || power->gap)
		return 0;
	gboolean digit = oq_token_is_number(power) && power->n_chars == 1;
	char value = digit ? context->sentence->text[power->start] : '\0';
	if (oq_token_is_sign(power, SQUARED) || value == '2')
		oq_rule_say(context, OQ_WORD_SQUARE);
	else if (oq_token_is_sign(power, CUBED) || value == '3')
		oq_rule_say(context, OQ_WORD_CUBIC);
	else
		return 0;
	return 1;
}

/* 5, 1½, 10 мың, 3 млн. */
static gboolean
is_behind_number(const OqSentence *sentence, guint at)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (oq_token_is_sign(before, '.') && at > 1)
		before = &sentence->tokens[at - 2];
	gboolean fraction = before != NULL && oq_numerics_is_fraction(before->sign);
	/* 10⁸ м */
	gboolean power = before != NULL && !before->gap && at > 1 &&
			 oq_formulas_raised_digit(before->sign) != 0 &&
			 oq_token_is_number(&sentence->tokens[at - 2]);
	return oq_token_is_number(before) || fraction || power || is_scale(sentence, before);
}

guint
oq_measures_unit(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const char *unit = unit_at(sentence, at);
	if (unit == NULL || !is_behind_number(sentence, at))
		return 0;
	guint n_taken = 1 + say_power(context, at + 1);
	oq_rule_append(context, unit);
	if (per_at(sentence, at + n_taken) != NULL)
		n_taken += 2;
	else if (oq_token_is_sign(oq_sentence_token(sentence, at + n_taken), DOT) &&
		 unit_at(sentence, at + n_taken + 1) != NULL) {
		oq_rule_append(context, unit_at(sentence, at + n_taken + 1));
		n_taken += 2;
	}
	/* теңге. is no abbreviation */
	if (!oq_slice_equals(oq_sentence_text(sentence, &sentence->tokens[at]), unit))
		n_taken += oq_sentence_skip_point(sentence, at + n_taken);
	n_taken += oq_rule_suffix(context, at + n_taken);
	/* адам, минут: written as it is said */
	gboolean same = n_taken == 1 &&
			oq_slice_equals(oq_sentence_text(sentence, &sentence->tokens[at]), unit);
	return same ? 0 : n_taken;
}

/* C, in either alphabet: Celsius goes without saying. */
static gboolean
is_celsius(const OqToken *token)
{
	if (!oq_token_is_word(token) || token->n_chars != 1)
		return FALSE;
	return oq_roles_roman(token->sign) == 'C';
}

guint
oq_measures_degree(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = &sentence->tokens[at];
	gboolean whole = sign->sign == 0x2103 /* ℃ */;
	if (!whole && sign->sign != DEGREE && sign->sign != 0x00BA /* º */)
		return 0;
	oq_rule_say(context, OQ_WORD_DEGREE);
	guint n_taken = !whole && is_celsius(oq_sentence_token(sentence, at + 1)) ? 2 : 1;
	return n_taken + oq_rule_suffix(context, at + n_taken);
}

static const char *
currency_at(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return token != NULL
		       ? oq_lexicon_currency(sentence->lexicon, oq_sentence_text(sentence, token))
		       : NULL;
}

/* мың, млн, млрд behind the number: the money comes after them. */
static guint
say_scale(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!is_scale(sentence, token))
		return 0;
	OqSlice word = oq_sentence_lower(sentence, token);
	const OqAbbreviation *scale = oq_lexicon_abbreviation(sentence->lexicon, word);
	g_autofree char *whole = g_strndup(word.data, word.length);
	oq_rule_append(context, scale != NULL ? scale->spoken : whole);
	return scale != NULL ? 1 + oq_sentence_skip_point(sentence, at + 1) : 1;
}

guint
oq_measures_money(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const char *currency = currency_at(sentence, at);
	gboolean behind = at > 0 && oq_token_is_number(&sentence->tokens[at - 1]);
	if (currency == NULL || behind || oq_sentence_figure(sentence, at + 1) == NULL)
		return 0;
	guint n_taken = 1 + oq_figures_say(context, at + 1);
	n_taken += say_scale(context, at + n_taken);
	oq_rule_append(context, currency);
	return n_taken + oq_rule_suffix(context, at + n_taken);
}

guint
oq_measures_money_code(OqRuleContext *context, guint at)
{
	return context->sentence->tokens[at].all_capitals ? oq_measures_money(context, at) : 0;
}

guint
oq_measures_currency(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const char *currency = currency_at(sentence, at);
	if (currency == NULL)
		return 0;
	oq_rule_append(context, currency);
	guint n_taken = 1;
	if (oq_token_is_word(&sentence->tokens[at]))
		n_taken += oq_sentence_skip_point(sentence, at + 1);
	return n_taken + oq_rule_suffix(context, at + n_taken);
}

guint
oq_measures_currency_code(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	return currency_at(sentence, at) != NULL &&
			       (sentence->tokens[at].all_capitals || is_behind_number(sentence, at))
		       ? oq_measures_currency(context, at)
		       : 0;
}
