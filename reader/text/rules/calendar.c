/* calendar.c - see the header. */
#include "text/rules/calendar.h"

#include "text/rules/roman.h"
#include "text/words/numerals.h"

#include <string.h>

#define SPAN_WORDS_BEHIND 3

static void
say_ordinal(OqRuleContext *context, const OqToken *number)
{
	oq_numerals_cardinal(context->lexicon, oq_rule_text(context, number), context->words);
	oq_numerals_make_ordinal(context->lexicon, context->words);
}

/* The token behind a number, or behind the range that begins with it. */
static guint
behind_range(const OqRuleContext *context, guint at)
{
	if (oq_rule_is_dash(oq_rule_token(context, at + 1)) &&
		oq_rule_is_number(oq_rule_token(context, at + 2)))
		return at + 3;
	return at + 1;
}

/* The month's name, with any case ending. */
static gboolean
is_month(OqRuleContext *context, guint at)
{
	const OqToken *token = oq_rule_token(context, at);
	if (!oq_rule_is_word(token))
		return FALSE;
	for (guint month = 1; month <= OQ_N_MONTHS; month++) {
		for (guint soft = 0; soft < 2; soft++) {
			const char *stem = oq_lexicon_month(context->lexicon, month, soft);
			if (oq_rule_is_form(context, token, oq_slice(stem)))
				return TRUE;
		}
	}
	return FALSE;
}

static gboolean
is_span(OqRuleContext *context, guint behind)
{
	for (guint i = behind; i < behind + SPAN_WORDS_BEHIND; i++) {
		const OqToken *token = oq_rule_token(context, i);
		if (!oq_rule_is_word(token))
			return FALSE;
		if (oq_rule_context(context, token) & OQ_CONTEXT_SPAN)
			return TRUE;
	}
	return FALSE;
}

static const OqYearAbbreviation *
year_abbreviation(OqRuleContext *context, guint at)
{
	const OqToken *token = oq_rule_token(context, at);
	if (!oq_rule_is_word(token) || token->n_chars > 2)
		return NULL;
	return oq_lexicon_year_abbreviation(context->lexicon, oq_rule_lower(context, token));
}

/* 20 ж. бұрын */
static gboolean
is_abbreviated_span(OqRuleContext *context, guint value, guint word)
{
	guint behind = word + (oq_rule_is_point(context, word + 1) ? 2 : 1);
	return value < 1000 && is_span(context, behind);
}

/* A bare жыл counts years, unless a date stands before it: 23 сәуір 2010 жыл. */
static gboolean
is_year(OqRuleContext *context, guint at, guint word)
{
	/* 1920-30-жылдары */
	const OqToken *hyphen = oq_rule_token(context, word);
	if (word > at + 1 && oq_rule_is_dash(hyphen) && !hyphen->gap)
		word++;
	guint value = oq_rule_value(context, &context->tokens[at]);
	if (value == G_MAXUINT)
		return FALSE;
	if (year_abbreviation(context, word) != NULL)
		return !is_abbreviated_span(context, value, word);
	OqContext said = oq_rule_context(context, oq_rule_token(context, word));
	if (said & OQ_CONTEXT_YEAR)
		return TRUE;
	if (said & OQ_CONTEXT_YEAR_BARE)
		return at > 0 && is_month(context, at - 1);
	return (said & OQ_CONTEXT_YEAR_OR_SPAN) && value >= 1000 && value <= 2100 &&
	       !is_span(context, word + 1);
}

/* 2024–2025 оқу жылы, 2024/2025 оқу жылы */
static gboolean
is_year_of_kind(OqRuleContext *context, guint at)
{
	guint word = behind_range(context, at);
	if (oq_rule_is_sign(oq_rule_token(context, at + 1), '/') &&
		oq_rule_is_number(oq_rule_token(context, at + 2)))
		word = at + 3;
	const OqToken *year = oq_rule_token(context, word + 1);
	return (oq_rule_context(context, oq_rule_token(context, word)) & OQ_CONTEXT_YEAR_KIND) &&
	       (oq_rule_context(context, year) &
		       (OQ_CONTEXT_YEAR | OQ_CONTEXT_YEAR_OR_SPAN | OQ_CONTEXT_YEAR_BARE)) &&
	       oq_rule_value(context, &context->tokens[at]) >= 1000;
}

guint
oq_calendar_year(OqRuleContext *context, guint at)
{
	if (!is_year(context, at, behind_range(context, at)) && !is_year_of_kind(context, at))
		return 0;
	say_ordinal(context, &context->tokens[at]);
	return 1;
}

