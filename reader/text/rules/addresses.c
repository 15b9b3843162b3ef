/* addresses.c - see the header. */
#include "text/rules/addresses.h"

#include "text/rules/roman.h"
#include "text/words/numerals.h"

/* No longer address is listened to, and none is looked for in a chain of letters. */
#define MAX_TOKENS 100

/* The signs that are said; others only divide. */
static const struct {
	gunichar sign;
	OqNamedWord name;
} signs[] = {{'.', OQ_WORD_POINT}, {'@', OQ_WORD_AT}, {'/', OQ_WORD_SLASH}};

static gboolean
is_foreign(const OqRuleContext *context, const OqToken *token)
{
	return token->kind == OQ_TOKEN_WORD && (guchar)context->sentence[token->start] >= 0x80;
}

/* Up to the next white space or Kazakh word (egov.kz-те), without the punctuation at its end. */
static guint
find_end(const OqRuleContext *context, guint at)
{
	guint end = at + 1;
	while (end < context->n_tokens && end < at + MAX_TOKENS && !context->tokens[end].gap &&
		!is_foreign(context, &context->tokens[end]))
		end++;
	while (end > at + 1 && context->tokens[end - 1].kind == OQ_TOKEN_SIGN &&
		context->tokens[end - 1].sign != '/')
		end--;
	return end;
}

/* Numbers, between which a point ends a sentence or a part of one: XX.XXI */
static gboolean
is_roman(const OqRuleContext *context, const OqToken *token)
{
	return token->n_chars > 1 &&
	       (oq_roman_value(context, token) > 0 || oq_roman_small_value(context, token) > 0);
}

/* Latin letters on both sides of a point, an @ or "://". */
static gboolean
is_address(const OqRuleContext *context, guint at, guint end)
{
	gboolean at_sign = FALSE, point = FALSE;
	for (guint i = at; i < end; i++) {
		const OqToken *token = &context->tokens[i];
		const OqToken *next = i + 1 < end ? &context->tokens[i + 1] : NULL;
		at_sign = at_sign || oq_rule_is_sign(token, '@');
		point = point || (oq_rule_is_sign(token, '.') && oq_rule_is_word(next) &&
					 next->n_chars > 1 && !is_roman(context, next));
	}
	return point || at_sign;
}

/* https:// is not said. */
static guint
skip_scheme(const OqRuleContext *context, guint at, guint end)
{
	gboolean scheme = at + 4 < end && oq_rule_is_sign(&context->tokens[at + 1], ':') &&
			  oq_rule_is_sign(&context->tokens[at + 2], '/') &&
			  oq_rule_is_sign(&context->tokens[at + 3], '/');
	return scheme ? at + 4 : at;
}

/* A name that an engine would take for a number is spelled. */
static void
say_label(OqRuleContext *context, const OqToken *token, OqSlice text)
{
	gboolean spelled = is_roman(context, token);
	for (gsize i = 0, length; i < text.length; i += length) {
		length = spelled ? (gsize)g_utf8_skip[(guchar)text.data[i]] : text.length;
		g_autofree char *part = g_strndup(text.data + i, length);
		oq_rule_append(context, part);
	}
}

static void
say_part(OqRuleContext *context, const OqToken *token)
{
	OqSlice text = oq_rule_text(context, token);
	if (token->kind == OQ_TOKEN_NUMBER) {
		oq_numerals_cardinal(context->lexicon, text, context->words);
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

guint
oq_addresses_say(OqRuleContext *context, guint at)
{
	const OqToken *second = oq_rule_token(context, at + 1);
	if (second == NULL || second->gap || second->kind == OQ_TOKEN_WORD ||
		is_foreign(context, &context->tokens[at]))
		return 0;
	guint end = find_end(context, at);
	if (!is_address(context, at, end))
		return 0;
	guint first = skip_scheme(context, at, end);
	for (guint i = first; i < end; i++)
		say_part(context, &context->tokens[i]);
	return end - at;
}
