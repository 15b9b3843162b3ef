/* lexicon-private.h - what the tables are kept in; for lexicon.c and lexicon_*.c alone. */
#pragma once

#include "base/rows.h"
#include "text/lexicon/lexicon.h"

struct _OqLexicon {
	OqLetters *letters;
	OqTyping *typing;
	GStringChunk *strings; /* every string below */
	GPtrArray *keys;       /* every OqSlice below */
	OqEvidence *evidence;
	GArray *numerals;          /* of OqNumeral */
	GHashTable *by_value;      /* guint64 * to OqNumeral */
	GHashTable *by_word;       /* OqSlice * to OqNumeral */
	GArray *suffixes;          /* of OqSuffix */
	GHashTable *abbreviations; /* OqSlice * to OqAbbreviation, the first of its rows */
	GHashTable *contractions;  /* gunichar to OqContraction, the first with that letter */
	GPtrArray *shortened;      /* the rows of both */
	GHashTable *contexts;      /* OqSlice * to OqContext */
	GHashTable *stems;         /* the same, for words with any case ending */
	gsize max_stem_bytes;
	GHashTable *asides;             /* OqSlice * to OqAside */
	GHashTable *syllables;          /* OqSlice * to OqSyllable */
	GHashTable *sentence_words;     /* OqSlice * to OqSentenceWord; a stem has its hyphen */
	GPtrArray *months;              /* of char *: name and soft stem of each */
	GHashTable *year_abbreviations; /* OqSlice * to OqYearAbbreviation */
	guint last_short_year;
	GHashTable *short_names;   /* OqSlice * to OqShortName */
	GHashTable *unit_prefixes; /* OqSlice * to char * */
	GHashTable *units;         /* OqSlice * to OqUnit */
	GHashTable *units_anyhow;  /* … by what it is in lower case */
	GHashTable *money_scales;  /* OqSlice * to char * */
	GHashTable *currencies;    /* OqSlice * to OqMoney */
	GHashTable *acronyms;      /* OqSlice * to char *, as the next two */
	GHashTable *latin;
	GHashTable *formulas;
	GHashTable *alphabets[OQ_N_ALPHABET_KINDS]; /* OqSlice * to OqAlphabetRow */
	GHashTable *transliterations;               /* OqSlice * to OqTransliteration */
	GHashTable *scripts;                        /* GUnicodeScript to char * */
	GHashTable *russian;                        /* OqSlice * to OqRussian */
	GHashTable *signs;                          /* gunichar to OqSign */
	GHashTable *lookalikes;                     /* gunichar to OqLookalike */
	GHashTable *twins;                          /* gunichar to gunichar */
	const char *words[OQ_N_NAMED_WORDS];
	guint8 named_suffixes[OQ_N_NAMED_SUFFIXES]; /* where they are in suffixes */
};

/** A row of signs.tsv. */
typedef struct {
	char *name;
	OqPunctuation level; /* from which on it is said */
} OqSign;

/** The highest value that C asks the numeral of. */
#define OQ_MAX_NUMERAL G_GUINT64_CONSTANT(1000000000000000000)

/** So many endings have an index in OqSuffixes, beside OQ_NO_SUFFIX. */
#define OQ_MAX_SUFFIXES (G_MAXUINT8 - 1)
#define OQ_NO_SUFFIX    G_MAXUINT8

/** A table of voices/kk. */
typedef struct {
	const char *name;
	const OqRows *rows; /* which are added to an OqLexicon */
} OqLexiconTable;

/** oq_lexicon_tables: all of them. */
const OqLexiconTable *oq_lexicon_tables(guint *n_tables);

/** oq_lexicon_new_empty: (transfer full): without a row. */
OqLexicon *oq_lexicon_new_empty(void);

/* That of lexicon_calendar.c. */
extern const OqRows oq_lexicon_calendar_rows;
/* Those of lexicon_measures.c. */
extern const OqRows oq_lexicon_unit_rows, oq_lexicon_money_rows;
/* Those of lexicon_shortened.c. */
extern const OqRows oq_lexicon_abbreviation_rows, oq_lexicon_contraction_rows;
/* Those of lexicon_capitals.c. */
extern const OqRows oq_lexicon_syllable_rows, oq_lexicon_acronym_rows;

/* Those of lexicon_foreign.c. */
extern const OqRows oq_lexicon_evidence_rows, oq_lexicon_russian_rows, oq_lexicon_latin_rows,
	oq_lexicon_formula_rows, oq_lexicon_alphabet_rows, oq_lexicon_transliteration_rows;

/** oq_lexicon_check: whether all is there that C asks for, in whatever text. */
gboolean oq_lexicon_check(const OqLexicon *lexicon, const char *folder, GError **error);

/** oq_lexicon_keep: (nullable) (transfer none): the text of a cell, as long as the lexicon lives;
 * NULL: it is empty. */
char *oq_lexicon_keep(OqLexicon *lexicon, const OqRow *row, guint column);

/** oq_lexicon_keep_slice: (transfer none): the same of a piece of one. */
char *oq_lexicon_keep_slice(OqLexicon *lexicon, OqSlice text);

/** oq_lexicon_key: (transfer none): the key that a cell is in a map. */
OqSlice *oq_lexicon_key(OqLexicon *lexicon, const OqRow *row, guint column);

/** oq_lexicon_key_of: (transfer none): the key that a word is, which need not live on. */
OqSlice *oq_lexicon_key_of(OqLexicon *lexicon, OqSlice word);
