/* dictionary.h - the user's own words, which override every rule.
 *
 *     written	spoken	exact
 *
 * Written is a word, a phrase of words, numbers and signs, or, with a hyphen at its end, either of
 * them whose last word may have any case ending (Тенгри-). Spoken is words without digits and
 * signs, and phonemes of the engine between [[ and ]]. "exact" in its column: only in these
 * capitals. Any number of threads may share it as long as none adds to it. */
#pragma once

#include "text/rules/rule.h"

typedef struct _OqDictionary OqDictionary;

/** oq_dictionary_new: an empty one; @lexicon must outlive it. */
OqDictionary *oq_dictionary_new(const OqLexicon *lexicon);

/** oq_dictionary_ref: (transfer full): it is there until as many have freed it; any thread. */
OqDictionary *oq_dictionary_ref(OqDictionary *dictionary);
void oq_dictionary_free(OqDictionary *dictionary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDictionary, oq_dictionary_free)

/**
 * oq_dictionary_add_file:
 * @complaints: (element-type utf8): receives a message, file:line first, for each wrong row
 *
 * Adds the rows that are right. What an earlier file says of the same words goes before.
 *
 * Returns: FALSE and OQ_TABLE_ERROR_FILE when the file cannot be read
 */
gboolean oq_dictionary_add_file(
	OqDictionary *dictionary, const char *path, GPtrArray *complaints, GError **error);

/**
 * oq_dictionary_put: one word, in place of what is there for it.
 * @written, @spoken: as in a file
 *
 * Returns: FALSE and OQ_TABLE_ERROR_ROW, without a place before the message
 */
gboolean oq_dictionary_put(
	OqDictionary *dictionary, const char *written, const char *spoken, GError **error);

/** oq_dictionary_remove: what oq_dictionary_put() would take the place of, if there is something.
 */
void oq_dictionary_remove(OqDictionary *dictionary, const char *written);

gboolean oq_dictionary_is_empty(const OqDictionary *dictionary);

/**
 * oq_dictionary_apply:
 * @n_taken: (out): how many tokens are said with these words
 *
 * The longest entry at the token wins, then one in exact capitals, then the longest stem; endings,
 * joined or behind a hyphen, take the form that the spoken word needs.
 *
 * Returns: the rule whose words are in context->words, or NULL when there is no entry
 */
const OqRule *oq_dictionary_apply(
	const OqDictionary *dictionary, OqRuleContext *context, guint at, guint *n_taken);

/**
 * oq_dictionary_next: the first token from @from on at which oq_dictionary_apply() finds a word
 * that no rule may take: one that stands for itself, not within an address or a compound.
 *
 * Returns: its index, or the number of tokens when there is none
 */
guint oq_dictionary_next(const OqDictionary *dictionary, const OqRuleContext *context, guint from);
