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

guint
oq_signs_silent(OqRuleContext *context, guint at)
{
	return is_punctuation(context->tokens[at].sign) ? 0 : 1;
}
