/* signs.c - see the header. */
#include "text/rules/signs.h"

#include "text/characters/numerics.h"
#include "text/rules/numbers/lists.h"
#include "text/rules/words/schools.h"
#include "text/words/numerals.h"

/* With more of the same their number is told. */
#define MAX_NAMED_EACH 2

#define PLUS_MINUS 0xB1

/* A pair of these letters is the flag of a country. */
static gboolean
is_flag(gunichar sign)
{
	return sign >= 0x1F1E6 && sign <= 0x1F1FF;
}

static gboolean
is_pictograph(gunichar sign)
{
	return (sign >= 0x2600 && sign <= 0x27BF) || (sign >= 0x1F000 && sign <= 0x1FAFF);
}

/* What only changes the look of the pictograph before it. */
static gboolean
is_modifier(gunichar sign)
{
	return sign == OQ_SIGN_JOINER || g_unichar_ismark(sign) ||
	       (sign >= 0x1F3FB && sign <= 0x1F3FF /* colours of skin */) ||
	       (sign >= 0xE0020 && sign <= 0xE007F /* tags */);
}

static gboolean
is_visible(gunichar sign)
{
	switch (g_unichar_type(sign)) {
	case G_UNICODE_CONTROL:
	case G_UNICODE_FORMAT:
	case G_UNICODE_NON_SPACING_MARK:
	case G_UNICODE_ENCLOSING_MARK:
	case G_UNICODE_SPACING_MARK:
		return FALSE;
	default:
		return TRUE;
	}
}

static gboolean
is_currency(gunichar sign)
{
	return g_unichar_type(sign) == G_UNICODE_CURRENCY_SYMBOL;
}

const char *
oq_signs_general_name(const OqLexicon *lexicon, gunichar sign)
{
	if (!is_visible(sign))
		return NULL;
	return oq_lexicon_word(lexicon, oq_numerics_is_number(sign) ? OQ_WORD_UNKNOWN_NUMBER
					: is_currency(sign)         ? OQ_WORD_UNKNOWN_CURRENCY
					: is_flag(sign)             ? OQ_WORD_FLAG
					: is_pictograph(sign)       ? OQ_WORD_EMOJI
								    : OQ_WORD_UNKNOWN_SIGN);
}

/* A text without them says something else. */
static gboolean
is_never_silent(gunichar sign)
{
	return oq_numerics_is_number(sign) || is_currency(sign);
}

static gboolean
is_sign_token(const OqToken *token)
{
	return token != NULL && token->kind == OQ_TOKEN_SIGN;
}

/* Behind the sign and what belongs to it. */
static guint
end_of_sign(const OqSentence *sentence, guint at)
{
	gboolean flag = is_flag(sentence->tokens[at].sign), joined = flag;
	guint end = at + 1;
	for (const OqToken *next; (next = oq_sentence_token(sentence, end)) != NULL; end++) {
		if (!is_sign_token(next) || next->gap)
			break;
		if (!is_modifier(next->sign) && !(joined && is_flag(next->sign) == flag))
			break;
		joined = next->sign == OQ_SIGN_JOINER;
	}
	return end;
}

guint
oq_signs_behind_emoji(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at];
	gboolean emoji = is_sign_token(token) && !is_never_silent(token->sign) &&
			 (is_flag(token->sign) || is_pictograph(token->sign));
	return emoji ? end_of_sign(sentence, at) : at;
}

/* How often the sign stands there, one directly behind the other; with gaps in *** and * * *. */
static guint
count_repeated(const OqSentence *sentence, guint at, guint *end)
{
	const OqToken *first = &sentence->tokens[at], *next;
	gboolean word =
		oq_lexicon_sign(sentence->lexicon, first->sign, OQ_PUNCTUATION_NONE) != NULL;
	gboolean with_gaps = !word && !oq_token_has(first, OQ_ROLE_PUNCTUATION);
	guint n = 1;
	*end = end_of_sign(sentence, at);
	while (oq_token_is_sign(next = oq_sentence_token(sentence, *end), first->sign) &&
		(with_gaps || !next->gap)) {
		n++;
		*end = end_of_sign(sentence, *end);
	}
	return n;
}

static void
say_repeated(OqRuleContext *context, const char *name, guint n)
{
	if (n > MAX_NAMED_EACH) {
		char digits[16];
		g_snprintf(digits, sizeof digits, "%u", n);
		oq_numerals_cardinal(context->sentence->lexicon, oq_slice(digits), context->words);
	}
	oq_rule_append(context, name);
	if (n == MAX_NAMED_EACH)
		oq_rule_append(context, name);
}

/* A minus sign that is near no number is a dash. */
static gboolean
is_minus(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	return oq_token_is_number(next) || oq_token_is_number(before) ||
	       (next != NULL && before != NULL && next->n_chars == 1 && before->n_chars == 1);
}

/* NULL: the sign is not named at the listener's level. */
static const char *
name_at(const OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	gunichar sign = sentence->tokens[at].sign;
	if (sign == OQ_SIGN_MINUS && !is_minus(sentence, at))
		sign = OQ_SIGN_EN_DASH;
	const char *name = oq_lexicon_sign(sentence->lexicon, sign, context->punctuation);
	gboolean wanted = context->punctuation > OQ_PUNCTUATION_NONE || is_never_silent(sign);
	if (name != NULL || !wanted ||
		oq_lexicon_sign(sentence->lexicon, sign, OQ_PUNCTUATION_SPELLING) != NULL)
		return name;
	return oq_signs_general_name(sentence->lexicon, sign);
}