static gboolean
is_year_number(const OqRuleContext *context, guint at)
{
	const OqToken *token = oq_rule_token(context, at);
	guint value = oq_rule_is_number(token) ? oq_rule_value(context, token) : 0;
	return value >= 1000 && value <= 2100;
}

guint
oq_calendar_bracketed(OqRuleContext *context, guint at)
{
	if (is_year_number(context, at) && at > 0 &&
		oq_rule_is_sign(&context->tokens[at - 1], '(')) {
		guint behind = behind_range(context, at);
		if (!oq_rule_is_sign(oq_rule_token(context, behind), ')'))
			return 0;
		say_ordinal(context, &context->tokens[at]);
		if (behind == at + 1)
			oq_rule_say(context, "year");
		return 1;
	}
	/* the second year of the range */
	if (at < 3 || !oq_rule_is_sign(oq_rule_token(context, at + 1), ')') ||
		!oq_rule_is_dash(&context->tokens[at - 1]) || !is_year_number(context, at - 2) ||
		!oq_rule_is_sign(&context->tokens[at - 3], '(') || context->tokens[at].n_chars > 4)
		return 0;
	say_ordinal(context, &context->tokens[at]);
	oq_rule_say(context, "years");
	return 1;
}

guint
oq_calendar_century(OqRuleContext *context, guint at)
{
	const OqToken *word = oq_rule_token(context, behind_range(context, at));
	if (!(oq_rule_context(context, word) & OQ_CONTEXT_ORDINAL))
		return 0;
	say_ordinal(context, &context->tokens[at]);
	return 1;
}

/* ғ. соңы, ғ. екінші жартысы, ғ. 2-жартысы */
static gboolean
is_before_part(OqRuleContext *context, guint at)
{
	for (guint i = at; i <= at + 2; i++)
		if (oq_rule_context(context, oq_rule_token(context, i)) & OQ_CONTEXT_PART)
			return TRUE;
	return FALSE;
}

/* 1917, XX, 60-шы */
static gboolean
is_counted(const OqRuleContext *context, guint at)
{
	const OqToken *token = &context->tokens[at];
	gboolean ordinal = oq_rule_is_word(token) && at > 1 && !token->gap &&
			   oq_rule_is_dash(&context->tokens[at - 1]) &&
			   oq_rule_is_number(&context->tokens[at - 2]);
	return ordinal || oq_rule_is_number(token) || oq_roman_value(context, token) > 0;
}

static gboolean
is_possessive(const OqRuleContext *context, const OqSuffixes *ending)
{
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(context->lexicon, &n_all);
	for (guint i = 0; i < ending->n; i++)
		if (all[ending->suffix[i]].kind == OQ_SUFFIX_POSSESSIVE)
			return TRUE;
	return FALSE;
}

/* 1919 ж. шартын, 1941–1945 жж. соғыста, but 1939 ж. соғыс, 1939 ж. соғысқа: in that year */
static const char *
form_of(OqRuleContext *context, const OqYearAbbreviation *abbreviation, gboolean range,
	guint behind)
{
	OqSuffixes ending;
	const OqToken *noun = oq_rule_token(context, behind);
	gboolean describes = abbreviation->attributive != NULL &&
			     abbreviation->attributive_plural != NULL &&
			     oq_rule_find_ending(context, noun, OQ_CONTEXT_OF_YEAR, &ending) &&
			     (range || is_possessive(context, &ending));
	if (describes)
		return range ? abbreviation->attributive_plural : abbreviation->attributive;
	return range ? abbreviation->plural : abbreviation->singular;
}

guint
oq_calendar_abbreviation(OqRuleContext *context, guint at)
{
	const OqYearAbbreviation *abbreviation = year_abbreviation(context, at);
	if (abbreviation == NULL || at == 0 || !is_counted(context, at - 1))
		return 0;
	gboolean range = at > 2 && oq_rule_is_dash(&context->tokens[at - 2]) &&
			 (oq_rule_is_number(&context->tokens[at - 3]) ||
				 oq_roman_value(context, &context->tokens[at - 3]) > 0);
	gboolean span =
		oq_rule_is_number(&context->tokens[at - 1]) &&
		is_abbreviated_span(context, oq_rule_value(context, &context->tokens[at - 1]), at);
	guint n_taken = 1 + oq_rule_skip_point(context, at + 1);
	if (span)
		oq_rule_say(context, "year");
	else
		oq_rule_append(context, form_of(context, abbreviation, range, at + n_taken));
	if (is_before_part(context, at + n_taken))
		oq_rule_attach(context, "genitive");
	return n_taken + oq_rule_suffix_of_phrase(context, at + n_taken);
}

