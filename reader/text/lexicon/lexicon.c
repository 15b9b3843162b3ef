/* lexicon.c - see the header. */
#include "text/lexicon/lexicon-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Bytes that are allocated at once. */
#define STRINGS_BLOCK 16384

/* What a rule may ask for by name; a table without one of these is refused. */
static const char *const needed_words[] = {"integer-part", "foreign-words", "minus", "of-the-year",
	"half-of-one", "and-a-half", "square", "cubic", "degree", "point", "at", "slash", "years",
	"year", "plus", "capital", "opened", "closed", "emoji", "flag", "unknown-sign",
	"unknown-letter", "invisible-sign", "unknown-number", "unknown-currency"};

OqSlice *
oq_lexicon_add_key(OqLexicon *lexicon, const char *word)
{
	OqSlice *key = g_new(OqSlice, 1);
	*key = oq_slice(g_string_chunk_insert_const(lexicon->strings, word));
	g_ptr_array_add(lexicon->keys, key);
	return key;
}

static gboolean
load_table(OqLexicon *lexicon, const char *folder, const OqLexiconTable *which, GError **error)
{
	g_autofree char *path = g_build_filename(folder, which->name, NULL);
	g_autoptr(OqTable) table = oq_table_load(path, which->min_cells, which->max_cells, error);
	if (table == NULL)
		return FALSE;
	for (guint row = 0; row < oq_table_n_rows(table); row++) {
		for (guint i = 0; i < which->min_cells; i++) {
			if (oq_table_cell(table, row, i)[0] != '\0')
				continue;
			oq_table_row_error(table, row, error, _("a column is empty"));
			return FALSE;
		}
		if (!which->add(lexicon, table, row, error))
			return FALSE;
	}
	return TRUE;
}

/* The array of numerals no longer moves: point into it. */
static void
index_numerals(OqLexicon *lexicon)
{
	for (guint i = 0; i < lexicon->numerals->len; i++) {
		OqNumeral *numeral = &g_array_index(lexicon->numerals, OqNumeral, i);
		g_hash_table_insert(lexicon->by_value, &numeral->value, numeral);
		g_hash_table_insert(
			lexicon->by_word, oq_lexicon_add_key(lexicon, numeral->word), numeral);
	}
}

static gboolean
is_missing(const char *folder, const char *table, const char *what, GError **error)
{
	g_set_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW, _("%s/%s: “%s” is missing"), folder,
		table, what);
	return FALSE;
}

/* The rules rely on these; a linguist's slip must be told at the start, not in mid-sentence. */
static gboolean
check_complete(const OqLexicon *lexicon, const char *folder, GError **error)
{
	for (guint64 value = 0, step = 1; value <= 1000000000000000000; value += step) {
		g_autofree char *digits = g_strdup_printf("%" G_GUINT64_FORMAT, value);
		if (oq_lexicon_number(lexicon, value) == NULL)
			return is_missing(folder, "numerals.tsv", digits, error);
		step = value < 10 ? 1 : value < 100 ? 10 : value < 1000 ? 900 : value * 999;
	}
	for (guint i = 0; i < G_N_ELEMENTS(needed_words); i++)
		if (!g_hash_table_contains(lexicon->words, needed_words[i]))
			return is_missing(folder, "words.tsv", needed_words[i], error);
	for (char letter[] = "a"; letter[0] <= 'z'; letter[0]++)
		if (oq_lexicon_latin(lexicon, oq_slice(letter)) == NULL)
			return is_missing(folder, "latin.tsv", letter, error);
	if (lexicon->months->len != 2 * OQ_N_MONTHS)
		return is_missing(folder, "calendar.tsv", "month", error);
	return TRUE;
}

/* What rows hold is in lexicon->strings. */
static GHashTable *
new_map(GDestroyNotify free_row)
{
	return g_hash_table_new_full(oq_slice_hash, oq_slice_equal, NULL, free_row);
}

