/* foreign.c - see the header. */
#include "text/rules/words/foreign.h"

#include "text/characters/numerics.h"

gboolean
oq_foreign_is_letter(gunichar letter)
{
	gboolean latin = oq_letters_is_latin(letter) ||
			 (letter >= 0xFF21 && letter <= 0xFF5A /* full-width */);
	return !latin && !oq_letters_is_cyrillic(letter) && !oq_numerics_is_roman(letter);
}

static gboolean
is_foreign(const OqToken *token)
{
	return oq_token_is_word(token) && oq_foreign_is_letter(token->sign);
}

guint
oq_foreign_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	if (!is_foreign(token))
		return 0;
	const char *name = oq_letters_name(oq_lexicon_letters(sentence->lexicon), token->sign);
	if (token->n_chars == 1 && name != NULL) {
		oq_rule_append(context, name);
		return 1 + oq_rule_suffix(context, at + 1);
	}
	guint n_taken = 1;
	while (is_foreign(oq_sentence_token(sentence, at + n_taken)))
		n_taken++;
	oq_rule_say(context, OQ_WORD_FOREIGN_WORDS);
	return n_taken;
}
