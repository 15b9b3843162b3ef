/* plurals.c - see the header. */
#include "text/rules/words/plurals.h"

#define MAX_TOKENS   400
#define MAX_SELECTOR 4 /* = 0, offset : 1 */

static gboolean
is_word(const OqSentence *sentence, guint at, const char *word)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_word(token) && oq_slice_equals(oq_sentence_text(sentence, token), word);
}

static gboolean
is_sign(const OqSentence *sentence, guint at, gunichar sign)
{
	return oq_token_is_sign(oq_sentence_token(sentence, at), sign);
}

/* Behind the } of the { at @at; 0: it is not closed. */
static guint
behind_braces(const OqSentence *sentence, guint at)
{
	guint depth = 0;
	for (guint i = at; i < sentence->n_tokens && i - at < MAX_TOKENS; i++) {
		if (is_sign(sentence, i, '{'))
			depth++;
		else if (is_sign(sentence, i, '}') && --depth == 0)
			return i + 1;
	}
	return 0;
}

/* Behind {count, plural, and the like; 0: it is none. */
static guint
behind_head(const OqSentence *sentence, guint at)
{
	const OqToken *name = oq_sentence_token(sentence, at + 1);
	if (!is_sign(sentence, at, '{') || !(oq_token_is_word(name) || oq_token_is_number(name)) ||
		!is_sign(sentence, at + 2, ',') || !is_sign(sentence, at + 4, ','))
		return 0;
	return is_word(sentence, at + 3, "plural") || is_word(sentence, at + 3, "select") ||
			       is_word(sentence, at + 3, "selectordinal")
		       ? at + 5
		       : 0;
}

/* The { of the text behind one, other, =0, offset:1 one; 0: there is none. */
static guint
find_text(const OqSentence *sentence, guint at, gboolean *other)
{
	*other = FALSE;
	for (guint i = at; i < at + MAX_SELECTOR + 1; i++) {
		const OqToken *token = oq_sentence_token(sentence, i);
		if (i > at && is_sign(sentence, i, '{'))
			return i;
		gboolean part = oq_token_is_number(token) ||
				(oq_token_is_word(token) && token->sign < 0x80) ||
				is_sign(sentence, i, '=') || is_sign(sentence, i, ':');
		if (!part)
			return 0;
		*other = is_word(sentence, i, "other");
	}
	return 0;
}

/* #-орын: the number is silent, and so is its hyphen */
static guint
behind_hanging(const OqSentence *sentence, guint at)
{
	const OqToken *hyphen = oq_sentence_token(sentence, at + 1);
	return is_sign(sentence, at, '#') && oq_token_is_dash(hyphen) && !hyphen->gap ? at + 2 : at;
}

/* Behind all that is silent from the selector at @at on: up to the text of "other", or behind the
 * last }; 0: these are no selectors. */
static guint
skip_texts(const OqSentence *sentence, guint at)
{
	gboolean other;
	for (guint i = at; i > 0 && i - at < MAX_TOKENS;) {
		if (i > at && is_sign(sentence, i, '}'))
			return i + 1;
		guint text = find_text(sentence, i, &other);
		if (text == 0 || behind_braces(sentence, text) == 0)
			return 0;
		if (other)
			return behind_hanging(sentence, text + 1);
		i = behind_braces(sentence, text);
	}
	return 0;
}

guint
oq_plurals_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	guint first = 0;
	if (context->punctuation > OQ_PUNCTUATION_NONE)
		return 0;
	if (is_sign(sentence, at, '{'))
		first = behind_head(sentence, at);
	else if (is_sign(sentence, at, '}') && at > 0) /* many {…} behind the text of "other" */
		first = at + 1;
	guint end = first > 0 ? skip_texts(sentence, first) : 0;
	return end > 0 ? end - at : 0;
}
