/* timings.c - see the header. */
#include "text/rules/numbers/timings.h"

#include "text/rules/numbers/fractions.h"

#define MAX_FRACTION_DIGITS 3
#define N_WITH_HOURS        5
#define N_WITHOUT_HOURS     3
#define UNIT_CHARS          3 /* of one that is cut short */

typedef struct {
	const OqToken *hours; /* or NULL */
	const OqToken *minutes;
	const OqToken *seconds;
	const OqToken *fraction; /* or NULL */
	guint n_tokens;
} Timing;

static const OqToken *
glued_number(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_number(token) && !token->gap ? token : NULL;
}

/* The sixtieths behind a colon at a token. */
static const OqToken *
sixtieths(const OqSentence *sentence, guint at)
{
	const OqToken *colon = oq_sentence_token(sentence, at);
	const OqToken *number = glued_number(sentence, at + 1);
	return oq_token_is_sign(colon, ':') && !colon->gap && number != NULL &&
			       number->n_chars == 2 && oq_sentence_value(sentence, number) < 60
		       ? number
		       : NULL;
}

static const OqToken *
fraction(const OqSentence *sentence, guint at)
{
	const OqToken *sign = oq_sentence_token(sentence, at);
	const OqToken *number = glued_number(sentence, at + 1);
	return oq_token_has(sign, OQ_ROLE_DECIMAL) && !sign->gap && number != NULL &&
			       number->n_chars <= MAX_FRACTION_DIGITS
		       ? number
		       : NULL;
}

/* Without hours and fraction it is a time of day; 3:16,18 behind a name are verses. */
static gboolean
read_timing(const OqSentence *sentence, guint at, Timing *timing)
{
	const OqToken *first = &sentence->tokens[at], *second = sixtieths(sentence, at + 1);
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (second == NULL || first->n_chars > 3 || (oq_token_is_sign(before, ':') && !first->gap))
		return FALSE;
	const OqToken *third = sixtieths(sentence, at + 3);
	*timing = third != NULL ? (Timing){first, second, third, NULL, N_WITH_HOURS}
				: (Timing){NULL, first, second, NULL, N_WITHOUT_HOURS};
	timing->fraction = fraction(sentence, at + timing->n_tokens);
	if (timing->fraction != NULL)
		timing->n_tokens += 2;
	return third != NULL || (timing->fraction != NULL && timing->fraction->n_chars <= 2 &&
					!(oq_token_is_word(before) && before->capital));
}

static gboolean
is_zero(const OqSentence *sentence, const OqToken *number)
{
	return oq_sentence_value(sentence, number) == 0;
}

static void
say_part(OqRuleContext *context, const OqToken *number, OqNamedWord unit)
{
	if (number == NULL || is_zero(context->sentence, number))
		return;
	oq_rule_say_cardinal(context, number);
	oq_rule_say(context, unit);
}

/* Of nothing at all the seconds are said. */
static void
say_seconds(OqRuleContext *context, const Timing *timing)
{
	const OqSentence *sentence = context->sentence;
	gboolean whole = timing->fraction == NULL || is_zero(sentence, timing->fraction);
	if (whole && is_zero(sentence, timing->seconds) && context->words->len > 0)
		return;
	if (whole)
		oq_rule_say_cardinal(context, timing->seconds);
	else
		oq_fractions_decimal(sentence->lexicon, oq_sentence_text(sentence, timing->seconds),
			oq_sentence_text(sentence, timing->fraction), context->words);
	oq_rule_say(context, OQ_WORD_SECOND);
}

/* The unit that the writer repeats (1:23,45 мин), and the zone of Greenwich. */
static guint
skip_unit(const OqSentence *sentence, guint at)
{
	static const OqNamedWord units[] = {OQ_WORD_HOUR, OQ_WORD_MINUTE, OQ_WORD_SECOND};
	const OqToken *next = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(next))
		return 0;
	OqSlice word = oq_sentence_text(sentence, next);
	if (!next->gap && oq_slice_equals(word, "Z"))
		return 1;
	for (guint i = 0; i < G_N_ELEMENTS(units) && next->n_chars == UNIT_CHARS; i++)
		if (oq_slice_has_prefix(
			    oq_slice(oq_lexicon_word(sentence->lexicon, units[i])), word))
			return 1 + oq_sentence_skip_point(sentence, at + 1);
	return 0;
}

guint
oq_timings_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	Timing timing;
	if (!read_timing(sentence, at, &timing))
		return 0;
	say_part(context, timing.hours, OQ_WORD_HOUR);
	say_part(context, timing.minutes, OQ_WORD_MINUTE);
	say_seconds(context, &timing);
	guint n_taken = timing.n_tokens + skip_unit(sentence, at + timing.n_tokens);
	return n_taken + oq_rule_suffix(context, at + n_taken);
}

guint
oq_timings_arrow(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *second = oq_sentence_token(sentence, at + 1),
		      *head = oq_sentence_token(sentence, at + 2);
	gboolean arrow = oq_token_is_sign(&sentence->tokens[at], '-') &&
			 oq_token_is_sign(second, '-') && !second->gap &&
			 oq_token_is_sign(head, '>') && !head->gap;
	return arrow ? 3 : 0;
}