guint
oq_calendar_day(OqRuleContext *context, guint at)
{
	guint word = behind_range(context, at), day = oq_rule_value(context, &context->tokens[at]);
	if (oq_rule_is_dash(oq_rule_token(context, word)))
		word++;
	if (day < 1 || day > 31 || !is_month(context, word))
		return 0;
	say_ordinal(context, &context->tokens[at]);
	/* 10-қазан: the hyphen only says that the number is ordinal */
	return word == at + 2 ? 2 : 1;
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
	return oq_rule_is_number(&context->tokens[at + 2]) &&
	       oq_rule_is_number(&context->tokens[at + 4]) &&
	       (oq_rule_is_sign(sign, '.') || oq_rule_is_sign(sign, '/') ||
		       oq_rule_is_sign(sign, '-')) &&
	       oq_rule_is_sign(&context->tokens[at + 3], sign->sign);
}

static gboolean
ends_in_verb(OqRuleContext *context)
{
	guint last = context->n_tokens;
	while (last > 0 && !oq_rule_is_word(&context->tokens[last - 1]))
		last--;
	return last > 0 && oq_rule_is_verb(context, &context->tokens[last - 1]);
}

/* The case that figures leave out: 12.05.2021 келді is … мамырда, 12.05.2021 шартын … мамырдағы,
 * 12.05.2021 бастап … мамырдан. */
static void
attach_case(OqRuleContext *context, guint behind)
{
	OqSuffixes ending;
	const OqToken *next = oq_rule_token(context, behind);
	OqContext said = oq_rule_context(context, next);
	if (oq_token_has(next, OQ_ROLE_NUMERO)) {
		oq_rule_attach(context, "attributive");
		return;
	}
	if (!oq_rule_is_word(next) || !next->gap || oq_rule_is_saying(context, next) ||
		(said & (OQ_CONTEXT_BESIDE_DATE | OQ_CONTEXT_CONJUNCTION | OQ_CONTEXT_YEAR |
				OQ_CONTEXT_YEAR_OR_SPAN | OQ_CONTEXT_YEAR_BARE)) != 0)
		return;
	if (said & (OQ_CONTEXT_FROM_DATE | OQ_CONTEXT_TO_DATE))
		oq_rule_attach(context, said & OQ_CONTEXT_FROM_DATE ? "ablative" : "dative");
	else if (oq_rule_find_ending(context, next, OQ_CONTEXT_OF_YEAR, &ending))
		oq_rule_attach(context, "attributive");
	else if (ends_in_verb(context))
		oq_rule_attach(context, "locative");
}

guint
oq_calendar_date(OqRuleContext *context, guint at)
{
	if (!is_triple(context, at))
		return 0;
	const OqToken *first = &context->tokens[at], *last = &context->tokens[at + 4];
	gboolean year_first = first->n_chars == 4;
	const OqToken *year = year_first ? first : last, *day = year_first ? last : first;
	guint month = oq_rule_value(context, &context->tokens[at + 2]);
	guint day_value = oq_rule_value(context, day);
	if (year->n_chars != 4 || day->n_chars > 2 || day_value < 1 || day_value > 31 ||
		month < 1 || month > OQ_N_MONTHS)
		return 0;
	say_ordinal(context, year);
	oq_rule_say(context, "of-the-year");
	say_ordinal(context, day);
	g_string_append_printf(context->words, " %s", oq_lexicon_month(context->lexicon, month, 0));
	/* 12.03.2015 ж.: the year was said already */
	guint n_taken = 5;
	if (year_abbreviation(context, at + 5) != NULL)
		n_taken = 6 + oq_rule_skip_point(context, at + 6);
	guint n_suffix = oq_rule_suffix(context, at + n_taken);
	if (n_suffix == 0)
		attach_case(context, at + n_taken);
	return n_taken + n_suffix;
}

guint
oq_calendar_day_of_month(OqRuleContext *context, guint at)
{
	OqSuffixes suffixes;
	if (at == 0 || !is_month(context, at - 1) ||
		!oq_rule_is_genitive(context, &context->tokens[at - 1]))
		return 0;
	const OqSuffix *first = oq_rule_find_suffix(context, at + 1, &suffixes);
	if (first == NULL || first->kind != OQ_SUFFIX_PLAIN)
		return 0;
	oq_numerals_cardinal(
		context->lexicon, oq_rule_text(context, &context->tokens[at]), context->words);
	oq_rule_attach(context, "possessive");
	oq_suffixes_attach_behind_possessive(context->lexicon, &suffixes, context->words);
	return 3;
}
