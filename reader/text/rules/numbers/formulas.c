/* formulas.c - see the header. */
#include "text/rules/numbers/formulas.h"

#include "text/rules/numbers/figures.h"
#include "text/rules/numbers/ratios.h"
#include "text/words/numerals.h"

#define TIMES           0x00D7
#define MAX_BASE_DIGITS 3  /* 2015² is a year with a note */
#define MAX_SIDE        15 /* players: so many has rugby, the most of any game with a ball */
#define MIN_OVER        10 /* 5+ is a mark in school */

gboolean
oq_formulas_is_times(const OqToken *token)
{
	if (token == NULL || token->n_chars > 1)
		return FALSE;
	if (token->kind == OQ_TOKEN_WORD)
		return oq_roles_roman(g_unichar_toupper(token->sign)) == 'X';
	return token->sign == TIMES || token->sign == 0xB7 || token->sign == 0x22C5 ||
	       token->sign == 0x2219 /* ∙ */;
}

char
oq_formulas_raised_digit(gunichar c)
{
	if (c == 0x00B2 || c == 0x00B3)
		return '2' + (c - 0x00B2);
	return c >= 0x2074 && c <= 0x2079 ? '4' + (c - 0x2074) : 0;
}

static void
say_exponent(OqRuleContext *context, OqSlice digits, gboolean minus)
{
	const OqSentence *sentence = context->sentence;
	oq_rule_attach(context, OQ_NAMED_GENITIVE);
	if (minus)
		oq_rule_say(context, OQ_WORD_MINUS);
	oq_numerals_cardinal(sentence->lexicon, digits, context->words);
	oq_numerals_make_ordinal(sentence->lexicon, context->words);
	oq_rule_say(context, OQ_WORD_POWER);
}

/* 3·10⁸ м/с: what stands under the line comes first, as measures.h has it. */
static void
say_per(OqRuleContext *context, guint unit)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *slash = oq_sentence_token(sentence, unit + 1);
	const OqToken *per = oq_sentence_token(sentence, unit + 2);
	if (!oq_token_is_sign(slash, '/') || !oq_token_is_word(per) ||
		oq_lexicon_unit(sentence->lexicon,
			oq_sentence_text(sentence, &sentence->tokens[unit])) == NULL)
		return;
	const char *said = oq_lexicon_unit(sentence->lexicon, oq_sentence_text(sentence, per));
	if (said == NULL)
		return;
	oq_rule_append(context, said);
	oq_rule_attach(context, OQ_NAMED_POSSESSIVE);
	OqSuffixes dative = oq_suffixes_named(sentence->lexicon, OQ_NAMED_DATIVE);
	oq_suffixes_attach_behind_possessive(sentence->lexicon, &dative, context->words);
}

guint
oq_formulas_power_end(const OqSentence *sentence, guint at)
{
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	const OqToken *sign =
		figure != NULL ? oq_sentence_token(sentence, at + figure->n_tokens) : NULL;
	if (sign == NULL || sign->gap || sign->kind != OQ_TOKEN_SIGN)
		return at;
	guint behind = at + figure->n_tokens + 1;
	if (sign->sign != '^')
		return oq_formulas_raised_digit(sign->sign) != 0 ? behind : at;
	behind += oq_token_is_dash(oq_sentence_token(sentence, behind)) ? 1 : 0;
	return oq_token_is_number(oq_sentence_token(sentence, behind)) ? behind + 1 : at;
}

/* 10⁹/л; behind 9,5× what is under the line has been said. */
static guint
say_bare_line(OqRuleContext *context, guint at, guint end)
{
	guint n_line = oq_ratios_read_bare(context, end, TRUE);
	if (n_line > 0 && !(at > 0 && oq_formulas_is_times(&context->sentence->tokens[at - 1])))
		oq_ratios_say_per(context, end);
	return n_line;
}

guint
oq_formulas_power(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	guint behind = at + figure->n_tokens;
	const OqToken *sign = oq_sentence_token(sentence, behind);
	if (sign == NULL || sign->kind != OQ_TOKEN_SIGN || sign->gap)
		return 0;
	char digit = oq_formulas_raised_digit(sign->sign);
	if (digit != 0 && figure->whole.length <= MAX_BASE_DIGITS) {
		guint end = behind + 1 + say_bare_line(context, at, behind + 1);
		say_per(context, behind + 1);
		oq_figures_say(context, at);
		say_exponent(context, (OqSlice){&digit, 1}, FALSE);
		return end - at + oq_rule_suffix_of_phrase(context, end);
	}
	if (sign->sign != '^')
		return 0;
	const OqToken *minus = oq_sentence_token(sentence, behind + 1);
	gboolean negative = oq_token_is_dash(minus) && !minus->gap;
	const OqToken *exponent = oq_sentence_token(sentence, behind + 1 + negative);
	if (!oq_token_is_number(exponent) || exponent->gap)
		return 0;
	guint end = behind + 2 + negative;
	say_per(context, end);
	end += say_bare_line(context, at, end);
	oq_figures_say(context, at);
	say_exponent(context, oq_sentence_text(sentence, exponent), negative);
	return end - at + oq_rule_suffix_of_phrase(context, end);
}

