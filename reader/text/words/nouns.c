/* nouns.c - see the header. */
#include "text/words/nouns.h"

#include <string.h>

#define MIN_COUNTED_CHARS 2
/* 18.000 астам жас адам */
#define MAX_WORDS_BETWEEN 2
/* 2-ГЭС, but not 2-Ом */
#define MIN_CAPITALS      3

#define MAX_KEY_BYTES 16

/* Words before which a number behind a loose hyphen is ordinal. */
#define SURE                                                                                       \
	(OQ_CONTEXT_YEAR | OQ_CONTEXT_YEAR_OR_SPAN | OQ_CONTEXT_YEAR_BARE | OQ_CONTEXT_ORDINAL |   \
		OQ_CONTEXT_ROMAN | OQ_CONTEXT_CLASS | OQ_CONTEXT_ANNIVERSARY)

/* қабат and -ты: an ending of what makes an adjective of a quantity, as the table has it */
static gboolean
is_adjective_ending(const OqSentence *sentence, OqSlice ending)
{
	OqSuffixes suffixes;
	char key[MAX_KEY_BYTES] = "-";
	gsize length = 0;
	for (guint i = 0; i < 3 && length < ending.length; i++) {
		gsize step = g_utf8_skip[(guchar)ending.data[length]];
		if (step > MAX_KEY_BYTES - 1 - length)
			return FALSE;
		memcpy(key + 1 + length, ending.data + length, step);
		length += step;
		OqSlice rest = oq_slice_skip(ending, length);
		if ((oq_lexicon_context(sentence->lexicon, (OqSlice){key, 1 + length}, FALSE) &
			    OQ_CONTEXT_QUANTITY) &&
			(rest.length == 0 ||
				oq_suffixes_parse_case(sentence->lexicon, rest, &suffixes)))
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_accusative(const OqSentence *sentence, OqSlice ending)
{
	guint n_all;
	OqSuffixes suffixes;
	return oq_suffixes_parse(sentence->lexicon, ending, &suffixes) && suffixes.n == 1 &&
	       g_str_equal(oq_lexicon_suffixes(sentence->lexicon, &n_all)[suffixes.suffix[0]].name,
		       "accusative");
}

/* қабатты үй; but in қабатты жөндеді it is what was mended */
gboolean
oq_nouns_is_quantity(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	if (!oq_token_is_word(token))
		return FALSE;
	if (oq_sentence_context(sentence, token) & OQ_CONTEXT_ANNIVERSARY)
		return TRUE;
	gboolean before_verb = oq_sentence_is_verb(sentence, oq_sentence_token(sentence, at + 1)) &&
			       !oq_token_is_word(oq_sentence_token(sentence, at + 2));
	OqSlice word = oq_sentence_lower(sentence, token);
	gsize max = oq_lexicon_max_stem_bytes(sentence->lexicon);
	for (gsize length = g_utf8_skip[(guchar)word.data[0]];
		length < word.length && length <= max;
		length += g_utf8_skip[(guchar)word.data[length]]) {
		OqSlice stem = {word.data, length}, rest = oq_slice_skip(word, length);
		if ((oq_lexicon_context(sentence->lexicon, stem, TRUE) & OQ_CONTEXT_QUANTITY) &&
			is_adjective_ending(sentence, rest))
			return !(before_verb && is_accusative(sentence, rest));
	}
	return FALSE;
}

/* 5 -сынып, 2025- жылдың */
static gboolean
is_loose(const OqSentence *sentence, guint hyphen)
{
	const OqToken *sign = &sentence->tokens[hyphen], *noun = &sentence->tokens[hyphen + 1];
	return oq_token_is_sign(sign, '-') && !(sign->gap && noun->gap) && !noun->any_capital &&
	       ((oq_sentence_context(sentence, noun) & SURE) ||
		       oq_nouns_is_quantity(sentence, hyphen + 1));
}

gboolean
oq_nouns_is_joined(const OqSentence *sentence, guint at)
{
	const OqToken *hyphen = oq_sentence_token(sentence, at);
	const OqToken *noun = oq_sentence_token(sentence, at + 1);
	if (!oq_token_is_dash(hyphen) || !oq_token_is_word(noun) ||
		((hyphen->gap || noun->gap) && !is_loose(sentence, at)))
		return FALSE;
	/* 1-Қосымша, 1-БАП of a heading and 2-ГЭС, but not a name */
	return !noun->capital || (noun->all_capitals && noun->n_chars >= MIN_CAPITALS) ||
	       (oq_sentence_context(sentence, noun) & OQ_CONTEXT_ROMAN) != 0;
}

gboolean
oq_nouns_is_plural(const OqSentence *sentence, const OqToken *token)
{
	guint n_all;
	OqSuffixes suffixes;
	if (!oq_token_is_word(token))
		return FALSE;
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	OqSlice word = oq_sentence_lower(sentence, token);
	for (gsize length = g_utf8_skip[(guchar)word.data[0]]; length < word.length;
		length += g_utf8_skip[(guchar)word.data[length]])
		if (oq_suffixes_parse_case(
			    sentence->lexicon, oq_slice_skip(word, length), &suffixes) &&
			g_str_equal(all[suffixes.suffix[0]].name, "plural"))
			return TRUE;
	return FALSE;
}

/* How many zeros behind a point are no fraction of what is measured: 3,125 км has one, 1,500 кг on
 * a sack, too; nobody writes 4.500 гектар for four and a half. What is counted may be a unit as
 * well: 3,125 адам. */
static guint
zeros_needed(const OqSentence *sentence, const OqToken *word)
{
	const char *percent = oq_lexicon_sign(sentence->lexicon, '%', OQ_PUNCTUATION_NONE);
	OqSlice text = oq_sentence_text(sentence, word);
	const char *unit = oq_lexicon_unit(sentence->lexicon, text);
	if ((unit != NULL && !oq_slice_equals(text, unit)) ||
		(percent != NULL && oq_sentence_is_form(sentence, word, oq_slice(percent))))
		return 3;
	return (oq_sentence_context(sentence, word) & OQ_CONTEXT_HALF) ? 2 : 0;
}

static gboolean
is_money(const OqSentence *sentence, const OqToken *token)
{
	return token != NULL &&
	       oq_lexicon_currency(sentence->lexicon, oq_sentence_text(sentence, token)) != NULL;
}

gboolean
oq_nouns_are_counted(const OqSentence *sentence, guint at, guint n_zeros)
{
	guint noun = at;
	for (guint i = 0; i < MAX_WORDS_BETWEEN; i++)
		if (oq_sentence_context(sentence, oq_sentence_token(sentence, noun)) &
			OQ_CONTEXT_SPAN)
			noun++;
	const OqToken *word = oq_sentence_token(sentence, noun);
	if (is_money(sentence, word))
		return TRUE;
	if (!oq_token_is_word(word))
		return noun > at && n_zeros == 3;
	OqContext kind = oq_sentence_context(sentence, word);
	if (kind & (OQ_CONTEXT_SCALE | OQ_CONTEXT_CONJUNCTION))
		return FALSE;
	guint needed = zeros_needed(sentence, word);
	if (needed > 0)
		return n_zeros >= needed;
	gboolean last = !oq_token_is_word(oq_sentence_token(sentence, noun + 1));
	return !word->capital && word->n_chars >= MIN_COUNTED_CHARS &&
	       !(last && oq_sentence_is_verb(sentence, word));
}

gboolean
oq_nouns_is_month(const OqSentence *sentence, const OqToken *token)
{
	for (guint month = 1; oq_token_is_word(token) && month <= OQ_N_MONTHS; month++)
		for (guint soft = 0; soft < 2; soft++)
			if (oq_sentence_is_form(sentence, token,
				    oq_slice(oq_lexicon_month(sentence->lexicon, month, soft))))
				return TRUE;
	return FALSE;
}
