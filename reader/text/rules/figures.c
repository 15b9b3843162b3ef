/* figures.c - see the header. */
#include "text/rules/figures.h"

#include "text/rules/fractions.h"

#include <string.h>

/* kazakh-reading.md, 1: longer strings of digits are no quantities */
#define MAX_UNGROUPED_DIGITS 15

static const OqToken *
number_at(const OqRuleContext *context, guint at, gsize n_digits)
{
	const OqToken *token = oq_rule_token(context, at);
	gboolean fits = token != NULL && token->kind == OQ_TOKEN_NUMBER &&
			(n_digits == 0 || token->end - token->start == n_digits);
	return fits ? token : NULL;
}

/* One space of any width, and no line break. */
static gboolean
has_thin_gap(const OqRuleContext *context, const OqToken *before, const OqToken *token)
{
	const char *gap = context->sentence + before->end;
	return token->gap && g_utf8_next_char(gap) == context->sentence + token->start &&
	       oq_roles_have(g_utf8_get_char(gap), OQ_ROLE_GROUP);
}

static gboolean
append_group(const OqRuleContext *context, OqFigure *figure, const OqToken *group)
{
	OqSlice digits = oq_rule_text(context, group);
	gsize length = strlen(figure->grouped);
	if (length + digits.length > OQ_NUMERALS_MAX_DIGITS)
		return FALSE;
	memcpy(figure->grouped + length, digits.data, digits.length);
	return TRUE;
}

/* 12 990; but 8 701 555 01 02 is no quantity. */
static guint
read_spaced(const OqRuleContext *context, guint at, OqFigure *figure)
{
	guint end = at + 1;
	for (const OqToken *group; (group = number_at(context, end, 3)) != NULL; end++)
		if (!has_thin_gap(context, &context->tokens[end - 1], group) ||
			!append_group(context, figure, group))
			break;
	const OqToken *next = number_at(context, end, 0);
	return next != NULL && next->gap ? at + 1 : end;
}

/* 1.234.567 and 1,234,567: one group alone would be a decimal. */
static guint
read_pointed(const OqRuleContext *context, guint at, OqFigure *figure)
{
	const OqToken *sign = oq_rule_token(context, at + 1);
	if (!oq_token_has(sign, OQ_ROLE_DECIMAL))
		return at + 1;
	guint end = at + 1;
	for (; oq_rule_is_sign(oq_rule_token(context, end), sign->sign); end += 2) {
		const OqToken *group = number_at(context, end + 1, 3);
		if (context->tokens[end].gap || group == NULL || group->gap ||
			!append_group(context, figure, group))
			break;
	}
	return end - at > 3 ? end : at + 1;
}

static void
read_grouped(const OqRuleContext *context, guint at, OqFigure *figure)
{
	const OqToken *first = &context->tokens[at];
	OqSlice digits = oq_rule_text(context, first);
	if (digits.length > 3 || digits.data[0] == '0')
		return;
	append_group(context, figure, first);
	guint end = read_spaced(context, at, figure);
	if (end == at + 1) {
		memset(figure->grouped + digits.length, 0, sizeof figure->grouped - digits.length);
		end = read_pointed(context, at, figure);
	}
	if (end == at + 1)
		return;
	figure->n_tokens = end - at;
	figure->whole = oq_slice(figure->grouped);
}

static gboolean
is_decimal_sign(const OqToken *token)
{
	return oq_token_has(token, OQ_ROLE_DECIMAL) && !token->gap;
}

/* 91,2 but neither 12.03.2015 nor the two numbers of "3,7-еуі" */
static void
read_fraction(OqRuleContext *context, guint at, OqFigure *figure)
{
	OqSuffixes suffixes;
	guint sign = at + figure->n_tokens;
	const OqToken *digits = number_at(context, sign + 1, 0);
	if (!is_decimal_sign(oq_rule_token(context, sign)) || digits == NULL || digits->gap)
		return;
	const OqToken *next = number_at(context, sign + 3, 0);
	if (is_decimal_sign(oq_rule_token(context, sign + 2)) && next != NULL && !next->gap)
		return;
	const OqSuffix *suffix = oq_rule_find_suffix(context, sign + 2, &suffixes);
	if (suffix != NULL &&
		(suffix->kind == OQ_SUFFIX_COLLECTIVE || suffix->kind == OQ_SUFFIX_ORDINAL))
		return;
	figure->fraction = oq_rule_text(context, digits);
	figure->n_tokens += 2;
}

gboolean
oq_figures_read(OqRuleContext *context, guint at, OqFigure *figure)
{
	*figure = (OqFigure){.n_tokens = 1};
	const OqToken *first = number_at(context, at, 0);
	if (first == NULL)
		return FALSE;
	read_grouped(context, at, figure);
	if (figure->n_tokens == 1)
		figure->whole = oq_rule_text(context, first);
	read_fraction(context, at, figure);
	return TRUE;
}

