/* addresses.c - see the header. */
#include "text/rules/words/addresses.h"

#include "text/words/numerals.h"
#include "text/words/roman_value.h"

/* No longer address is listened to, and none is looked for in a chain of letters. */
#define MAX_TOKENS 100

/* egov.kz/news is said as a whole. */
#define MAX_SHORT_REST 3

/* The signs that are said; others only divide. */
static const struct {
	gunichar sign;
	OqNamedWord name;
} signs[] = {{'.', OQ_WORD_POINT}, {'@', OQ_WORD_AT}, {'/', OQ_WORD_SLASH}};

static gboolean
is_foreign(const OqSentence *sentence, const OqToken *token)
{
	return token->kind == OQ_TOKEN_WORD && (guchar)sentence->text[token->start] >= 0x80;
}

/* Up to the next white space or Kazakh word (egov.kz-те), without the punctuation at its end. */
static guint
find_end(const OqSentence *sentence, guint at)
{
	guint end = at + 1;
	while (end < sentence->n_tokens && end < at + MAX_TOKENS && !sentence->tokens[end].gap &&
		!is_foreign(sentence, &sentence->tokens[end]))
		end++;
	while (end > at + 1 && sentence->tokens[end - 1].kind == OQ_TOKEN_SIGN &&
		sentence->tokens[end - 1].sign != '/')
		end--;
	return end;
}

/* Numbers, between which a point ends a sentence or a part of one: XX.XXI */
static gboolean
is_roman(const OqSentence *sentence, const OqToken *token)
{
	return token->n_chars > 1 &&
	       (oq_roman_value(sentence, token) > 0 || oq_roman_value_small(sentence, token) > 0);
}

/* Latin letters on both sides of a point, an @ or "://". */
static gboolean
is_address(const OqSentence *sentence, guint at, guint end)
{
	gboolean at_sign = FALSE, point = FALSE;
	for (guint i = at; i < end; i++) {
		const OqToken *token = &sentence->tokens[i];
		const OqToken *next = i + 1 < end ? &sentence->tokens[i + 1] : NULL;
		at_sign = at_sign || oq_token_is_sign(token, '@');
		point = point || (oq_token_is_sign(token, '.') && oq_token_is_word(next) &&
					 next->n_chars > 1 && !is_roman(sentence, next));
	}
	return point || at_sign;
}

/* https:// is not said. */
static guint
skip_scheme(const OqSentence *sentence, guint at, guint end)
{
	gboolean scheme = at + 4 < end && oq_token_is_sign(&sentence->tokens[at + 1], ':') &&
			  oq_token_is_sign(&sentence->tokens[at + 2], '/') &&
			  oq_token_is_sign(&sentence->tokens[at + 3], '/');
	return scheme ? at + 4 : at;
}

/* A name that an engine would take for a number is spelled. */
static void
say_label(OqRuleContext *context, const OqToken *token, OqSlice text)
{
	gboolean spelled = is_roman(context->sentence, token);
	for (gsize i = 0, length; i < text.length; i += length) {
		length = spelled ? (gsize)g_utf8_skip[(guchar)text.data[i]] : text.length;
		g_autofree char *part = g_strndup(text.data + i, length);
		oq_rule_append(context, part);
	}
}

static void
say_part(OqRuleContext *context, const OqToken *token)
{
	const OqSentence *sentence = context->sentence;
	OqSlice text = oq_sentence_text(sentence, token);
	if (token->kind == OQ_TOKEN_NUMBER) {
		oq_numerals_cardinal(sentence->lexicon, text, context->words);
		return;
	}
	if (token->kind == OQ_TOKEN_WORD) {
		say_label(context, token, text);
		return;
	}
	for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
		if (token->sign == signs[i].sign)
			oq_rule_say(context, signs[i].name);
}

/* Up to the next white space, but for a Kazakh ending (egov.kz/a/b-те) and the punctuation. */
static guint
find_long_end(const OqSentence *sentence, guint at)
{
	guint end = at;
	while (end < sentence->n_tokens && !sentence->tokens[end].gap)
		end++;
	if (end > at + 1 && is_foreign(sentence, &sentence->tokens[end - 1]) &&
		oq_token_is_dash(&sentence->tokens[end - 2]))
		end -= 2;
	while (end > at && sentence->tokens[end - 1].kind == OQ_TOKEN_SIGN &&
		sentence->tokens[end - 1].sign != '/')
		end--;
	return end;
}

/* The first / ? or # behind it; @limit: there is none, or it is an e-mail address. */
static guint
find_host_end(const OqSentence *sentence, guint at, guint limit)
{
	while (++at < limit) {
		const OqToken *token = &sentence->tokens[at];
		if (token->gap || oq_token_is_sign(token, '@'))
			return limit;
		if (oq_token_is_sign(token, '/') || oq_token_is_sign(token, '?') ||
			oq_token_is_sign(token, '#'))
			return at;
	}
	return limit;
}

guint
oq_addresses_find_rest(const OqSentence *sentence, guint at, guint *end)
{
	const OqToken *first = &sentence->tokens[at], *second = oq_sentence_token(sentence, at + 1);
	*end = at;
	if (first->kind != OQ_TOKEN_WORD || second == NULL || second->gap ||
		second->kind == OQ_TOKEN_WORD || is_foreign(sentence, first) ||
		!is_address(sentence, at, find_end(sentence, at)))
		return at;
	guint limit = MIN(sentence->n_tokens, at + MAX_TOKENS);
	guint host = find_host_end(sentence, skip_scheme(sentence, at, limit), limit);
	if (host >= limit)
		return at;
	*end = find_long_end(sentence, host);
	return *end > host + MAX_SHORT_REST ? host : *end;
}

guint
oq_addresses_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *second = oq_sentence_token(sentence, at + 1);
	if (second == NULL || second->gap || second->kind == OQ_TOKEN_WORD ||
		is_foreign(sentence, &sentence->tokens[at]))
		return 0;
	guint end = find_end(sentence, at);
	if (!is_address(sentence, at, end))
		return 0;
	guint first = skip_scheme(sentence, at, end);
	for (guint i = first; i < end; i++)
		say_part(context, &sentence->tokens[i]);
	return end - at;
}
