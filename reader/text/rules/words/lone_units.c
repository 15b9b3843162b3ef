/* lone_units.c - see the header. */
#include "text/rules/words/lone_units.h"

guint
oq_lone_units_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqLexicon *lexicon = sentence->lexicon;
	const OqToken *token = &sentence->tokens[at];
	OqSlice word = oq_sentence_text(sentence, token);
	/* кВт, МГц, but not what may begin a sentence */
	gboolean plain = !token->any_capital || (token->inner_capital && !token->all_capitals);
	if (!plain || token->n_chars < 2 || !oq_letters_is_cyrillic(token->sign) ||
		oq_letters_has_vowel(oq_lexicon_letters(lexicon), word))
		return 0;
	const char *spoken = oq_lexicon_unit(lexicon, word);
	if (spoken == NULL)
		spoken = oq_lexicon_currency(lexicon, word);
	if (spoken == NULL)
		return 0;
	oq_rule_append(context, spoken);
	return 1 + oq_rule_suffix_of_phrase(context, at + 1);
}
