/* dates.c - see the header. */
#include "text/rules/calendar/dates.h"

#include "text/rules/calendar/months.h"
#include "text/words/numerals.h"
#include "text/words/roman_value.h"

#include <string.h>

#define N_TOKENS 5 /* three parts and two signs */

/* 11.1850 is a decimal. */
#define FIRST_MONTH_YEAR 1900

typedef struct {
	guint year;
	guint month;
	const OqToken *day;
	gunichar sign;
	gboolean year_first;
	gboolean short_year;
} Date;

/* Three numbers with the same sign between them and no gaps; the second may be Roman. */
static gboolean
is_triple(const OqSentence *sentence, guint at)
{
	if (at + N_TOKENS > sentence->n_tokens)
		return FALSE;
	const OqToken *sign = &sentence->tokens[at + 1], *middle = &sentence->tokens[at + 2];
	if (!(oq_token_is_sign(sign, '.') || oq_token_is_sign(sign, '/') ||
		    oq_token_is_sign(sign, '-')) ||
		!oq_token_is_sign(&sentence->tokens[at + 3], sign->sign) ||
		!oq_token_is_number(&sentence->tokens[at]) ||
		!oq_token_is_number(&sentence->tokens[at + 4]) || middle->kind == OQ_TOKEN_SIGN)
		return FALSE;
	for (guint i = at + 1; i < at + N_TOKENS; i++)
		if (sentence->tokens[i].gap)
			return FALSE;
	return TRUE;
}

/* Each with a value that it can have; month before day (12/31/2015) where only that is possible. */
static gboolean
read_parts(const OqSentence *sentence, guint at, Date *date)
{
	const OqToken *first = &sentence->tokens[at], *last = &sentence->tokens[at + 4];
	const OqToken *middle = &sentence->tokens[at + 2];
	gboolean roman = oq_token_is_word(middle);
	date->sign = sentence->tokens[at + 1].sign;
	date->year_first = first->n_chars == 4;
	const OqToken *year = date->year_first ? first : last;
	date->day = date->year_first ? last : first;
	date->short_year = year->n_chars == 2;
	date->year = oq_sentence_value(sentence, year);
	date->month =
		roman ? oq_roman_value(sentence, middle) : oq_sentence_value(sentence, middle);
	guint day = oq_sentence_value(sentence, date->day);
	if (date->month > OQ_N_MONTHS && date->month <= 31 && day >= 1 && day <= OQ_N_MONTHS &&
		!roman && (date->sign == '/' || !date->short_year)) {
		date->month = day;
		date->day = middle;
		day = oq_sentence_value(sentence, middle);
	}
	return (year->n_chars == 4 || date->short_year) && date->day->n_chars <= 2 && day >= 1 &&
	       day <= 31 && date->month >= 1 && date->month <= OQ_N_MONTHS;
}

static gboolean
is_year_word(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token))
		return FALSE;
	return (oq_sentence_context(sentence, token) &
		       (OQ_CONTEXT_YEAR | OQ_CONTEXT_YEAR_OR_SPAN | OQ_CONTEXT_YEAR_BARE)) != 0 ||
	       (token->n_chars <= 2 && oq_lexicon_year_abbreviation(sentence->lexicon,
					       oq_sentence_lower(sentence, token)) != NULL);
}

/* 3.11.24 may be a version, 10.12.25.3 an address, 25-12-24 a telephone. */
static gboolean
is_short_date(const OqSentence *sentence, guint at, const Date *date)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	const OqToken *behind = oq_sentence_token(sentence, at + N_TOKENS);
	const OqToken *more = oq_sentence_token(sentence, at + N_TOKENS + 1);
	OqSuffixes suffixes;
	OqContext said = oq_sentence_context(sentence, behind);
	if (is_year_word(sentence, at + N_TOKENS) ||
		(said & (OQ_CONTEXT_BESIDE_DATE | OQ_CONTEXT_FROM_DATE | OQ_CONTEXT_TO_DATE)) != 0)
		return TRUE;
	gboolean glued = before != NULL && !sentence->tokens[at].gap &&
			 (before->kind == OQ_TOKEN_WORD ||
				 oq_token_has(before, OQ_ROLE_NUMERO | OQ_ROLE_SLASH) ||
				 oq_token_is_sign(before, '.'));
	gboolean numbered = oq_token_has(before, OQ_ROLE_NUMERO) || glued;
	gboolean noun = oq_token_is_dash(behind) && !behind->gap && oq_token_is_word(more) &&
			oq_sentence_find_suffix(sentence, at + N_TOKENS, &suffixes) == NULL;
	gboolean longer = behind != NULL && !behind->gap && behind->sign == date->sign &&
			  oq_token_is_number(more) && !more->gap;
	const OqToken *middle = &sentence->tokens[at + 2];
	gboolean two_digits = (middle->n_chars == 2 || middle->kind == OQ_TOKEN_WORD) &&
			      (date->day->n_chars == 2 || date->sign == '/');
	return two_digits && date->sign != '-' && !numbered && !noun && !longer &&
	       !(said & OQ_CONTEXT_ROMAN);
}