static OqLexicon *
new_empty(void)
{
	OqLexicon *lexicon = g_new0(OqLexicon, 1);
	lexicon->letters = oq_letters_new();
	lexicon->strings = g_string_chunk_new(STRINGS_BLOCK);
	lexicon->evidence = oq_evidence_new();
	lexicon->keys = g_ptr_array_new_with_free_func(g_free);
	lexicon->numerals = g_array_new(FALSE, TRUE, sizeof(OqNumeral));
	lexicon->by_value = g_hash_table_new(g_int64_hash, g_int64_equal);
	lexicon->by_word = new_map(NULL);
	lexicon->suffixes = g_array_new(FALSE, TRUE, sizeof(OqSuffix));
	lexicon->abbreviations = new_map(g_free);
	lexicon->contexts = new_map(NULL);
	lexicon->stems = new_map(NULL);
	lexicon->sentence_words = new_map(NULL);
	lexicon->year_abbreviations = new_map(g_free);
	lexicon->units = new_map(NULL);
	lexicon->currencies = new_map(NULL);
	lexicon->acronyms = new_map(NULL);
	lexicon->latin = new_map(NULL);
	lexicon->russian = new_map(g_free);
	lexicon->months = g_ptr_array_new();
	lexicon->signs = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	lexicon->lookalikes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	lexicon->twins = g_hash_table_new(NULL, NULL);
	lexicon->words = g_hash_table_new(g_str_hash, g_str_equal);
	return lexicon;
}

OqLexicon *
oq_lexicon_load(const char *folder, GError **error)
{
	g_autoptr(OqLexicon) lexicon = new_empty();
	guint n_tables;
	const OqLexiconTable *tables = oq_lexicon_tables(&n_tables);
	for (guint i = 0; i < n_tables; i++)
		if (!load_table(lexicon, folder, &tables[i], error))
			return NULL;
	index_numerals(lexicon);
	if (!check_complete(lexicon, folder, error))
		return NULL;
	return g_steal_pointer(&lexicon);
}

void
oq_lexicon_free(OqLexicon *lexicon)
{
	if (lexicon == NULL)
		return;
	g_hash_table_unref(lexicon->words);
	g_hash_table_unref(lexicon->twins);
	g_hash_table_unref(lexicon->lookalikes);
	g_hash_table_unref(lexicon->signs);
	g_ptr_array_unref(lexicon->months);
	g_hash_table_unref(lexicon->russian);
	g_hash_table_unref(lexicon->latin);
	g_hash_table_unref(lexicon->acronyms);
	g_hash_table_unref(lexicon->currencies);
	g_hash_table_unref(lexicon->units);
	g_hash_table_unref(lexicon->year_abbreviations);
	g_hash_table_unref(lexicon->sentence_words);
	g_hash_table_unref(lexicon->stems);
	g_hash_table_unref(lexicon->contexts);
	g_hash_table_unref(lexicon->abbreviations);
	g_array_unref(lexicon->suffixes);
	g_hash_table_unref(lexicon->by_word);
	g_hash_table_unref(lexicon->by_value);
	g_array_unref(lexicon->numerals);
	g_ptr_array_unref(lexicon->keys);
	g_string_chunk_free(lexicon->strings);
	oq_evidence_free(lexicon->evidence);
	oq_letters_free(lexicon->letters);
	g_free(lexicon);
}

const OqLetters *
oq_lexicon_letters(const OqLexicon *lexicon)
{
	return lexicon->letters;
}

const OqEvidence *
oq_lexicon_evidence(const OqLexicon *lexicon)
{
	return lexicon->evidence;
}

const OqNumeral *
oq_lexicon_number(const OqLexicon *lexicon, guint64 value)
{
	return g_hash_table_lookup(lexicon->by_value, &value);
}

const OqNumeral *
oq_lexicon_numeral(const OqLexicon *lexicon, OqSlice word)
{
	return g_hash_table_lookup(lexicon->by_word, &word);
}

