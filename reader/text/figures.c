#include "text/figures.h"

#include "text/fractions.h"

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
	OqSlice gap = {context->sentence + before->end, token->start - before->end};
	return oq_slice_equals(gap, " ") || oq_slice_equals(gap, "\u00A0") ||
	       oq_slice_equals(gap, "\u202F") || oq_slice_equals(gap, "\u2009");
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
	if (!oq_rule_is_sign(sign, ',') && !oq_rule_is_sign(sign, '.'))
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
	return (oq_rule_is_sign(token, ',') || oq_rule_is_sign(token, '.')) && !token->gap;
}

/* 91,2 but not 12.03.2015 */
static void
read_fraction(const OqRuleContext *context, guint at, OqFigure *figure)
{
	guint sign = at + figure->n_tokens;
	const OqToken *digits = number_at(context, sign + 1, 0);
	if (!is_decimal_sign(oq_rule_token(context, sign)) || digits == NULL || digits->gap)
		return;
	const OqToken *next = number_at(context, sign + 3, 0);
	if (is_decimal_sign(oq_rule_token(context, sign + 2)) && next != NULL && !next->gap)
		return;
	figure->fraction = oq_rule_text(context, digits);
	figure->n_tokens += 2;
}

gboolean
oq_figures_read(const OqRuleContext *context, guint at, OqFigure *figure)
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

void
oq_figures_say(OqRuleContext *context, const OqFigure *figure)
{
	if (is_spelled(figure))
		oq_numerals_digits(context->lexicon, figure->whole, context->words);
	else if (figure->fraction.length > 0)
		oq_fractions_decimal(
			context->lexicon, figure->whole, figure->fraction, context->words);
	else
		oq_numerals_cardinal(context->lexicon, figure->whole, context->words);
}

/* 22085-і, 91,2-ге, 4-інші */
guint
oq_figures_with_suffix(OqRuleContext *context, guint at)
{
	OqFigure figure;
	if (!oq_figures_read(context, at, &figure))
		return 0;
	oq_figures_say(context, &figure);
	guint n_suffix = oq_rule_suffix(context, at + figure.n_tokens);
	return n_suffix > 0 ? figure.n_tokens + n_suffix : 0;
}

guint
oq_figures_decimal(OqRuleContext *context, guint at)
{
	OqFigure figure;
	if (!oq_figures_read(context, at, &figure) || figure.fraction.length == 0)
		return 0;
	oq_figures_say(context, &figure);
	return figure.n_tokens;
}

guint
oq_figures_grouped(OqRuleContext *context, guint at)
{
	OqFigure figure;
	if (!oq_figures_read(context, at, &figure) || figure.n_tokens == 1)
		return 0;
	oq_figures_say(context, &figure);
	return figure.n_tokens;
}

guint
oq_figures_digits(OqRuleContext *context, guint at)
{
	OqFigure figure;
	if (!oq_figures_read(context, at, &figure) || !is_spelled(&figure))
		return 0;
	oq_figures_say(context, &figure);
	return figure.n_tokens;
}

guint
oq_figures_cardinal(OqRuleContext *context, guint at)
{
	OqFigure figure;
	if (!oq_figures_read(context, at, &figure))
		return 0;
	oq_figures_say(context, &figure);
	return figure.n_tokens;
}

/* -5, but neither 10-15 nor КОВИД-19 */
guint
oq_figures_minus(OqRuleContext *context, guint at)
{
	const OqToken *sign = &context->tokens[at], *number = number_at(context, at + 1, 0);
	if ((sign->sign != '-' && sign->sign != 0x2212 && sign->sign != 0x2013) || number == NULL ||
		number->gap)
		return 0;
	const OqToken *before = at > 0 ? &context->tokens[at - 1] : NULL;
	gboolean free_standing = sign->gap || oq_rule_is_sign(before, '(');
	if (!free_standing || (before != NULL && before->kind == OQ_TOKEN_NUMBER))
		return 0;
	g_string_append(context->words, oq_lexicon_word(context->lexicon, "minus"));
	return 1;
}
