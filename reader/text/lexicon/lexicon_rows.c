/* lexicon_rows.c - how the rows of each table become the lexicon. */
#include "text/lexicon/lexicon-private.h"

#include <glib/gi18n.h>

enum { LETTER, LETTER_NAME, LETTER_SOUND, LETTER_BEFORE_VOWEL };
static const char *const letter_columns[] = {"letter", "name", "sound", "before_vowel", NULL};
static const char *const sounds[] = {"back", "front", "glide-back", "glide-front", "sonorant", "l",
	"nasal", "z", "voiceless", "sign", "soft-sign", NULL};
G_STATIC_ASSERT(OQ_SOUND_BACK + G_N_ELEMENTS(sounds) - 2 == OQ_SOUND_SOFT_SIGN);

static gboolean
add_letter(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	gunichar letter, softened;
	guint sound;
	gboolean softens = oq_row_cell(row, LETTER_BEFORE_VOWEL)[0] != '\0';
	if (!oq_row_character(row, LETTER, &letter, error) ||
		!oq_row_character(row, softens ? LETTER_BEFORE_VOWEL : LETTER, &softened, error) ||
		!oq_row_choose(row, LETTER_SOUND, sounds, &sound, error))
		return FALSE;
	if (!oq_letters_add(
		    lexicon->letters, letter, oq_row_cell(row, LETTER_NAME), OQ_SOUND_BACK + sound))
		return oq_row_refuse(row, error, _("“%s” is no Latin, Greek or Cyrillic letter"),
			oq_row_cell(row, LETTER));
	oq_letters_set_softened(lexicon->letters, letter, softened);
	return TRUE;
}

enum { NUMERAL_VALUE, NUMERAL_WORD, NUMERAL_ORDINAL, NUMERAL_COLLECTIVE, NUMERAL_STEM };
static const char *const numeral_columns[] = {
	"value", "word", "ordinal", "collective", "stem", NULL};

static gboolean
add_numeral(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	OqNumeral numeral = {
		.word = oq_lexicon_keep(lexicon, row, NUMERAL_WORD),
		.ordinal = oq_lexicon_keep(lexicon, row, NUMERAL_ORDINAL),
		.collective = oq_lexicon_keep(lexicon, row, NUMERAL_COLLECTIVE),
		.stem = oq_lexicon_keep(lexicon, row, NUMERAL_STEM),
	};
	if (!oq_row_number(row, NUMERAL_VALUE, OQ_MAX_NUMERAL, &numeral.value, error))
		return FALSE;
	g_array_append_val(lexicon->numerals, numeral);
	return TRUE;
}

enum { SUFFIX_NAME = 1, SUFFIX_FORMS, SUFFIX_MISSPELT = SUFFIX_FORMS + OQ_N_SUFFIX_FORMS };
static const char *const suffix_columns[] = {"kind", "name", "vowel", "sonorant", "l", "nasal", "z",
	"voiceless", "possessed", "misspelt", NULL};
static const char *const suffix_kinds[] = {
	[OQ_SUFFIX_PLAIN] = "plain",
	[OQ_SUFFIX_ORDINAL] = "ordinal",
	[OQ_SUFFIX_COLLECTIVE] = "collective",
	[OQ_SUFFIX_POSSESSIVE] = "possessive",
	[OQ_SUFFIX_DERIVING] = "deriving",
	[OQ_SUFFIX_MULTIPLYING] = "multiplying",
	NULL,
};

static gboolean
read_form(OqLexicon *lexicon, const OqRow *row, guint column, OqSuffixForm *form, GError **error)
{
	OqSlice forms[2];
	if (!oq_row_forms(row, column, forms, error))
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
		if (forms[i].data != NULL)
			form->form[i] = oq_lexicon_keep_slice(lexicon, forms[i]);
	return TRUE;
}

static gboolean
add_suffix(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	OqSuffix suffix = {.name = oq_lexicon_keep(lexicon, row, SUFFIX_NAME), .kind = row->kind};
	for (guint i = 0; i < OQ_N_SUFFIX_FORMS; i++)
		if (!read_form(lexicon, row, SUFFIX_FORMS + i, &suffix.forms[i], error))
			return FALSE;
	if (!read_form(lexicon, row, SUFFIX_MISSPELT, &suffix.misspelt, error))
		return FALSE;
	if (lexicon->suffixes->len == OQ_MAX_SUFFIXES)
		return oq_row_refuse(
			row, error, _("there are %d rows of this kind already"), OQ_MAX_SUFFIXES);
	g_array_append_val(lexicon->suffixes, suffix);
	return TRUE;
}

