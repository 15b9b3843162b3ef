/* days.c - see the header. */
#include "text/rules/calendar/days.h"

#include "text/rules/calendar/months.h"
#include "text/rules/calendar/years.h"

#define MAX_LISTED 12 /* tokens that are looked at */

/* The token behind a number, or behind the range that begins with it: days have neither groups nor
 * fractions. */
static guint
behind_range(const OqSentence *sentence, guint at)
{
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	return figure->n_tokens == 1 && figure->begins_range ? at + 3 : at + 1;
}

/* The day that ends the list or range in which this one is: "12, 13 наурызда" */
static guint
last_listed(const OqSentence *sentence, guint at)
{
	guint last = at;
	while (last < at + MAX_LISTED && oq_months_is_day(sentence, last + 2) &&
		oq_years_are_joined(sentence, last + 1))
		last += 2;
	return last;
}

guint
oq_days_day(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint word = behind_range(sentence, at),
	      day = oq_sentence_value(sentence, &sentence->tokens[at]);
	if (oq_token_is_dash(oq_sentence_token(sentence, word)))
		word++;
	if (day < 1 || day > 31)
		return 0;
	if (oq_months_at(sentence, word) == 0) {
		word = last_listed(sentence, at) + 1;
		if (word == at + 1 || oq_months_at(sentence, word) == 0)
			return 0;
	}
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	/* 10-қазан: the hyphen only says that the number is ordinal */
	return word == at + 2 && oq_token_is_dash(&sentence->tokens[at + 1]) ? 2 : 1;
}

/* Words said in place of a day alone have its possessive: бірінен, жиырма екісінен. */
static void
say_day(OqRuleContext *context, guint at, const OqSuffixes *suffixes)
{
	oq_rule_say_cardinal(context, &context->sentence->tokens[at]);
	oq_rule_attach(context, OQ_NAMED_POSSESSIVE);
	oq_suffixes_attach_behind_possessive(context->sentence->lexicon, suffixes, context->words);
}

/* The month before the first of such a list, "наурыздың 21, 22"; FALSE: there is none. */
static gboolean
has_owner(const OqSentence *sentence, guint at)
{
	guint first = at;
	while (first > 1 && at - first < MAX_LISTED && oq_years_are_joined(sentence, first - 1) &&
		oq_months_is_day(sentence, first - 2))
		first -= 2;
	return first > 0 && oq_months_at(sentence, first - 1) > 0 &&
	       oq_sentence_is_genitive(sentence, &sentence->tokens[first - 1]);
}

/* What stands behind a possessive alone: 9-нда, 9-на */
static gboolean
parse_possessed(const OqSentence *sentence, OqSlice written, OqSuffixes *suffixes)
{
	const OqSuffix *possessive = oq_lexicon_suffix(sentence->lexicon, OQ_NAMED_POSSESSIVE);
	for (guint harmony = 0; harmony < 2; harmony++) {
		g_autoptr(GString) whole =
			g_string_new(possessive->forms[OQ_ENDING_VOICELESS].form[harmony]);
		g_string_append_len(whole, written.data, written.length);
		if (!oq_suffixes_parse(
			    sentence->lexicon, (OqSlice){whole->str, whole->len}, suffixes) ||
			suffixes->n < 2)
			continue;
		/* нда may be н and да: the last of them is the case */
		suffixes->suffix[0] = suffixes->suffix[suffixes->n - 1];
		suffixes->n = 1;
		return TRUE;
	}
	return FALSE;
}

/* 22-нен, 9-нда */
static gboolean
find_ending(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *hyphen = oq_sentence_token(sentence, at),
		      *word = oq_sentence_token(sentence, at + 1);
	const OqSuffix *first = oq_sentence_find_suffix(sentence, at, suffixes);
	if (first != NULL)
		return first->kind == OQ_SUFFIX_PLAIN;
	return oq_token_is_dash(hyphen) && !hyphen->gap && oq_token_is_word(word) && !word->gap &&
	       parse_possessed(sentence, oq_sentence_lower(sentence, word), suffixes);
}

guint
oq_days_of_month(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes suffixes;
	if (at == 0 || !oq_months_is_day(sentence, at) || !has_owner(sentence, at))
		return 0;
	if (find_ending(sentence, at + 1, &suffixes)) {
		say_day(context, at, &suffixes);
		return 3;
	}
	guint last = last_listed(sentence, at);
	const OqToken *behind = oq_sentence_token(sentence, last + 1);
	if (oq_sentence_context(sentence, behind) & OQ_CONTEXT_BESIDE_DATE) {
		oq_rule_say_ordinal(context, &sentence->tokens[at]);
		return 1;
	}
	if (last == at || !oq_token_is_dash(behind) ||
		!oq_token_is_word(oq_sentence_token(sentence, last + 2)))
		return 0;
	oq_rule_say_cardinal(context, &sentence->tokens[at]);
	oq_rule_attach(context, OQ_NAMED_POSSESSIVE);
	return 1;
}

guint
oq_days_from(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqSuffix *ablative = oq_lexicon_suffix(sentence->lexicon, OQ_NAMED_ABLATIVE);
	OqSuffixes suffixes;
	if (!oq_months_is_day(sentence, at + 3) || !oq_months_is_day(sentence, at))
		return 0;
	guint month = at + (oq_token_is_dash(oq_sentence_token(sentence, at + 4)) ? 5 : 4);
	if (oq_sentence_find_suffix(sentence, at + 1, &suffixes) != ablative || suffixes.n > 1 ||
		oq_months_at(sentence, month) == 0)
		return 0;
	say_day(context, at, &suffixes);
	return 3;
}

guint
oq_days_quoted(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *end = oq_sentence_token(sentence, at + 2);
	if (!oq_months_is_day(sentence, at + 1) ||
		!oq_token_has(&sentence->tokens[at], OQ_ROLE_OPENER | OQ_ROLE_UNQUOTE) ||
		!oq_token_has(end, OQ_ROLE_UNQUOTE) || oq_months_at(sentence, at + 3) == 0)
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at + 1]);
	return 3;
}
