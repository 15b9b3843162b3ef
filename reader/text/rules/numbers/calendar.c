/* calendar.c - see the header. */
#include "text/rules/numbers/calendar.h"

#include "text/words/numerals.h"
#include "text/words/roman_value.h"

#define SPAN_WORDS_BEHIND 3

/* The token behind a number, or behind the range that begins with it: years and days have neither
 * groups nor fractions. */
static guint
behind_range(const OqSentence *sentence, guint at)
{
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	return figure->n_tokens == 1 && figure->begins_range ? at + 3 : at + 1;
}

/* The month's name, with any case ending. */
static gboolean
is_month(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token))
		return FALSE;
	for (guint month = 1; month <= OQ_N_MONTHS; month++) {
		for (guint soft = 0; soft < 2; soft++) {
			const char *stem = oq_lexicon_month(sentence->lexicon, month, soft);
			if (oq_sentence_is_form(sentence, token, oq_slice(stem)))
				return TRUE;
		}
	}
	return FALSE;
}

static gboolean
is_span(const OqSentence *sentence, guint behind)
{
	for (guint i = behind; i < behind + SPAN_WORDS_BEHIND; i++) {
		const OqToken *token = oq_sentence_token(sentence, i);
		if (!oq_token_is_word(token))
			return FALSE;
		if (oq_sentence_context(sentence, token) & OQ_CONTEXT_SPAN)
			return TRUE;
	}
	return FALSE;
}

static const OqYearAbbreviation *
year_abbreviation(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token) || token->n_chars > 2)
		return NULL;
	return oq_lexicon_year_abbreviation(sentence->lexicon, oq_sentence_lower(sentence, token));
}

/* 20 ж. бұрын */
static gboolean
is_abbreviated_span(const OqSentence *sentence, guint value, guint word)
{
	guint behind = word + (oq_sentence_is_point(sentence, word + 1) ? 2 : 1);
	return value < 1000 && is_span(sentence, behind);
}

/* A bare жыл counts years, unless a date stands before it: 23 сәуір 2010 жыл. */
static gboolean
is_year(const OqSentence *sentence, guint at, guint word)
{
	/* 1920-30-жылдары */
	const OqToken *hyphen = oq_sentence_token(sentence, word);
	if (word > at + 1 && oq_token_is_dash(hyphen) && !hyphen->gap)
		word++;
	guint value = oq_sentence_value(sentence, &sentence->tokens[at]);
	if (value == G_MAXUINT)
		return FALSE;
	if (year_abbreviation(sentence, word) != NULL)
		return !is_abbreviated_span(sentence, value, word);
	OqContext said = oq_sentence_context(sentence, oq_sentence_token(sentence, word));
	if (said & OQ_CONTEXT_YEAR)
		return TRUE;
	if (said & OQ_CONTEXT_YEAR_BARE)
		return at > 0 && is_month(sentence, at - 1);
	return (said & OQ_CONTEXT_YEAR_OR_SPAN) && value >= 1000 && value <= 2100 &&
	       !is_span(sentence, word + 1);
}

/* 2024–2025 оқу жылы, 2024/2025 оқу жылы */
static gboolean
is_year_of_kind(const OqSentence *sentence, guint at)
{
	guint word = behind_range(sentence, at);
	if (oq_token_is_sign(oq_sentence_token(sentence, at + 1), '/') &&
		oq_token_is_number(oq_sentence_token(sentence, at + 2)))
		word = at + 3;
	const OqToken *year = oq_sentence_token(sentence, word + 1);
	return (oq_sentence_context(sentence, oq_sentence_token(sentence, word)) &
		       OQ_CONTEXT_YEAR_KIND) &&
	       (oq_sentence_context(sentence, year) &
		       (OQ_CONTEXT_YEAR | OQ_CONTEXT_YEAR_OR_SPAN | OQ_CONTEXT_YEAR_BARE)) &&
	       oq_sentence_value(sentence, &sentence->tokens[at]) >= 1000;
}

guint
oq_calendar_year(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!is_year(sentence, at, behind_range(sentence, at)) && !is_year_of_kind(sentence, at))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	return 1;
}

static gboolean
is_year_number(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	guint value = oq_token_is_number(token) ? oq_sentence_value(sentence, token) : 0;
	return value >= 1000 && value <= 2100;
}

