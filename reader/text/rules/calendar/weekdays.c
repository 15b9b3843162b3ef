/* weekdays.c - see the header. */
#include "text/rules/calendar/weekdays.h"

#include "text/rules/calendar/months.h"

#define N_CHARS     2
#define NEAR_TOKENS 12

static const OqShortName *
short_name(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token) || token->n_chars != N_CHARS)
		return NULL;
	const OqShortName *name =
		oq_lexicon_short_name(sentence->lexicon, oq_sentence_lower(sentence, token));
	return name != NULL && name->kind == OQ_SHORT_WEEKDAY ? name : NULL;
}

static gboolean
is_joint(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_dash(token) || oq_token_is_sign(token, ',') ||
	       oq_token_has(token, OQ_ROLE_SLASH) ||
	       (oq_sentence_context(sentence, token) & OQ_CONTEXT_CONJUNCTION);
}

/* Дс–Жм, сс, бс, дс.-жм., дс-ден жм-ға */
static gboolean
is_beside_another(const OqSentence *sentence, guint at, guint behind)
{
	OqSuffixes suffixes;
	guint before = at;
	if (before > 0 && is_joint(sentence, before - 1))
		before--;
	if (before > 0 && oq_token_is_sign(&sentence->tokens[before - 1], '.'))
		before--;
	if (before > 0 && before < at && short_name(sentence, before - 1) != NULL)
		return TRUE;
	if (oq_sentence_find_suffix(sentence, behind, &suffixes) != NULL)
		behind += 2;
	else if (is_joint(sentence, behind))
		behind++;
	else
		return FALSE;
	return short_name(sentence, behind) != NULL;
}

/* Another one anywhere near: "бүгін дс, ертең сс" */
static gboolean
is_near_another(const OqSentence *sentence, guint at)
{
	guint first = at > NEAR_TOKENS ? at - NEAR_TOKENS : 0;
	for (guint i = first; i <= at + NEAR_TOKENS && i < sentence->n_tokens; i++)
		if (i != at && short_name(sentence, i) != NULL && !sentence->tokens[i].all_capitals)
			return TRUE;
	return FALSE;
}

/* 18:30, сағат 9-да, 5 қазан */
static gboolean
is_time(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (oq_sentence_context(sentence, token) & OQ_CONTEXT_CLOCK)
		return TRUE;
	return oq_token_is_number(token) &&
	       (oq_token_is_sign(oq_sentence_token(sentence, at + 1), ':') ||
		       (oq_months_is_day(sentence, at) && oq_months_at(sentence, at + 1) > 0));
}

/* СС is a troop, БС a court of its own: in capitals a time or another day must be near. */
static gboolean
is_weekday(const OqSentence *sentence, guint at, guint behind)
{
	OqSuffixes suffixes;
	const OqToken *token = &sentence->tokens[at], *next = oq_sentence_token(sentence, behind);
	guint time =
		oq_token_is_sign(next, ',') || oq_token_is_sign(next, ':') ? behind + 1 : behind;
	if (is_beside_another(sentence, at, behind) || is_time(sentence, time))
		return TRUE;
	if (token->all_capitals)
		return FALSE;
	if (oq_months_before(sentence, at) != G_MAXUINT)
		return TRUE;
	const OqSuffix *suffix = oq_sentence_find_suffix(sentence, behind, &suffixes);
	gboolean heads = at == 0 && oq_token_is_dash(next) && next->gap;
	return heads || is_near_another(sentence, at) ||
	       (suffix != NULL && suffix->kind == OQ_SUFFIX_PLAIN) ||
	       (oq_sentence_context(sentence, next) & OQ_CONTEXT_BESIDE_DATE);
}

guint
oq_weekdays_short(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqShortName *name = short_name(sentence, at);
	if (name == NULL)
		return 0;
	guint behind = at + 1 + oq_sentence_skip_point(sentence, at + 1);
	if (!is_weekday(sentence, at, behind))
		return 0;
	oq_rule_append(context, name->spoken);
	return behind + oq_rule_suffix(context, behind) - at;
}
