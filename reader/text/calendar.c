#include "text/calendar.h"

#include "text/numerals.h"
#include "text/suffixes.h"

#include <string.h>

#define SPAN_WORDS_BEHIND 3

static guint
value_of(const OqRuleContext *context, const OqToken *number)
{
	OqSlice digits = oq_rule_text(context, number);
	guint value = 0;
	if (digits.length > 4)
		return G_MAXUINT;
	for (gsize i = 0; i < digits.length; i++)
		value = value * 10 + (digits.data[i] - '0');
	return value;
}

static gboolean
is_number(const OqToken *token)
{
	return token != NULL && token->kind == OQ_TOKEN_NUMBER;
}

static gboolean
is_word(const OqToken *token)
{
	return token != NULL && token->kind == OQ_TOKEN_WORD;
}

static void
say_ordinal(OqRuleContext *context, const OqToken *number)
{
	oq_numerals_cardinal(context->lexicon, oq_rule_text(context, number), context->words);
	oq_numerals_make_ordinal(context->lexicon, context->words);
}

/* Behind a number, or behind the range "2008–2009" that begins with it. */
static guint
behind_range(const OqRuleContext *context, guint at)
{
	if (oq_rule_is_dash(oq_rule_token(context, at + 1)) &&
		is_number(oq_rule_token(context, at + 2)))
		return at + 3;
	return at + 1;
}

static gboolean
is_span(OqRuleContext *context, guint behind)
{
	for (guint i = behind; i < behind + SPAN_WORDS_BEHIND; i++) {
		const OqToken *token = oq_rule_token(context, i);
		if (!is_word(token))
			return FALSE;
		if (oq_lexicon_calendar_word(context->lexicon, oq_rule_lower(context, token)) ==
			OQ_CALENDAR_SPAN)
			return TRUE;
	}
	return FALSE;
}

/* A bare жыл counts years, unless a date stands before it: 23 сәуір 2010 жыл. */
static gboolean
is_year(OqRuleContext *context, guint at, guint word)
{
	guint value = value_of(context, &context->tokens[at]);
	switch (oq_lexicon_calendar_word(
		context->lexicon, oq_rule_lower(context, &context->tokens[word]))) {
	case OQ_CALENDAR_YEAR:
		return value < 10000;
	case OQ_CALENDAR_YEAR_BARE:
		return at > 0 && oq_calendar_is_month(context, at - 1) && value < 10000;
	case OQ_CALENDAR_YEAR_OR_SPAN:
		return value >= 1000 && value <= 2100 && !is_span(context, word + 1);
	default:
		return FALSE;
	}
}

guint
oq_calendar_year(OqRuleContext *context, guint at)
{
	guint word = behind_range(context, at);
	if (!is_word(oq_rule_token(context, word)) || !is_year(context, at, word))
		return 0;
	say_ordinal(context, &context->tokens[at]);
	return 1;
}

/* The month's name, with any case ending. */
gboolean
oq_calendar_is_month(OqRuleContext *context, guint at)
{
	const OqToken *token = oq_rule_token(context, at);
	if (!is_word(token))
		return FALSE;
	OqSlice word = oq_rule_lower(context, token);
	for (guint month = 1; month <= OQ_N_MONTHS; month++) {
		for (guint form = 0; form < 2; form++) {
			OqSlice stem = oq_slice(oq_lexicon_month(context->lexicon, month, form));
			if (!oq_slice_has_prefix(word, stem))
				continue;
			OqSlice ending = oq_slice_skip(word, stem.length);
			OqSuffixes suffixes;
			if ((form == 0 && ending.length == 0) ||
				oq_suffixes_parse_case(context->lexicon, ending, &suffixes))
				return TRUE;
		}
	}
	return FALSE;
}

guint
oq_calendar_day(OqRuleContext *context, guint at)
{
	guint word = behind_range(context, at), day = value_of(context, &context->tokens[at]);
	if (oq_rule_is_dash(oq_rule_token(context, word)))
		word++;
	if (day < 1 || day > 31 || !oq_calendar_is_month(context, word))
		return 0;
	say_ordinal(context, &context->tokens[at]);
	/* 10-қазан: the hyphen only says that the number is ordinal */
	return word == at + 2 ? 2 : 1;
}

guint
oq_calendar_hyphen(OqRuleContext *context, guint at)
{
	const OqToken *hyphen = oq_rule_token(context, at + 1);
	const OqToken *noun = oq_rule_token(context, at + 2);
	if (!oq_rule_is_sign(hyphen, '-') || hyphen->gap || !is_word(noun) || noun->gap ||
		noun->capital || noun->n_chars < 3)
		return 0;
	if (oq_lexicon_calendar_word(context->lexicon, oq_rule_lower(context, noun)) ==
		OQ_CALENDAR_ANNIVERSARY)
		oq_numerals_cardinal(context->lexicon, oq_rule_text(context, &context->tokens[at]),
			context->words);
	else
		say_ordinal(context, &context->tokens[at]);
	return 2;
}

/* Three numbers with the same sign between them and no gaps. */
static gboolean
is_triple(const OqRuleContext *context, guint at)
{
	if (at + 5 > context->n_tokens)
		return FALSE;
	for (guint i = at + 1; i < at + 5; i++)
		if (context->tokens[i].gap)
			return FALSE;
	const OqToken *sign = &context->tokens[at + 1];
	return is_number(&context->tokens[at + 2]) && is_number(&context->tokens[at + 4]) &&
	       (oq_rule_is_sign(sign, '.') || oq_rule_is_sign(sign, '/') ||
		       oq_rule_is_sign(sign, '-')) &&
	       oq_rule_is_sign(&context->tokens[at + 3], sign->sign);
}

guint
oq_calendar_date(OqRuleContext *context, guint at)
{
	if (!is_triple(context, at))
		return 0;
	const OqToken *first = &context->tokens[at], *last = &context->tokens[at + 4];
	gboolean year_first = first->n_chars == 4;
	const OqToken *year = year_first ? first : last, *day = year_first ? last : first;
	guint month = value_of(context, &context->tokens[at + 2]);
	guint day_value = value_of(context, day);
	if (year->n_chars != 4 || day->n_chars > 2 || day_value < 1 || day_value > 31 ||
		month < 1 || month > OQ_N_MONTHS)
		return 0;
	say_ordinal(context, year);
	g_string_append_printf(
		context->words, " %s", oq_lexicon_word(context->lexicon, "of-the-year"));
	say_ordinal(context, day);
	g_string_append_printf(context->words, " %s", oq_lexicon_month(context->lexicon, month, 0));
	return 5 + oq_rule_suffix(context, at + 5);
}
