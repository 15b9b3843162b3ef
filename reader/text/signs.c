#include "text/signs.h"

#include <string.h>

/* Punctuation that the engine makes prosody of. */
static gboolean
is_punctuation(gunichar sign)
{
	if (sign < 0x80)
		return strchr(".,;:!?()\"'-", (int)sign) != NULL;
	return sign == 0xAB /* « */ || sign == 0xBB /* » */ || sign == 0x2026 /* … */ ||
	       (sign >= 0x2010 /* hyphen */ && sign <= 0x2015 /* horizontal bar */) ||
	       (sign >= 0x2018 /* ‘ */ && sign <= 0x201F /* ‟ */);
}

guint
oq_signs_named(OqRuleContext *context, guint at)
{
	const char *name = oq_lexicon_sign(context->lexicon, context->tokens[at].sign);
	if (name == NULL)
		return 0;
	g_string_append(context->words, name);
	return 1 + oq_rule_suffix(context, at + 1);
}

/* №5 мектеп and № 17-үйде need no word for it: the number is ordinal. */
guint
oq_signs_numero(OqRuleContext *context, guint at)
{
	const OqToken *number = oq_rule_token(context, at + 1);
	if (context->tokens[at].sign != 0x2116 /* № */ || !oq_rule_is_number(number))
		return 0;
	const OqToken *behind = oq_rule_token(context, at + 2);
	const OqToken *noun = oq_rule_token(context, at + 3);
	gboolean hyphen_noun = oq_rule_is_dash(behind) && !behind->gap && oq_rule_is_word(noun) &&
			       !noun->gap && !noun->capital;
	gboolean stuck_noun =
		!number->gap && oq_rule_is_word(behind) && behind->gap && !behind->capital;
	return hyphen_noun || stuck_noun ? 1 : 0;
}

guint
oq_signs_silent(OqRuleContext *context, guint at)
{
	return is_punctuation(context->tokens[at].sign) ? 0 : 1;
}
