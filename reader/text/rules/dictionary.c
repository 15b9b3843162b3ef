/* dictionary.c - see the header. */
#include "text/rules/dictionary.h"

#include "base/table.h"
#include "text/repair/clean.h"
#include "text/rules/entry.h"
#include <glib/gi18n.h>
#include <string.h>

enum { WRITTEN, SPOKEN, EXACT };
static const char *const columns[] = {"written", "spoken", "exact", NULL};

/* Bits of the hash of a beginning of a word. */
#define FILTER_BITS 18

/** Tells at once of most words that they are not in the dictionary. */
typedef struct {
	guint32 bits[(1 << FILTER_BITS) / 32];
} Filter;

struct _OqDictionary {
	const OqLexicon *lexicon;
	GPtrArray *keys;      /* every OqSlice below, with its text behind it */
	GHashTable *by_first; /* OqSlice *, a first part in lower case, to a sorted GPtrArray of
				 OqEntry */
	Filter firsts;        /* the keys */
	Filter stems;         /* those that may begin a longer word */
};

/** An entry in a sentence. */
typedef struct {
	const OqEntry *entry;
	gsize ending_start;  /* in the last word in lower case */
	OqSuffixes suffixes; /* that is written there */
} Match;

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
	dictionary->lexicon = lexicon;
	dictionary->keys = g_ptr_array_new_with_free_func(g_free);
	dictionary->by_first =
		g_hash_table_new_full(oq_slice_hash, oq_slice_equal, NULL, free_bucket);
	return dictionary;
}

void
oq_dictionary_free(OqDictionary *dictionary)
{
	if (dictionary == NULL)
		return;
	g_hash_table_unref(dictionary->by_first);
	g_ptr_array_unref(dictionary->keys);
	g_free(dictionary);
}

static guint32
hash_on(guint32 hash, char byte)
{
	return (hash ^ (guchar)byte) * 16777619; /* FNV-1a */
}

static gboolean
filter_has(const Filter *filter, guint32 hash)
{
	guint32 bit = hash >> (32 - FILTER_BITS);
	return filter->bits[bit / 32] >> (bit % 32) & 1;
}