static gboolean
is_spelled(const OqFigure *figure)
{
	return figure->fraction.length == 0 && figure->n_tokens == 1 &&
	       ((figure->whole.length > 1 && figure->whole.data[0] == '0') ||
		       figure->whole.length > MAX_UNGROUPED_DIGITS);
}

/* 1,5 млрд is бір жарым миллиард, 0,5 л жарты литр; but 1,5 пайыз in full */
static gboolean
say_half(OqRuleContext *context, const OqFigure *figure, const OqToken *behind)
{
	if (!oq_slice_equals(figure->fraction, "5") || !oq_rule_is_word(behind) ||
		!((oq_rule_context(context, behind) & OQ_CONTEXT_HALF) ||
			oq_lexicon_unit(context->lexicon, oq_rule_text(context, behind)) != NULL))
		return FALSE;
	if (oq_slice_equals(figure->whole, "0")) {
		oq_rule_say(context, "half-of-one");
		return TRUE;
	}
	oq_numerals_cardinal(context->lexicon, figure->whole, context->words);
	oq_rule_say(context, "and-a-half");
	return TRUE;
}

/* What is counted: behind the number, or behind the range that begins with it. */
static const OqToken *
counted_token(OqRuleContext *context, guint behind)
{
	OqFigure second;
	if (oq_rule_is_dash(oq_rule_token(context, behind)) &&
		oq_figures_read(context, behind + 1, &second))
		behind += 1 + second.n_tokens;
	return oq_rule_token(context, behind);
}

void
oq_figures_say(OqRuleContext *context, const OqFigure *figure, guint at)
{
	if (is_spelled(figure))
		oq_numerals_digits(context->lexicon, figure->whole, context->words);
	else if (figure->fraction.length == 0)
		oq_numerals_cardinal(context->lexicon, figure->whole, context->words);
	else if (!say_half(context, figure, counted_token(context, at + figure->n_tokens)))
		oq_fractions_decimal(
			context->lexicon, figure->whole, figure->fraction, context->words);
}

/* 1000000-дар: миллиондар */
static gboolean
is_bare_scale(const OqRuleContext *context, const OqFigure *figure)
{
	return figure->fraction.length == 0 && figure->whole.length >= 7 &&
	       figure->whole.data[0] == '1' &&
	       strspn(figure->whole.data + 1, "0") >= figure->whole.length - 1 &&
	       g_str_has_prefix(context->words->str, oq_lexicon_number(context->lexicon, 1)->word);
}

static void
drop_one(OqRuleContext *context)
{
	const char *space = strchr(context->words->str, ' ');
	if (space != NULL)
		g_string_erase(context->words, 0, space + 1 - context->words->str);
}

/* жарты 1000000-ға */
static gboolean
is_behind_half(const OqRuleContext *context, guint at)
{
	const char *half = oq_lexicon_word(context->lexicon, "half-of-one");
	return at > 0 && oq_rule_is_word(&context->tokens[at - 1]) &&
	       oq_slice_equals(oq_rule_text(context, &context->tokens[at - 1]), half);
}

/* 22085-і, 91,2-ге, 4-інші */
guint
oq_figures_with_suffix(OqRuleContext *context, guint at)
{
	OqFigure figure;
	OqSuffixes suffixes;
	if (!oq_figures_read(context, at, &figure))
		return 0;
	const OqSuffix *first = oq_rule_find_suffix(context, at + figure.n_tokens, &suffixes);
	if (first == NULL)
		return 0;
	oq_figures_say(context, &figure, at);
	if (is_bare_scale(context, &figure) &&
		(first->kind == OQ_SUFFIX_MULTIPLYING || is_behind_half(context, at)))
		drop_one(context);
	return figure.n_tokens + oq_rule_suffix(context, at + figure.n_tokens);
}

static guint
say_if(OqRuleContext *context, guint at, const OqFigure *figure, gboolean applies)
{
	if (!applies)
		return 0;
	oq_figures_say(context, figure, at);
	return figure->n_tokens;
}

guint
oq_figures_decimal(OqRuleContext *context, guint at)
{
	OqFigure figure;
	return oq_figures_read(context, at, &figure)
		       ? say_if(context, at, &figure, figure.fraction.length > 0)
		       : 0;
}

guint
oq_figures_grouped(OqRuleContext *context, guint at)
{
	OqFigure figure;
	return oq_figures_read(context, at, &figure)
		       ? say_if(context, at, &figure, figure.n_tokens > 1)
		       : 0;
}

guint
oq_figures_digits(OqRuleContext *context, guint at)
{
	OqFigure figure;
	return oq_figures_read(context, at, &figure)
		       ? say_if(context, at, &figure, is_spelled(&figure))
		       : 0;
}

guint
oq_figures_cardinal(OqRuleContext *context, guint at)
{
	OqFigure figure;
	return oq_figures_read(context, at, &figure) ? say_if(context, at, &figure, TRUE) : 0;
}

static void
say_ordinal(OqRuleContext *context, const OqToken *number)
{
	oq_numerals_cardinal(context->lexicon, oq_rule_text(context, number), context->words);
	oq_numerals_make_ordinal(context->lexicon, context->words);
}

