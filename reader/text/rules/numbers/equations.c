/* equations.c - see the header. */
#include "text/rules/numbers/equations.h"

#include <string.h>

#define MAX_PRODUCT      2 /* letters of mc, ab: more are a word */
#define MAX_GREEK        2 /* of Δt: more are a word, too */
#define MAX_WITH_GREEK   4 /* of ΔABC */
#define MAX_NAME_LETTERS 4
#define MAX_TO_EQUALS    12 /* tokens that are looked at */
#define MAX_INDEX_CHARS  6  /* of ρсу */

static gboolean
is_greek(gunichar c)
{
	return c >= 0x0391 && c <= 0x03C9;
}

/* =, and what else joins two letters or numbers. */
static gboolean
is_operator(const OqToken *token)
{
	static const gunichar operators[] = {'=', '+', '<', '>', OQ_SIGN_MINUS, OQ_SIGN_EN_DASH,
		'-', 0x00B1, 0x00D7, 0x00F7, 0x00B7, 0x2219, 0x2208, 0x2209, 0x221E, 0x2229, 0x222A,
		0x2248, 0x2260, 0x2264, 0x2265, 0x2282};
	for (guint i = 0;
		token != NULL && token->kind == OQ_TOKEN_SIGN && i < G_N_ELEMENTS(operators); i++)
		if (token->sign == operators[i])
			return TRUE;
	return FALSE;
}

/* A dash may be one of a sentence. */
static gboolean
is_sure_operator(const OqToken *token)
{
	return is_operator(token) && !oq_token_has(token, OQ_ROLE_DASH);
}

static gboolean is_operand(const OqToken *token);

static gboolean
is_power(const OqToken *token)
{
	return token != NULL && token->kind == OQ_TOKEN_SIGN && !token->gap &&
	       (token->sign == 0xB2 || token->sign == 0xB3 || token->sign == 0xB9 ||
		       (token->sign >= 0x2070 && token->sign <= 0x208E));
}

static gboolean
is_short(const OqToken *token)
{
	return oq_token_is_word(token) && token->n_chars <= MAX_PRODUCT &&
	       (token->sign < 0x80 || is_greek(token->sign) || token->n_chars == 1);
}

/* What may stand on the other side of an operator. */
static gboolean
is_operand(const OqToken *token)
{
	return oq_token_is_number(token) || is_short(token) ||
	       oq_token_is_sign(token, 0x221A /* √ */) || oq_token_is_sign(token, '(') ||
	       oq_token_is_sign(token, '{') || oq_token_is_sign(token, OQ_SIGN_MINUS) ||
	       oq_token_is_sign(token, 0x221E /* ∞ */) ||
	       (oq_token_is_word(token) && is_greek(token->sign));
}

/* Whether nothing but a formula stands between that token and a = on its side. */
static gboolean
reaches_equals(const OqSentence *sentence, guint at, gboolean forward)
{
	for (guint n = 0; n < MAX_TO_EQUALS; n++) {
		const OqToken *token = oq_sentence_token(sentence, at);
		if (oq_token_is_sign(token, '='))
			return TRUE;
		if (token == NULL || !(is_operand(token) || is_operator(token) || is_power(token) ||
					     oq_token_is_sign(token, ')') ||
					     oq_token_has(token, OQ_ROLE_DECIMAL)))
			return FALSE;
		if (at == 0 && !forward)
			return FALSE;
		at = forward ? at + 1 : at - 1;
	}
	return FALSE;
}

/* y = 5 - x, a - b = 4: a dash with spaces that is none of a sentence */
static gboolean
is_spaced_minus(const OqSentence *sentence, guint at)
{
	const OqToken *sign = oq_sentence_token(sentence, at),
		      *next = oq_sentence_token(sentence, at + 1);
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	return oq_token_is_dash(sign) && !oq_token_is_sign(sign, OQ_SIGN_EM_DASH) && sign->gap &&
	       next != NULL && next->gap && before != NULL && is_operand(next) &&
	       (is_operand(before) || is_power(before) || oq_token_is_sign(before, ')')) &&
	       (reaches_equals(sentence, at - 1, FALSE) || reaches_equals(sentence, at + 1, TRUE));
}

static const char *
function_at(const OqSentence *sentence, const OqToken *token)
{
	if (!oq_token_is_word(token) || token->n_chars < 2 || token->n_chars > MAX_NAME_LETTERS ||
		token->sign >= 0x80)
		return NULL;
	return oq_lexicon_formula(sentence->lexicon, oq_sentence_lower(sentence, token));
}