guint
oq_calendar_bracketed(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (is_year_number(sentence, at) && at > 0 &&
		oq_token_is_sign(&sentence->tokens[at - 1], '(')) {
		guint behind = behind_range(sentence, at);
		if (!oq_token_is_sign(oq_sentence_token(sentence, behind), ')'))
			return 0;
		oq_rule_say_ordinal(context, &sentence->tokens[at]);
		if (behind == at + 1)
			oq_rule_say(context, OQ_WORD_YEAR);
		return 1;
	}
	/* the second year of the range */
	if (at < 3 || !oq_token_is_sign(oq_sentence_token(sentence, at + 1), ')') ||
		!oq_sentence_figure(sentence, at)->ends_range ||
		!is_year_number(sentence, at - 2) ||
		!oq_token_is_sign(&sentence->tokens[at - 3], '(') ||
		sentence->tokens[at].n_chars > 4)
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	oq_rule_say(context, OQ_WORD_YEARS);
	return 1;
}

guint
oq_calendar_century(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *word = oq_sentence_token(sentence, behind_range(sentence, at));
	if (!(oq_sentence_context(sentence, word) & OQ_CONTEXT_ORDINAL))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	return 1;
}

/* ғ. соңы, ғ. екінші жартысы, ғ. 2-жартысы */
static gboolean
is_before_part(const OqSentence *sentence, guint at)
{
	for (guint i = at; i <= at + 2; i++)
		if (oq_sentence_context(sentence, oq_sentence_token(sentence, i)) & OQ_CONTEXT_PART)
			return TRUE;
	return FALSE;
}

/* 1917, XX, 60-шы */
static gboolean
is_counted(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at];
	gboolean ordinal = oq_token_is_word(token) && at > 1 && !token->gap &&
			   oq_token_is_dash(&sentence->tokens[at - 1]) &&
			   oq_token_is_number(&sentence->tokens[at - 2]);
	return ordinal || oq_token_is_number(token) || oq_roman_value(sentence, token) > 0;
}

static gboolean
is_possessive(const OqSentence *sentence, const OqSuffixes *ending)
{
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	for (guint i = 0; i < ending->n; i++)
		if (all[ending->suffix[i]].kind == OQ_SUFFIX_POSSESSIVE)
			return TRUE;
	return FALSE;
}

/* 1919 ж. шартын, 1941–1945 жж. соғыста, but 1939 ж. соғыс, 1939 ж. соғысқа: in that year */
static const char *
form_of(const OqSentence *sentence, const OqYearAbbreviation *abbreviation, gboolean range,
	guint behind)
{
	OqSuffixes ending;
	const OqToken *noun = oq_sentence_token(sentence, behind);
	gboolean describes = abbreviation->attributive != NULL &&
			     abbreviation->attributive_plural != NULL &&
			     oq_sentence_find_ending(sentence, noun, OQ_CONTEXT_OF_YEAR, &ending) &&
			     (range || is_possessive(sentence, &ending));
	if (describes)
		return range ? abbreviation->attributive_plural : abbreviation->attributive;
	return range ? abbreviation->plural : abbreviation->singular;
}

guint
oq_calendar_abbreviation(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqYearAbbreviation *abbreviation = year_abbreviation(sentence, at);
	if (abbreviation == NULL || at == 0 || !is_counted(sentence, at - 1))
		return 0;
	gboolean range = at > 2 && oq_token_is_dash(&sentence->tokens[at - 2]) &&
			 (oq_token_is_number(&sentence->tokens[at - 3]) ||
				 oq_roman_value(sentence, &sentence->tokens[at - 3]) > 0);
	gboolean span = oq_token_is_number(&sentence->tokens[at - 1]) &&
			is_abbreviated_span(sentence,
				oq_sentence_value(sentence, &sentence->tokens[at - 1]), at);
	guint n_taken = 1 + oq_sentence_skip_point(sentence, at + 1);
	if (span)
		oq_rule_say(context, OQ_WORD_YEAR);
	else
		oq_rule_append(context, form_of(sentence, abbreviation, range, at + n_taken));
	if (is_before_part(sentence, at + n_taken))
		oq_rule_attach(context, OQ_NAMED_GENITIVE);
	return n_taken + oq_rule_suffix_of_phrase(context, at + n_taken);
}

guint
oq_calendar_day(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint word = behind_range(sentence, at),
	      day = oq_sentence_value(sentence, &sentence->tokens[at]);
	if (oq_token_is_dash(oq_sentence_token(sentence, word)))
		word++;
	if (day < 1 || day > 31 || !is_month(sentence, word))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	/* 10-қазан: the hyphen only says that the number is ordinal */
	return word == at + 2 ? 2 : 1;
}

