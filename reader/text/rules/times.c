/* times.c - see the header. */
#include "text/rules/times.h"

#include "text/words/numerals.h"

static gboolean
is_clock_time(const OqRuleContext *context, const OqToken *hours, const OqToken *minutes)
{
	return oq_rule_is_number(hours) && oq_rule_is_number(minutes) && hours->n_chars <= 2 &&
	       minutes->n_chars == 2 && oq_rule_value(context, hours) <= 24 &&
	       oq_rule_value(context, minutes) < 60;
}

/* 14.30 */
static gboolean
is_pointed_time(const OqRuleContext *context, guint at)
{
	const OqToken *minutes = oq_rule_token(context, at + 2);
	return oq_rule_is_point(context, at + 1) &&
	       is_clock_time(context, oq_rule_token(context, at), minutes) && !minutes->gap;
}

static gboolean
is_beside_time_word(OqRuleContext *context, guint at)
{
	OqSuffixes suffixes;
	for (guint i = 1; i <= 2 && i <= at; i++)
		if (oq_rule_context(context, &context->tokens[at - i]) & OQ_CONTEXT_CLOCK)
			return TRUE;
	if (oq_rule_context(context, oq_rule_token(context, at + 3)) & OQ_CONTEXT_CLOCK)
		return TRUE;
	/* in, at, to, from: what a time takes; 3.14-ті is a number */
	static const char *const names[] = {"locative", "dative", "ablative", "attributive"};
	const OqSuffix *suffix = oq_rule_find_suffix(context, at + 3, &suffixes);
	for (guint i = 0; suffix != NULL && suffixes.n == 1 && i < G_N_ELEMENTS(names); i++)
		if (g_str_equal(suffix->name, names[i]))
			return TRUE;
	return FALSE;
}

/* A point makes a time only where the words around it, or around its range, speak of one. */
static gboolean
speaks_of_time(OqRuleContext *context, guint at)
{
	gboolean second = at >= 4 && oq_rule_is_dash(&context->tokens[at - 1]) &&
			  is_pointed_time(context, at - 4);
	gboolean first =
		oq_rule_is_dash(oq_rule_token(context, at + 3)) && is_pointed_time(context, at + 4);
	return is_beside_time_word(context, at) ||
	       (second && is_beside_time_word(context, at - 4)) ||
	       (first && is_beside_time_word(context, at + 4));
}

/* 17:00 is only the hour; 8:05 is сегіз нөл бес. */
static void
say_time(OqRuleContext *context, const OqToken *hours, const OqToken *minutes)
{
	OqSlice digits = oq_rule_text(context, minutes);
	oq_numerals_cardinal(context->lexicon, oq_rule_text(context, hours), context->words);
	if (oq_slice_equals(digits, "00"))
		return;
	if (digits.data[0] == '0')
		oq_numerals_digits(context->lexicon, digits, context->words);
	else
		oq_numerals_cardinal(context->lexicon, digits, context->words);
}

guint
oq_times_clock(OqRuleContext *context, guint at)
{
	const OqToken *sign = oq_rule_token(context, at + 1);
	const OqToken *minutes = oq_rule_token(context, at + 2);
	if (sign == NULL || sign->gap || !is_clock_time(context, &context->tokens[at], minutes))
		return 0;
	gboolean colon = oq_rule_is_sign(sign, ':');
	gboolean point = is_pointed_time(context, at) && speaks_of_time(context, at);
	if (!colon && !point)
		return 0;
	say_time(context, &context->tokens[at], minutes);
	return 3 + oq_rule_suffix(context, at + 3);
}

guint
oq_times_score(OqRuleContext *context, guint at)
{
	const OqToken *sign = oq_rule_token(context, at + 1),
		      *second = oq_rule_token(context, at + 2);
	if (!oq_rule_is_sign(sign, ':') || sign->gap || !oq_rule_is_number(second) || second->gap)
		return 0;
	oq_numerals_cardinal(
		context->lexicon, oq_rule_text(context, &context->tokens[at]), context->words);
	oq_numerals_cardinal(context->lexicon, oq_rule_text(context, second), context->words);
	return 3 + oq_rule_suffix(context, at + 3);
}
