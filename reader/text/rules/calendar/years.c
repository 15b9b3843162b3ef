/* years.c - see the header. */
#include "text/rules/calendar/years.h"

#include "text/rules/calendar/ages.h"
#include "text/rules/calendar/months.h"

#define SPAN_WORDS_BEHIND 3
#define MAX_LISTED        16 /* tokens that are looked at */

/* The token behind a number, or behind the range that begins with it: years have neither groups nor
 * fractions. */
static guint
behind_range(const OqSentence *sentence, guint at)
{
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	return figure->n_tokens == 1 && figure->begins_range ? at + 3 : at + 1;
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

static gboolean
is_round(guint value)
{
	return value % 100 == 0 || (value < OQ_YEARS_FIRST_CLOSE && value % 50 == 0);
}

static gboolean
is_abbreviation(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	const OqToken *name = oq_sentence_token(sentence, at + 2);
	/* №7 Ж. Жабаев: an initial */
	if (oq_token_is_word(token) && token->capital && oq_sentence_is_point(sentence, at + 1) &&
		oq_token_is_word(name) && name->capital && !name->all_capitals)
		return FALSE;
	return oq_token_is_word(token) && token->n_chars <= 2 &&
	       oq_lexicon_year_abbreviation(
		       sentence->lexicon, oq_sentence_lower(sentence, token)) != NULL;
}

/* 20 ж. бұрын */
static gboolean
is_abbreviated_span(const OqSentence *sentence, guint value, guint word)
{
	guint behind = word + (oq_sentence_is_point(sentence, word + 1) ? 2 : 1);
	return value < 1000 && is_span(sentence, behind);
}

gboolean
oq_years_are_pair(const OqSentence *sentence, guint first)
{
	const OqToken *joint = oq_sentence_token(sentence, first + 1);
	const OqToken *second = oq_sentence_token(sentence, first + 2);
	if (!oq_months_is_year(sentence, first) || !oq_token_is_number(second) ||
		!(oq_token_is_dash(joint) ||
			(oq_token_is_sign(joint, '/') && !joint->gap && !second->gap)))
		return FALSE;
	guint next = oq_sentence_value(sentence, &sentence->tokens[first]) + 1;
	guint value = oq_sentence_value(sentence, second);
	return next > 1900 && ((second->n_chars == 4 && value == next) ||
				      (second->n_chars == 2 && value == next % 100));
}

static gboolean
is_numbered(const OqSentence *sentence, guint at)
{
	return at > 0 &&
	       (oq_token_has(&sentence->tokens[at - 1], OQ_ROLE_NUMERO | OQ_ROLE_SLASH) ||
		       (oq_token_is_dash(&sentence->tokens[at - 1]) && !sentence->tokens[at].gap));
}

/* Behind a pair: neither a third number nor what is counted. */
static gboolean
is_counted(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at);
	if (next == NULL || oq_token_has(next, OQ_ROLE_PUNCTUATION))
		return oq_token_is_dash(next) &&
		       oq_token_is_number(oq_sentence_token(sentence, at + 1));
	OqSlice text = oq_sentence_text(sentence, next);
	return next->kind != OQ_TOKEN_WORD ||
	       oq_lexicon_currency(sentence->lexicon, text) != NULL ||
	       (oq_sentence_context(sentence, next) & OQ_CONTEXT_SCALE) ||
	       (oq_lexicon_unit(sentence->lexicon, text) != NULL &&
		       !(oq_sentence_context(sentence, next) & OQ_CONTEXT_YEAR_BARE));
}

static gboolean
is_of_pair(const OqSentence *sentence, guint at)
{
	guint first = oq_years_are_pair(sentence, at) ? at : at - 2;
	return (first == at || (at >= 2 && oq_years_are_pair(sentence, first))) &&
	       !is_numbered(sentence, first) && !is_counted(sentence, first + 3);
}

/* 2024–2025 оқу жылы, 2024/2025 оқу жылы, 2022-25 қаржы жылдары */
static gboolean
is_year_of_kind(const OqSentence *sentence, guint at)
{
	guint word = behind_range(sentence, at);
	if (oq_token_is_sign(oq_sentence_token(sentence, at + 1), '/') &&
		oq_token_is_number(oq_sentence_token(sentence, at + 2)))
		word = at + 3;
	const OqToken *year = oq_sentence_token(sentence, word + 1);
	gboolean second =
		oq_sentence_figure(sentence, at)->ends_range && oq_months_is_year(sentence, at - 2);
	return (oq_sentence_context(sentence, oq_sentence_token(sentence, word)) &
		       OQ_CONTEXT_YEAR_KIND) &&
	       (oq_sentence_context(sentence, year) &
		       (OQ_CONTEXT_YEAR | OQ_CONTEXT_YEAR_OR_SPAN | OQ_CONTEXT_YEAR_BARE)) &&
	       (second || oq_sentence_value(sentence, &sentence->tokens[at]) >= 1000);
}

gboolean
oq_years_are_joined(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_dash(token) || oq_token_is_sign(token, ',') ||
	       oq_token_is_sign(token, ';') ||
	       (oq_sentence_context(sentence, token) & OQ_CONTEXT_CONJUNCTION);
}