/* Three numbers with the same sign between them and no gaps. */
static gboolean
is_triple(const OqSentence *sentence, guint at)
{
	if (at + 5 > sentence->n_tokens)
		return FALSE;
	for (guint i = at + 1; i < at + 5; i++)
		if (sentence->tokens[i].gap)
			return FALSE;
	const OqToken *sign = &sentence->tokens[at + 1];
	return oq_token_is_number(&sentence->tokens[at + 2]) &&
	       oq_token_is_number(&sentence->tokens[at + 4]) &&
	       (oq_token_is_sign(sign, '.') || oq_token_is_sign(sign, '/') ||
		       oq_token_is_sign(sign, '-')) &&
	       oq_token_is_sign(&sentence->tokens[at + 3], sign->sign);
}

static gboolean
ends_in_verb(const OqSentence *sentence)
{
	guint last = sentence->n_tokens;
	while (last > 0 && !oq_token_is_word(&sentence->tokens[last - 1]))
		last--;
	return last > 0 && oq_sentence_is_verb(sentence, &sentence->tokens[last - 1]);
}

/* The case that figures leave out: 12.05.2021 келді is … мамырда, 12.05.2021 шартын … мамырдағы,
 * 12.05.2021 бастап … мамырдан. */
static void
attach_case(OqRuleContext *context, guint behind)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes ending;
	const OqToken *next = oq_sentence_token(sentence, behind);
	OqContext said = oq_sentence_context(sentence, next);
	if (oq_token_has(next, OQ_ROLE_NUMERO)) {
		oq_rule_attach(context, OQ_NAMED_ATTRIBUTIVE);
		return;
	}
	if (!oq_token_is_word(next) || !next->gap || oq_sentence_is_saying(sentence, next) ||
		(said & (OQ_CONTEXT_BESIDE_DATE | OQ_CONTEXT_CONJUNCTION | OQ_CONTEXT_YEAR |
				OQ_CONTEXT_YEAR_OR_SPAN | OQ_CONTEXT_YEAR_BARE)) != 0)
		return;
	if (said & (OQ_CONTEXT_FROM_DATE | OQ_CONTEXT_TO_DATE))
		oq_rule_attach(
			context, said & OQ_CONTEXT_FROM_DATE ? OQ_NAMED_ABLATIVE : OQ_NAMED_DATIVE);
	else if (oq_sentence_find_ending(sentence, next, OQ_CONTEXT_OF_YEAR, &ending))
		oq_rule_attach(context, OQ_NAMED_ATTRIBUTIVE);
	else if (ends_in_verb(sentence))
		oq_rule_attach(context, OQ_NAMED_LOCATIVE);
}

guint
oq_calendar_date(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!is_triple(sentence, at))
		return 0;
	const OqToken *first = &sentence->tokens[at], *last = &sentence->tokens[at + 4];
	gboolean year_first = first->n_chars == 4;
	const OqToken *year = year_first ? first : last, *day = year_first ? last : first;
	guint month = oq_sentence_value(sentence, &sentence->tokens[at + 2]);
	guint day_value = oq_sentence_value(sentence, day);
	if (year->n_chars != 4 || day->n_chars > 2 || day_value < 1 || day_value > 31 ||
		month < 1 || month > OQ_N_MONTHS)
		return 0;
	oq_rule_say_ordinal(context, year);
	oq_rule_say(context, OQ_WORD_OF_THE_YEAR);
	oq_rule_say_ordinal(context, day);
	g_string_append_printf(
		context->words, " %s", oq_lexicon_month(sentence->lexicon, month, 0));
	/* 12.03.2015 ж.: the year was said already */
	guint n_taken = 5;
	if (year_abbreviation(sentence, at + 5) != NULL)
		n_taken = 6 + oq_sentence_skip_point(sentence, at + 6);
	guint n_suffix = oq_rule_suffix(context, at + n_taken);
	if (n_suffix == 0)
		attach_case(context, at + n_taken);
	return n_taken + n_suffix;
}

guint
oq_calendar_day_of_month(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes suffixes;
	if (at == 0 || !is_month(sentence, at - 1) ||
		!oq_sentence_is_genitive(sentence, &sentence->tokens[at - 1]))
		return 0;
	const OqSuffix *first = oq_sentence_find_suffix(sentence, at + 1, &suffixes);
	if (first == NULL || first->kind != OQ_SUFFIX_PLAIN)
		return 0;
	oq_rule_say_cardinal(context, &sentence->tokens[at]);
	oq_rule_attach(context, OQ_NAMED_POSSESSIVE);
	oq_suffixes_attach_behind_possessive(sentence->lexicon, &suffixes, context->words);
	return 3;
}
