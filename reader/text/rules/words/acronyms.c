/* acronyms.c - see the header. */
#include "text/rules/words/acronyms.h"

#define MAX_LETTERS 6

/* Only when all its letters have names: Latin ones are the engine's affair. */
static gboolean
spell(OqRuleContext *context, OqSlice word)
{
	const OqLetters *letters = oq_lexicon_letters(context->sentence->lexicon);
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		const char *name = oq_letters_name(letters, g_utf8_get_char(p));
		if (name == NULL || g_utf8_get_char(p) < 0x80)
			return FALSE;
		oq_rule_append(context, name);
	}
	return TRUE;
}

guint
oq_acronyms_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	if (!token->all_capitals || token->n_chars < 2 || token->n_chars > MAX_LETTERS)
		return 0;
	OqSlice word = oq_sentence_text(sentence, token);
	const char *spoken = oq_lexicon_acronym(sentence->lexicon, word);
	if (spoken != NULL && oq_slice_equals(word, spoken))
		return 0;
	if (spoken != NULL)
		oq_rule_append(context, spoken);
	else if (oq_letters_has_vowel(oq_lexicon_letters(sentence->lexicon), word) ||
		 !spell(context, word))
		return 0;
	return 1 + oq_rule_suffix_of_phrase(context, at + 1);
}
