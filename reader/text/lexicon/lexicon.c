/* lexicon.c - see the header. */
#include "text/lexicon/lexicon-private.h"

#include <string.h>

/* Bytes that are allocated at once. */
#define STRINGS_BLOCK 16384

char *
oq_lexicon_keep_slice(OqLexicon *lexicon, OqSlice text)
{
	return g_string_chunk_insert_len(lexicon->strings, text.data, (gssize)text.length);
}

char *
oq_lexicon_keep(OqLexicon *lexicon, const OqRow *row, guint column)
{
	const char *cell = oq_row_cell(row, column);
	return cell[0] != '\0' ? g_string_chunk_insert(lexicon->strings, cell) : NULL;
}

OqSlice *
oq_lexicon_key_of(OqLexicon *lexicon, OqSlice word)
{
	OqSlice *key = g_new(OqSlice, 1);
	*key = (OqSlice){oq_lexicon_keep_slice(lexicon, word), word.length};
	g_ptr_array_add(lexicon->keys, key);
	return key;
}

OqSlice *
oq_lexicon_key(OqLexicon *lexicon, const OqRow *row, guint column)
{
	return oq_lexicon_key_of(lexicon, oq_slice(oq_row_cell(row, column)));
}

/* The array of numerals no longer moves: point into it. */
static void
index_numerals(OqLexicon *lexicon)
{
	for (guint i = 0; i < lexicon->numerals->len; i++) {
		OqNumeral *numeral = &g_array_index(lexicon->numerals, OqNumeral, i);
		g_hash_table_insert(lexicon->by_value, &numeral->value, numeral);
		g_hash_table_insert(lexicon->by_word,
			oq_lexicon_key_of(lexicon, oq_slice(numeral->word)), numeral);
	}
}

static guint8
find_suffix(const OqLexicon *lexicon, const char *name)
{
	for (guint i = 0; i < lexicon->suffixes->len; i++)
		if (strcmp(g_array_index(lexicon->suffixes, OqSuffix, i).name, name) == 0)
			return i;
	return OQ_NO_SUFFIX;
}

static void
index_suffixes(OqLexicon *lexicon)
{
	for (guint i = 0; i < OQ_N_NAMED_SUFFIXES; i++)
		lexicon->named_suffixes[i] = find_suffix(lexicon, oq_names_suffixes()[i]);
}

/* What rows hold is in lexicon->strings. */
static GHashTable *
new_map(GDestroyNotify free_row)
{
	return g_hash_table_new_full(oq_slice_hash, oq_slice_equal, NULL, free_row);
}

OqLexicon *
oq_lexicon_new_empty(void)
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
	lexicon->abbreviations = new_map(NULL);
	lexicon->contractions = g_hash_table_new(NULL, NULL);
	lexicon->shortened = g_ptr_array_new_with_free_func(g_free);
	lexicon->contexts = new_map(g_free);
	lexicon->stems = new_map(g_free);
	lexicon->asides = new_map(NULL);
	lexicon->syllables = new_map(NULL);
	lexicon->sentence_words = new_map(NULL);
	lexicon->year_abbreviations = new_map(g_free);
	lexicon->short_names = new_map(g_free);
	lexicon->unit_prefixes = new_map(NULL);
	lexicon->units = new_map(g_free);
	lexicon->units_anyhow = new_map(NULL);
	lexicon->money_scales = new_map(NULL);
	lexicon->currencies = new_map(g_free);
	lexicon->acronyms = new_map(NULL);
	lexicon->latin = new_map(NULL);
	lexicon->formulas = new_map(NULL);
	for (guint i = 0; i < OQ_N_ALPHABET_KINDS; i++)
		lexicon->alphabets[i] = new_map(g_free);
	lexicon->transliterations = new_map(g_free);
	lexicon->scripts = g_hash_table_new(NULL, NULL);
	lexicon->russian = new_map(g_free);
	lexicon->months = g_ptr_array_new();
	lexicon->signs = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	lexicon->lookalikes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	lexicon->twins = g_hash_table_new(NULL, NULL);
	return lexicon;
}

OqLexicon *
oq_lexicon_load(const char *folder, GError **error)
{
	g_autoptr(OqLexicon) lexicon = oq_lexicon_new_empty();
	guint n_tables;
	const OqLexiconTable *tables = oq_lexicon_tables(&n_tables);
	for (guint i = 0; i < n_tables; i++) {
		g_autofree char *path = g_build_filename(folder, tables[i].name, NULL);
		if (!oq_rows_load(path, tables[i].rows, lexicon, error))
			return NULL;
	}
	g_autofree char *path = g_build_filename(folder, "typing.tsv", NULL);
	lexicon->typing = oq_typing_load(path, error);
	if (lexicon->typing == NULL)
		return NULL;
	index_numerals(lexicon);
	index_suffixes(lexicon);
	if (!oq_lexicon_check(lexicon, folder, error))
		return NULL;
	return g_steal_pointer(&lexicon);
}