/* sin α, cos 60°, sin x */
static gboolean
is_function(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	return function_at(sentence, &sentence->tokens[at]) != NULL &&
	       !sentence->tokens[at].any_capital &&
	       (is_power(next) || (next != NULL && next->sign < 0x80 && oq_token_is_number(next)) ||
		       (oq_token_is_word(next) &&
			       (is_greek(next->sign) ||
				       (next->n_chars == 1 && next->sign < 0x80))));
}

/* = and + on the right, with what they are of. */
static gboolean
is_left_side(const OqSentence *sentence, guint behind)
{
	while (is_power(oq_sentence_token(sentence, behind)))
		behind++;
	const OqToken *sign = oq_sentence_token(sentence, behind),
		      *next = oq_sentence_token(sentence, behind + 1);
	return is_operator(sign) && is_operand(next) && sign->gap == next->gap &&
	       (is_sure_operator(sign) || is_spaced_minus(sentence, behind) ||
		       is_sure_operator(oq_sentence_token(sentence, behind + 2)) ||
		       sign->sign == OQ_SIGN_EN_DASH);
}

/* √x, ∫ x dx, ∑ x */
static gboolean
is_prefix(const OqToken *token)
{
	return oq_token_is_sign(token, 0x221A) || oq_token_is_sign(token, 0x222B) ||
	       oq_token_is_sign(token, 0x2211);
}

/* = −p */
static gboolean
is_negative(const OqSentence *sentence, guint at)
{
	return at > 1 && !sentence->tokens[at].gap &&
	       oq_token_is_sign(&sentence->tokens[at - 1], OQ_SIGN_MINUS) &&
	       (is_sure_operator(&sentence->tokens[at - 2]) ||
		       oq_token_is_sign(&sentence->tokens[at - 2], '('));
}

/* f and x of f(x) */
static gboolean
is_call(const OqSentence *sentence, guint function)
{
	const OqToken *bracket = oq_sentence_token(sentence, function + 1),
		      *argument = oq_sentence_token(sentence, function + 2),
		      *end = oq_sentence_token(sentence, function + 3);
	return is_short(&sentence->tokens[function]) && sentence->tokens[function].n_chars == 1 &&
	       oq_token_is_sign(bracket, '(') && !bracket->gap && is_short(argument) &&
	       oq_token_is_sign(end, ')') && (argument->sign < 0x80 || is_greek(argument->sign)) &&
	       sentence->tokens[function].sign < 0x80;
}

static gboolean
is_right_side(const OqSentence *sentence, guint at)
{
	guint sign = at;
	while (sign > 0 && !sentence->tokens[sign].gap &&
		oq_token_is_number(&sentence->tokens[sign - 1]))
		sign--;
	const OqToken *before = sign > 0 ? &sentence->tokens[sign - 1] : NULL;
	if (is_prefix(before) || is_negative(sentence, sign) ||
		(oq_token_is_word(before) && is_function(sentence, sign - 1)))
		return TRUE;
	return sign > 1 && (is_sure_operator(before) || is_spaced_minus(sentence, sign - 1)) &&
	       sentence->tokens[sign].gap == before->gap &&
	       (is_power(&sentence->tokens[sign - 2]) || is_operand(&sentence->tokens[sign - 2]) ||
		       oq_token_is_sign(&sentence->tokens[sign - 2], ')'));
}

/* v = s/t: both letters of the fraction. */
static gboolean
is_in_fraction(const OqSentence *sentence, guint slash)
{
	const OqToken *sign = oq_sentence_token(sentence, slash),
		      *under = oq_sentence_token(sentence, slash + 1);
	return oq_token_is_sign(sign, '/') && !sign->gap && under != NULL && !under->gap &&
	       is_short(under) && slash > 1 && is_short(&sentence->tokens[slash - 1]) &&
	       is_right_side(sentence, slash - 1);
}

static void
say_letters(OqRuleContext *context, OqSlice text)
{
	const OqSentence *sentence = context->sentence;
	for (const char *p = text.data; p < text.data + text.length; p = g_utf8_next_char(p)) {
		gunichar lower = g_unichar_tolower(g_utf8_get_char(p));
		char utf8[6];
		const char *name = oq_lexicon_formula(
			sentence->lexicon, (OqSlice){utf8, g_unichar_to_utf8(lower, utf8)});
		if (name == NULL)
			name = oq_letters_name(oq_lexicon_letters(sentence->lexicon), lower);
		if (name != NULL)
			oq_rule_append(context, name);
	}
}

