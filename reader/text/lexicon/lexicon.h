/* lexicon.h - all tables of voices/kk as one immutable object, shared by any number of threads.
 * What each table means stands at its top. Everything returned is owned by the lexicon. */
#pragma once

#include "base/slice.h"
#include "base/typing.h"
#include "text/characters/letters.h"
#include "text/lexicon/evidence.h"
#include "text/lexicon/names.h"

typedef struct _OqLexicon OqLexicon;

/** A row of numerals.tsv. */
typedef struct {
	guint64 value;
	char *word;
	char *ordinal;
	char *collective; /* or NULL */
	char *stem;       /* before a vowel, or NULL */
} OqNumeral;

/** A form of an ending for each harmony; empty: does not occur there. */
typedef struct {
	char *form[2]; /* by OqHarmony */
} OqSuffixForm;

/** After a third-person possessive comes behind the other final sounds. */
#define OQ_N_SUFFIX_FORMS          (OQ_N_ENDINGS + 1)
#define OQ_SUFFIX_AFTER_POSSESSIVE OQ_N_ENDINGS

/** What an ending does beside being attached. */
typedef enum {
	OQ_SUFFIX_PLAIN,
	OQ_SUFFIX_ORDINAL,
	OQ_SUFFIX_COLLECTIVE,
	OQ_SUFFIX_POSSESSIVE,
	OQ_SUFFIX_DERIVING,    /* makes another word, not another case of the same */
	OQ_SUFFIX_MULTIPLYING, /* many of them: миллиондар, without бір */
} OqSuffixKind;

/** A row of suffixes.tsv. */
typedef struct {
	char *name;
	OqSuffixKind kind;
	OqSuffixForm forms[OQ_N_SUFFIX_FORMS];
	OqSuffixForm misspelt;
} OqSuffix;

/** A row of russian.tsv. */
typedef struct {
	char *one;
	char *few; /* NULL, as the next: it is always said the same */
	char *many;
} OqRussian;

/** Where letters are an abbreviation. */
typedef enum {
	OQ_ABBREVIATION_ANYWHERE,
	OQ_ABBREVIATION_BEHIND_NUMBER,
	OQ_ABBREVIATION_BEHIND_ORDINAL, /* a number with a hyphen */
	OQ_ABBREVIATION_BEHIND_YEAR,    /* 1904 ж. */
	OQ_ABBREVIATION_BEHIND_NAME,
	OQ_ABBREVIATION_BEFORE_NUMBER,
	OQ_ABBREVIATION_BEFORE_NAME,
	OQ_ABBREVIATION_OF_LAW,     /* ҚК 190-б. */
	OQ_ABBREVIATION_OF_ARTICLE, /* 190-бабының 2-б. */
	OQ_ABBREVIATION_OF_SCHOOL,  /* №12 мл */
} OqAbbreviationPlace;

/** A row of abbreviations.tsv. */
typedef struct _OqAbbreviation OqAbbreviation;
struct _OqAbbreviation {
	char *spoken;
	char *before_noun; /* … when a noun follows, or NULL */
	OqAbbreviationPlace place;
	gboolean may_end;     /* its point ends a sentence before any capital */
	gboolean is_word_too; /* could be a word but for its point */
	OqAbbreviation *next; /* the next row that is written the same */
};

/** A row of contractions.tsv. */
typedef struct _OqContraction OqContraction;
struct _OqContraction {
	char *word;
	gsize n_bytes;       /* of its beginning that must be written */
	OqContraction *next; /* the next row with the same first letter */
};

/** ж., жж., ғ., ғғ. behind a year or century. */
typedef struct {
	char *stem; /* before an ending: жыл */
	char *singular;
	char *plural;             /* behind a range */
	char *attributive;        /* before what the year describes, or NULL */
	char *attributive_plural; /* the same behind a range, or NULL */
} OqYearAbbreviation;

/** Months and days of the week that are written short. */
typedef enum {
	OQ_SHORT_MONTH,
	OQ_SHORT_MONTH_OR_WORD, /* қаз is a goose, too */
	OQ_SHORT_WEEKDAY,
} OqShortKind;

