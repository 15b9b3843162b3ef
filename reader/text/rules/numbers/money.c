/* money.c - see the header. */
#include "text/rules/numbers/money.h"

#include "text/rules/numbers/figures.h"
#include "text/rules/numbers/measures.h"
#include "text/rules/numbers/ratios.h"

#include <string.h>

#define N_COIN_DIGITS 2
#define MIN_THOUSANDS 5

/* M of $5M */
static const char *
letters_at(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_word(token) && !token->gap ? oq_lexicon_money_scale(sentence->lexicon,
								oq_sentence_text(sentence, token))
						      : NULL;
}

/* мың, млн, млрд behind the number: the money comes after them. */
static guint
say_scale(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = oq_sentence_token(sentence, at);
	const char *letters = letters_at(sentence, at);
	if (letters != NULL) {
		oq_rule_append(context, letters);
		return 1;
	}
	if (!oq_measures_is_scale(sentence, token))
		return 0;
	OqSlice word = oq_sentence_lower(sentence, token);
	const OqAbbreviation *scale = oq_lexicon_abbreviation(sentence->lexicon, word);
	g_autofree char *whole = g_strndup(word.data, word.length);
	oq_rule_append(context, scale != NULL ? scale->spoken : whole);
	return scale != NULL ? 1 + oq_sentence_skip_point(sentence, at + 1) : 1;
}

static gboolean
has_coins(const OqFigure *figure, const OqMoney *money)
{
	return money->hundredth != NULL && figure->fraction.length == N_COIN_DIGITS &&
	       !figure->begins_range && !figure->ends_range;
}

static gboolean
is_zero(OqSlice digits)
{
	for (gsize i = 0; i < digits.length; i++)
		if (digits.data[i] != '0')
			return FALSE;
	return TRUE;
}

static void
say_amount(OqRuleContext *context, OqSlice digits, const char *name)
{
	oq_numerals_cardinal(context->sentence->lexicon, digits, context->words);
	oq_rule_append(context, name);
}

static void
say_coins(OqRuleContext *context, const OqFigure *figure, const OqMoney *money)
{
	gboolean any = !is_zero(figure->fraction);
	if (!any || !is_zero(figure->whole))
		say_amount(context, figure->whole, money->spoken);
	if (any)
		say_amount(context, figure->fraction, money->hundredth);
}

/* @money: stands before the number, and is said behind it */
static guint
say_turned(OqRuleContext *context, guint at, const OqMoney *money)
{
	const OqFigure *figure = oq_sentence_figure(context->sentence, at);
	guint behind = oq_measures_behind_figures(context->sentence, at);
	gboolean letters = letters_at(context->sentence, behind) != NULL;
	gboolean scale = letters || (behind > at + figure->n_tokens && !figure->begins_range);
	behind += letters ? 1 : 0;
	if (!figure->ends_range)
		oq_ratios_say_per(context, behind);
	if (has_coins(figure, money) && !scale) {
		say_coins(context, figure, money);
		return figure->n_tokens + oq_ratios_say_end(context, at + figure->n_tokens);
	}
	guint n_taken = oq_figures_say(context, at);
	if (figure->begins_range)
		return n_taken;
	n_taken += say_scale(context, at + n_taken);
	oq_rule_append(context, money->spoken);
	return n_taken + oq_ratios_say_end(context, at + n_taken);
}

guint
oq_money_before(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint n_money;
	const OqMoney *money = oq_measures_money(sentence, at, &n_money);
	gboolean behind = at > 0 && oq_token_is_number(&sentence->tokens[at - 1]);
	if (money == NULL || money->kind == OQ_MONEY_WORD || behind ||
		oq_sentence_figure(sentence, at + n_money) == NULL)
		return 0;
	return n_money + say_turned(context, at + n_money, money);
}

guint
oq_money_code_before(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	return sentence->tokens[at].all_capitals ? oq_money_before(context, at) : 0;
}