enum { CONTEXT_WORD = 1 };
static const char *const word_columns[] = {"kind", "word", NULL};
static const char *const context_kinds[] = {"year", "year-or-span", "year-bare", "span",
	"anniversary", "ordinal", "part", "identifier", "half", "clock", "particle", "conjunction",
	"share", "year-kind", "scale", "roman", "of-year", "beside-date", "verb", "unpossessed",
	"from-date", "to-date", "apart", "coming", "quantity", "class", "address", "counted",
	"lettered", "surname", "measured", "law", "own-letter", "shaped", "reached", "undivided",
	"naming", NULL};
G_STATIC_ASSERT(OQ_CONTEXT_OF_KIND(G_N_ELEMENTS(context_kinds) - 2) == OQ_CONTEXT_NAMING);

/* A word may be of several kinds. */
static gboolean
add_context(gpointer into, const OqRow *row, G_GNUC_UNUSED GError **error)
{
	OqLexicon *lexicon = into;
	gboolean is_stem;
	OqSlice word = oq_row_stem(row, CONTEXT_WORD, &is_stem);
	GHashTable *map = is_stem ? lexicon->stems : lexicon->contexts;
	if (is_stem)
		lexicon->max_stem_bytes = MAX(lexicon->max_stem_bytes, word.length);
	OqContext *context = g_hash_table_lookup(map, &word);
	if (context == NULL) {
		context = g_new0(OqContext, 1);
		g_hash_table_insert(map, oq_lexicon_key_of(lexicon, word), context);
	}
	*context |= OQ_CONTEXT_OF_KIND(row->kind);
	return TRUE;
}

static const char *const aside_kinds[] = {
	"author", "see", "page", "pause", "second", "millisecond", "interval", NULL};
G_STATIC_ASSERT(1 << (G_N_ELEMENTS(aside_kinds) - 2) == OQ_ASIDE_INTERVAL);

static gboolean
add_aside(gpointer into, const OqRow *row, G_GNUC_UNUSED GError **error)
{
	OqLexicon *lexicon = into;
	OqSlice word = oq_slice(oq_row_cell(row, CONTEXT_WORD));
	guint before = oq_lexicon_aside(lexicon, word);
	g_hash_table_insert(lexicon->asides, oq_lexicon_key_of(lexicon, word),
		GUINT_TO_POINTER(before | 1u << row->kind));
	return TRUE;
}

static const char *const sentence_kinds[] = {"begins", "says", "cut", NULL};
G_STATIC_ASSERT(OQ_SENTENCE_WORD_BEGINS + G_N_ELEMENTS(sentence_kinds) - 2 == OQ_SENTENCE_WORD_CUT);

static gboolean
add_sentence_word(gpointer into, const OqRow *row, G_GNUC_UNUSED GError **error)
{
	OqLexicon *lexicon = into;
	g_hash_table_insert(lexicon->sentence_words, oq_lexicon_key(lexicon, row, CONTEXT_WORD),
		GUINT_TO_POINTER(OQ_SENTENCE_WORD_BEGINS + row->kind));
	return TRUE;
}

enum { SIGN, SIGN_NAME, SIGN_LEVEL };
static const char *const sign_columns[] = {"sign", "name", "level", NULL};
static const char *const levels[] = {
	[OQ_PUNCTUATION_NONE] = "none",
	[OQ_PUNCTUATION_SOME] = "some",
	[OQ_PUNCTUATION_ALL] = "all",
	[OQ_PUNCTUATION_SPELLING] = "spelling",
	NULL,
};

static gboolean
add_sign(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	gunichar character;
	guint level;
	if (!oq_row_character(row, SIGN, &character, error) ||
		!oq_row_choose(row, SIGN_LEVEL, levels, &level, error))
		return FALSE;
	OqSign *sign = g_new0(OqSign, 1);
	sign->name = oq_lexicon_keep(lexicon, row, SIGN_NAME);
	sign->level = level;
	g_hash_table_insert(lexicon->signs, GUINT_TO_POINTER(character), sign);
	return TRUE;
}

