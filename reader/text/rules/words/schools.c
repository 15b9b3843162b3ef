/* schools.c - see the header. */
#include "text/rules/words/schools.h"

#define MAX_CHARS 3

static const OqAbbreviation *
find_row(const OqSentence *sentence, const OqToken *word)
{
	if (!oq_token_is_word(word) || !word->gap || word->n_chars > MAX_CHARS ||
		(word->any_capital && !word->all_capitals))
		return NULL;
	const OqAbbreviation *row =
		oq_lexicon_abbreviation(sentence->lexicon, oq_sentence_lower(sentence, word));
	while (row != NULL && row->place != OQ_ABBREVIATION_OF_SCHOOL)
		row = row->next;
	return row;
}

static gboolean
is_numbered(const OqSentence *sentence, guint at)
{
	return at > 1 && oq_token_is_number(&sentence->tokens[at - 1]) &&
	       oq_token_has(&sentence->tokens[at - 2], OQ_ROLE_NUMERO);
}

/* Абай атындағы, «Болашақ» */
static gboolean
is_named(const OqSentence *sentence, guint at)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	return oq_token_has(before, OQ_ROLE_UNQUOTE) ||
	       (oq_sentence_context(sentence, before) & OQ_CONTEXT_NAMING) != 0;
}

guint
oq_schools_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	/* the row first: most short words are none, and what is before them is dearer to ask */
	const OqAbbreviation *row = find_row(sentence, &sentence->tokens[at]);
	if (row == NULL || (!is_numbered(sentence, at) && !is_named(sentence, at)))
		return 0;
	oq_rule_append(context, row->spoken);
	return 1 + oq_rule_suffix_of_phrase(context, at + 1);
}

gboolean
oq_schools_is_numbered(const OqSentence *sentence, guint at)
{
	const OqToken *word = oq_sentence_token(sentence, at);
	return word != NULL && is_numbered(sentence, at) && find_row(sentence, word) != NULL;
}

guint
oq_schools_number(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!oq_schools_is_numbered(sentence, at + 1))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	return 1;
}
