/* markup.c - see the header. */
#include "text/rules/words/markup.h"

#include "text/rules/asides.h"

#include <string.h>

#define MAX_TAG_TOKENS   60
#define MAX_FIELD_TOKENS 8 /* of %1$-0.2ld and {user.name} */

static gboolean
is_ascii_word(const OqToken *token)
{
	return oq_token_is_word(token) && token->sign < 0x80;
}

/* One of these ASCII signs directly behind what is before it. */
static gboolean
is_glued_sign(const OqToken *token, const char *signs)
{
	return token != NULL && token->kind == OQ_TOKEN_SIGN && !token->gap && token->sign < 0x80 &&
	       strchr(signs, (int)token->sign) != NULL;
}

/* b, p, h1, /div: behind the <. */
static gboolean
begins_tag(const OqSentence *sentence, guint at)
{
	const OqToken *first = oq_sentence_token(sentence, at + 1);
	if (is_glued_sign(first, "!"))
		return TRUE;
	if (is_glued_sign(first, "/"))
		first = oq_sentence_token(sentence, at + 2);
	return is_ascii_word(first) && !first->gap;
}

guint
oq_markup_tag(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (context->punctuation > OQ_PUNCTUATION_NONE ||
		!oq_token_is_sign(&sentence->tokens[at], '<') || !begins_tag(sentence, at))
		return 0;
	for (guint end = at + 1; end < at + MAX_TAG_TOKENS; end++) {
		const OqToken *token = oq_sentence_token(sentence, end);
		if (token == NULL || oq_token_is_sign(token, '<'))
			return 0;
		if (oq_token_is_sign(token, '>'))
			return end + 1 - at;
	}
	return 0;
}

/* The letter that ends %d, with its length before it; also where the next word is stuck to it. */
static gboolean
is_conversion(const OqSentence *sentence, const OqToken *token)
{
	if (!is_ascii_word(token) || token->gap || token->any_capital || token->n_chars > 3)
		return FALSE;
	OqSlice text = oq_sentence_text(sentence, token);
	gsize n_lengths = strspn(text.data, "hlz");
	return n_lengths + 1 == text.length && strchr("sdiuxfgec", text.data[n_lengths]) != NULL;
}

/* Behind a name such as user.name and the sign that closes it; 0: there is none.
 * @loose: with spaces around the name */
static guint
behind_name(const OqSentence *sentence, guint at, gunichar close, gboolean loose)
{
	for (guint end = at; end < at + MAX_FIELD_TOKENS; end++) {
		const OqToken *token = oq_sentence_token(sentence, end);
		if (token == NULL || (token->gap && !loose))
			return 0;
		if (oq_token_is_sign(token, close))
			return end + 1;
		if (!oq_token_is_number(token) && !is_ascii_word(token) &&
			!is_glued_sign(token, "._-"))
			return 0;
	}
	return 0;
}

/* %s, %1$-0.2ld, %@, and %(name)s */
static guint
find_printf(const OqSentence *sentence, guint at)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (oq_token_is_number(before) && !sentence->tokens[at].gap)
		return 0;
	guint end = at + 1;
	if (is_glued_sign(oq_sentence_token(sentence, end), "("))
		end = behind_name(sentence, end + 1, ')', FALSE);
	for (guint first = end; end > 0 && end < first + MAX_FIELD_TOKENS; end++) {
		const OqToken *token = oq_sentence_token(sentence, end);
		if (token == NULL || token->gap)
			return 0;
		if (is_conversion(sentence, token) || is_glued_sign(token, "@"))
			return end + 1 - at;
		if (!oq_token_is_number(token) && !is_glued_sign(token, "$.-+#*"))
			return 0;
	}
	return 0;
}

/* %name% */
static guint
find_variable(const OqSentence *sentence, guint at)
{
	const OqToken *name = oq_sentence_token(sentence, at + 1);
	guint end = is_ascii_word(name) && !name->gap && sentence->tokens[at].gap
			    ? behind_name(sentence, at + 1, '%', FALSE)
			    : 0;
	return end > 0 ? end - at : 0;
}

/* :attribute, :smile: – at the head of a word */
static guint
find_colon_name(const OqSentence *sentence, guint at)
{
	const OqToken *name = oq_sentence_token(sentence, at + 1);
	gboolean head = sentence->tokens[at].gap || at == 0 ||
			oq_token_has(&sentence->tokens[at - 1], OQ_ROLE_OPENER);
	if (!head || !is_ascii_word(name) || name->gap || name->any_capital || name->n_chars < 3)
		return 0;
	guint end = at + 2;
	while (is_glued_sign(oq_sentence_token(sentence, end), "_") &&
		is_ascii_word(oq_sentence_token(sentence, end + 1)) &&
		!sentence->tokens[end + 1].gap)
		end += 2;
	return end + is_glued_sign(oq_sentence_token(sentence, end), ":") - at;
}

/* {0}, ${name}, {{ name }} */
static guint
find_field(const OqSentence *sentence, guint at)
{
	guint open = at + oq_token_is_sign(&sentence->tokens[at], '$');
	if (!oq_token_is_sign(oq_sentence_token(sentence, open), '{'))
		return 0;
	gboolean twice = is_glued_sign(oq_sentence_token(sentence, open + 1), "{");
	guint end = behind_name(sentence, open + 1 + twice, '}', twice);
	if (end == 0 || (twice && !is_glued_sign(oq_sentence_token(sentence, end), "}")))
		return 0;
	return end + twice - at;
}

