/* english.c - see the header. */
#include "text/rules/words/english.h"

/* $5, 2.5, 10:30, 7%: up to white space or a word, without the punctuation behind it. */
static guint
say_figure(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *first = &sentence->tokens[at], *token = first;
	guint n = 0, n_taken = 0;

	while (token != NULL && !oq_token_is_word(token) && (n == 0 || !token->gap)) {
		n++;
		if (oq_token_is_number(token) || (n_taken > 0 && oq_token_is_sign(token, '%')))
			n_taken = n;
		token = oq_sentence_token(sentence, at + n);
	}
	if (n_taken > 0)
		g_string_append_len(context->words, sentence->text + first->start,
			first[n_taken - 1].end - first->start);
	return n_taken;
}

static const OqRule figure_rule = {"english-figure", "1", say_figure};

const OqRule *
oq_english_apply(OqRuleContext *context, guint at, guint *n_taken, gboolean *known)
{
	const OqToken *token = &context->sentence->tokens[at];

	*n_taken = oq_rule_try(&figure_rule, context, at, FALSE);
	*known = *n_taken > 0 || (oq_token_is_word(token) && oq_letters_is_latin(token->sign));
	if (*n_taken > 0)
		return &figure_rule;
	*n_taken = 1;
	return NULL;
}
