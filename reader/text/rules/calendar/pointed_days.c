/* pointed_days.c - see the header. */
#include "text/rules/calendar/pointed_days.h"

#include "text/rules/calendar/months.h"

/* Two numbers and a point, no gaps, and no more digits on either side. */
static gboolean
is_pointed(const OqSentence *sentence, guint at)
{
	static const guint8 n_days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	const OqToken *month = oq_sentence_token(sentence, at + 2);
	if (!oq_sentence_is_point(sentence, at + 1) || !oq_token_is_number(month) || month->gap ||
		month->n_chars != 2 || !oq_months_is_day(sentence, at))
		return FALSE;
	const OqToken *before =
		at > 0 && !sentence->tokens[at].gap ? &sentence->tokens[at - 1] : NULL;
	const OqToken *more = oq_sentence_token(sentence, at + 4);
	gboolean inner =
		oq_token_is_sign(before, '.') || oq_token_is_sign(before, ',') ||
		oq_token_is_sign(before, '/') || oq_token_has(before, OQ_ROLE_NUMERO) ||
		(oq_sentence_is_point(sentence, at + 3) && oq_token_is_number(more) && !more->gap);
	guint value = oq_sentence_value(sentence, month);
	return !inner && value >= 1 && value <= OQ_N_MONTHS &&
	       oq_sentence_value(sentence, &sentence->tokens[at]) <= n_days[value - 1];
}

/* Behind the figures and a point that is theirs: 30.12.–02.01., 05.11. күні */
static guint
behind_pointed(const OqSentence *sentence, guint at)
{
	return at + 3 + (oq_sentence_is_point(sentence, at + 3) ? 1 : 0);
}

/* 10.05-те is a time of day, 25.12-де and 08.03-те none. */
static gboolean
may_be_time(const OqSentence *sentence, guint at)
{
	return oq_sentence_value(sentence, &sentence->tokens[at]) <= 24 &&
	       oq_sentence_value(sentence, &sentence->tokens[at + 2]) % 5 == 0;
}

static gboolean
is_beside_clock(const OqSentence *sentence, guint at)
{
	for (guint i = 1; i <= 2 && i <= at; i++)
		if (oq_sentence_context(sentence, &sentence->tokens[at - i]) & OQ_CONTEXT_CLOCK)
			return TRUE;
	return FALSE;
}

/* The ending of a day: in, from, to, of. */
static gboolean
has_ending(const OqSentence *sentence, guint at)
{
	static const OqNamedSuffix endings[] = {OQ_NAMED_LOCATIVE, OQ_NAMED_ABLATIVE,
		OQ_NAMED_DATIVE, OQ_NAMED_ATTRIBUTIVE, OQ_NAMED_GENITIVE};
	OqSuffixes suffixes;
	const OqSuffix *first = oq_sentence_find_suffix(sentence, at, &suffixes);
	for (guint i = 0; first != NULL && suffixes.n == 1 && i < G_N_ELEMENTS(endings); i++)
		if (first == oq_lexicon_suffix(sentence->lexicon, endings[i]))
			return TRUE;
	return FALSE;
}

/* "өтеді" of 19.04. өтеді, but neither the end of the sentence nor "2.10. Бөлім" */
static gboolean
has_own_point(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at + 4);
	return at > 0 && oq_sentence_is_point(sentence, at + 3) && oq_token_is_word(next) &&
	       next->gap && !next->capital &&
	       !(oq_sentence_context(sentence, next) & OQ_CONTEXT_ROMAN);
}

/* сейсенбі, 12.11; Күні: 12.11; 12.11 (сейсенбі) */
static gboolean
is_beside_day(const OqSentence *sentence, guint at)
{
	guint before = at, behind = behind_pointed(sentence, at);
	if (before > 0 && sentence->tokens[before - 1].kind == OQ_TOKEN_SIGN)
		before--;
	const OqToken *sign = oq_sentence_token(sentence, behind);
	if (oq_token_is_sign(sign, ',') || oq_token_is_sign(sign, '('))
		behind++;
	return ((before > 0 ? oq_sentence_context(sentence, &sentence->tokens[before - 1])
			    : OQ_CONTEXT_NONE) |
		       oq_sentence_context(sentence, oq_sentence_token(sentence, behind))) &
	       OQ_CONTEXT_BESIDE_DATE;
}

static gboolean
has_leading_zero(const OqSentence *sentence, guint at)
{
	return sentence->text[sentence->tokens[at].start] == '0';
}

/* What says that the figures are a date: no number but a time of day begins with a zero. */
static gboolean
is_told(const OqSentence *sentence, guint at)
{
	guint behind = behind_pointed(sentence, at);
	OqContext said = oq_sentence_context(sentence, oq_sentence_token(sentence, behind));
	gboolean ending = has_ending(sentence, behind), time = may_be_time(sentence, at);
	return (has_leading_zero(sentence, at) && !(ending && time) &&
		       !(said & (OQ_CONTEXT_CLOCK | OQ_CONTEXT_ROMAN))) ||
	       is_beside_day(sentence, at) ||
	       (said & (OQ_CONTEXT_FROM_DATE | OQ_CONTEXT_TO_DATE)) != 0 || (ending && !time) ||
	       has_own_point(sentence, at);
}

/* Two of them, with a dash, a word or an ending between. */
static gboolean
is_pair(const OqSentence *sentence, guint first, guint second)
{
	guint end = behind_pointed(sentence, first), behind = behind_pointed(sentence, second);
	const OqToken *joint = &sentence->tokens[second - 1];
	gboolean dash = oq_token_is_dash(joint) && end == second - 1;
	gboolean from = end == second - 2 && has_ending(sentence, end);
	if (!(dash || from || (oq_sentence_context(sentence, joint) & OQ_CONTEXT_CONJUNCTION)) ||
		is_beside_clock(sentence, first) || oq_months_is_measured(sentence, behind))
		return FALSE;
	gboolean zero = has_leading_zero(sentence, first) || has_leading_zero(sentence, second);
	gboolean month_zero = has_leading_zero(sentence, second + 2);
	return is_told(sentence, first) || is_told(sentence, second) || (from && zero) ||
	       (dash && (zero || month_zero || end > first + 3));
}

static gboolean
begins_pair(const OqSentence *sentence, guint at)
{
	guint end = behind_pointed(sentence, at);
	guint second = end + (has_ending(sentence, end) ? 2 : 1);
	return is_pointed(sentence, second) && is_pair(sentence, at, second);
}

static gboolean
ends_pair(const OqSentence *sentence, guint at)
{
	for (guint n = 4; n <= 6 && n <= at; n++) {
		guint end = is_pointed(sentence, at - n) ? behind_pointed(sentence, at - n) : at;
		if (end == at - 1 || (end == at - 2 && has_ending(sentence, end)))
			return is_pair(sentence, at - n, at);
	}
	return FALSE;
}

guint
oq_pointed_days_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!is_pointed(sentence, at) || is_beside_clock(sentence, at) ||
		!(is_told(sentence, at) || begins_pair(sentence, at) || ends_pair(sentence, at)))
		return 0;
	guint behind = at + 3 + oq_sentence_skip_point(sentence, at + 3);
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	oq_months_append(context, oq_sentence_value(sentence, &sentence->tokens[at + 2]));
	guint n_suffix = oq_rule_suffix(context, behind);
	if (n_suffix == 0)
		oq_months_attach_omitted(context, behind);
	return behind + n_suffix - at;
}
