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

/** Parts that entries begin with: a tree, whose edges are found in one table, so that each word of
 * a text costs the same however many entries go on from it. */
typedef struct _OqDictionaryNode OqDictionaryNode;
struct _OqDictionaryNode {
	const OqDictionaryNode *parent; /* NULL: this is a first part */
	OqSlice word;     /* in lower case; behind the first all dashes are the same */
	gboolean has_gap; /* before it; never before a first part */
	GPtrArray *ends;  /* of OqEntry that have no more parts */
};

struct _OqDictionary {
	gatomicrefcount n_refs;
	const OqLexicon *lexicon;
	GHashTable *entries;  /* of OqEntry, by what is written */
	GHashTable *nodes;    /* of OqDictionaryNode; their ends are sorted but for those in: */
	GHashTable *unsorted; /* of GPtrArray */
	OqDictionaryFilter firsts; /* first parts */
	OqDictionaryFilter stems;  /* last parts that may begin a longer word */
};

/** oq_dictionary_child: @parent: (nullable). Returns: (nullable): the node that a part leads to. */
OqDictionaryNode *oq_dictionary_child(const OqDictionary *dictionary,
	const OqDictionaryNode *parent, OqSlice word, gboolean has_gap);

/** What a dash is in a node behind the first, whichever it is. */
#define OQ_DICTIONARY_DASH ((OqSlice){"-", 1})

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
