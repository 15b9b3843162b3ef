/* dictionary_find.c - which words of a sentence the dictionary has, and how they are said. */
#include "text/rules/dictionary-private.h"

#include "text/characters/roles.h"

#include <string.h>

/** An entry in a sentence. */
typedef struct {
	const OqEntry *entry;
	gsize ending_start;  /* in the last word in lower case */
	OqSuffixes suffixes; /* that is written there */
} Match;

/* A heading in capitals may have become small letters: its own count as well. */
static gboolean
begins_exactly(const OqRuleContext *context, const char *exact, const OqToken *token)
{
	if (oq_slice_has_prefix(oq_sentence_text(context->sentence, token), oq_slice(exact)))
		return TRUE;
	if (context->clean == NULL)
		return FALSE;
	gsize start = oq_clean_source_start(context->clean, token->start);
	gsize end = oq_clean_source_end(context->clean, token->end);
	OqSlice written = {context->source + start, end - start};
	return oq_slice_has_prefix(written, oq_slice(exact));
}

static gboolean
part_begins(const OqRuleContext *context, const OqEntryPart *part, const OqToken *token)
{
	const OqSentence *sentence = context->sentence;
	if (part->is_dash)
		return oq_token_is_dash(token);
	return oq_slice_has_prefix(oq_sentence_lower(sentence, token), oq_slice(part->lower)) &&
	       (part->exact == NULL || begins_exactly(context, part->exact, token));
}

/* What of the word is more than the part has to be an ending of a stem. */
static gboolean
part_fits(const OqRuleContext *context, const OqEntryPart *part, const OqToken *token,
	gboolean is_stem, Match *match)
{
	const OqSentence *sentence = context->sentence;
	if (token == NULL || !part_begins(context, part, token))
		return FALSE;
	if (part->is_dash)
		return TRUE;
	OqSlice word = oq_sentence_lower(sentence, token);
	match->ending_start = strlen(part->lower);
	return word.length == match->ending_start ||
	       (is_stem && oq_token_is_word(token) &&
		       oq_suffixes_parse_case(sentence->lexicon,
			       oq_slice_skip(word, match->ending_start), &match->suffixes));
}

/* 911 is not the beginning of 911,5 or 911 000. */
static gboolean
cuts_figure(const OqSentence *sentence, guint last)
{
	const OqFigure *figure = oq_sentence_figure(sentence, last);
	return figure != NULL && figure->n_tokens > 1;
}

static gboolean
entry_fits(const OqEntry *entry, const OqRuleContext *context, guint at, Match *match)
{
	const OqSentence *sentence = context->sentence;
	guint last = entry->parts->len - 1;
	*match = (Match){.entry = entry};
	for (guint i = 0; i <= last; i++) {
		const OqEntryPart *part = oq_entry_part(entry, i);
		const OqToken *token = oq_sentence_token(sentence, at + i);
		if (!part_fits(context, part, token, entry->is_stem && i == last, match) ||
			(i > 0 && part->has_gap != token->gap))
			return FALSE;
	}
	return !cuts_figure(sentence, at + last);
}

/* The first of those that end there and fit. */
static gboolean
find_end(const OqDictionaryNode *node, const OqRuleContext *context, guint at, Match *match)
{
	for (guint i = 0; node != NULL && i < node->ends->len; i++)
		if (entry_fits(g_ptr_array_index(node->ends, i), context, at, match))
			return TRUE;
	return FALSE;
}

static OqSlice
word_of(const OqSentence *sentence, const OqToken *token, gboolean is_first)
{
	return !is_first && oq_token_is_dash(token) ? OQ_DICTIONARY_DASH
						    : oq_sentence_lower(sentence, token);
}

/* Entries from @at on whose last part is the token @last or its beginning, behind those that lead
 * to @parent. Of a single word the longest beginning wins, of several words the better entry. */
static gboolean
find_last(const OqDictionary *dictionary, const OqRuleContext *context, guint at, guint last,
	const OqDictionaryNode *parent, Match *match)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = oq_sentence_token(sentence, last);
	OqSlice word = word_of(sentence, token, parent == NULL);
	gboolean found = FALSE;
	guint32 hash = 0;
	for (gsize length = 1; length <= word.length; length++) {
		hash = oq_dictionary_hash_on(hash, word.data[length - 1]);
		gboolean whole = length == word.length;
		if (!whole && !oq_dictionary_may_hold(&dictionary->stems, hash))
			continue;
		const OqDictionaryNode *node = oq_dictionary_child(
			dictionary, parent, (OqSlice){word.data, length}, token->gap);
		Match other;
		if (find_end(node, context, at, &other) &&
			(!found || parent == NULL ||
				oq_entry_compare(other.entry, match->entry) < 0)) {
			*match = other;
			found = TRUE;
		}
		word = word_of(sentence, token, parent == NULL); /* others were looked at */
	}
	return found;
}