/* ρсу: of water */
static guint
say_with_index(OqRuleContext *context, const OqToken *token)
{
	OqSlice text = oq_sentence_text(context->sentence, token);
	gsize letter = (gsize)g_utf8_skip[(guchar)text.data[0]];
	OqSlice index = oq_slice_skip(text, letter);
	if (token->n_chars < 2 || token->n_chars > MAX_INDEX_CHARS)
		return 0;
	for (const char *p = index.data; p < index.data + index.length; p = g_utf8_next_char(p))
		if (!oq_letters_is_cyrillic(g_utf8_get_char(p)) ||
			!g_unichar_islower(g_utf8_get_char(p)))
			return 0;
	say_letters(context, (OqSlice){text.data, letter});
	if (context->words->len == 0)
		return 0;
	oq_rule_append_slice(context, index);
	return 1;
}

guint
oq_equations_greek(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	if (!is_greek(token->sign))
		return 0;
	guint n_indexed = say_with_index(context, token);
	if (n_indexed > 0 || token->n_chars > MAX_WITH_GREEK)
		return n_indexed;
	OqSlice text = oq_sentence_text(sentence, token);
	guint n_greek = 0;
	for (const char *p = text.data; p < text.data + text.length; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (!is_greek(c) && !g_ascii_isalpha((char)MIN(c, 0x7F)))
			return 0;
		n_greek += is_greek(c);
	}
	if (n_greek > MAX_GREEK)
		return 0;
	say_letters(context, text);
	return context->words->len > 0 ? 1 + oq_rule_suffix(context, at + 1) : 0;
}

/* x and mc; of Cyrillic letters those that are typed for Latin ones. */
static gboolean
may_be_product(const OqSentence *sentence, const OqToken *token)
{
	if (token->sign < 0x80)
		return token->n_chars == 1 ||
		       (token->n_chars <= MAX_PRODUCT && !token->any_capital);
	return token->n_chars == 1 &&
	       oq_lexicon_formula(sentence->lexicon, oq_sentence_lower(sentence, token)) != NULL;
}

static gboolean
is_in_formula(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	gboolean squared =
		is_power(next) && (next->sign == 0xB2 || next->sign == 0xB3) &&
		(token->gap || at == 0 || !oq_token_is_number(&sentence->tokens[at - 1]) ||
			token->sign < 0x80);
	if (oq_token_is_number(next) && !next->gap) /* 15х20 */
		return FALSE;
	if (is_call(sentence, at) || (at > 1 && is_call(sentence, at - 2)))
		return TRUE;
	return squared || is_left_side(sentence, at + 1) || is_right_side(sentence, at) ||
	       (at > 0 && is_in_fraction(sentence, at - 1));
}

guint
oq_equations_latin(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	if (is_function(sentence, at)) {
		oq_rule_append(context, function_at(sentence, token));
		return 1;
	}
	/* ≥320px */
	gboolean unit =
		token->n_chars > 1 && at > 0 && oq_token_is_number(&sentence->tokens[at - 1]) &&
		oq_lexicon_unit(sentence->lexicon, oq_sentence_text(sentence, token)) != NULL;
	if (unit || !may_be_product(sentence, token) || !is_in_formula(sentence, at))
		return 0;
	say_letters(context, oq_sentence_text(sentence, token));
	return context->words->len > 0 ? 1 : 0;
}

/* айлық / 22 × күн: apart, before a number that goes on */
static gboolean
is_spaced_division(const OqSentence *sentence, guint at)
{
	const OqToken *slash = &sentence->tokens[at], *number = oq_sentence_token(sentence, at + 1);
	if (!oq_token_is_sign(slash, '/') || !slash->gap || at == 0 ||
		!oq_token_is_number(number) || !number->gap)
		return FALSE;
	const OqFigure *figure = oq_sentence_figure(sentence, at + 1);
	const OqToken *next = oq_sentence_token(sentence, at + 1 + figure->n_tokens);
	gboolean more = oq_token_is_sign(next, '=') || oq_token_is_sign(next, 0xD7 /* × */) ||
			oq_token_is_sign(next, '*') || oq_token_is_sign(next, '+');
	for (guint i = 0; !more && i < at; i++)
		more = oq_token_is_sign(&sentence->tokens[i], '=');
	return more && next != NULL ? next->gap : more;
}

guint
oq_equations_slash(OqRuleContext *context, guint at)
{
	if (!is_in_fraction(context->sentence, at) && !is_spaced_division(context->sentence, at))
		return 0;
	oq_rule_say(context, OQ_WORD_DIVIDED_BY);
	return 1;
}

guint
oq_equations_minus(OqRuleContext *context, guint at)
{
	if (!is_spaced_minus(context->sentence, at))
		return 0;
	oq_rule_say(context, OQ_WORD_MINUS);
	return 1;
}
