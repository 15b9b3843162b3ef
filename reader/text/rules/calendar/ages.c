/* ages.c - see the header. */
#include "text/rules/calendar/ages.h"

#define MAX_AGE     110
#define MAX_CENTURY 40

/* Серікқызы, (Марат: a name, or two of them before a comma, or one in brackets */
static gboolean
is_person_before(const OqSentence *sentence, guint at)
{
	if (at < 2)
		return FALSE;
	const OqToken *mark = &sentence->tokens[at - 1], *name = mark - 1;
	if (oq_token_is_sign(mark, '('))
		return oq_token_is_word(name) && name->capital && !name->all_capitals;
	if (!oq_token_is_sign(mark, ',') || at < 3)
		return FALSE;
	if (oq_sentence_is_point(sentence, at - 2)) /* Нұрлан А. */
		name--;
	gboolean initial = name < mark - 1;
	if (!oq_token_is_word(name) || !name->capital || (name->all_capitals && !initial) ||
		name == sentence->tokens)
		return FALSE;
	const OqToken *first = name - 1;
	if (oq_token_is_sign(first, '.') && first > sentence->tokens)
		first--; /* А. Омаров */
	return oq_token_is_sign(first, '(') || (oq_token_is_word(first) && first->capital);
}

static const OqYearAbbreviation *
single_word(const OqSentence *sentence, guint word)
{
	const OqToken *token = oq_sentence_token(sentence, word);
	return oq_token_is_word(token) && token->n_chars == 1
		       ? oq_lexicon_year_abbreviation(
				 sentence->lexicon, oq_sentence_lower(sentence, token))
		       : NULL;
}

gboolean
oq_ages_is_age(const OqSentence *sentence, guint number, guint word)
{
	const OqToken *digits = oq_sentence_token(sentence, number);
	const OqYearAbbreviation *row = single_word(sentence, word);
	if (!oq_token_is_number(digits) || row == NULL || row->attributive == NULL ||
		word != number + 1 || oq_sentence_value(sentence, digits) > MAX_AGE ||
		sentence->text[digits->start] == '0')
		return FALSE;
	const OqToken *next =
		oq_sentence_token(sentence, word + 1 + oq_sentence_skip_point(sentence, word + 1));
	return (next == NULL || oq_token_has(next, OQ_ROLE_PUNCTUATION)) &&
	       is_person_before(sentence, number);
}

gboolean
oq_ages_is_weight(const OqSentence *sentence, guint number, guint word)
{
	const OqYearAbbreviation *row = single_word(sentence, word);
	const OqToken *digits = oq_sentence_token(sentence, number);
	return row != NULL && row->attributive == NULL && word == number + 1 &&
	       !oq_sentence_is_point(sentence, word + 1) && oq_token_is_number(digits) &&
	       oq_sentence_value(sentence, digits) > MAX_CENTURY;
}
