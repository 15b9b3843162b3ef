/* months.c - see the header. */
#include "text/rules/calendar/months.h"

#include "text/words/nouns.h"

#include <string.h>

#define MAX_SHORT_CHARS 5

/* 20 жел дейін, 25 қар сағ. 9:00 */
#define BESIDE_MONTH                                                                               \
	(OQ_CONTEXT_BESIDE_DATE | OQ_CONTEXT_FROM_DATE | OQ_CONTEXT_TO_DATE | OQ_CONTEXT_CLOCK)

static const OqShortName *
short_name(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token) || token->n_chars > MAX_SHORT_CHARS)
		return NULL;
	const OqShortName *name =
		oq_lexicon_short_name(sentence->lexicon, oq_sentence_lower(sentence, token));
	return name != NULL && name->kind != OQ_SHORT_WEEKDAY ? name : NULL;
}

gboolean
oq_months_is_day(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	guint value = oq_token_is_number(token) && token->n_chars <= 2
			      ? oq_sentence_value(sentence, token)
			      : 0;
	return value >= 1 && value <= 31;
}

gboolean
oq_months_is_year(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	guint value = oq_token_is_number(token) && token->n_chars == 4
			      ? oq_sentence_value(sentence, token)
			      : 0;
	return value >= 1000 && value <= 2100;
}

static gboolean
is_day_before(const OqSentence *sentence, guint at)
{
	if (at > 1 && oq_token_is_dash(&sentence->tokens[at - 1]))
		at--;
	return at > 0 && oq_months_is_day(sentence, at - 1);
}

/* 2025 ж. 10 қаз, 2025 жылғы 10 қаз */
static gboolean
is_year_before(const OqSentence *sentence, guint at)
{
	for (guint i = 2; i <= 4 && i <= at; i++)
		if (oq_months_is_year(sentence, at - i))
			return TRUE;
	return FALSE;
}

/* қаң.–нау., қаң-нау */
static gboolean
is_beside_another(const OqSentence *sentence, guint at, guint behind)
{
	guint before = at;
	if (oq_token_is_dash(oq_sentence_token(sentence, behind)) &&
		short_name(sentence, behind + 1) != NULL)
		return TRUE;
	if (before == 0 || !oq_token_is_dash(&sentence->tokens[before - 1]))
		return FALSE;
	before--;
	if (before > 0 && oq_token_is_sign(&sentence->tokens[before - 1], '.'))
		before--;
	return before > 0 && short_name(sentence, before - 1) != NULL;
}

/* қаз is also a goose: without a point, or at the end of a sentence, a year must be near. */
static gboolean
is_short(const OqSentence *sentence, const OqShortName *name, guint at)
{
	OqSuffixes suffixes;
	gboolean point = oq_sentence_is_point(sentence, at + 1);
	guint behind = at + (point ? 2 : 1);
	const OqToken *comma = oq_sentence_token(sentence, behind);
	gboolean year =
		oq_months_is_year(sentence, behind + (oq_token_is_sign(comma, ',') ? 1 : 0));
	gboolean day = is_day_before(sentence, at);
	if (is_beside_another(sentence, at, behind))
		return TRUE;
	if (!day)
		return year && point && at == 0;
	if (year || is_year_before(sentence, at))
		return TRUE;
	if (!point && (oq_sentence_context(sentence, comma) & BESIDE_MONTH))
		return TRUE;
	if (!point)
		return name->kind == OQ_SHORT_MONTH &&
		       oq_sentence_find_suffix(sentence, behind, &suffixes) != NULL;
	return name->kind == OQ_SHORT_MONTH || comma != NULL;
}

guint
oq_months_at(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token))
		return 0;
	const OqShortName *name = short_name(sentence, at);
	if (name != NULL && is_short(sentence, name, at))
		return 1 + oq_sentence_skip_point(sentence, at + 1);
	return oq_nouns_is_month(sentence, token) ? 1 : 0;
}

gboolean
oq_months_is_bare(const OqSentence *sentence, guint at)
{
	if (short_name(sentence, at) != NULL)
		return TRUE;
	OqSlice word = oq_sentence_lower(sentence, &sentence->tokens[at]);
	for (guint month = 1; month <= OQ_N_MONTHS; month++)
		if (oq_slice_equals(word, oq_lexicon_month(sentence->lexicon, month, FALSE)))
			return TRUE;
	return FALSE;
}

guint
oq_months_before(const OqSentence *sentence, guint at)
{
	for (guint n = 1; n <= 2 && n <= at; n++)
		if (oq_months_at(sentence, at - n) == n)
			return at - n;
	return G_MAXUINT;
}

gboolean
oq_months_is_measured(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at);
	return next != NULL && !oq_token_has(next, OQ_ROLE_PUNCTUATION) &&
	       (next->kind == OQ_TOKEN_SIGN ||
		       oq_lexicon_unit(sentence->lexicon, oq_sentence_text(sentence, next)) !=
			       NULL ||
		       oq_lexicon_currency(sentence->lexicon, oq_sentence_text(sentence, next)) !=
			       NULL ||
		       (oq_sentence_context(sentence, next) & OQ_CONTEXT_SCALE));
}

void
oq_months_append(OqRuleContext *context, guint month)
{
	oq_rule_append(context, oq_lexicon_month(context->sentence->lexicon, month, FALSE));
}

static gboolean
ends_in_verb(const OqSentence *sentence)
{
	guint last = sentence->n_tokens;
	while (last > 0 && !oq_token_is_word(&sentence->tokens[last - 1]))
		last--;
	return last > 0 && oq_sentence_is_verb(sentence, &sentence->tokens[last - 1]);
}

void
oq_months_attach_omitted(OqRuleContext *context, guint behind)
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
oq_months_short(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	/* most short words are none: before the table is asked */
	if (!is_day_before(sentence, at) && !oq_sentence_is_point(sentence, at + 1) &&
		!oq_token_is_dash(oq_sentence_token(sentence, at + 1)) &&
		(at == 0 || !oq_token_is_dash(&sentence->tokens[at - 1])))
		return 0;
	const OqShortName *name = short_name(sentence, at);
	if (name == NULL || !is_short(sentence, name, at))
		return 0;
	guint behind = at + oq_months_at(sentence, at);
	oq_rule_append(context, name->spoken);
	guint n_suffix = oq_rule_suffix(context, behind);
	if (n_suffix == 0)
		oq_months_attach_omitted(context, behind);
	return behind + n_suffix - at;
}