/* {% trans and %} of a template */
static guint
find_template(const OqSentence *sentence, guint at)
{
	gboolean opens = oq_token_is_sign(&sentence->tokens[at], '{');
	if (!is_glued_sign(oq_sentence_token(sentence, at + 1), opens ? "%" : "}"))
		return 0;
	return opens && is_ascii_word(oq_sentence_token(sentence, at + 2)) ? 3 : 2;
}

guint
oq_markup_placeholder(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	if (context->punctuation > OQ_PUNCTUATION_NONE)
		return 0;
	if (oq_token_is_sign(token, '{') || oq_token_is_sign(token, '$')) {
		guint n_field = find_field(sentence, at);
		if (n_field > 0)
			return n_field;
		return token->sign == '{' ? find_template(sentence, at) : 0;
	}
	if (oq_token_is_sign(token, ':'))
		return find_colon_name(sentence, at);
	if (!oq_token_is_sign(token, '%'))
		return 0;
	if (is_glued_sign(oq_sentence_token(sentence, at + 1), "%")) {
		oq_rule_say(context, OQ_WORD_PERCENT);
		return 2;
	}
	guint n_printf = find_printf(sentence, at);
	if (n_printf == 0)
		n_printf = find_variable(sentence, at);
	return n_printf > 0 ? n_printf : find_template(sentence, at);
}

/* 0 is the number of no note. */
static gboolean
has_zero(const OqSentence *sentence, guint at, guint end)
{
	for (guint i = at; i < end; i++)
		if (oq_token_is_number(&sentence->tokens[i]) &&
			oq_sentence_value(sentence, &sentence->tokens[i]) == 0)
			return TRUE;
	return FALSE;
}

static gboolean
is_of_interval(const OqSentence *sentence, const OqToken *token)
{
	return oq_token_is_word(token) &&
	       (oq_lexicon_aside(sentence->lexicon, oq_sentence_lower(sentence, token)) &
		       OQ_ASIDE_INTERVAL) != 0;
}

guint
oq_markup_note(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (context->punctuation > OQ_PUNCTUATION_NONE || at == 0 ||
		!oq_token_is_sign(&sentence->tokens[at], '['))
		return 0;
	guint n_tokens = oq_asides_note(sentence, at);
	const OqToken *next = oq_sentence_token(sentence, at + n_tokens);
	return n_tokens == 0 || has_zero(sentence, at, at + n_tokens) ||
			       is_of_interval(sentence, next)
		       ? 0
		       : n_tokens;
}

/* The mouth, as often as it stands there: :))) */
static guint
behind_mouth(const OqSentence *sentence, guint at)
{
	guint end = at;
	const OqToken *mouth = oq_sentence_token(sentence, at);
	while (is_glued_sign(oq_sentence_token(sentence, end), "()*|"))
		end++;
	if (end > at)
		return end;
	gboolean letter = is_ascii_word(mouth) && !mouth->gap && mouth->n_chars == 1 &&
			  strchr("DPpOo", (int)mouth->sign) != NULL;
	return letter ? at + 1 : at;
}

guint
oq_markup_face(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *eyes = &sentence->tokens[at];
	if (context->punctuation > OQ_PUNCTUATION_NONE || eyes->sign >= 0x80 ||
		strchr(":;=", (int)eyes->sign) == NULL)
		return 0;
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	guint mouth = at + 1 + is_glued_sign(oq_sentence_token(sentence, at + 1), "-'");
	guint end = behind_mouth(sentence, mouth);
	const OqToken *behind = oq_sentence_token(sentence, end);
	if (end == mouth || (!eyes->gap && oq_token_is_number(before)) ||
		(eyes->sign == ':' && !eyes->gap &&
			oq_token_is_sign(&sentence->tokens[mouth], '(')) ||
		(behind != NULL && !behind->gap && behind->kind != OQ_TOKEN_SIGN))
		return 0;
	return end - at;
}

/* A capital behind a small letter begins a word. */
static const char *
next_capital(const char *p, const char *end)
{
	gboolean small = FALSE;
	for (; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (small && g_unichar_isupper(c))
			return p;
		small = g_unichar_islower(c);
	}
	return end;
}

guint
oq_markup_hashtag(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *word = oq_sentence_token(sentence, at + 1);
	if (context->punctuation > OQ_PUNCTUATION_NONE ||
		!oq_token_is_sign(&sentence->tokens[at], '#') || !oq_token_is_word(word) ||
		word->gap || word->all_capitals || !oq_letters_is_cyrillic(word->sign))
		return 0;
	OqSlice text = oq_sentence_text(sentence, word);
	const char *end = text.data + text.length, *p = text.data, *next = next_capital(p, end);
	for (; next < end; p = next, next = next_capital(p, end)) {
		g_autofree char *part = g_strndup(p, next - p);
		oq_rule_append(context, part);
	}
	if (p == text.data)
		return 0;
	g_autofree char *part = g_strndup(p, end - p);
	oq_rule_append(context, part);
	return 2;
}