/* Where the figure begins that ends before the dash. */
static guint
find_first(const OqSentence *sentence, guint dash)
{
	guint first = dash;
	for (guint at = dash; at-- > 0 && dash - at <= OQ_NUMERALS_MAX_DIGITS;) {
		const OqFigure *figure = oq_sentence_figure(sentence, at);
		if (figure == NULL && !oq_token_has(&sentence->tokens[at], OQ_ROLE_DECIMAL))
			break;
		if (figure != NULL && at + figure->n_tokens == dash)
			first = at;
	}
	return first;
}

/* The money before the range that ends with the number; NULL: there is none. */
static const OqMoney *
find_before_range(const OqSentence *sentence, guint at)
{
	guint first = find_first(sentence, at - 1), n_money;
	if (first == 0)
		return NULL;
	const OqMoney *money = first > 1 ? oq_measures_money(sentence, first - 2, &n_money) : NULL;
	if (money != NULL && n_money == 2)
		return money;
	money = oq_measures_money(sentence, first - 1, &n_money);
	gboolean word = oq_token_is_word(&sentence->tokens[first - 1]);
	gboolean before = money != NULL && n_money == 1 &&
			  (!word || (money->kind == OQ_MONEY_CODE &&
					    sentence->tokens[first - 1].all_capitals));
	return before ? money : NULL;
}

guint
oq_money_range(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!oq_sentence_figure(sentence, at)->ends_range)
		return 0;
	const OqMoney *money = find_before_range(sentence, at);
	return money != NULL ? say_turned(context, at, money) : 0;
}

/* теңгеге: money with an ending; a code has none. */
static const OqMoney *
find_inflected(const OqSentence *sentence, const OqToken *token, OqSuffixes *suffixes)
{
	if (!oq_token_is_word(token) || token->n_chars < 4)
		return NULL;
	OqSlice word = oq_sentence_text(sentence, token);
	for (const char *p = g_utf8_next_char(word.data); p < word.data + word.length;
		p = g_utf8_next_char(p)) {
		OqSlice stem = {word.data, p - word.data};
		const OqMoney *money = oq_lexicon_money(sentence->lexicon, stem);
		if (money != NULL && money->kind == OQ_MONEY_SIGN &&
			oq_suffixes_parse_case(
				sentence->lexicon, oq_slice_skip(word, stem.length), suffixes))
			return money;
	}
	return NULL;
}

/* 05 тиын is no code */
static guint
say_padded(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	guint n_money;
	const OqMoney *coin = oq_measures_money(sentence, at + 1, &n_money);
	if (figure->n_tokens > 1 || figure->whole.length != N_COIN_DIGITS ||
		figure->whole.data[0] != '0' || coin == NULL || coin->hundredth != NULL ||
		!oq_token_is_word(&sentence->tokens[at + 1]))
		return 0;
	oq_numerals_cardinal(sentence->lexicon, figure->whole, context->words);
	return 1;
}

guint
oq_money_coins(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	guint n_money, behind = at + figure->n_tokens;
	if (figure->whole.data[0] == '0' && figure->fraction.length == 0)
		return say_padded(context, at);
	if (figure->fraction.length != N_COIN_DIGITS)
		return 0;
	OqSuffixes suffixes = {0};
	const OqMoney *money = oq_measures_money(sentence, behind, &n_money);
	if (money == NULL)
		money = find_inflected(sentence, oq_sentence_token(sentence, behind), &suffixes);
	if (money == NULL || !has_coins(figure, money))
		return 0;
	oq_ratios_say_per(context, behind + n_money);
	say_coins(context, figure, money);
	oq_suffixes_attach(sentence->lexicon, &suffixes, context->words);
	guint n_taken = figure->n_tokens + n_money;
	gboolean short_word =
		oq_token_is_word(&sentence->tokens[behind]) && suffixes.n == 0 &&
		!oq_slice_equals(
			oq_sentence_text(sentence, &sentence->tokens[behind]), money->spoken);
	if (short_word)
		n_taken += oq_sentence_skip_point(sentence, at + n_taken);
	return n_taken + oq_ratios_say_end(context, at + n_taken);
}

