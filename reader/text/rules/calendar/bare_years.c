/* bare_years.c - see the header. */
#include "text/rules/calendar/bare_years.h"

#include "text/rules/calendar/months.h"
#include "text/rules/calendar/years.h"
#include "text/words/loose.h"

static gboolean
is_close_year(const OqSentence *sentence, guint at)
{
	return oq_months_is_year(sentence, at) &&
	       oq_sentence_value(sentence, &sentence->tokens[at]) >= OQ_YEARS_FIRST_CLOSE;
}

/* ЭКСПО-2017-де, №2003, Windows 2003-те: part of a name */
static gboolean
is_of_name(const OqSentence *sentence, guint at)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (before == NULL)
		return FALSE;
	gboolean latin = oq_token_is_word(before) && oq_letters_is_latin(before->sign);
	gboolean number = oq_token_is_number(before) || oq_token_has(before, OQ_ROLE_NUMERO);
	gboolean glued = !sentence->tokens[at].gap &&
			 !oq_token_has(before, OQ_ROLE_OPENER | OQ_ROLE_UNQUOTE);
	return latin || number || glued ||
	       (oq_sentence_context(sentence, before) & OQ_CONTEXT_IDENTIFIER) != 0;
}

/* Returns: the tokens of the ending that жыл gets; POSSESSIVE: жылы is "in the year" */
static guint
find_case(const OqSentence *sentence, guint at, OqNamedSuffix *ending)
{
	guint n_all;
	OqSuffixes suffixes;
	const OqLexicon *lexicon = sentence->lexicon;
	guint n_taken = oq_loose_find_suffix(sentence, at + 1, &suffixes);
	if (n_taken == 0 || suffixes.n > 1)
		return 0;
	const OqSuffix *first = &oq_lexicon_suffixes(lexicon, &n_all)[suffixes.suffix[0]];
	OqContext said =
		oq_sentence_context(sentence, oq_sentence_token(sentence, at + 1 + n_taken));
	gboolean round = oq_sentence_value(sentence, &sentence->tokens[at]) % 100 == 0;
	if (first == oq_lexicon_suffix(lexicon, OQ_NAMED_LOCATIVE))
		*ending = OQ_NAMED_POSSESSIVE;
	else if (first == oq_lexicon_suffix(lexicon, OQ_NAMED_ABLATIVE) && !round &&
		 (said & OQ_CONTEXT_FROM_DATE))
		*ending = OQ_NAMED_ABLATIVE;
	else if (first == oq_lexicon_suffix(lexicon, OQ_NAMED_DATIVE) && !round &&
		 (said & OQ_CONTEXT_TO_DATE))
		*ending = OQ_NAMED_DATIVE;
	else
		return 0;
	return n_taken;
}

guint
oq_bare_years_with_case(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqNamedSuffix ending;
	if (!is_close_year(sentence, at) || is_of_name(sentence, at))
		return 0;
	guint n_case = find_case(sentence, at, &ending);
	if (n_case == 0)
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	oq_rule_say(context, OQ_WORD_YEAR);
	oq_rule_attach(context, ending);
	return 1 + n_case;
}

/* What years stand before, and no amount: a quotation or a name. */
static gboolean
is_before_name(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at);
	if (next == NULL || !next->gap)
		return FALSE;
	if (next->kind == OQ_TOKEN_SIGN)
		return oq_token_has(next, OQ_ROLE_OPENER) && oq_token_has(next, OQ_ROLE_EDGE) &&
		       !oq_token_is_sign(next, '(') && !oq_token_is_sign(next, '[');
	return oq_token_is_word(next) && next->capital && !next->all_capitals;
}

/* The years are all that the sentence says, or what it tells of. */
static gboolean
is_label(const OqSentence *sentence, guint first)
{
	const OqToken *next = oq_sentence_token(sentence, first + 3);
	const OqToken *before = first > 0 ? &sentence->tokens[first - 1] : NULL;
	gboolean head = before == NULL || oq_token_is_sign(before, ',') ||
			oq_token_is_sign(before, ':') || oq_token_is_sign(before, ';');
	gboolean dash = before == NULL && oq_token_is_dash(next) && next->gap;
	return head && (next == NULL || dash || (before == NULL && oq_token_is_sign(next, ':')) ||
			       oq_token_has(next, OQ_ROLE_TERMINAL) || oq_token_is_sign(next, ';'));
}

/* @at: the first year or the second */
guint
oq_bare_years_range(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	gboolean second = oq_sentence_figure(sentence, at)->ends_range;
	guint first = second && at > 1 ? at - 2 : at;
	if (!is_close_year(sentence, first) || !is_close_year(sentence, first + 2) ||
		!oq_token_is_dash(&sentence->tokens[first + 1]) || is_of_name(sentence, first) ||
		oq_sentence_value(sentence, &sentence->tokens[first]) >=
			oq_sentence_value(sentence, &sentence->tokens[first + 2]))
		return 0;
	gboolean name = is_before_name(sentence, first + 3);
	if (!name && !is_label(sentence, first))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	if (!second)
		return 1;
	oq_rule_say(context, OQ_WORD_YEARS);
	if (name)
		oq_rule_attach(context, OQ_NAMED_POSSESSIVE);
	return 1;
}