typedef struct {
	OqShortKind kind;
	char *spoken;
} OqShortName;
/** What a row of units.tsv is; the table tells what each means. */
typedef enum {
	OQ_UNIT_PREFIX,
	OQ_UNIT_LENGTH,
	OQ_UNIT_PLAIN,
	OQ_UNIT_PREFIXED,
	OQ_UNIT_LETTER,
	OQ_UNIT_SQUARE,
	OQ_UNIT_CUBE,
	OQ_UNIT_COLUMN,
	OQ_UNIT_QUANTITY,
} OqUnitKind;

/** A row of units.tsv, or a prefix and one. */
typedef struct {
	const char *spoken;
	const char *per; /* of a rate in a single word, or NULL */
	OqUnitKind kind;
} OqUnit;

/** What a row of currencies.tsv is; the table tells what each means. */
typedef enum {
	OQ_MONEY_SIGN,
	OQ_MONEY_CODE,
	OQ_MONEY_WORD,
	OQ_MONEY_SCALE,
} OqMoneyKind;

/** A row of currencies.tsv. */
typedef struct {
	const char *spoken;
	const char *hundredth; /* or NULL */
	OqMoneyKind kind;
} OqMoney;

/** What a word says of a number beside it; contexts.tsv tells what each means. Several may be
 * joined. */
typedef guint64 OqContext;

/** That of a row, by the place of its kind among those of the table. */
#define OQ_CONTEXT_OF_KIND(kind) (G_GUINT64_CONSTANT(1) << (kind))

#define OQ_CONTEXT_NONE         0
#define OQ_CONTEXT_YEAR         OQ_CONTEXT_OF_KIND(0)
#define OQ_CONTEXT_YEAR_OR_SPAN OQ_CONTEXT_OF_KIND(1)
#define OQ_CONTEXT_YEAR_BARE    OQ_CONTEXT_OF_KIND(2)
#define OQ_CONTEXT_SPAN         OQ_CONTEXT_OF_KIND(3)
#define OQ_CONTEXT_ANNIVERSARY  OQ_CONTEXT_OF_KIND(4)
#define OQ_CONTEXT_ORDINAL      OQ_CONTEXT_OF_KIND(5)
#define OQ_CONTEXT_PART         OQ_CONTEXT_OF_KIND(6)
#define OQ_CONTEXT_IDENTIFIER   OQ_CONTEXT_OF_KIND(7)
#define OQ_CONTEXT_HALF         OQ_CONTEXT_OF_KIND(8)
#define OQ_CONTEXT_CLOCK        OQ_CONTEXT_OF_KIND(9)
#define OQ_CONTEXT_PARTICLE     OQ_CONTEXT_OF_KIND(10)
#define OQ_CONTEXT_CONJUNCTION  OQ_CONTEXT_OF_KIND(11)
#define OQ_CONTEXT_SHARE        OQ_CONTEXT_OF_KIND(12)
#define OQ_CONTEXT_YEAR_KIND    OQ_CONTEXT_OF_KIND(13)
#define OQ_CONTEXT_SCALE        OQ_CONTEXT_OF_KIND(14)
#define OQ_CONTEXT_ROMAN        OQ_CONTEXT_OF_KIND(15)
#define OQ_CONTEXT_OF_YEAR      OQ_CONTEXT_OF_KIND(16)
#define OQ_CONTEXT_BESIDE_DATE  OQ_CONTEXT_OF_KIND(17)
#define OQ_CONTEXT_VERB         OQ_CONTEXT_OF_KIND(18)
#define OQ_CONTEXT_UNPOSSESSED  OQ_CONTEXT_OF_KIND(19)
#define OQ_CONTEXT_FROM_DATE    OQ_CONTEXT_OF_KIND(20)
#define OQ_CONTEXT_TO_DATE      OQ_CONTEXT_OF_KIND(21)
#define OQ_CONTEXT_APART        OQ_CONTEXT_OF_KIND(22)
#define OQ_CONTEXT_COMING       OQ_CONTEXT_OF_KIND(23)
#define OQ_CONTEXT_QUANTITY     OQ_CONTEXT_OF_KIND(24)
#define OQ_CONTEXT_CLASS        OQ_CONTEXT_OF_KIND(25)
#define OQ_CONTEXT_ADDRESS      OQ_CONTEXT_OF_KIND(26)
#define OQ_CONTEXT_COUNTED      OQ_CONTEXT_OF_KIND(27)
#define OQ_CONTEXT_LETTERED     OQ_CONTEXT_OF_KIND(28)
#define OQ_CONTEXT_SURNAME      OQ_CONTEXT_OF_KIND(29)
#define OQ_CONTEXT_MEASURED     OQ_CONTEXT_OF_KIND(30)
#define OQ_CONTEXT_LAW          OQ_CONTEXT_OF_KIND(31)
#define OQ_CONTEXT_OWN_LETTER   OQ_CONTEXT_OF_KIND(32)
#define OQ_CONTEXT_SHAPED       OQ_CONTEXT_OF_KIND(33)
#define OQ_CONTEXT_REACHED      OQ_CONTEXT_OF_KIND(34)
#define OQ_CONTEXT_UNDIVIDED    OQ_CONTEXT_OF_KIND(35)
#define OQ_CONTEXT_NAMING       OQ_CONTEXT_OF_KIND(36)