enum { LOOKALIKE_SIGN = 1, LOOKALIKE_LETTER, LOOKALIKE_BESIDE_VOWEL };
static const char *const lookalike_columns[] = {"kind", "sign", "letter", "beside_vowel", NULL};
static const char *const lookalike_kinds[] = {
	[OQ_LOOKALIKE_TWIN] = "twin",
	[OQ_LOOKALIKE_NEAR] = "near",
	[OQ_LOOKALIKE_ALWAYS] = "always",
	NULL,
};

static gboolean
add_lookalike(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	gunichar sign;
	OqLookalike lookalike = {.kind = row->kind};
	gboolean differs = oq_row_cell(row, LOOKALIKE_BESIDE_VOWEL)[0] != '\0';
	if (!oq_row_character(row, LOOKALIKE_SIGN, &sign, error) ||
		!oq_row_character(row, LOOKALIKE_LETTER, &lookalike.letter, error) ||
		!oq_row_character(row, differs ? LOOKALIKE_BESIDE_VOWEL : LOOKALIKE_LETTER,
			&lookalike.beside_vowel, error))
		return FALSE;
	g_hash_table_insert(lexicon->lookalikes, GUINT_TO_POINTER(sign),
		g_memdup2(&lookalike, sizeof lookalike));
	if (lookalike.kind != OQ_LOOKALIKE_TWIN)
		return TRUE;
	g_hash_table_insert(
		lexicon->twins, GUINT_TO_POINTER(lookalike.letter), GUINT_TO_POINTER(sign));
	g_hash_table_insert(
		lexicon->twins, GUINT_TO_POINTER(lookalike.beside_vowel), GUINT_TO_POINTER(sign));
	return TRUE;
}

enum { WORD_NAME, WORD };
static const char *const named_columns[] = {"name", "word", NULL};

static gboolean
add_word(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	guint name;
	if (!oq_row_choose(row, WORD_NAME, oq_names_words(), &name, error))
		return FALSE;
	lexicon->words[name] = oq_lexicon_keep(lexicon, row, WORD);
	return TRUE;
}

#define N_KINDS(names) names, G_N_ELEMENTS(names) - 1
#define NO_KINDS       NULL, 0

static const OqRows letter_rows = {letter_columns, 3, NO_KINDS, add_letter};
static const OqRows numeral_rows = {numeral_columns, 3, NO_KINDS, add_numeral};
static const OqRows suffix_rows = {suffix_columns, 9, N_KINDS(suffix_kinds), add_suffix};
static const OqRows context_rows = {word_columns, 2, N_KINDS(context_kinds), add_context};
static const OqRows aside_rows = {word_columns, 2, N_KINDS(aside_kinds), add_aside};
static const OqRows sentence_rows = {word_columns, 2, N_KINDS(sentence_kinds), add_sentence_word};
static const OqRows sign_rows = {sign_columns, 3, NO_KINDS, add_sign};
static const OqRows lookalike_rows = {
	lookalike_columns, 3, N_KINDS(lookalike_kinds), add_lookalike};
static const OqRows word_rows = {named_columns, 2, NO_KINDS, add_word};

static const OqLexiconTable tables[] = {
	{"letters.tsv", &letter_rows},
	{"numerals.tsv", &numeral_rows},
	{"suffixes.tsv", &suffix_rows},
	{"abbreviations.tsv", &oq_lexicon_abbreviation_rows},
	{"contractions.tsv", &oq_lexicon_contraction_rows},
	{"calendar.tsv", &oq_lexicon_calendar_rows},
	{"contexts.tsv", &context_rows},
	{"asides.tsv", &aside_rows},
	{"syllables.tsv", &oq_lexicon_syllable_rows},
	{"sentences.tsv", &sentence_rows},
	{"signs.tsv", &sign_rows},
	{"lookalikes.tsv", &lookalike_rows},
	{"words.tsv", &word_rows},
	{"units.tsv", &oq_lexicon_unit_rows},
	{"currencies.tsv", &oq_lexicon_money_rows},
	{"acronyms.tsv", &oq_lexicon_acronym_rows},
	{"languages.tsv", &oq_lexicon_evidence_rows},
	{"russian.tsv", &oq_lexicon_russian_rows},
	{"latin.tsv", &oq_lexicon_latin_rows},
	{"formulas.tsv", &oq_lexicon_formula_rows},
	{"alphabets.tsv", &oq_lexicon_alphabet_rows},
	{"transliteration.tsv", &oq_lexicon_transliteration_rows},
};

const OqLexiconTable *
oq_lexicon_tables(guint *n_tables)
{
	*n_tables = G_N_ELEMENTS(tables);
	return tables;
}
