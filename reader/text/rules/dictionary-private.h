/* dictionary-private.h - what the user's words are kept in; for dictionary.c and dictionary_*.c
 * alone.
 */
#pragma once

#include "text/rules/dictionary.h"
#include "text/rules/entry.h"

/* Bits of the hash of a beginning of a word. */
#define OQ_DICTIONARY_FILTER_BITS 18

/** Tells at once of most words that they are not in the dictionary. */
typedef struct {
	guint32 bits[(1 << OQ_DICTIONARY_FILTER_BITS) / 32];
} OqDictionaryFilter;

struct _OqDictionary {
	gatomicrefcount n_refs;
	const OqLexicon *lexicon;
	GHashTable *entries;       /* of OqEntry, by what is written */
	GPtrArray *keys;           /* every OqSlice below, with its text behind it */
	GHashTable *by_first;      /* OqSlice *, a first part in lower case, to a GPtrArray of
				      OqEntry, sorted but for those in: */
	GHashTable *unsorted;      /* GPtrArray of by_first */
	OqDictionaryFilter firsts; /* the keys */
	OqDictionaryFilter stems;  /* those that may begin a longer word */
};

/** oq_dictionary_add: @entry: (transfer full). Returns: (transfer none) (nullable): an entry for
 * the same words that is there already; NULL: it is added, and oq_dictionary_settle() is due. */
const OqEntry *oq_dictionary_add(OqDictionary *dictionary, OqEntry *entry);

/** oq_dictionary_drop: what is there for the same words. */
void oq_dictionary_drop(OqDictionary *dictionary, const OqEntry *entry);

/** oq_dictionary_settle: what was added is found from now on. */
void oq_dictionary_settle(OqDictionary *dictionary);

/** oq_dictionary_hash_on: the hash of a beginning of a word, with one byte more. */
static inline guint32
oq_dictionary_hash_on(guint32 hash, char byte)
{
	return (hash ^ (guchar)byte) * 16777619; /* FNV-1a */
}

/** oq_dictionary_may_hold: FALSE: no word with that hash was added. */
static inline gboolean
oq_dictionary_may_hold(const OqDictionaryFilter *filter, guint32 hash)
{
	guint32 bit = hash >> (32 - OQ_DICTIONARY_FILTER_BITS);
	return filter->bits[bit / 32] >> (bit % 32) & 1;
}