/** How much of the signs a listener wants to be named. */
typedef enum {
	OQ_PUNCTUATION_NONE, /* those that are words in running text: %, №, + */
	OQ_PUNCTUATION_SOME, /* … and all that would be silent: *, #, →, emoji */
	OQ_PUNCTUATION_ALL, /* … and the punctuation, which otherwise is heard as pause and tone */
	OQ_PUNCTUATION_SPELLING, /* … and what only spelling names: spaces */
} OqPunctuation;

/** When a sign is put right; lookalikes.tsv tells what each means. */
typedef enum {
	OQ_LOOKALIKE_TWIN,
	OQ_LOOKALIKE_NEAR,
	OQ_LOOKALIKE_ALWAYS,
} OqLookalikeKind;

/** A row of lookalikes.tsv. */
typedef struct {
	gunichar letter;
	gunichar beside_vowel; /* the same as letter when the table has none */
	OqLookalikeKind kind;
} OqLookalike;

/** What a word says of the sentence that may end before it; sentences.tsv tells more. */
typedef enum {
	OQ_SENTENCE_WORD_NONE,
	OQ_SENTENCE_WORD_BEGINS,
	OQ_SENTENCE_WORD_SAYS,
	OQ_SENTENCE_WORD_CUT,
} OqSentenceWord;

/** What a word is in notes, references and written pauses; asides.tsv tells what each means. */
typedef enum {
	OQ_ASIDE_NONE = 0,
	OQ_ASIDE_AUTHOR = 1 << 0,
	OQ_ASIDE_SEE = 1 << 1,
	OQ_ASIDE_PAGE = 1 << 2,
	OQ_ASIDE_PAUSE = 1 << 3,
	OQ_ASIDE_SECOND = 1 << 4,
	OQ_ASIDE_MILLISECOND = 1 << 5,
	OQ_ASIDE_INTERVAL = 1 << 6,
} OqAside;

/** How letters may stand beside each other in a word; syllables.tsv tells what each means. */
typedef enum {
	OQ_SYLLABLE_NONE = 0,
	OQ_SYLLABLE_ONSET = 1 << 0,
	OQ_SYLLABLE_CODA = 1 << 1,
	OQ_SYLLABLE_HIATUS = 1 << 2,
	OQ_SYLLABLE_BEFORE = 1 << 3,
	OQ_SYLLABLE_BEHIND = 1 << 4,
} OqSyllable;