static gboolean
read_date(const OqSentence *sentence, guint at, Date *date)
{
	if (!is_triple(sentence, at) || !read_parts(sentence, at, date))
		return FALSE;
	if (!date->short_year)
		return TRUE;
	if (!is_short_date(sentence, at, date))
		return FALSE;
	date->year += date->year <= oq_lexicon_last_short_year(sentence->lexicon) ? 2000 : 1900;
	return TRUE;
}

/* 15–20.03.2024, 28.02.–03.03.2024: the full date behind a dash; 0: there is none. */
static guint
find_second(const OqSentence *sentence, guint at, Date *date)
{
	const OqToken *month = oq_sentence_token(sentence, at + 2);
	guint dash = at + 1;
	if (!oq_months_is_day(sentence, at))
		return 0;
	if (oq_sentence_is_point(sentence, at + 1) && oq_token_is_number(month) && !month->gap) {
		guint value = oq_sentence_value(sentence, month);
		if (month->n_chars > 2 || value < 1 || value > OQ_N_MONTHS)
			return 0;
		dash = at + 3 + (oq_sentence_is_point(sentence, at + 3) ? 1 : 0);
	}
	const OqToken *before =
		at > 0 && !sentence->tokens[at].gap ? &sentence->tokens[at - 1] : NULL;
	gboolean inner = oq_token_is_sign(before, '.') || oq_token_has(before, OQ_ROLE_SLASH) ||
			 oq_token_is_dash(before);
	const OqToken *joint = oq_sentence_token(sentence, dash);
	return !inner &&
			       (oq_token_is_dash(joint) || (oq_sentence_context(sentence, joint) &
								   OQ_CONTEXT_CONJUNCTION)) &&
			       read_date(sentence, dash + 1, date) && !date->year_first &&
			       date->sign != '-'
		       ? dash + 1
		       : 0;
}

/* Whether the year was said with the first half of the range. */
static gboolean
ends_range(const OqSentence *sentence, guint at)
{
	static const guint8 distances[] = {2, 4, 5};
	Date date;
	for (guint i = 0; i < G_N_ELEMENTS(distances) && distances[i] <= at; i++)
		if (oq_token_is_number(&sentence->tokens[at - distances[i]]) &&
			find_second(sentence, at - distances[i], &date) == at)
			return TRUE;
	return FALSE;
}

static void
say_year(OqRuleContext *context, guint year)
{
	char digits[8];
	g_snprintf(digits, sizeof digits, "%u", year);
	oq_numerals_cardinal(context->sentence->lexicon, oq_slice(digits), context->words);
	oq_numerals_make_ordinal(context->sentence->lexicon, context->words);
	oq_rule_say(context, OQ_WORD_OF_THE_YEAR);
}

/* жылы is "in the year", жылғы "of the year"; жылдан, жылға give their case to the month. */
static void
attach_of_year(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqSlice word = oq_sentence_lower(sentence, &sentence->tokens[at]);
	OqSlice stem = oq_slice(oq_lexicon_word(sentence->lexicon, OQ_WORD_YEAR));
	OqSuffixes suffixes;
	if (oq_slice_equals(word, oq_lexicon_word(sentence->lexicon, OQ_WORD_OF_THE_YEAR))) {
		oq_rule_attach(context, OQ_NAMED_ATTRIBUTIVE);
		return;
	}
	if (word.length == stem.length || !oq_suffixes_parse_case(sentence->lexicon,
						  oq_slice_skip(word, stem.length), &suffixes)) {
		oq_months_attach_omitted(context, at + 1);
		return;
	}
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	/* ында is ы, н and да: but for the possessive it is the last of them */
	suffixes.suffix[0] = suffixes.suffix[suffixes.n - 1];
	suffixes.n = all[suffixes.suffix[0]].kind == OQ_SUFFIX_POSSESSIVE ? 0 : 1;
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	gboolean beside = (oq_sentence_context(sentence, next) & OQ_CONTEXT_BESIDE_DATE) != 0;
	if (suffixes.n > 0)
		oq_suffixes_attach(sentence->lexicon, &suffixes, context->words);
	else if (!beside)
		oq_rule_attach(context, OQ_NAMED_LOCATIVE);
}

/* 12.02.1967 ж.т.: of жылы туған the second word */
static guint
say_other_abbreviation(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *first = oq_sentence_token(sentence, at),
		      *second = oq_sentence_token(sentence, at + 2);
	if (!oq_token_is_word(first) || first->n_chars > 1 || !oq_token_is_word(second) ||
		second->n_chars > 1 || second->gap || !oq_sentence_is_point(sentence, at + 1))
		return 0;
	OqSlice key = {sentence->text + first->start, second->end - first->start};
	const OqAbbreviation *found = oq_lexicon_abbreviation(sentence->lexicon, key);
	const char *rest = found != NULL ? strchr(found->spoken, ' ') : NULL;
	if (rest == NULL || !oq_slice_has_prefix(oq_slice(found->spoken),
				    oq_slice(oq_lexicon_word(sentence->lexicon, OQ_WORD_YEAR))))
		return 0;
	oq_rule_attach(context, OQ_NAMED_LOCATIVE);
	oq_rule_append(context, rest + 1);
	return 3 + oq_sentence_skip_point(sentence, at + 3);
}