/* 15х20, 15 х 20, 15 см х 20 см; but neither 15х 20 nor 15 х20 */
static gboolean
is_between(const OqSentence *sentence, guint at)
{
	const OqToken *sign = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (!oq_token_is_number(next) || before == NULL || sign->gap != next->gap)
		return FALSE;
	return oq_token_is_number(before) ||
	       (at > 1 && oq_token_is_number(&sentence->tokens[at - 2]) &&
		       oq_token_is_word(before) &&
		       oq_lexicon_unit(sentence->lexicon, oq_sentence_text(sentence, before)) !=
			       NULL);
}

guint
oq_formulas_times(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const char *name = oq_lexicon_sign(sentence->lexicon, TIMES, OQ_PUNCTUATION_NONE);
	if (name == NULL || !oq_formulas_is_times(&sentence->tokens[at]) ||
		!is_between(sentence, at))
		return 0;
	oq_rule_append(context, name);
	return 1;
}

/* Neither a size, 3х3 м, nor a sum, 3х3 = 9. */
guint
oq_formulas_sides(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *number = &sentence->tokens[at], *other = oq_sentence_token(sentence, at + 2);
	const OqToken *noun = oq_sentence_token(sentence, at + 3);
	guint value = oq_sentence_value(sentence, number);
	const OqToken *sign = oq_sentence_token(sentence, at + 1);
	if (!oq_formulas_is_times(sign) || !is_between(sentence, at + 1) || value > MAX_SIDE ||
		value != oq_sentence_value(sentence, other) ||
		(at > 0 && oq_formulas_is_times(&sentence->tokens[at - 1])))
		return 0;
	if (!oq_token_is_word(noun) || !noun->gap || oq_formulas_is_times(noun) ||
		oq_lexicon_unit(sentence->lexicon, oq_sentence_text(sentence, noun)) != NULL ||
		(oq_sentence_context(sentence, noun) & OQ_CONTEXT_HALF))
		return 0;
	oq_rule_say_cardinal(context, number);
	oq_rule_attach(context, OQ_NAMED_DATIVE);
	oq_rule_say_cardinal(context, other);
	return 3;
}

/* 18+: for whom a film is */
static gboolean
is_age(guint value)
{
	return value == 12 || value == 14 || value == 16 || value == 18 || value == 21;
}

/* 20+-дан астам, 20+-ға жуық: an ending, and a word that says how many more or fewer. */
static gboolean
has_own_measure(const OqSentence *sentence, guint at)
{
	OqSuffixes suffixes;
	const OqSuffix *first = oq_sentence_find_suffix(sentence, at, &suffixes);
	OqContext said = oq_sentence_context(sentence, oq_sentence_token(sentence, at + 2));
	return first != NULL && (g_str_equal(first->name, "ablative") ||
					(said & (OQ_CONTEXT_SPAN | OQ_CONTEXT_TO_DATE)) != 0);
}

guint
oq_formulas_over(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	guint behind = at + figure->n_tokens;
	const OqToken *plus = oq_sentence_token(sentence, behind);
	const OqToken *next = oq_sentence_token(sentence, behind + 1);
	gboolean stuck = at > 0 && !sentence->tokens[at].gap &&
			 oq_token_is_word(&sentence->tokens[at - 1]); /* Ca2+ */
	if (!oq_token_is_sign(plus, '+') || plus->gap || stuck || oq_token_is_number(next) ||
		(next != NULL && !next->gap && next->kind == OQ_TOKEN_WORD) ||
		(next != NULL && next->kind == OQ_TOKEN_SIGN &&
			!oq_token_has(next, OQ_ROLE_PUNCTUATION)))
		return 0;
	guint value = figure->n_tokens > 1 ? G_MAXUINT
					   : oq_sentence_value(sentence, &sentence->tokens[at]);
	if (is_age(value) || (value < MIN_OVER && !oq_token_is_word(next)) || value == 0 ||
		value == 6)
		return 0;
	oq_figures_say(context, at);
	if (has_own_measure(sentence, behind + 1))
		return figure->n_tokens + 1 + oq_rule_suffix(context, behind + 1);
	oq_rule_attach(context, OQ_NAMED_ABLATIVE);
	oq_rule_say(context, OQ_WORD_MORE_THAN);
	return figure->n_tokens + 1 + oq_rule_suffix(context, behind + 1);
}

static gboolean
is_sign_of_number(const OqToken *token)
{
	return oq_token_is_dash(token) || oq_token_is_sign(token, '+');
}

guint
oq_formulas_between(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	if (context->punctuation > OQ_PUNCTUATION_NONE || at == 0 || sign->gap || next == NULL ||
		next->gap || !oq_token_is_number(&sentence->tokens[at - 1]))
		return 0;
	gboolean tilde = sign->sign == '~', slash = sign->sign == '/';
	if (!tilde && !slash)
		return 0;
	gboolean signed_number =
		is_sign_of_number(next) && oq_token_is_number(oq_sentence_token(sentence, at + 2));
	return signed_number || (tilde && oq_token_is_number(next)) ? 1 : 0;
}
