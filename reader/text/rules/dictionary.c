/* dictionary.c - see the header. */
#include "text/rules/dictionary-private.h"

#include <string.h>

static guint
hash_entry(gconstpointer data)
{
	const OqEntry *entry = data;
	guint hash = entry->is_stem;
	for (guint i = 0; i < entry->parts->len; i++)
		hash = hash * 31 + g_str_hash(oq_entry_part(entry, i)->lower);
	return hash;
}

static gboolean
equal_entries(gconstpointer a, gconstpointer b)
{
	return oq_entry_compare(a, b) == 0;
}

static void
free_entry(gpointer data)
{
	oq_entry_free(data);
}

static guint
hash_node(gconstpointer data)
{
	const OqDictionaryNode *node = data;
	return oq_slice_hash(&node->word) * 31 + g_direct_hash(node->parent) + (guint)node->has_gap;
}

static gboolean
equal_nodes(gconstpointer a, gconstpointer b)
{
	const OqDictionaryNode *one = a, *other = b;
	return one->parent == other->parent && one->has_gap == other->has_gap &&
	       oq_slice_equal(&one->word, &other->word);
}

static void
free_node(gpointer data)
{
	OqDictionaryNode *node = data;
	g_ptr_array_unref(node->ends);
	g_free(node);
}

OqDictionary *
oq_dictionary_new(const OqLexicon *lexicon)
{
	OqDictionary *dictionary = g_new0(OqDictionary, 1);
	g_atomic_ref_count_init(&dictionary->n_refs);
	dictionary->lexicon = lexicon;
	dictionary->entries = g_hash_table_new_full(hash_entry, equal_entries, free_entry, NULL);
	dictionary->nodes = g_hash_table_new_full(hash_node, equal_nodes, free_node, NULL);
	dictionary->unsorted = g_hash_table_new(NULL, NULL);
	return dictionary;
}

OqDictionary *
oq_dictionary_ref(OqDictionary *dictionary)
{
	g_atomic_ref_count_inc(&dictionary->n_refs);
	return dictionary;
}

void
oq_dictionary_free(OqDictionary *dictionary)
{
	if (dictionary == NULL || !g_atomic_ref_count_dec(&dictionary->n_refs))
		return;
	g_hash_table_unref(dictionary->unsorted);
	g_hash_table_unref(dictionary->nodes);
	g_hash_table_unref(dictionary->entries);
	g_free(dictionary);
}

gboolean
oq_dictionary_is_empty(const OqDictionary *dictionary)
{
	return g_hash_table_size(dictionary->entries) == 0;
}

static void
filter_add(OqDictionaryFilter *filter, OqSlice key)
{
	guint32 hash = 0;
	for (gsize i = 0; i < key.length; i++)
		hash = oq_dictionary_hash_on(hash, key.data[i]);
	guint32 bit = hash >> (32 - OQ_DICTIONARY_FILTER_BITS);
	filter->bits[bit / 32] |= 1u << (bit % 32);
}

OqDictionaryNode *
oq_dictionary_child(const OqDictionary *dictionary, const OqDictionaryNode *parent, OqSlice word,
	gboolean has_gap)
{
	const OqDictionaryNode wanted = {parent, word, parent != NULL && has_gap, NULL};
	return g_hash_table_lookup(dictionary->nodes, &wanted);
}

static OqDictionaryNode *
make_child(OqDictionary *dictionary, const OqDictionaryNode *parent, OqSlice word, gboolean has_gap)
{
	OqDictionaryNode *node = oq_dictionary_child(dictionary, parent, word, has_gap);
	if (node != NULL)
		return node;
	node = g_malloc(sizeof *node + word.length);
	char *copy = (char *)(node + 1);
	memcpy(copy, word.data, word.length);
	*node = (OqDictionaryNode){
		parent, {copy, word.length}, parent != NULL && has_gap, g_ptr_array_new()};
	g_hash_table_add(dictionary->nodes, node);
	return node;
}

/* Where the entry ends. */
static OqDictionaryNode *
make_path(OqDictionary *dictionary, const OqEntry *entry)
{
	OqDictionaryNode *node = NULL;
	for (guint i = 0; i < entry->parts->len; i++) {
		const OqEntryPart *part = oq_entry_part(entry, i);
		node = make_child(dictionary, node,
			part->is_dash && i > 0 ? OQ_DICTIONARY_DASH : oq_slice(part->lower),
			part->has_gap);
	}
	return node;
}

const OqEntry *
oq_dictionary_add(OqDictionary *dictionary, OqEntry *entry)
{
	const OqEntry *before = g_hash_table_lookup(dictionary->entries, entry);
	if (before != NULL) {
		oq_entry_free(entry);
		return before;
	}
	GPtrArray *ends = make_path(dictionary, entry)->ends;
	guint last = entry->parts->len - 1;
	g_hash_table_add(dictionary->entries, entry);
	g_ptr_array_add(ends, entry);
	g_hash_table_add(dictionary->unsorted, ends);
	filter_add(&dictionary->firsts, oq_slice(oq_entry_part(entry, 0)->lower));
	if (entry->is_stem)
		filter_add(&dictionary->stems, oq_slice(oq_entry_part(entry, last)->lower));
	return NULL;
}

void
oq_dictionary_drop(OqDictionary *dictionary, const OqEntry *entry)
{
	OqEntry *before = g_hash_table_lookup(dictionary->entries, entry);
	if (before == NULL)
		return;
	g_ptr_array_remove(make_path(dictionary, before)->ends, before);
	g_hash_table_remove(dictionary->entries, before);
}

static int
compare_entries(gconstpointer a, gconstpointer b)
{
	return oq_entry_compare(*(const OqEntry *const *)a, *(const OqEntry *const *)b);
}

void
oq_dictionary_settle(OqDictionary *dictionary)
{
	GHashTableIter iter;
	gpointer ends;
	g_hash_table_iter_init(&iter, dictionary->unsorted);
	while (g_hash_table_iter_next(&iter, &ends, NULL))
		g_ptr_array_sort(ends, compare_entries);
	g_hash_table_remove_all(dictionary->unsorted);
}
