/* law_parts.c - see the header. */
#include "text/rules/words/law_parts.h"

#define MAX_PARTS      4 /* 15-б. 2-т. 1-тт. */
#define MAX_PART_CHARS 4
#define MAX_CODE_CHARS 3 /* ҚК is a law in capitals alone */
#define TOKENS_OF_PART 4 /* 15, -, б, . */
#define TOKENS_ORDINAL 2 /* 15, - */

/* The row of the word at @at that is behind a number and a hyphen. */
static const OqAbbreviation *
find_row(const OqSentence *sentence, guint at, OqAbbreviationPlace place)
{
	const OqToken *word = &sentence->tokens[at];
	if (!oq_token_is_word(word) || word->n_chars > MAX_PART_CHARS || word->any_capital ||
		word->gap || at < TOKENS_ORDINAL || !oq_token_is_dash(&sentence->tokens[at - 1]) ||
		!oq_token_is_number(&sentence->tokens[at - 2]))
		return NULL;
	const OqAbbreviation *row =
		oq_lexicon_abbreviation(sentence->lexicon, oq_sentence_text(sentence, word));
	while (row != NULL && row->place != place)
		row = row->next;
	return row;
}

/* ҚК, кодекстің, Конституцияның */
static gboolean
is_law(const OqSentence *sentence, const OqToken *token)
{
	return oq_token_is_word(token) && (token->any_capital || token->n_chars > MAX_CODE_CHARS) &&
	       (oq_sentence_context(sentence, token) & (OQ_CONTEXT_LAW | OQ_CONTEXT_ROMAN)) ==
		       OQ_CONTEXT_LAW;
}

/* ҚК, ҚК-нің */
static gboolean
is_behind_law(const OqSentence *sentence, guint at)
{
	if (at == 0)
		return FALSE;
	const OqToken *token = &sentence->tokens[at - 1];
	gboolean ending = at > 2 && oq_token_is_word(token) && !token->gap &&
			  oq_token_is_dash(&sentence->tokens[at - 2]);
	return is_law(sentence, ending ? &sentence->tokens[at - 3] : token);
}

/* бабының */
static gboolean
is_article(const OqSentence *sentence, const OqToken *token)
{
	OqContext both = OQ_CONTEXT_LAW | OQ_CONTEXT_ROMAN;
	return oq_token_is_word(token) && oq_sentence_is_genitive(sentence, token) &&
	       (oq_sentence_context(sentence, token) & both) == both;
}

/* ҚК 12-б. және 13-б. */
static gboolean
is_behind_same(const OqSentence *sentence, guint at)
{
	guint joint = at - TOKENS_ORDINAL - 1;
	if (at < 2 * TOKENS_OF_PART - 1 || !oq_sentence_is_point(sentence, joint - 1))
		return FALSE;
	const OqToken *token = &sentence->tokens[joint];
	gboolean joins = oq_token_is_sign(token, ',') ||
			 (oq_sentence_context(sentence, token) & OQ_CONTEXT_CONJUNCTION) != 0;
	return joins && find_row(sentence, joint - 2, OQ_ABBREVIATION_OF_LAW) != NULL &&
	       is_behind_law(sentence, joint - TOKENS_OF_PART);
}

static const OqAbbreviation *
find(const OqSentence *sentence, guint at)
{
	const OqAbbreviation *of_law = find_row(sentence, at, OQ_ABBREVIATION_OF_LAW);
	const OqAbbreviation *of_article = find_row(sentence, at, OQ_ABBREVIATION_OF_ARTICLE);
	if (of_law == NULL && of_article == NULL)
		return NULL;
	guint first = at - TOKENS_ORDINAL;
	if (is_behind_law(sentence, first) || is_behind_same(sentence, at))
		return of_law;
	for (guint i = 0; i < MAX_PARTS && first > 0; i++) {
		if (is_article(sentence, &sentence->tokens[first - 1]))
			return of_article;
		if (first < TOKENS_OF_PART || !oq_sentence_is_point(sentence, first - 1))
			return NULL;
		gboolean law = find_row(sentence, first - 2, OQ_ABBREVIATION_OF_LAW) != NULL;
		first -= TOKENS_OF_PART;
		if (law && is_behind_law(sentence, first))
			return of_article;
	}
	return NULL;
}

/* бапта, тармағына */
static gboolean
is_part(const OqSentence *sentence, guint at)
{
	OqContext both = OQ_CONTEXT_LAW | OQ_CONTEXT_ROMAN;
	const OqToken *token = oq_sentence_token(sentence, at);
	return oq_token_is_word(token) && token->gap &&
	       (oq_sentence_context(sentence, token) & both) == both;
}

/* The 1 of 83-1 бапта, which is no range. */
static gboolean
is_inserted(const OqSentence *sentence, guint at)
{
	return at > 1 && oq_token_is_sign(&sentence->tokens[at - 1], '-') &&
	       !sentence->tokens[at - 1].gap && !sentence->tokens[at].gap &&
	       oq_token_is_number(&sentence->tokens[at - 2]) &&
	       oq_sentence_value(sentence, &sentence->tokens[at - 2]) >
		       oq_sentence_value(sentence, &sentence->tokens[at]);
}

guint
oq_law_parts_number(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	if (!is_part(sentence, at + 1))
		return 0;
	gboolean owner = is_article(sentence, &sentence->tokens[at + 1]) &&
			 oq_token_is_number(oq_sentence_token(sentence, at + 2));
	gboolean owned = at > 0 && is_article(sentence, &sentence->tokens[at - 1]);
	if (!owner && !owned && !is_inserted(sentence, at))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	return 1;
}

/* The case that was left out: 15-б. 2-т., 15-б. сәйкес */
static void
attach_case(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *next = oq_sentence_token(sentence, at);
	OqNamedSuffix ending = OQ_NAMED_GENITIVE;
	if (oq_sentence_context(sentence, next) & OQ_CONTEXT_TO_DATE)
		ending = OQ_NAMED_DATIVE;
	else if (!oq_token_is_number(next) ||
		 !oq_token_is_dash(oq_sentence_token(sentence, at + 1)))
		return;
	OqSuffixes suffixes = oq_suffixes_named(sentence->lexicon, ending);
	oq_rule_attach_to_phrase(context, &suffixes);
}

guint
oq_law_parts_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqAbbreviation *row = find(sentence, at);
	if (row == NULL)
		return 0;
	oq_rule_append(context, row->spoken);
	guint n_taken = 1 + oq_sentence_skip_point(sentence, at + 1);
	guint n_suffix = oq_rule_suffix_of_phrase(context, at + n_taken);
	if (n_suffix == 0)
		attach_case(context, at + n_taken);
	return n_taken + n_suffix;
}