const OqSuffix *
oq_lexicon_suffixes(const OqLexicon *lexicon, guint *n_suffixes)
{
	*n_suffixes = lexicon->suffixes->len;
	return (const OqSuffix *)lexicon->suffixes->data;
}

const OqAbbreviation *
oq_lexicon_abbreviation(const OqLexicon *lexicon, OqSlice key)
{
	return g_hash_table_lookup(lexicon->abbreviations, &key);
}

OqContext
oq_lexicon_context(const OqLexicon *lexicon, OqSlice word, gboolean stem)
{
	GHashTable *map = stem ? lexicon->stems : lexicon->contexts;
	return GPOINTER_TO_UINT(g_hash_table_lookup(map, &word));
}

gsize
oq_lexicon_max_stem_bytes(const OqLexicon *lexicon)
{
	return lexicon->max_stem_bytes;
}

/* A stem is looked up as it is written in the table, with its hyphen. */
static OqSentenceWord
sentence_stem(const OqLexicon *lexicon, OqSlice word)
{
	char stem[32];
	for (gsize length = MIN(word.length, sizeof stem - 1); length > 0; length--) {
		memcpy(stem, word.data, length);
		stem[length] = '-';
		OqSlice key = {stem, length + 1};
		gpointer found = g_hash_table_lookup(lexicon->sentence_words, &key);
		if (found != NULL)
			return GPOINTER_TO_UINT(found);
	}
	return OQ_SENTENCE_WORD_NONE;
}

OqSentenceWord
oq_lexicon_sentence_word(const OqLexicon *lexicon, OqSlice word, gboolean stem)
{
	if (stem)
		return sentence_stem(lexicon, word);
	return GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->sentence_words, &word));
}

const OqYearAbbreviation *
oq_lexicon_year_abbreviation(const OqLexicon *lexicon, OqSlice word)
{
	return g_hash_table_lookup(lexicon->year_abbreviations, &word);
}

const char *
oq_lexicon_unit(const OqLexicon *lexicon, OqSlice symbol)
{
	return g_hash_table_lookup(lexicon->units, &symbol);
}

const char *
oq_lexicon_currency(const OqLexicon *lexicon, OqSlice code)
{
	return g_hash_table_lookup(lexicon->currencies, &code);
}

const char *
oq_lexicon_acronym(const OqLexicon *lexicon, OqSlice letters)
{
	return g_hash_table_lookup(lexicon->acronyms, &letters);
}

const char *
oq_lexicon_latin(const OqLexicon *lexicon, OqSlice letters)
{
	return g_hash_table_lookup(lexicon->latin, &letters);
}

const OqRussian *
oq_lexicon_russian(const OqLexicon *lexicon, OqSlice written)
{
	return g_hash_table_lookup(lexicon->russian, &written);
}

const char *
oq_lexicon_month(const OqLexicon *lexicon, guint month, gboolean soft)
{
	return g_ptr_array_index(lexicon->months, 2 * (month - 1) + (soft ? 1 : 0));
}

const char *
oq_lexicon_sign(const OqLexicon *lexicon, gunichar sign, OqPunctuation level)
{
	const OqSign *row = g_hash_table_lookup(lexicon->signs, GUINT_TO_POINTER(sign));
	return row != NULL && row->level <= level ? row->name : NULL;
}

const OqLookalike *
oq_lexicon_lookalike(const OqLexicon *lexicon, gunichar sign)
{
	return g_hash_table_lookup(lexicon->lookalikes, GUINT_TO_POINTER(sign));
}

gunichar
oq_lexicon_twin(const OqLexicon *lexicon, gunichar letter)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->twins, GUINT_TO_POINTER(letter)));
}

const char *
oq_lexicon_word(const OqLexicon *lexicon, const char *name)
{
	return g_hash_table_lookup(lexicon->words, name);
}