/* 2022, 2023 және 2024 жылдары: they share the word */
static gboolean
is_listed(const OqSentence *sentence, guint at)
{
	guint end = at;
	while (oq_months_is_year(sentence, end) && oq_years_are_joined(sentence, end + 1) &&
		end < at + MAX_LISTED)
		end += 2;
	const OqToken *word = oq_sentence_token(sentence, end + 1);
	return end > at && oq_months_is_year(sentence, end) &&
	       (is_abbreviation(sentence, end + 1) ||
		       (oq_sentence_context(sentence, word) &
			       (OQ_CONTEXT_YEAR | OQ_CONTEXT_YEAR_OR_SPAN)));
}

/* The second of 1930-33 is of the same century. */
static guint
value_of(const OqSentence *sentence, guint at)
{
	const OqToken *number = &sentence->tokens[at];
	guint value = oq_sentence_value(sentence, number);
	if (number->n_chars > 2 || !oq_sentence_figure(sentence, at)->ends_range ||
		!oq_months_is_year(sentence, at - 2))
		return value;
	guint first = oq_sentence_value(sentence, &sentence->tokens[at - 2]);
	return first - first % 100 + value;
}

/* жыл as subject or label, but a span where the number is round: 1500 жыл тарихы */
static gboolean
is_bare_year(const OqSentence *sentence, guint value, guint word)
{
	const OqToken *next = oq_sentence_token(sentence, word + 1);
	if (value < 1000 || value > 2100)
		return FALSE;
	if (is_round(value))
		return oq_token_is_dash(next) && next->gap;
	return value >= OQ_YEARS_FIRST_CLOSE || !is_span(sentence, word + 1);
}

/* 20-30 жылдардан: nobody counts with the plural */
static gboolean
is_decade(const OqSentence *sentence, guint value, guint word)
{
	OqSlice plural = oq_slice(oq_lexicon_word(sentence->lexicon, OQ_WORD_YEARS));
	return value >= 10 && value < 100 && value % 10 == 0 &&
	       oq_slice_has_prefix(oq_sentence_lower(sentence, &sentence->tokens[word]), plural);
}

/* @word: behind the number or its range */
static gboolean
is_year(const OqSentence *sentence, guint at, guint word)
{
	guint value = value_of(sentence, at);
	if (value == G_MAXUINT)
		return FALSE;
	if (is_abbreviation(sentence, word))
		return !is_abbreviated_span(sentence, value, word) &&
		       !oq_ages_is_age(sentence, at, word) &&
		       !oq_ages_is_weight(sentence, at, word);
	OqContext said = oq_sentence_context(sentence, oq_sentence_token(sentence, word));
	if (said & OQ_CONTEXT_YEAR)
		return TRUE;
	if (said & OQ_CONTEXT_YEAR_BARE)
		return oq_months_before(sentence, at) != G_MAXUINT ||
		       is_bare_year(sentence, value, word);
	if (!(said & OQ_CONTEXT_YEAR_OR_SPAN))
		return FALSE;
	if (value < 1000 || value > 2100)
		return is_decade(sentence, value, word);
	return !is_round(value) || !is_span(sentence, word + 1);
}

/* 1333 (1334) жылы: behind the other year in brackets, and behind the bracket itself */
static guint
behind_other(const OqSentence *sentence, guint at, guint word)
{
	const OqToken *sign = oq_sentence_token(sentence, word);
	if (oq_token_is_sign(sign, '(') && oq_months_is_year(sentence, at) &&
		oq_months_is_year(sentence, word + 1) &&
		oq_token_is_sign(oq_sentence_token(sentence, word + 2), ')'))
		return word + 3;
	gboolean other = oq_token_is_sign(sign, ')') && at > 1 &&
			 oq_token_is_sign(&sentence->tokens[at - 1], '(') &&
			 oq_months_is_year(sentence, at - 2) && oq_months_is_year(sentence, at);
	return other ? word + 1 : word;
}

guint
oq_years_year(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint word = behind_other(sentence, at, behind_range(sentence, at));
	/* 90-жж., 1920-30-жылдары */
	const OqToken *hyphen = oq_sentence_token(sentence, word);
	gboolean hyphened = oq_token_is_dash(hyphen) && !hyphen->gap &&
			    (word > at + 1 || is_abbreviation(sentence, word + 1));
	/* 2025 - жыл */
	hyphened = hyphened ||
		   (oq_months_is_year(sentence, at) && oq_token_is_dash(hyphen) &&
			   (oq_sentence_context(sentence, oq_sentence_token(sentence, word + 1)) &
				   (OQ_CONTEXT_YEAR | OQ_CONTEXT_YEAR_OR_SPAN |
					   OQ_CONTEXT_YEAR_BARE)));
	if (!is_year(sentence, at, hyphened ? word + 1 : word) && !is_year_of_kind(sentence, at) &&
		!is_of_pair(sentence, at) && !is_listed(sentence, at))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	return hyphened && word == at + 1 ? 2 : 1;
}