/* 10к, of whatever, 10К адам; but 2к may be rooms, and Абай көшесі 15к is an address */
static gboolean
is_thousands(const OqSentence *sentence, guint at)
{
	const OqToken *letter = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	const OqToken *before = at > 1 ? &sentence->tokens[at - 2] : NULL;
	gboolean counted = oq_token_is_word(next) && next->gap && !next->any_capital;
	return letter->n_chars == 1 && (!letter->capital || counted) &&
	       oq_letters_is_cyrillic(letter->sign) &&
	       oq_sentence_value(sentence, &sentence->tokens[at - 1]) >= MIN_THOUSANDS &&
	       (next == NULL || next->gap || next->kind == OQ_TOKEN_SIGN) &&
	       !((oq_sentence_context(sentence, before) | oq_sentence_context(sentence, next)) &
		       (OQ_CONTEXT_ADDRESS | OQ_CONTEXT_CLASS | OQ_CONTEXT_OWN_LETTER));
}

guint
oq_money_letters(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint n_money;
	const char *letters = letters_at(sentence, at);
	if (letters == NULL || at == 0 || !oq_token_is_number(&sentence->tokens[at - 1]))
		return 0;
	gboolean money = oq_measures_money(sentence, at + 1, &n_money) != NULL;
	if (!money && !is_thousands(sentence, at))
		return 0;
	oq_rule_append(context, letters);
	return money ? 1 : 1 + oq_rule_suffix(context, at + 1);
}

/* -$5, where no number stands behind the minus */
guint
oq_money_minus(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *minus = &sentence->tokens[at], *sign = oq_sentence_token(sentence, at + 1);
	guint n_money;
	if (!oq_token_is_dash(minus) || oq_token_is_sign(minus, OQ_SIGN_EM_DASH) || !minus->gap ||
		sign == NULL || sign->gap || sign->kind != OQ_TOKEN_SIGN ||
		oq_measures_money(sentence, at + 1, &n_money) == NULL ||
		oq_sentence_figure(sentence, at + 2) == NULL)
		return 0;
	oq_rule_say(context, OQ_WORD_MINUS);
	return 1;
}

guint
oq_money_behind(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint n_taken;
	const OqMoney *money = oq_measures_money(sentence, at, &n_taken);
	if (money == NULL)
		return 0;
	oq_rule_append(context, money->spoken);
	gboolean written_out =
		oq_slice_equals(oq_sentence_text(sentence, &sentence->tokens[at]), money->spoken);
	if (oq_token_is_word(&sentence->tokens[at]) && !written_out)
		n_taken += oq_sentence_skip_point(sentence, at + n_taken);
	return n_taken + (oq_measures_is_behind_figure(sentence, at)
					 ? oq_ratios_say_end(context, at + n_taken)
					 : oq_rule_suffix_of_phrase(context, at + n_taken));
}

/* 450 млн АҚШ долл. */
static gboolean
is_behind_country(const OqSentence *sentence, guint at)
{
	const OqToken *country = at > 0 ? &sentence->tokens[at - 1] : NULL;
	return oq_token_is_word(country) && country->all_capitals && country->n_chars > 1 &&
	       oq_measures_is_behind_figure(sentence, at - 1);
}

guint
oq_money_code_behind(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint n_money;
	const OqMoney *money = oq_measures_money(sentence, at, &n_money);
	if (money == NULL)
		return 0;
	gboolean code = money->kind == OQ_MONEY_CODE || n_money == 2;
	gboolean behind =
		oq_measures_is_behind_number(sentence, at) || is_behind_country(sentence, at);
	return behind || (code && sentence->tokens[at].all_capitals) ? oq_money_behind(context, at)
								     : 0;
}