static void
filter_add(Filter *filter, OqSlice key)
{
	guint32 hash = 0;
	for (gsize i = 0; i < key.length; i++)
		hash = hash_on(hash, key.data[i]);
	guint32 bit = hash >> (32 - FILTER_BITS);
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
bucket_of(OqDictionary *dictionary, const OqEntry *entry)
{
	OqSlice first = oq_slice(oq_entry_part(entry, 0)->lower);
	GPtrArray *bucket = g_hash_table_lookup(dictionary->by_first, &first);
	if (bucket != NULL)
		return bucket;
	OqSlice *key = make_key(first);
	g_ptr_array_add(dictionary->keys, key);
	bucket = g_ptr_array_new_with_free_func(free_entry);
	g_hash_table_insert(dictionary->by_first, key, bucket);
	return bucket;
}

/* Where it stands, or would: @found tells. */
static guint
place_of(const GPtrArray *bucket, const OqEntry *entry, gboolean *found)
{
	guint low = 0, high = bucket->len;
	*found = FALSE;
	while (low < high && !*found) {
		guint middle = low + (high - low) / 2;
		int order = oq_entry_compare(g_ptr_array_index(bucket, middle), entry);
		*found = order == 0;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return *found ? high : low;
}

/* Returns: an entry for the same words that is there already, or NULL when it is added. */
static const OqEntry *
add_entry(OqDictionary *dictionary, OqEntry *entry)
{
	gboolean found;
	GPtrArray *bucket = bucket_of(dictionary, entry);
	guint at = place_of(bucket, entry, &found);
	if (found)
		return g_ptr_array_index(bucket, at);
	g_ptr_array_insert(bucket, (int)at, entry);
	OqSlice first = oq_slice(oq_entry_part(entry, 0)->lower);
	filter_add(&dictionary->firsts, first);
	if (entry->is_stem && entry->parts->len == 1)
		filter_add(&dictionary->stems, first);
	return NULL;
}

/** A file that is being added. */
typedef struct {
	OqDictionary *dictionary;
	OqTable *table;
	OqClean *clean;
	GHashTable *added; /* the entries of this file */
	GPtrArray *complaints;
} Addition;

static void
complain(const Addition *addition, guint row, const char *why)
{
	g_autoptr(GError) error = NULL;
	oq_table_row_error(addition->table, row, &error, "%s", why);
	g_ptr_array_add(addition->complaints, g_strdup(error->message));
}

/* As the text is before it is looked up. */
static char *
repaired(OqClean *clean, const char *cell)
{
	OqSlice text = oq_clean_repair(clean, oq_slice(cell));
	return g_strndup(text.data, text.length);
}

static OqEntry *
read_entry(const OqLexicon *lexicon, OqClean *clean, const char *const *cells, const char **why)
{
	g_autofree char *written = repaired(clean, cells[WRITTEN]);
	gboolean has_sounds = strstr(cells[SPOKEN], OQ_ENTRY_SOUNDS) != NULL;
	g_autofree char *spoken =
		has_sounds ? g_strdup(cells[SPOKEN]) : repaired(clean, cells[SPOKEN]);
	return oq_entry_new(lexicon, written, spoken, cells[EXACT], why);
}

static OqEntry *
read_row(const Addition *addition, guint row, const char **why)
{
	const char *const cells[] = {oq_table_cell(addition->table, row, WRITTEN),
		oq_table_cell(addition->table, row, SPOKEN),
		oq_table_cell(addition->table, row, EXACT)};
	return read_entry(addition->dictionary->lexicon, addition->clean, cells, why);
}

static void
add_row(const Addition *addition, guint row)
{
	const char *why = NULL;
	g_autoptr(OqEntry) entry = read_row(addition, row, &why);
	if (entry == NULL) {
		complain(addition, row, why);
		return;
	}
	const OqEntry *before = add_entry(addition->dictionary, entry);
	if (before == NULL)
		g_hash_table_add(addition->added, g_steal_pointer(&entry));
	else if (g_hash_table_contains(addition->added, before))
		complain(addition, row, _("the same words stand further up already"));
}

gboolean
oq_dictionary_add_file(
	OqDictionary *dictionary, const char *path, GPtrArray *complaints, GError **error)
{
	g_autoptr(OqTable) table = oq_table_load_bare(path, columns, 2, complaints, error);
	if (table == NULL)
		return FALSE;
	g_autoptr(OqClean) clean = oq_clean_new(dictionary->lexicon);
	g_autoptr(GHashTable) added = g_hash_table_new(NULL, NULL);
	Addition addition = {dictionary, table, clean, added, complaints};
	for (guint row = 0; row < oq_table_n_rows(table); row++)
		add_row(&addition, row);
	return TRUE;
}

gboolean
oq_dictionary_put(OqDictionary *dictionary, const char *written, const char *spoken, GError **error)
{
	const char *const cells[] = {written, spoken, ""};
	const char *why = NULL;
	gboolean found;
	g_autoptr(OqClean) clean = oq_clean_new(dictionary->lexicon);
	g_autoptr(OqEntry) entry = read_entry(dictionary->lexicon, clean, cells, &why);
	if (entry == NULL) {
		g_set_error_literal(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW, why);
		return FALSE;
	}
	GPtrArray *bucket = bucket_of(dictionary, entry);
	guint at = place_of(bucket, entry, &found);
	if (found)
		g_ptr_array_remove_index(bucket, at);
	add_entry(dictionary, g_steal_pointer(&entry));
	return TRUE;
}

void
oq_dictionary_remove(OqDictionary *dictionary, const char *written)
{
	/* an entry has to say something; what it is does not matter */
	const char *const cells[] = {written, "a", ""};
	const char *why = NULL;
	gboolean found;
	g_autoptr(OqClean) clean = oq_clean_new(dictionary->lexicon);
	g_autoptr(OqEntry) entry = read_entry(dictionary->lexicon, clean, cells, &why);
	if (entry == NULL)
		return;
	GPtrArray *bucket = bucket_of(dictionary, entry);
	guint at = place_of(bucket, entry, &found);
	if (found)
		g_ptr_array_remove_index(bucket, at);
}

gboolean
oq_dictionary_is_empty(const OqDictionary *dictionary)
{
	return g_hash_table_size(dictionary->by_first) == 0;
}

static gboolean
part_begins(const OqSentence *sentence, const OqEntryPart *part, const OqToken *token)
{
	if (part->is_dash)
		return oq_token_is_dash(token);
	if (part->exact != NULL &&
		!oq_slice_has_prefix(oq_sentence_text(sentence, token), oq_slice(part->exact)))
		return FALSE;
	return oq_slice_has_prefix(oq_sentence_lower(sentence, token), oq_slice(part->lower));
}

/* What of the word is more than the part has to be an ending of a stem. */
static gboolean
part_fits(const OqSentence *sentence, const OqEntryPart *part, const OqToken *token,
	gboolean is_stem, Match *match)
{
	if (token == NULL || !part_begins(sentence, part, token))
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
entry_fits(const OqEntry *entry, const OqSentence *sentence, guint at, Match *match)
{
	guint last = entry->parts->len - 1;
	*match = (Match){.entry = entry};
	for (guint i = 0; i <= last; i++) {
		const OqEntryPart *part = oq_entry_part(entry, i);
		const OqToken *token = oq_sentence_token(sentence, at + i);
		if (!part_fits(sentence, part, token, entry->is_stem && i == last, match) ||
			(i > 0 && part->has_gap != token->gap))
			return FALSE;
	}
	return !cuts_figure(sentence, at + last);
}

static gboolean
find_in_bucket(const OqDictionary *dictionary, const OqSentence *sentence, guint at, OqSlice key,
	Match *match)
{
	const GPtrArray *bucket = g_hash_table_lookup(dictionary->by_first, &key);
	for (guint i = 0; bucket != NULL && i < bucket->len; i++)
		if (entry_fits(g_ptr_array_index(bucket, i), sentence, at, match))
			return TRUE;
	return FALSE;
}

/* The whole word, with those behind it, goes before its longest beginning, and so on. */
static gboolean
find(const OqDictionary *dictionary, const OqSentence *sentence, guint at, Match *match)
{
	OqSlice word = oq_sentence_lower(sentence, &sentence->tokens[at]);
	gboolean found = FALSE;
	guint32 hash = 0;
	for (gsize length = 1; length <= word.length; length++) {
		hash = hash_on(hash, word.data[length - 1]);
		gboolean whole = length == word.length;
		if (!filter_has(whole ? &dictionary->firsts : &dictionary->stems, hash))
			continue;
		OqSlice key = {word.data, length};
		Match longer;
		if (find_in_bucket(dictionary, sentence, at, key, &longer)) {
			*match = longer;
			found = TRUE;
		}
	}
	return found;
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
	if (!find(dictionary, context->sentence, at, &match))
		return NULL;
	guint n_parts = match.entry->parts->len;
	*n_taken = n_parts + say(context, &match, at + n_parts - 1);
	return &rule;
}
