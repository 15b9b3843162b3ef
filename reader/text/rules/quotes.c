/* quotes.c - see the header. */
#include "text/rules/quotes.h"

/* What opens a quotation, and what may close it. */
static const struct {
	gunichar opener;
	gunichar closers[2];
} pairs[] = {
	{0x00AB, {0x00BB}},         /* « » */
	{0x201C, {0x201D}},         /* “ ” */
	{0x201E, {0x201C, 0x201D}}, /* „ “ ” */
	{'"', {'"'}},
};

static gboolean
closes(gunichar sign, gunichar opener)
{
	for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (pairs[i].opener == opener)
			return sign == pairs[i].closers[0] || sign == pairs[i].closers[1];
	return FALSE;
}

static gboolean
opens(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	gboolean apart = token->gap || sentence->tokens[at - 1].kind == OQ_TOKEN_SIGN;
	if (token->sign == '"' && (next == NULL || next->gap || !apart))
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (pairs[i].opener == token->sign)
			return TRUE;
	return FALSE;
}

/* «Астана», «Самұрық-Қазына» */
static gboolean
is_name(const OqSentence *sentence, guint at)
{
	const OqToken *opener = &sentence->tokens[at], *token;
	guint end = at + 1;
	while ((token = oq_sentence_token(sentence, end)) != NULL &&
		(end == at + 1 || !token->gap) &&
		(token->kind != OQ_TOKEN_SIGN || oq_token_is_dash(token)))
		end++;
	return end > at + 1 && token != NULL && token->kind == OQ_TOKEN_SIGN &&
	       closes(token->sign, opener->sign);
}

/* Also those that were opened within it. */
static gboolean
try_close(OqQuotes *quotes, gunichar sign)
{
	for (guint depth = quotes->depth; depth > 0; depth--) {
		if (!closes(sign, quotes->open[depth - 1].opener))
			continue;
		quotes->depth = depth - 1;
		return TRUE;
	}
	return FALSE;
}

void
oq_quotes_follow(OqQuotes *quotes, const OqSentence *sentence, guint at, guint n_tokens)
{
	for (guint i = at; i < at + n_tokens; i++) {
		const OqToken *token = &sentence->tokens[i];
		if (token->kind != OQ_TOKEN_SIGN || try_close(quotes, token->sign) ||
			!opens(sentence, i) || quotes->depth == OQ_QUOTES_MAX_DEPTH)
			continue;
		quotes->open[quotes->depth].opener = token->sign;
		quotes->open[quotes->depth++].name = is_name(sentence, i);
	}
}

gboolean
oq_quotes_are_open(const OqQuotes *quotes)
{
	for (guint i = 0; i < quotes->depth; i++)
		if (!quotes->open[i].name)
			return TRUE;
	return FALSE;
}
