/* single_letters.c - see the header. */
#include "text/rules/words/single_letters.h"

#define MIN_ADDITIVE_DIGITS 3

/* Up to a joint: e-mail is as English as e mail; USB-C is spelled. */
static gboolean
is_latin_word(const OqSentence *sentence, guint at, guint joint)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (oq_token_is_dash(token))
		token = oq_sentence_token(sentence, joint);
	return oq_token_is_word(token) && token->n_chars > 1 && !token->all_capitals &&
	       oq_letters_is_latin(token->sign);
}

/* E621: the letter of an additive is not the English one. */
static gunichar
meant_letter(const OqSentence *sentence, guint at)
{
	const OqToken *letter = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	const OqLookalike *twin = oq_lexicon_lookalike(sentence->lexicon, letter->sign);
	gboolean additive = letter->sign == 'E' && oq_token_is_number(next) && !next->gap &&
			    next->n_chars >= MIN_ADDITIVE_DIGITS && twin != NULL;
	return additive ? twin->letter : letter->sign;
}

guint
oq_single_letters_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *letter = &sentence->tokens[at];
	const OqLetters *letters = oq_lexicon_letters(sentence->lexicon);
	gboolean latin = oq_letters_is_latin(letter->sign);
	const char *name =
		letter->n_chars == 1 ? oq_letters_name(letters, meant_letter(sentence, at)) : NULL;
	if (name == NULL || oq_sentence_is_apostrophe(sentence, at + 1) ||
		oq_sentence_is_apostrophe(sentence, at - 1) ||
		(!latin && oq_letters_is_vowel(letters, letter->sign)) ||
		(latin && (is_latin_word(sentence, at - 1, at - 2) ||
				  is_latin_word(sentence, at + 1, at + 2))))
		return 0;
	oq_rule_append(context, name);
	return 1 + oq_rule_suffix(context, at + 1);
}
