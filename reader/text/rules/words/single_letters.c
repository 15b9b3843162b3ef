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

/* A letter without a name has that of the one that it is without its marks. */
static const char *
name_of(const OqLexicon *lexicon, gunichar letter)
{
	const OqLetters *letters = oq_lexicon_letters(lexicon);
	const char *name = oq_letters_name(letters, letter);
	char utf8[6];
	OqSlice slice = {utf8, g_unichar_to_utf8(letter, utf8)};
	const OqTransliteration *near = oq_lexicon_transliteration(lexicon, slice);
	if (name != NULL || near == NULL || g_utf8_strlen(near->spoken, -1) != 1)
		return name;
	return oq_letters_name(letters, g_utf8_get_char(near->spoken));
}

guint
oq_single_letters_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *letter = &sentence->tokens[at];
	const OqLetters *letters = oq_lexicon_letters(sentence->lexicon);
	gboolean latin = oq_letters_is_latin(letter->sign);
	const char *name = letter->n_chars == 1
				   ? name_of(sentence->lexicon, meant_letter(sentence, at))
				   : NULL;
	if (name == NULL || oq_sentence_is_apostrophe(sentence, at + 1) ||
		oq_sentence_is_apostrophe(sentence, at - 1) ||
		(!latin && oq_letters_is_vowel(letters, letter->sign)) ||
		(latin && (is_latin_word(sentence, at - 1, at - 2) ||
				  is_latin_word(sentence, at + 1, at + 2))))
		return 0;
	oq_rule_append(context, name);
	return 1 + oq_rule_suffix(context, at + 1);
}

guint
oq_single_letters_signs(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqLetters *letters = oq_lexicon_letters(sentence->lexicon);
	OqSlice word = oq_sentence_text(sentence, &sentence->tokens[at]);
	const char *end = word.data + word.length;
	for (const char *p = word.data; p < end; p = g_utf8_next_char(p)) {
		OqSound sound = oq_letters_sound(letters, g_utf8_get_char(p));
		if (sound != OQ_SOUND_SIGN && sound != OQ_SOUND_SOFT_SIGN)
			return 0;
	}
	for (const char *p = word.data; p < end; p = g_utf8_next_char(p))
		oq_rule_append(context, oq_letters_name(letters, g_utf8_get_char(p)));
	return 1;
}