/** What a row of alphabets.tsv is; the table tells what each means. */
typedef enum {
	OQ_ALPHABET_LETTER,
	OQ_ALPHABET_OLD,
	OQ_ALPHABET_ARABIC,
	OQ_ALPHABET_START,
	OQ_ALPHABET_PART,
	OQ_ALPHABET_WORD,
	OQ_N_ALPHABET_KINDS,
} OqAlphabetKind;

/** A row of alphabets.tsv; letters are empty where it becomes nothing. */
typedef struct {
	const char *letters;
	const char *soft; /* in a word with front vowels; the same as letters where it does not
			     differ */
} OqAlphabetRow;

/** What a row of transliteration.tsv is; the table tells what each means. */
typedef enum {
	OQ_TRANSLITERATION_LETTER,
	OQ_TRANSLITERATION_CONSONANT,
	OQ_TRANSLITERATION_SIGN,
	OQ_TRANSLITERATION_SCRIPT,
} OqTransliterationKind;

/** A row of transliteration.tsv. */
typedef struct {
	const char *spoken; /* "" where it becomes nothing */
	OqTransliterationKind kind;
} OqTransliteration;

#define OQ_N_MONTHS 12

/**
 * oq_lexicon_load:
 * @folder: where the tables are
 *
 * Returns: (transfer full): NULL and OQ_TABLE_ERROR, with file:line, when a table is wrong
 */
OqLexicon *oq_lexicon_load(const char *folder, GError **error);
void oq_lexicon_free(OqLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqLexicon, oq_lexicon_free)

/** oq_lexicon_has_table: whether a file of that name is one of the tables. */
gboolean oq_lexicon_has_table(const char *name);

/**
 * oq_lexicon_judge: one of the tables by itself.
 * @path: its name must be that of a table
 * @complaints: (element-type utf8): receives a message, file:line first, for each wrong row
 *
 * Returns: FALSE and OQ_TABLE_ERROR_FILE when it cannot be read
 */
gboolean oq_lexicon_judge(const char *path, GPtrArray *complaints, GError **error);

const OqLetters *oq_lexicon_letters(const OqLexicon *lexicon);

/** oq_lexicon_typing: as what letters are typed on other keyboards. */
const OqTyping *oq_lexicon_typing(const OqLexicon *lexicon);
const OqEvidence *oq_lexicon_evidence(const OqLexicon *lexicon);

/** oq_lexicon_number: the numeral of a value that has a word of its own; those are all loaded. */
const OqNumeral *oq_lexicon_number(const OqLexicon *lexicon, guint64 value);

/** oq_lexicon_numeral: the numeral that a word is, or NULL. */
const OqNumeral *oq_lexicon_numeral(const OqLexicon *lexicon, OqSlice word);

const OqSuffix *oq_lexicon_suffixes(const OqLexicon *lexicon, guint *n_suffixes);
const OqSuffix *oq_lexicon_suffix(const OqLexicon *lexicon, OqNamedSuffix suffix);

/** oq_lexicon_abbreviation: by its letters without the last point, "т.б"; NULL: is none. */
const OqAbbreviation *oq_lexicon_abbreviation(const OqLexicon *lexicon, OqSlice key);

/** oq_lexicon_contraction: the first of the words that are contracted (көшесі, к-сі) and begin with
 * a letter, or NULL. */
const OqContraction *oq_lexicon_contraction(const OqLexicon *lexicon, gunichar letter);

/** oq_lexicon_context: of a word in lower case; @stem: of a stem that may have case endings. */
OqContext oq_lexicon_context(const OqLexicon *lexicon, OqSlice word, gboolean stem);

/** oq_lexicon_max_stem_bytes: of the longest stem that oq_lexicon_context() knows. */
gsize oq_lexicon_max_stem_bytes(const OqLexicon *lexicon);

/** oq_lexicon_aside: of a word in lower case. */
OqAside oq_lexicon_aside(const OqLexicon *lexicon, OqSlice word);

/** oq_lexicon_sentence_word: of a word in lower case; @stem: of a stem with any ending. */
OqSentenceWord oq_lexicon_sentence_word(const OqLexicon *lexicon, OqSlice word, gboolean stem);