/* The ending behind a hyphen, or the tail of жылғы: ж-дан, ж-ғы. */
static guint
attach_suffix(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *word = oq_sentence_token(sentence, at + 1);
	guint n_suffix = oq_rule_suffix(context, at);
	if (n_suffix > 0 || !oq_token_is_dash(oq_sentence_token(sentence, at)) ||
		!oq_token_is_word(word) || word->gap)
		return n_suffix;
	OqSlice attributive = oq_slice(oq_lexicon_word(sentence->lexicon, OQ_WORD_OF_THE_YEAR));
	if (!oq_slice_has_suffix(attributive, oq_sentence_lower(sentence, word)))
		return 0;
	oq_rule_attach(context, OQ_NAMED_ATTRIBUTIVE);
	return 2;
}

/* 2025-03-01T10:00; with seconds the hours are named anyway. */
static guint
say_hour_sign(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *letter = oq_sentence_token(sentence, at),
		      *hours = oq_sentence_token(sentence, at + 1);
	if (!oq_token_is_word(letter) || letter->gap || letter->n_chars != 1 || !letter->capital ||
		!oq_token_is_number(hours) || hours->gap ||
		!oq_token_is_sign(oq_sentence_token(sentence, at + 2), ':'))
		return 0;
	if (!oq_token_is_sign(oq_sentence_token(sentence, at + 4), ':'))
		oq_rule_say(context, OQ_WORD_HOUR);
	return 1;
}

/* What stands behind the figures: 12.03.2015 ж., 12.03.2015 жылдан, 12.03.2015-ке */
static guint
say_rest(OqRuleContext *context, guint at, const Date *date)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *word = oq_sentence_token(sentence, at);
	/* 12.03.2015-жылы */
	guint hyphen =
		oq_token_is_dash(word) && !word->gap && is_year_word(sentence, at + 1) ? 1 : 0;
	guint n_taken = hyphen;
	if (date->year_first && date->sign == '-' && say_hour_sign(context, at) > 0)
		return 1;
	guint n_other = say_other_abbreviation(context, at);
	if (n_other > 0)
		return n_other;
	if (is_year_word(sentence, at + hyphen)) {
		if (sentence->tokens[at + hyphen].n_chars > 2) {
			attach_of_year(context, at + hyphen);
			return hyphen + 1;
		}
		n_taken += 1 + oq_sentence_skip_point(sentence, at + hyphen + 1);
	}
	guint n_suffix = attach_suffix(context, at + n_taken);
	if (n_suffix == 0)
		oq_months_attach_omitted(context, at + n_taken);
	return n_taken + n_suffix;
}

guint
oq_dates_full(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	Date date;
	if (!read_date(sentence, at, &date))
		return 0;
	if (!ends_range(sentence, at))
		say_year(context, date.year);
	oq_rule_say_ordinal(context, date.day);
	oq_months_append(context, date.month);
	return N_TOKENS + say_rest(context, at + N_TOKENS, &date);
}

/* № 12/2024 is a number, 12.2024 теңге an amount. */
static gboolean
is_month_of_year(const OqSentence *sentence, guint at)
{
	const OqToken *sign = oq_sentence_token(sentence, at + 1),
		      *year = oq_sentence_token(sentence, at + 2);
	if (!oq_token_is_number(year) || sign->gap || year->gap ||
		!(oq_token_is_sign(sign, '.') || oq_token_is_sign(sign, '/')) ||
		!oq_months_is_year(sentence, at + 2) || sentence->tokens[at].n_chars != 2)
		return FALSE;
	guint month = oq_sentence_value(sentence, &sentence->tokens[at]);
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	gboolean inner = !sentence->tokens[at].gap && before != NULL &&
			 !oq_token_has(before, OQ_ROLE_OPENER);
	return month >= 1 && month <= OQ_N_MONTHS && !inner &&
	       !oq_token_has(before, OQ_ROLE_NUMERO) &&
	       oq_sentence_value(sentence, year) >= FIRST_MONTH_YEAR &&
	       !oq_months_is_measured(sentence, at + 3);
}

guint
oq_dates_month(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	Date date = {.year_first = FALSE};
	if (!is_month_of_year(sentence, at))
		return 0;
	say_year(context, oq_sentence_value(sentence, &sentence->tokens[at + 2]));
	oq_months_append(context, oq_sentence_value(sentence, &sentence->tokens[at]));
	return 3 + say_rest(context, at + 3, &date);
}

guint
oq_dates_range(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	Date date;
	guint second = find_second(sentence, at, &date);
	if (second == 0)
		return 0;
	say_year(context, date.year);
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	if (second == at + 2)
		return 1;
	oq_months_append(context, oq_sentence_value(sentence, &sentence->tokens[at + 2]));
	return second - 1 - at;
}