/* Ту-154, G-20 */
static gboolean
is_behind_name(const OqRuleContext *context, guint at)
{
	return at > 1 && !context->tokens[at].gap && oq_rule_is_dash(&context->tokens[at - 1]) &&
	       !context->tokens[at - 1].gap && oq_rule_is_word(&context->tokens[at - 2]);
}

guint
oq_figures_hyphen(OqRuleContext *context, guint at)
{
	const OqToken *hyphen = oq_rule_token(context, at + 1);
	const OqToken *noun = oq_rule_token(context, at + 2);
	if (!oq_rule_is_dash(hyphen) || hyphen->gap || !oq_rule_is_word(noun) || noun->gap ||
		is_behind_name(context, at))
		return 0;
	/* 1-БАП of a heading and 2-ГЭС, but not a name */
	if (noun->capital && (!noun->all_capitals || noun->n_chars < 3))
		return 0;
	OqContext kind = oq_rule_context(context, noun);
	if (kind & OQ_CONTEXT_PARTICLE) {
		oq_numerals_cardinal(context->lexicon, oq_rule_text(context, &context->tokens[at]),
			context->words);
		return 1;
	}
	if (noun->n_chars < 2)
		return 0;
	if (kind & OQ_CONTEXT_ANNIVERSARY)
		oq_numerals_cardinal(context->lexicon, oq_rule_text(context, &context->tokens[at]),
			context->words);
	else
		say_ordinal(context, &context->tokens[at]);
	return 2;
}

/* 1-, 2- және 3-сыныптар: the noun comes with the last of them. */
guint
oq_figures_hanging(OqRuleContext *context, guint at)
{
	const OqToken *hyphen = oq_rule_token(context, at + 1),
		      *next = oq_rule_token(context, at + 2);
	if (!oq_rule_is_dash(hyphen) || hyphen->gap || next == NULL ||
		is_behind_name(context, at) ||
		!(oq_rule_is_sign(next, ',') ||
			(oq_rule_context(context, next) & OQ_CONTEXT_CONJUNCTION)))
		return 0;
	say_ordinal(context, &context->tokens[at]);
	return 2;
}

static gboolean
is_open_bracket_before(const OqRuleContext *context, guint at)
{
	for (guint i = at; i-- > 0;) {
		if (oq_rule_is_sign(&context->tokens[i], ')'))
			return FALSE;
		if (oq_rule_is_sign(&context->tokens[i], '('))
			return TRUE;
	}
	return FALSE;
}

guint
oq_figures_item(OqRuleContext *context, guint at)
{
	const OqToken *behind = oq_rule_token(context, at + 1);
	const OqToken *text = oq_rule_token(context, at + 2);
	if (context->tokens[at].n_chars > 2 || behind == NULL || behind->gap || text == NULL ||
		!text->gap)
		return 0;
	gboolean bracket = oq_rule_is_sign(behind, ')') && !is_open_bracket_before(context, at);
	gboolean point = oq_rule_is_sign(behind, '.') && at == 0;
	if (!bracket && !point)
		return 0;
	say_ordinal(context, &context->tokens[at]);
	return bracket ? 2 : 1;
}

/* №, or the Latin N that stands for it */
static gboolean
is_numero(const OqRuleContext *context, const OqToken *token)
{
	return oq_token_has(token, OQ_ROLE_NUMERO) ||
	       oq_slice_equals(oq_rule_text(context, token), "N");
}

/* A number behind № counts something: №5 мектеп, № 353 сайлау учаскесі. */
guint
oq_figures_numbered(OqRuleContext *context, guint at)
{
	const OqToken *noun = oq_rule_token(context, at + 1);
	if (at == 0 || !is_numero(context, &context->tokens[at - 1]) || !oq_rule_is_word(noun) ||
		!noun->gap || noun->capital ||
		(context->tokens[at].n_chars > 1 &&
			context->sentence[context->tokens[at].start] == '0'))
		return 0;
	say_ordinal(context, &context->tokens[at]);
	return 1;
}

static gboolean
is_signed(const OqRuleContext *context, guint at)
{
	const OqToken *sign = &context->tokens[at], *number = number_at(context, at + 1, 0);
	const OqToken *before = at > 0 ? &context->tokens[at - 1] : NULL;
	if (number == NULL || number->gap || (before != NULL && oq_rule_is_number(before)))
		return FALSE;
	return sign->gap || oq_rule_is_sign(before, '(') ||
	       oq_rule_is_sign(before, OQ_SIGN_ELLIPSIS) || oq_rule_is_sign(before, '.');
}

/* -5, but neither 10-15 nor КОВИД-19, nor the long dash that opens a speech */
guint
oq_figures_minus(OqRuleContext *context, guint at)
{
	const OqToken *sign = &context->tokens[at];
	if (!oq_rule_is_dash(sign) || oq_rule_is_sign(sign, OQ_SIGN_EM_DASH) ||
		!is_signed(context, at))
		return 0;
	oq_rule_say(context, "minus");
	return 1;
}
