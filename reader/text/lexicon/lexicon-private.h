/* lexicon-private.h - what the tables are kept in; for lexicon.c, lexicon_rows.c and
 * lexicon_foreign.c alone. */
#pragma once

#include "base/table.h"
#include "text/lexicon/lexicon.h"

struct _OqLexicon {
	OqLetters *letters;
	GStringChunk *strings; /* every string below */
	GPtrArray *keys;       /* every OqSlice below */
	OqEvidence *evidence;
	GArray *numerals;          /* of OqNumeral */
	GHashTable *by_value;      /* guint64 * to OqNumeral */
	GHashTable *by_word;       /* OqSlice * to OqNumeral */
	GArray *suffixes;          /* of OqSuffix */
	GHashTable *abbreviations; /* OqSlice * to OqAbbreviation */
	GHashTable *contexts;      /* OqSlice * to OqContext */
	GHashTable *stems;         /* the same, for words with any case ending */
	gsize max_stem_bytes;
	GHashTable *sentence_words;     /* OqSlice * to OqSentenceWord; a stem has its hyphen */
	GPtrArray *months;              /* of char *: name and soft stem of each */
	GHashTable *year_abbreviations; /* OqSlice * to OqYearAbbreviation */
	GHashTable *units;              /* OqSlice * to char *, as the next two */
	GHashTable *currencies;
	GHashTable *acronyms;
	GHashTable *latin;
	GHashTable *russian;    /* OqSlice * to OqRussian */
	GHashTable *signs;      /* gunichar to OqSign */
	GHashTable *lookalikes; /* gunichar to OqLookalike */
	GHashTable *twins;      /* gunichar to gunichar */
	GHashTable *words;      /* char * to char * */
};

/** A row of signs.tsv. */
typedef struct {
	char *name;
	OqPunctuation level; /* from which on it is said */
} OqSign;

/** One table of voices/kk and what to do with its rows. */
typedef struct {
	const char *name;
	guint min_cells;
	guint max_cells;
	gboolean (*add)(OqLexicon *lexicon, const OqTable *table, guint row, GError **error);
} OqLexiconTable;

/** oq_lexicon_tables: all of them. */
const OqLexiconTable *oq_lexicon_tables(guint *n_tables);

/** oq_lexicon_add_key: a copy of the word that lives as long as the lexicon. */
OqSlice *oq_lexicon_add_key(OqLexicon *lexicon, const char *word);

/** oq_lexicon_keep: (transfer none): the same for a string of a row. */
char *oq_lexicon_keep(OqLexicon *lexicon, const char *string);

/** oq_lexicon_keep_cell: (nullable): … for a cell; NULL: it is empty. */
char *oq_lexicon_keep_cell(OqLexicon *lexicon, const OqTable *table, guint row, guint column);

/* Rows of lexicon_foreign.c. */
gboolean oq_lexicon_add_evidence(
	OqLexicon *lexicon, const OqTable *table, guint row, GError **error);
gboolean oq_lexicon_add_russian(
	OqLexicon *lexicon, const OqTable *table, guint row, GError **error);
gboolean oq_lexicon_add_latin(OqLexicon *lexicon, const OqTable *table, guint row, GError **error);
