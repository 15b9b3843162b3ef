#include "text/abbreviations.h"

#include <string.h>

#define MAX_PARTS   4
#define MAX_LETTERS 8

static gboolean
is_point(const OqRuleContext *context, guint at)
{
	const OqToken *token = oq_rule_token(context, at);
	return oq_rule_is_sign(token, '.') && !token->gap;
}

/* The letters of n_parts words with points between them. */
static const OqAbbreviation *
find(OqRuleContext *context, guint at, guint n_parts)
{
	OqSlice first = oq_rule_lower(context, &context->tokens[at]);
	if (n_parts == 1)
		return oq_lexicon_abbreviation(context->lexicon, first);
	if (!is_point(context, at + 1))
		return NULL;
	GString *key = context->lower;
	if (first.data != key->str) {
		g_string_truncate(key, 0);
		g_string_append_len(key, first.data, first.length);
	}
	for (guint i = 1; i < n_parts; i++) {
		const OqToken *part = oq_rule_token(context, at + 2 * i);
		if (!is_point(context, at + 2 * i - 1) || part == NULL ||
			part->kind != OQ_TOKEN_WORD || part->n_chars > MAX_LETTERS)
			return NULL;
		OqSlice text = oq_rule_text(context, part);
		g_string_append_c(key, '.');
		g_string_append_len(key, text.data, text.length);
	}
	return oq_lexicon_abbreviation(context->lexicon, (OqSlice){key->str, key->len});
}

static gboolean
is_behind_number(const OqRuleContext *context, guint at)
{
	return at > 0 && context->tokens[at - 1].kind == OQ_TOKEN_NUMBER;
}

guint
oq_abbreviations_expand(OqRuleContext *context, guint at)
{
	if (context->tokens[at].n_chars > MAX_LETTERS)
		return 0;
	for (guint n_parts = MAX_PARTS; n_parts > 0; n_parts--) {
		const OqAbbreviation *abbreviation = find(context, at, n_parts);
		if (abbreviation == NULL ||
			(abbreviation->behind_number && !is_behind_number(context, at)))
			continue;
		g_string_append(context->words, abbreviation->spoken);
		guint n_taken = 2 * n_parts - 1;
		/* the last point of all is the sentence's as well */
		if (is_point(context, at + n_taken) && at + n_taken + 1 < context->n_tokens)
			n_taken++;
		return n_taken + oq_rule_suffix(context, at + n_taken);
	}
	return 0;
}

static gboolean
is_name(const OqToken *token)
{
	return token != NULL && token->kind == OQ_TOKEN_WORD && token->capital;
}

guint
oq_abbreviations_initial(OqRuleContext *context, guint at)
{
	const OqToken *letter = &context->tokens[at];
	if (!letter->capital || letter->n_chars != 1 || !is_point(context, at + 1))
		return 0;
	gboolean before_name = is_name(oq_rule_token(context, at + 2));
	gboolean behind_name = at > 0 && is_name(&context->tokens[at - 1]);
	gboolean behind_initial = at > 1 && is_name(&context->tokens[at - 2]) &&
				  context->tokens[at - 2].n_chars == 1 && is_point(context, at - 1);
	const char *name = oq_letters_name(oq_lexicon_letters(context->lexicon),
		g_utf8_get_char(context->sentence + letter->start));
	if (name == NULL || !(before_name || behind_name || behind_initial))
		return 0;
	g_string_append(context->words, name);
	return at + 2 < context->n_tokens ? 2 : 1;
}
