/* stuck.c - see the header. */
#include "text/rules/numbers/stuck.h"

#define MIN_SYMBOL_CHARS 2 /* 5 мен is no metre */
#define MAX_SYMBOL_CHARS 4

/* What an abbreviation without vowels stands for, or NULL. */
static const char *
meaning_of(const OqSentence *sentence, OqSlice symbol)
{
	if (oq_letters_has_vowel(oq_lexicon_letters(sentence->lexicon), symbol))
		return NULL;
	const OqAbbreviation *row = oq_lexicon_abbreviation(sentence->lexicon, symbol);
	return row != NULL ? row->spoken : NULL;
}

guint
oq_stuck_abbreviation(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *word = &sentence->tokens[at];
	if (at == 0 || !oq_token_is_number(&sentence->tokens[at - 1]) || word->any_capital)
		return 0;
	OqSlice text = oq_sentence_text(sentence, word);
	gsize length = 0;
	for (guint n = 1; n <= MAX_SYMBOL_CHARS && length < text.length; n++) {
		length += g_utf8_skip[(guchar)text.data[length]];
		const char *said = n < MIN_SYMBOL_CHARS
					   ? NULL
					   : meaning_of(sentence, (OqSlice){text.data, length});
		OqSuffixes suffixes;
		if (said == NULL || !oq_suffixes_parse(sentence->lexicon,
					    oq_slice_skip(text, length), &suffixes))
			continue;
		oq_rule_append(context, said);
		oq_suffixes_attach(sentence->lexicon, &suffixes, context->words);
		return 1;
	}
	return 0;
}
