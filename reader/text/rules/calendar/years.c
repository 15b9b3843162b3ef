/* years.c - see the header. */
#include "text/rules/calendar/years.h"

#include "text/rules/calendar/months.h"

#define SPAN_WORDS_BEHIND 3
#define MAX_BRACKETED     24 /* tokens that are looked at */

/* Before this a number of whole hundreds or fifties before жыл is a span, behind it of hundreds. */
#define FIRST_CLOSE_YEAR 1800

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
	return value % 100 == 0 || (value < FIRST_CLOSE_YEAR && value % 50 == 0);
}

static gboolean
is_abbreviation(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
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

/* 2024/25, 2024–2025: one year and the next */
static gboolean
is_pair(const OqSentence *sentence, guint first)
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
	guint first = is_pair(sentence, at) ? at : at - 2;
	return (first == at || (at >= 2 && is_pair(sentence, first))) &&
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
	return value >= FIRST_CLOSE_YEAR || !is_span(sentence, word + 1);
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
		return !is_abbreviated_span(sentence, value, word);
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

guint
oq_years_year(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint word = behind_range(sentence, at);
	/* 90-жж., 1920-30-жылдары */
	const OqToken *hyphen = oq_sentence_token(sentence, word);
	gboolean hyphened = oq_token_is_dash(hyphen) && !hyphen->gap &&
			    (word > at + 1 || is_abbreviation(sentence, word + 1));
	if (!is_year(sentence, at, hyphened ? word + 1 : word) && !is_year_of_kind(sentence, at) &&
		!is_of_pair(sentence, at))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	return hyphened && word == at + 1 ? 2 : 1;
}

/* The bracket that opens before a token, if nothing but a few words stands between. */
static guint
find_bracket(const OqSentence *sentence, guint at)
{
	for (guint i = at; i > 0 && at - i < MAX_BRACKETED; i--) {
		if (oq_token_is_sign(&sentence->tokens[i - 1], ')'))
			return G_MAXUINT;
		if (oq_token_is_sign(&sentence->tokens[i - 1], '('))
			return i - 1;
	}
	return G_MAXUINT;
}

static gboolean
is_joint(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_dash(token) || oq_token_is_sign(token, ',') ||
	       oq_token_is_sign(token, ';') ||
	       (oq_sentence_context(sentence, token) & OQ_CONTEXT_CONJUNCTION);
}

/* (1845–1904), (1996, 2000 және 2004): nothing but years; @n_years: (out): how many */
static gboolean
holds_years(const OqSentence *sentence, guint open, guint *n_years)
{
	guint i = open + 1;
	gboolean listed = FALSE, close = TRUE;
	for (*n_years = 0; i < open + MAX_BRACKETED; i += 2) {
		const OqToken *token = oq_sentence_token(sentence, i);
		gboolean second = *n_years > 0 && oq_token_is_number(token) &&
				  token->n_chars <= 4 && oq_token_is_dash(&sentence->tokens[i - 1]);
		if (!oq_months_is_year(sentence, i) && !second)
			return FALSE;
		close = close && oq_sentence_value(sentence, token) >= FIRST_CLOSE_YEAR;
		*n_years += 1;
		if (!is_joint(sentence, i + 1))
			break;
		listed = listed || !oq_token_is_dash(&sentence->tokens[i + 1]);
	}
	return oq_token_is_sign(oq_sentence_token(sentence, i + 1), ')') && (close || !listed);
}

/* The last year of (10 тамыз 1845 – 1904) and (1845, 10 тамыз – 1904). */
static gboolean
ends_life(const OqSentence *sentence, guint open, guint at)
{
	if (!oq_token_is_number(oq_sentence_token(sentence, open + 1)) ||
		!oq_token_is_dash(&sentence->tokens[at - 1]))
		return FALSE;
	for (guint i = open + 1; i + 1 < at; i++)
		if (oq_months_is_year(sentence, i))
			return TRUE;
	return FALSE;
}

guint
oq_years_bracketed(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint n_years, open = G_MAXUINT;
	gboolean closes = oq_token_is_sign(oq_sentence_token(sentence, at + 1), ')');
	if (sentence->tokens[at].n_chars > 4 || at == 0 ||
		!(closes || is_joint(sentence, at + 1)) ||
		(open = find_bracket(sentence, at)) == G_MAXUINT)
		return 0;
	if (holds_years(sentence, open, &n_years)) {
		oq_rule_say_ordinal(context, &sentence->tokens[at]);
		if (closes)
			oq_rule_say(context, n_years > 1 ? OQ_WORD_YEARS : OQ_WORD_YEAR);
		return 1;
	}
	if (!closes || !oq_months_is_year(sentence, at) || !ends_life(sentence, open, at))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	oq_rule_say(context, OQ_WORD_YEAR);
	return 1;
}

/* 21 ақпан, 2025 and 2024 ақпан: what may stand behind the year. */
static gboolean
is_last_of_date(const OqSentence *sentence, guint at)
{
	OqSuffixes suffixes;
	const OqToken *next = oq_sentence_token(sentence, at);
	if (next == NULL || oq_sentence_find_suffix(sentence, at, &suffixes) != NULL)
		return TRUE;
	if (next->kind == OQ_TOKEN_SIGN)
		return oq_token_has(next, OQ_ROLE_PUNCTUATION) &&
		       !(oq_token_has(next, OQ_ROLE_DECIMAL) && !next->gap &&
			       oq_token_is_number(oq_sentence_token(sentence, at + 1)));
	return oq_token_is_word(next) &&
	       (next->capital || (oq_sentence_context(sentence, next) &
					 (OQ_CONTEXT_CLOCK | OQ_CONTEXT_BESIDE_DATE |
						 OQ_CONTEXT_FROM_DATE | OQ_CONTEXT_TO_DATE)));
}

/* @at: the year */
static gboolean
ends_date(const OqSentence *sentence, guint at)
{
	guint end = at > 0 && oq_token_is_sign(&sentence->tokens[at - 1], ',') ? at - 1 : at;
	guint month = oq_months_before(sentence, end);
	if (month == G_MAXUINT || !oq_months_is_bare(sentence, month) ||
		!is_last_of_date(sentence, at + 1))
		return FALSE;
	guint day = month > 1 && oq_token_is_dash(&sentence->tokens[month - 1]) ? 2 : 1;
	gboolean quoted = month > 1 && oq_token_has(&sentence->tokens[month - 1], OQ_ROLE_UNQUOTE);
	return end == at || (month >= day && oq_months_is_day(sentence, month - day)) || quoted;
}

/* 2024 желтоқсан, 2024 21 ақпан, but 1500 мамыр тұрғыны */
static gboolean
begins_date(const OqSentence *sentence, guint at)
{
	gboolean comma = oq_token_is_sign(oq_sentence_token(sentence, at + 1), ',');
	/* маусым is June and a season: 2024/2025 маусымы */
	if (at >= 2 && is_pair(sentence, at - 2))
		return FALSE;
	guint day = at + (comma ? 2 : 1);
	if (oq_months_is_day(sentence, day) && oq_months_at(sentence, day + 1) > 0)
		return !comma || at == 0 || oq_token_is_sign(&sentence->tokens[at - 1], '(');
	return !comma && oq_months_at(sentence, day) > 0 &&
	       oq_sentence_value(sentence, &sentence->tokens[at]) >= FIRST_CLOSE_YEAR;
}

guint
oq_years_of_date(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!oq_months_is_year(sentence, at))
		return 0;
	if (ends_date(sentence, at)) {
		oq_rule_say_ordinal(context, &sentence->tokens[at]);
		oq_rule_say(context, OQ_WORD_YEAR);
		guint n_suffix = oq_rule_suffix(context, at + 1);
		if (n_suffix == 0)
			oq_months_attach_omitted(context, at + 1);
		return 1 + n_suffix;
	}
	if (!begins_date(sentence, at))
		return 0;
	gboolean comma = oq_token_is_sign(&sentence->tokens[at + 1], ',');
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	oq_rule_say(context, comma ? OQ_WORD_YEAR : OQ_WORD_OF_THE_YEAR);
	return 1;
}

guint
oq_years_label(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = oq_sentence_token(sentence, at + 1),
		      *next = oq_sentence_token(sentence, at + 2);
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (!oq_months_is_year(sentence, at) ||
		oq_sentence_value(sentence, &sentence->tokens[at]) < FIRST_CLOSE_YEAR)
		return 0;
	gboolean colon = oq_token_is_sign(sign, ':') && !sign->gap && (next == NULL || next->gap) &&
			 (before == NULL || oq_token_has(before, OQ_ROLE_PUNCTUATION));
	gboolean dash = before == NULL && oq_token_is_dash(sign) && sign->gap &&
			oq_token_is_word(next) && next->gap;
	if (!colon && !dash)
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	oq_rule_say(context, OQ_WORD_YEAR);
	return 1;
}
