#include "text/rule.h"

#include "text/suffixes.h"

const OqToken *
oq_rule_token(const OqRuleContext *context, guint at)
{
	return at < context->n_tokens ? &context->tokens[at] : NULL;
}

OqSlice
oq_rule_text(const OqRuleContext *context, const OqToken *token)
{
	return (OqSlice){context->sentence + token->start, token->end - token->start};
}

OqSlice
oq_rule_lower(OqRuleContext *context, const OqToken *token)
{
	OqSlice text = oq_rule_text(context, token);
	if (!token->any_capital)
		return text;
	oq_letters_lower(oq_lexicon_letters(context->lexicon), text, context->lower);
	return (OqSlice){context->lower->str, context->lower->len};
}

gboolean
oq_rule_is_sign(const OqToken *token, gunichar sign)
{
	return token != NULL && token->kind == OQ_TOKEN_SIGN && token->sign == sign;
}

gboolean
oq_rule_is_dash(const OqToken *token)
{
	if (token == NULL || token->kind != OQ_TOKEN_SIGN)
		return FALSE;
	return token->sign == '-' || token->sign == 0x2212 /* minus */ ||
	       (token->sign >= 0x2010 /* hyphen */ && token->sign <= 0x2015 /* horizontal bar */);
}

guint
oq_rule_suffix(OqRuleContext *context, guint at)
{
	const OqToken *hyphen = oq_rule_token(context, at), *word = oq_rule_token(context, at + 1);
	OqSuffixes suffixes;
	if (!oq_rule_is_dash(hyphen) || hyphen->gap || word == NULL || word->gap ||
		word->kind != OQ_TOKEN_WORD ||
		!oq_suffixes_parse(context->lexicon, oq_rule_lower(context, word), &suffixes))
		return 0;
	oq_suffixes_attach(context->lexicon, &suffixes, context->words);
	return 2;
}
