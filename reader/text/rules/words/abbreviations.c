/* abbreviations.c - see the header. */
#include "text/rules/words/abbreviations.h"

#include "text/words/roman_value.h"

#define MAX_PARTS   4
#define MAX_LETTERS 8

/* 110 кВ is not 110 кв: a unit has its capitals. */
static gboolean
is_unit(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at];
	return token->any_capital && at > 0 && oq_token_is_number(token - 1) &&
	       oq_lexicon_unit(sentence->lexicon, oq_sentence_text(sentence, token)) != NULL;
}

/* The letters of n_parts words with points between them. */
static const OqAbbreviation *
find(const OqSentence *sentence, guint at, guint n_parts)
{
	OqSlice first = oq_sentence_lower(sentence, &sentence->tokens[at]);
	if (n_parts == 1)
		return is_unit(sentence, at) ? NULL
					     : oq_lexicon_abbreviation(sentence->lexicon, first);
	if (!oq_sentence_is_point(sentence, at + 1))
		return NULL;
	GString *key = sentence->lower;
	if (first.data != key->str) {
		g_string_truncate(key, 0);
		g_string_append_len(key, first.data, first.length);
	}
	for (guint i = 1; i < n_parts; i++) {
		const OqToken *part = oq_sentence_token(sentence, at + 2 * i);
		if (!oq_sentence_is_point(sentence, at + 2 * i - 1) || part == NULL ||
			part->kind != OQ_TOKEN_WORD || part->n_chars > MAX_LETTERS)
			return NULL;
		OqSlice text = oq_sentence_text(sentence, part);
		g_string_append_c(key, '.');
		g_string_append_len(key, text.data, text.length);
	}
	return oq_lexicon_abbreviation(sentence->lexicon, (OqSlice){key->str, key->len});
}

static gboolean
is_name(const OqToken *token)
{
	return oq_token_is_word(token) && token->capital;
}

static gboolean
is_in_place(const OqSentence *sentence, OqAbbreviationPlace place, guint at, guint n_taken)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	switch (place) {
	case OQ_ABBREVIATION_BEHIND_NUMBER:
		return oq_token_is_number(before);
	case OQ_ABBREVIATION_BEHIND_NAME:
		return is_name(before) && before->n_chars > 1 &&
		       oq_sentence_is_point(sentence, at + n_taken);
	case OQ_ABBREVIATION_BEFORE_NUMBER:
		return oq_token_is_number(oq_sentence_token(sentence, at + n_taken));
	default:
		return TRUE;
	}
}

/* A noun, or the date or century that takes the place of one. */
static gboolean
stands_before_noun(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at);
	return next != NULL && next->gap &&
	       (oq_token_is_number(next) || (oq_token_is_word(next) && !next->capital) ||
		       oq_roman_value(sentence, next) > 0);
}

guint
oq_abbreviations_expand(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (sentence->tokens[at].n_chars > MAX_LETTERS)
		return 0;
	for (guint n_parts = MAX_PARTS; n_parts > 0; n_parts--) {
		const OqAbbreviation *found = find(sentence, at, n_parts);
		guint n_taken = 2 * n_parts - 1;
		if (found == NULL || !is_in_place(sentence, found->place, at, n_taken))
			continue;
		/* the last point of all is the sentence's as well */
		n_taken += oq_sentence_skip_point(sentence, at + n_taken);
		gboolean noun =
			found->before_noun != NULL && stands_before_noun(sentence, at + n_taken);
		oq_rule_append(context, noun ? found->before_noun : found->spoken);
		return n_taken + oq_rule_suffix_of_phrase(context, at + n_taken);
	}
	return 0;
}

guint
oq_abbreviations_initial(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *letter = &sentence->tokens[at];
	if (!letter->capital || letter->n_chars != 1 || !oq_sentence_is_point(sentence, at + 1))
		return 0;
	gboolean before_name = is_name(oq_sentence_token(sentence, at + 2));
	gboolean behind_name = at > 0 && is_name(&sentence->tokens[at - 1]);
	gboolean behind_initial = at > 1 && is_name(&sentence->tokens[at - 2]) &&
				  sentence->tokens[at - 2].n_chars == 1 &&
				  oq_sentence_is_point(sentence, at - 1);
	const char *name = oq_letters_name(oq_lexicon_letters(sentence->lexicon),
		g_utf8_get_char(sentence->text + letter->start));
	if (name == NULL || !(before_name || behind_name || behind_initial))
		return 0;
	g_string_append(context->words, name);
	return at + 2 < sentence->n_tokens ? 2 : 1;
}