/** oq_lexicon_syllable: of one or two small letters. */
OqSyllable oq_lexicon_syllable(const OqLexicon *lexicon, OqSlice letters);

/** oq_lexicon_month: @month from 1 to 12; @soft: its stem before a vowel, қыркүйег. */
const char *oq_lexicon_month(const OqLexicon *lexicon, guint month, gboolean soft);

/** oq_lexicon_last_short_year: the last year of two digits that is one of this century. */
guint oq_lexicon_last_short_year(const OqLexicon *lexicon);

/** oq_lexicon_short_name: of "там", "дс" …, in lower case, without a point; or NULL. */
const OqShortName *oq_lexicon_short_name(const OqLexicon *lexicon, OqSlice word);

/** oq_lexicon_year_abbreviation: "ж", "жж", "ж.ж" …, or NULL. */
const OqYearAbbreviation *oq_lexicon_year_abbreviation(const OqLexicon *lexicon, OqSlice word);

/** oq_lexicon_measure: a unit, with its prefix, or a word that stands beside one; NULL: is none.
 * @anyhow: in whatever case, if it has letters enough for that */
const OqUnit *oq_lexicon_measure(const OqLexicon *lexicon, OqSlice symbol, gboolean anyhow);

/** oq_lexicon_money: by its sign or code; NULL: is none. */
const OqMoney *oq_lexicon_money(const OqLexicon *lexicon, OqSlice code);

/** oq_lexicon_money_scale: how the letters of $5M are said, or NULL. */
const char *oq_lexicon_money_scale(const OqLexicon *lexicon, OqSlice letters);

/** oq_lexicon_is_money: the same of a single sign. */
gboolean oq_lexicon_is_money(const OqLexicon *lexicon, gunichar sign);

/** oq_lexicon_unit, _currency, _acronym: how it is said, or NULL when the table has no such row. */
const char *oq_lexicon_unit(const OqLexicon *lexicon, OqSlice symbol);
const char *oq_lexicon_currency(const OqLexicon *lexicon, OqSlice code);
const char *oq_lexicon_acronym(const OqLexicon *lexicon, OqSlice letters);

/** oq_lexicon_russian: a sign or abbreviation of Russian, or NULL. */
const OqRussian *oq_lexicon_russian(const OqLexicon *lexicon, OqSlice written);

/** oq_lexicon_latin: Latin letters, of which there are few, in Kazakh ones; or NULL. */
const char *oq_lexicon_latin(const OqLexicon *lexicon, OqSlice letters);

/** oq_lexicon_formula: a letter or function in small letters, as a teacher calls it; or NULL. */
const char *oq_lexicon_formula(const OqLexicon *lexicon, OqSlice symbol);

/** oq_lexicon_alphabet: what Latin or Arabic letters of Kazakh become, or NULL. */
const OqAlphabetRow *oq_lexicon_alphabet(
	const OqLexicon *lexicon, OqAlphabetKind kind, OqSlice written);

/** oq_lexicon_sign: the name of a sign, or NULL when it has none at that level. */
const char *oq_lexicon_sign(const OqLexicon *lexicon, gunichar sign, OqPunctuation level);

/** oq_lexicon_transliteration: (nullable): of small letters, of which there are few. */
const OqTransliteration *oq_lexicon_transliteration(const OqLexicon *lexicon, OqSlice letters);

/** oq_lexicon_script: (nullable): what is said of words in it, whose letters nobody can say. */
const char *oq_lexicon_script(const OqLexicon *lexicon, GUnicodeScript script);

/** oq_lexicon_lookalike: the letter that a sign stands for, or NULL. */
const OqLookalike *oq_lexicon_lookalike(const OqLexicon *lexicon, gunichar sign);

/** oq_lexicon_twin: the Latin letter of the same shape as a Kazakh one, or 0. */
gunichar oq_lexicon_twin(const OqLexicon *lexicon, gunichar letter);

const char *oq_lexicon_word(const OqLexicon *lexicon, OqNamedWord word);
