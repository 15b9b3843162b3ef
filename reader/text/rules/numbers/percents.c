/* percents.c - see the header. */
#include "text/rules/numbers/percents.h"

#include "text/rules/numbers/figures.h"

#define MAX_TOKENS 3 /* 12,5 */

/* At the head of a word: %100, (%12, but neither 50%100 nor foo%20bar nor %2F */
static gboolean
is_before_number(const OqSentence *sentence, guint at)
{
	const OqToken *sign = &sentence->tokens[at], *number = oq_sentence_token(sentence, at + 1);
	if (!oq_token_is_sign(sign, '%') || !oq_token_is_number(number) || number->gap ||
		!(sign->gap || at == 0 || oq_token_has(&sentence->tokens[at - 1], OQ_ROLE_OPENER)))
		return FALSE;
	guint behind = at + 1 + oq_sentence_figure(sentence, at + 1)->n_tokens;
	const OqToken *next = oq_sentence_token(sentence, behind);
	return next == NULL || next->gap ||
	       !(oq_token_is_sign(next, '%') || (oq_token_is_word(next) && next->sign < 0x80));
}

static guint
say_turned(OqRuleContext *context, guint at)
{
	guint n_taken = oq_figures_say(context, at);
	oq_rule_say(context, OQ_WORD_PERCENT);
	return n_taken + oq_rule_suffix(context, at + n_taken);
}

guint
oq_percents_before(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!is_before_number(sentence, at))
		return 0;
	return 1 + (oq_sentence_figure(sentence, at + 1)->begins_range
				   ? oq_figures_say(context, at + 1)
				   : say_turned(context, at + 1));
}

guint
oq_percents_range(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!oq_sentence_figure(sentence, at)->ends_range)
		return 0;
	for (guint n = 1; n <= MAX_TOKENS && n + 2 <= at; n++) {
		const OqFigure *first = oq_sentence_figure(sentence, at - 1 - n);
		if (first != NULL && first->n_tokens == n && is_before_number(sentence, at - 2 - n))
			return say_turned(context, at);
	}
	return 0;
}
