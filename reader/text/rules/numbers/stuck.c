/* stuck.c - see the header. */
#include "text/rules/numbers/stuck.h"

#define MIN_SYMBOL_CHARS 2 /* 5 мен is no metre */
#define MAX_SYMBOL_CHARS 4

/* What a symbol without vowels stands for, or NULL. */
static const char *
meaning_of(const OqSentence *sentence, OqSlice symbol)
{
	if (oq_letters_has_vowel(oq_lexicon_letters(sentence->lexicon), symbol))
		return NULL;
	const char *said = oq_lexicon_unit(sentence->lexicon, symbol);
	if (said == NULL)
		said = oq_lexicon_currency(sentence->lexicon, symbol);
	const OqAbbreviation *abbreviation = oq_lexicon_abbreviation(sentence->lexicon, symbol);
	return said == NULL && abbreviation != NULL ? abbreviation->spoken : said;
}

/* 5, or the млн of 5 млн */
static gboolean
is_behind_number(const OqSentence *sentence, guint at)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	return oq_token_is_number(before) ||
	       (oq_sentence_context(sentence, before) & OQ_CONTEXT_SCALE) != 0;
}

guint
oq_stuck_unit(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *word = &sentence->tokens[at];
	if (!is_behind_number(sentence, at) || word->any_capital)
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
