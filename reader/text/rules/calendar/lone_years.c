/* lone_years.c - see the header. */
#include "text/rules/calendar/lone_years.h"

#include "text/rules/calendar/months.h"
#include "text/rules/calendar/years.h"

#define MAX_BRACKETED 24 /* tokens that are looked at */

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
		close = close && oq_sentence_value(sentence, token) >= OQ_YEARS_FIRST_CLOSE;
		*n_years += 1;
		if (!oq_years_are_joined(sentence, i + 1))
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

/* (1952–): it goes on */
static gboolean
is_open(const OqSentence *sentence, guint at)
{
	return oq_months_is_year(sentence, at) &&
	       oq_token_is_sign(&sentence->tokens[at - 1], '(') &&
	       oq_token_is_dash(oq_sentence_token(sentence, at + 1)) &&
	       oq_token_is_sign(oq_sentence_token(sentence, at + 2), ')');
}

/* («Абай жолы», 1942; «Қараш-қараш», 1927) */
static gboolean
is_of_work(const OqSentence *sentence, guint at)
{
	const OqToken *comma = &sentence->tokens[at - 1],
		      *next = oq_sentence_token(sentence, at + 1);
	const OqToken *work = at > 1 ? &sentence->tokens[at - 2] : NULL;
	return oq_token_is_sign(comma, ',') && oq_token_has(work, OQ_ROLE_UNQUOTE) &&
	       oq_sentence_value(sentence, &sentence->tokens[at]) >= OQ_YEARS_FIRST_CLOSE &&
	       (oq_token_is_sign(next, ')') || oq_token_is_sign(next, ';') ||
		       oq_token_is_sign(next, ',')) &&
	       oq_months_is_year(sentence, at);
}

guint
oq_lone_years_bracketed(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint n_years, open = G_MAXUINT;
	gboolean closes = oq_token_is_sign(oq_sentence_token(sentence, at + 1), ')');
	if (sentence->tokens[at].n_chars > 4 || at == 0 ||
		!(closes || is_of_work(sentence, at) || oq_years_are_joined(sentence, at + 1)) ||
		(open = find_bracket(sentence, at)) == G_MAXUINT)
		return 0;
	if (holds_years(sentence, open, &n_years)) {
		oq_rule_say_ordinal(context, &sentence->tokens[at]);
		if (closes)
			oq_rule_say(context, n_years > 1 ? OQ_WORD_YEARS : OQ_WORD_YEAR);
		return 1;
	}
	if (!is_open(sentence, at) && !is_of_work(sentence, at) &&
		(!closes || !oq_months_is_year(sentence, at) || !ends_life(sentence, open, at)))
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
	if (oq_token_is_number(next)) /* 14 ақпан 2010 15:25 */
		return oq_token_is_sign(oq_sentence_token(sentence, at + 1), ':') &&
		       oq_token_is_number(oq_sentence_token(sentence, at + 2));
	OqContext said = oq_sentence_context(sentence, next);
	return oq_token_is_word(next) &&
	       !(said & (OQ_CONTEXT_YEAR | OQ_CONTEXT_YEAR_OR_SPAN | OQ_CONTEXT_YEAR_BARE)) &&
	       (next->capital || (said & (OQ_CONTEXT_CLOCK | OQ_CONTEXT_BESIDE_DATE |
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

/* Алматы, 1987: place and year at the end of a sentence or in brackets; Абай суреті, 1887: the
 * words below a picture */
static gboolean
is_of_place(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	return at > 1 && oq_token_is_sign(&sentence->tokens[at - 1], ',') &&
	       oq_token_is_word(&sentence->tokens[at - 2]) &&
	       (sentence->tokens[at - 2].capital || (next == NULL && at > 2)) &&
	       oq_sentence_value(sentence, &sentence->tokens[at]) >= OQ_YEARS_FIRST_CLOSE &&
	       (next == NULL || oq_token_is_sign(next, ')') ||
		       oq_token_has(next, OQ_ROLE_TERMINAL));
}

/* 2024 желтоқсан, 2024 21 ақпан, but 1500 мамыр тұрғыны */
static gboolean
begins_date(const OqSentence *sentence, guint at)
{
	gboolean comma = oq_token_is_sign(oq_sentence_token(sentence, at + 1), ',');
	/* маусым is June and a season: 2024/2025 маусымы */
	if (at >= 2 && oq_years_are_pair(sentence, at - 2))
		return FALSE;
	guint day = at + (comma ? 2 : 1);
	if (oq_months_is_day(sentence, day) && oq_months_at(sentence, day + 1) > 0)
		return !comma || at == 0 || oq_token_is_sign(&sentence->tokens[at - 1], '(') ||
		       oq_token_is_dash(&sentence->tokens[at - 1]);
	return !comma && oq_months_at(sentence, day) > 0 &&
	       oq_sentence_value(sentence, &sentence->tokens[at]) >= OQ_YEARS_FIRST_CLOSE;
}

/* 2024-те is жылы: "in the year" */
static guint
attach_ending(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes suffixes;
	const OqSuffix *first = oq_sentence_find_suffix(sentence, at, &suffixes);
	if (first == NULL)
		oq_months_attach_omitted(context, at);
	if (first != oq_lexicon_suffix(sentence->lexicon, OQ_NAMED_LOCATIVE) || suffixes.n > 1)
		return oq_rule_suffix(context, at);
	oq_rule_attach(context, OQ_NAMED_POSSESSIVE);
	return 2;
}

guint
oq_lone_years_of_date(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!oq_months_is_year(sentence, at))
		return 0;
	if (ends_date(sentence, at) || is_of_place(sentence, at)) {
		oq_rule_say_ordinal(context, &sentence->tokens[at]);
		oq_rule_say(context, OQ_WORD_YEAR);
		return 1 + attach_ending(context, at + 1);
	}
	if (!begins_date(sentence, at))
		return 0;
	gboolean comma = oq_token_is_sign(&sentence->tokens[at + 1], ',');
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	oq_rule_say(context, comma ? OQ_WORD_YEAR : OQ_WORD_OF_THE_YEAR);
	return 1;
}

guint
oq_lone_years_label(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *sign = oq_sentence_token(sentence, at + 1),
		      *next = oq_sentence_token(sentence, at + 2);
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	gboolean event = oq_token_is_word(next) && next->capital;
	if (!oq_months_is_year(sentence, at) ||
		(!event &&
			oq_sentence_value(sentence, &sentence->tokens[at]) < OQ_YEARS_FIRST_CLOSE))
		return 0;
	gboolean first = before == NULL ||
			 (at == 1 && before->kind == OQ_TOKEN_SIGN && sentence->tokens[at].gap &&
				 !oq_token_has(before, OQ_ROLE_OPENER));
	/* Абай оқулары — 2026: is the name of what takes place then */
	gboolean named = oq_token_is_dash(before) && at > 1;
	gboolean colon = oq_token_is_sign(sign, ':') && !sign->gap && !named &&
			 (next == NULL || next->gap) &&
			 (before == NULL || (oq_token_has(before, OQ_ROLE_PUNCTUATION) &&
						    sentence->tokens[at].gap));
	gboolean dash =
		first && oq_token_is_dash(sign) && sign->gap && oq_token_is_word(next) && next->gap;
	if (!colon && !dash)
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	oq_rule_say(context, OQ_WORD_YEAR);
	return 1;
}