/* Most words begin no entry, neither as they are nor by a stem. */
static gboolean
may_begin(const OqDictionary *dictionary, OqSlice word)
{
	guint32 hash = 0;
	for (gsize i = 0; i < word.length; i++) {
		hash = oq_dictionary_hash_on(hash, word.data[i]);
		if (oq_dictionary_may_hold(&dictionary->stems, hash))
			return TRUE;
	}
	return oq_dictionary_may_hold(&dictionary->firsts, hash);
}

/* As far as the words of any entry go, and from there back to the longest one that fits. */
static gboolean
find(const OqDictionary *dictionary, const OqRuleContext *context, guint at, Match *match)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	const OqDictionaryNode *node = NULL, *next;
	guint last = at;
	if (!may_begin(dictionary, oq_sentence_lower(sentence, token)))
		return FALSE;
	while (token != NULL &&
		(next = oq_dictionary_child(dictionary, node,
			 word_of(sentence, token, node == NULL), token->gap)) != NULL) {
		node = next;
		token = oq_sentence_token(sentence, ++last);
	}
	for (;; last--, node = node->parent) {
		if (oq_sentence_token(sentence, last) != NULL &&
			find_last(dictionary, context, at, last, node, match))
			return TRUE;
		if (node == NULL)
			return FALSE;
	}
}

static void
attach(OqRuleContext *context, const OqEntry *entry, const OqSuffixes *suffixes, OqSlice written)
{
	const OqSentence *sentence = context->sentence;
	if (entry->ends_in_sounds)
		g_string_append_len(context->words, written.data, written.length);
	else if (entry->is_possessed)
		oq_suffixes_attach_behind_possessive(sentence->lexicon, suffixes, context->words);
	else
		oq_suffixes_attach(sentence->lexicon, suffixes, context->words);
}

/* Returns: the number of tokens that are endings behind a hyphen. */
static guint
say(OqRuleContext *context, const Match *match, guint last)
{
	const OqSentence *sentence = context->sentence;
	g_string_assign(context->words, match->entry->spoken);
	if (match->suffixes.n > 0) {
		OqSlice word = oq_sentence_lower(sentence, oq_sentence_token(sentence, last));
		attach(context, match->entry, &match->suffixes,
			oq_slice_skip(word, match->ending_start));
		return 0;
	}
	OqSuffixes suffixes;
	if (oq_sentence_find_suffix(sentence, last + 1, &suffixes) == NULL)
		return 0;
	attach(context, match->entry, &suffixes,
		oq_sentence_lower(sentence, oq_sentence_token(sentence, last + 2)));
	return 2;
}

const OqRule *
oq_dictionary_apply(
	const OqDictionary *dictionary, OqRuleContext *context, guint at, guint *n_taken)
{
	static const OqRule rule = {"dictionary", "7", NULL};
	Match match;
	if (!find(dictionary, context, at, &match))
		return NULL;
	guint n_parts = match.entry->parts->len;
	*n_taken = n_parts + say(context, &match, at + n_parts - 1);
	return &rule;
}

/* A word for itself, or behind a number, a bracket or the slash of a rate: not within an address, a
 * compound or an ending. */
static gboolean
stands_free(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at];
	if (!oq_token_is_word(token) || at == 0 || token->gap)
		return oq_token_is_word(token);
	const OqToken *before = &sentence->tokens[at - 1];
	if (oq_token_is_sign(before, '/'))
		return at > 1 && (guchar)sentence->text[sentence->tokens[at - 2].start] >= 0x80;
	return oq_token_is_number(before) || oq_token_is_sign(before, 0x00B7 /* · */) ||
	       oq_token_has(before, OQ_ROLE_OPENER);
}

guint
oq_dictionary_next(const OqDictionary *dictionary, const OqRuleContext *context, guint from)
{
	const OqSentence *sentence = context->sentence;
	Match match;
	guint at = from;
	while (at < sentence->n_tokens &&
		(!stands_free(sentence, at) || !find(dictionary, context, at, &match)))
		at++;
	return at;
}

gboolean
oq_dictionary_is_cut(const OqDictionary *dictionary, OqSlice lower)
{
	const OqDictionaryNode *first = oq_dictionary_child(dictionary, NULL, lower, FALSE);
	for (guint has_gap = 0; first != NULL && has_gap < 2; has_gap++) {
		const OqDictionaryNode *point =
			oq_dictionary_child(dictionary, first, oq_slice("."), (gboolean)has_gap);
		if (point != NULL && point->ends->len > 0)
			return TRUE;
	}
	return FALSE;
}
