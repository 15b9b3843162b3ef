/* fractions.c - see the header. */
#include "text/rules/fractions.h"

#include "text/characters/numerics.h"
#include "text/words/numerals.h"
#include "text/words/suffixes.h"

/* Beyond billionths nobody follows. */
#define MAX_NAMED_PLACES 9

static void
attach_ablative(const OqLexicon *lexicon, GString *words)
{
	OqSuffixes ablative;
	if (oq_suffixes_find(lexicon, "ablative", &ablative))
		oq_suffixes_attach(lexicon, &ablative, words);
}

/* оннан, жүзден, мыңнан, он мыңнан … */
static void
say_denominator(const OqLexicon *lexicon, gsize n_places, GString *words)
{
	static const char power[] = "1000000000";
	oq_numerals_cardinal(lexicon, (OqSlice){power, n_places + 1}, words);
	attach_ablative(lexicon, words);
}

void
oq_fractions_decimal(const OqLexicon *lexicon, OqSlice whole, OqSlice fraction, GString *words)
{
	oq_numerals_cardinal(lexicon, whole, words);
	g_string_append_c(words, ' ');
	g_string_append(words, oq_lexicon_word(lexicon, "integer-part"));
	if (fraction.length > MAX_NAMED_PLACES) {
		oq_numerals_digits(lexicon, fraction, words);
		return;
	}
	say_denominator(lexicon, fraction.length, words);
	oq_numerals_cardinal(lexicon, fraction, words);
}

static void
say_fraction(OqRuleContext *context, OqSlice numerator, OqSlice denominator)
{
	oq_numerals_cardinal(context->lexicon, denominator, context->words);
	attach_ablative(context->lexicon, context->words);
	oq_numerals_cardinal(context->lexicon, numerator, context->words);
}

guint
oq_fractions_common(OqRuleContext *context, guint at)
{
	const OqToken *numerator = &context->tokens[at];
	const OqToken *denominator = oq_rule_token(context, at + 2);
	if (!oq_token_has(oq_rule_token(context, at + 1), OQ_ROLE_SLASH) ||
		!oq_rule_is_number(denominator) || denominator->n_chars > 4 ||
		oq_rule_is_sign(oq_rule_token(context, at + 3), '/') ||
		oq_rule_value(context, numerator) >= oq_rule_value(context, denominator) ||
		numerator->n_chars > 3)
		return 0;
	say_fraction(context, oq_rule_text(context, numerator), oq_rule_text(context, denominator));
	guint n_suffix = oq_rule_suffix(context, at + 3);
	gboolean share =
		oq_rule_context(context, oq_rule_token(context, at + 3)) & OQ_CONTEXT_SHARE;
	if (n_suffix == 0 && !share && at > 0 &&
		oq_rule_is_genitive(context, &context->tokens[at - 1]))
		oq_rule_attach(context, "possessive");
	return 3 + n_suffix;
}

guint
oq_fractions_sign(OqRuleContext *context, guint at)
{
	char numerator[OQ_NUMERICS_MAX_CHARS + 1], denominator[OQ_NUMERICS_MAX_CHARS + 1];
	const OqToken *token = &context->tokens[at], *next = oq_rule_token(context, at + 1);
	gboolean behind_number = at > 0 && oq_rule_is_number(&context->tokens[at - 1]);
	if (!oq_numerics_fraction(token->sign, numerator, denominator))
		return 0;
	if (token->sign == 0xBD /* ½ */) {
		oq_rule_say(context, behind_number ? "and-a-half" : "half-of-one");
		return 1 + oq_rule_suffix(context, at + 1);
	}
	gboolean open = denominator[0] == '\0'; /* ⅟ */
	if (open && (!oq_rule_is_number(next) || next->gap))
		return 0;
	if (behind_number)
		oq_rule_say(context, "integer-part");
	OqSlice below = open ? oq_rule_text(context, next) : oq_slice(denominator);
	say_fraction(context, oq_slice(numerator), below);
	return 1 + open + oq_rule_suffix(context, at + 1 + open);
}