/* The marks that look alike on both sides: the place tells. */
static void
say_side_of_quote(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	if (token->sign != '"' && token->sign != 0x201C /* “ */)
		return;
	gboolean opened = next != NULL && !next->gap &&
			  (token->gap || is_sign_token(&sentence->tokens[at - 1]));
	oq_rule_say(context, opened ? OQ_WORD_OPENED : OQ_WORD_CLOSED);
}

/* Returns the end of the signs that are said together. */
static guint
say_punctuation(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint end, n = count_repeated(sentence, at, &end);
	const char *name = name_at(context, at);
	if (sentence->tokens[at].sign == '.' && n > MAX_NAMED_EACH) {
		name = oq_lexicon_sign(sentence->lexicon, OQ_SIGN_ELLIPSIS, OQ_PUNCTUATION_ALL);
		n = 1;
	}
	if (name == NULL)
		name = oq_signs_general_name(sentence->lexicon, sentence->tokens[at].sign);
	say_repeated(context, name, n);
	say_side_of_quote(context, at);
	return end;
}

guint
oq_signs_punctuation(OqRuleContext *context, guint at)
{
	guint end = at;
	if (context->punctuation < OQ_PUNCTUATION_ALL)
		return 0;
	for (const OqToken *token; (token = oq_sentence_token(context->sentence, end)) != NULL;) {
		/* of hyphen and apostrophe, which stand within words, the engine makes nothing */
		if (!oq_token_has(token, OQ_ROLE_PUNCTUATION) ||
			oq_token_has(token, OQ_ROLE_WORD) || (end > at && token->gap))
			break;
		end = say_punctuation(context, end);
	}
	context->keeps_signs = end > at;
	return end - at;
}

/* +/- is typed for ±. */
static guint
say_plus_minus(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *slash = oq_sentence_token(sentence, at + 1),
		      *minus = oq_sentence_token(sentence, at + 2);
	const char *name = oq_lexicon_sign(sentence->lexicon, PLUS_MINUS, context->punctuation);
	if (!oq_token_is_sign(&sentence->tokens[at], '+') || !oq_token_is_sign(slash, '/') ||
		slash->gap || !oq_token_is_dash(minus) || minus->gap || name == NULL)
		return 0;
	oq_rule_append(context, name);
	return 3;
}

/* 31,5% пайызы: its word comes next */
static gboolean
is_said_again(const OqSentence *sentence, guint at, const char *name)
{
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	return oq_token_is_sign(&sentence->tokens[at], '%') && oq_token_is_word(next) && at > 0 &&
	       oq_token_is_number(&sentence->tokens[at - 1]) &&
	       oq_slice_has_prefix(oq_sentence_lower(sentence, next), oq_slice(name));
}

guint
oq_signs_named(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint n_taken = say_plus_minus(context, at);
	if (n_taken > 0)
		return n_taken;
	const char *name = name_at(context, at);
	if (name == NULL)
		return 0;
	if (is_said_again(sentence, at, name))
		return 1;
	guint end, n = count_repeated(sentence, at, &end);
	/* in running text ====== is no word but a line, and == at the ends marks a heading */
	gboolean marks = n == MAX_NAMED_EACH && oq_token_is_sign(&sentence->tokens[at], '=') &&
			 (at == 0 || end == sentence->n_tokens);
	if ((n > MAX_NAMED_EACH || marks) && context->punctuation == OQ_PUNCTUATION_NONE &&
		!is_never_silent(sentence->tokens[at].sign))
		return end - at;
	say_repeated(context, name, n);
	gboolean word = oq_lexicon_sign(sentence->lexicon, sentence->tokens[at].sign,
				OQ_PUNCTUATION_NONE) != NULL;
	guint n_suffix = word ? oq_rule_suffix(context, end) : 0;
	/* 50% те */
	if (n_suffix == 0 && oq_token_is_sign(&sentence->tokens[at], '%'))
		n_suffix = oq_rule_particle(context, end);
	return end - at + n_suffix;
}

guint
oq_signs_plus_minus(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *slash = oq_sentence_token(sentence, at + 1),
		      *minus = oq_sentence_token(sentence, at + 2);
	if (!oq_token_is_sign(&sentence->tokens[at], '+') || !oq_token_is_sign(slash, '/') ||
		!oq_token_is_dash(minus) || slash->gap || minus->gap)
		return 0;
	const char *name = oq_lexicon_sign(sentence->lexicon, 0xB1 /* ± */, OQ_PUNCTUATION_NONE);
	if (name == NULL)
		return 0;
	oq_rule_append(context, name);
	return 3;
}

/* №5 мектеп and № 17-үйде need no word for it: the number is ordinal. */
guint
oq_signs_numero(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *number = oq_sentence_token(sentence, at + 1);
	if (!oq_token_has(&sentence->tokens[at], OQ_ROLE_NUMERO) || !oq_token_is_number(number))
		return 0;
	const OqToken *behind = oq_sentence_token(sentence, at + 2);
	const OqToken *noun = oq_sentence_token(sentence, at + 3);
	gboolean hyphen_noun = oq_token_is_dash(behind) && !behind->gap && oq_token_is_word(noun) &&
			       !noun->gap && !noun->capital && noun->n_chars > 1;
	gboolean stuck_noun = !number->gap && oq_token_is_word(behind) && behind->gap &&
			      (!behind->capital || oq_schools_is_numbered(sentence, at + 2));
	gboolean listed = !number->gap && oq_lists_are_ordinal(sentence, at + 1);
	return hyphen_noun || stuck_noun || listed ? 1 : 0;
}

guint
oq_signs_silent(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	if (!oq_token_has(token, OQ_ROLE_PUNCTUATION))
		return 1;
	/* a line of hyphens is no more than one */
	gboolean again = at > 0 && !token->gap && oq_token_is_dash(token) &&
			 oq_token_is_sign(&sentence->tokens[at - 1], token->sign);
	return again ? 1 : 0;
}