void
oq_lexicon_free(OqLexicon *lexicon)
{
	if (lexicon == NULL)
		return;
	g_hash_table_unref(lexicon->twins);
	g_hash_table_unref(lexicon->lookalikes);
	g_hash_table_unref(lexicon->signs);
	g_ptr_array_unref(lexicon->months);
	g_hash_table_unref(lexicon->russian);
	g_hash_table_unref(lexicon->scripts);
	g_hash_table_unref(lexicon->transliterations);
	for (guint i = 0; i < OQ_N_ALPHABET_KINDS; i++)
		g_hash_table_unref(lexicon->alphabets[i]);
	g_hash_table_unref(lexicon->formulas);
	g_hash_table_unref(lexicon->latin);
	g_hash_table_unref(lexicon->acronyms);
	g_hash_table_unref(lexicon->currencies);
	g_hash_table_unref(lexicon->money_scales);
	g_hash_table_unref(lexicon->units_anyhow);
	g_hash_table_unref(lexicon->units);
	g_hash_table_unref(lexicon->short_names);
	g_hash_table_unref(lexicon->unit_prefixes);
	g_hash_table_unref(lexicon->year_abbreviations);
	g_hash_table_unref(lexicon->sentence_words);
	g_hash_table_unref(lexicon->syllables);
	g_hash_table_unref(lexicon->asides);
	g_hash_table_unref(lexicon->stems);
	g_hash_table_unref(lexicon->contexts);
	g_ptr_array_unref(lexicon->shortened);
	g_hash_table_unref(lexicon->contractions);
	g_hash_table_unref(lexicon->abbreviations);
	g_array_unref(lexicon->suffixes);
	g_hash_table_unref(lexicon->by_word);
	g_hash_table_unref(lexicon->by_value);
	g_array_unref(lexicon->numerals);
	g_ptr_array_unref(lexicon->keys);
	g_string_chunk_free(lexicon->strings);
	oq_evidence_free(lexicon->evidence);
	oq_typing_free(lexicon->typing);
	oq_letters_free(lexicon->letters);
	g_free(lexicon);
}

const OqTyping *
oq_lexicon_typing(const OqLexicon *lexicon)
{
	return lexicon->typing;
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

const OqSuffix *
oq_lexicon_suffix(const OqLexicon *lexicon, OqNamedSuffix suffix)
{
	return &g_array_index(lexicon->suffixes, OqSuffix, lexicon->named_suffixes[suffix]);
}

const OqAbbreviation *
oq_lexicon_abbreviation(const OqLexicon *lexicon, OqSlice key)
{
	return g_hash_table_lookup(lexicon->abbreviations, &key);
}

const OqContraction *
oq_lexicon_contraction(const OqLexicon *lexicon, gunichar letter)
{
	return g_hash_table_lookup(lexicon->contractions, GUINT_TO_POINTER(letter));
}

OqContext
oq_lexicon_context(const OqLexicon *lexicon, OqSlice word, gboolean stem)
{
	const OqContext *context =
		g_hash_table_lookup(stem ? lexicon->stems : lexicon->contexts, &word);
	return context != NULL ? *context : OQ_CONTEXT_NONE;
}

gsize
oq_lexicon_max_stem_bytes(const OqLexicon *lexicon)
{
	return lexicon->max_stem_bytes;
}

OqAside
oq_lexicon_aside(const OqLexicon *lexicon, OqSlice word)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->asides, &word));
}

OqSyllable
oq_lexicon_syllable(const OqLexicon *lexicon, OqSlice letters)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->syllables, &letters));
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

const OqShortName *
oq_lexicon_short_name(const OqLexicon *lexicon, OqSlice word)
{
	return g_hash_table_lookup(lexicon->short_names, &word);
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

const char *
oq_lexicon_formula(const OqLexicon *lexicon, OqSlice symbol)
{
	return g_hash_table_lookup(lexicon->formulas, &symbol);
}

const OqAlphabetRow *
oq_lexicon_alphabet(const OqLexicon *lexicon, OqAlphabetKind kind, OqSlice written)
{
	return g_hash_table_lookup(lexicon->alphabets[kind], &written);
}

const OqTransliteration *
oq_lexicon_transliteration(const OqLexicon *lexicon, OqSlice letters)
{
	return g_hash_table_lookup(lexicon->transliterations, &letters);
}

const char *
oq_lexicon_script(const OqLexicon *lexicon, GUnicodeScript script)
{
	return g_hash_table_lookup(lexicon->scripts, GINT_TO_POINTER(script));
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
oq_lexicon_word(const OqLexicon *lexicon, OqNamedWord word)
{
	return lexicon->words[word];
}
