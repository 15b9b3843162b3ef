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

static void
free_bucket(gpointer data)
{
	g_ptr_array_unref(data);
}

OqDictionary *
oq_dictionary_new(const OqLexicon *lexicon)
{
	OqDictionary *dictionary = g_new0(OqDictionary, 1);
	g_atomic_ref_count_init(&dictionary->n_refs);
	dictionary->lexicon = lexicon;
	dictionary->entries = g_hash_table_new_full(hash_entry, equal_entries, free_entry, NULL);
	dictionary->keys = g_ptr_array_new_with_free_func(g_free);
	dictionary->by_first =
		g_hash_table_new_full(oq_slice_hash, oq_slice_equal, NULL, free_bucket);
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
	g_hash_table_unref(dictionary->by_first);
	g_ptr_array_unref(dictionary->keys);
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

static OqSlice *
make_key(OqSlice text)
{
	OqSlice *key = g_malloc(sizeof *key + text.length);
	char *copy = (char *)(key + 1);
	memcpy(copy, text.data, text.length);
	*key = (OqSlice){copy, text.length};
	return key;
}

static GPtrArray *
bucket_of(OqDictionary *dictionary, OqSlice first)
{
	GPtrArray *bucket = g_hash_table_lookup(dictionary->by_first, &first);
	if (bucket != NULL)
		return bucket;
	OqSlice *key = make_key(first);
	g_ptr_array_add(dictionary->keys, key);
	bucket = g_ptr_array_new();
	g_hash_table_insert(dictionary->by_first, key, bucket);
	return bucket;
}

const OqEntry *
oq_dictionary_add(OqDictionary *dictionary, OqEntry *entry)
{
	const OqEntry *before = g_hash_table_lookup(dictionary->entries, entry);
	if (before != NULL) {
		oq_entry_free(entry);
		return before;
	}
	OqSlice first = oq_slice(oq_entry_part(entry, 0)->lower);
	GPtrArray *bucket = bucket_of(dictionary, first);
	g_hash_table_add(dictionary->entries, entry);
	g_ptr_array_add(bucket, entry);
	g_hash_table_add(dictionary->unsorted, bucket);
	filter_add(&dictionary->firsts, first);
	if (entry->is_stem && entry->parts->len == 1)
		filter_add(&dictionary->stems, first);
	return NULL;
}

void
oq_dictionary_drop(OqDictionary *dictionary, const OqEntry *entry)
{
	OqEntry *before = g_hash_table_lookup(dictionary->entries, entry);
	if (before == NULL)
		return;
	OqSlice first = oq_slice(oq_entry_part(before, 0)->lower);
	g_ptr_array_remove(bucket_of(dictionary, first), before);
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
	gpointer bucket;
	g_hash_table_iter_init(&iter, dictionary->unsorted);
	while (g_hash_table_iter_next(&iter, &bucket, NULL))
		g_ptr_array_sort(bucket, compare_entries);
	g_hash_table_remove_all(dictionary->unsorted);
}
