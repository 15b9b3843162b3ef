/* lexicon_foreign.c - the rows of the tables that tell of other languages. */
#include "text/lexicon/lexicon-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A letter that is not there. */
#define NOTHING "none"

enum { EVIDENCE_VALUE = 1 };
static const char *const evidence_columns[] = {"kind", "value", NULL};
static const char *const evidence_kinds[] = {
	[OQ_EVIDENCE_KK_LETTER] = "kk-letter",
	[OQ_EVIDENCE_KK_WORD] = "kk-word",
	[OQ_EVIDENCE_KK_ENDING] = "kk-ending",
	[OQ_EVIDENCE_RU_WORD] = "ru-word",
	[OQ_EVIDENCE_RU_WEAK] = "ru-weak",
	[OQ_EVIDENCE_RU_ENDING] = "ru-ending",
	[OQ_EVIDENCE_RU_SURE_ENDING] = "ru-sure-ending",
	[OQ_EVIDENCE_BOTH] = "both",
	NULL,
};

static gboolean
add_evidence(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	const char *value = oq_row_cell(row, EVIDENCE_VALUE);
	return oq_evidence_add(lexicon->evidence, row->kind, value) ||
	       oq_row_refuse(row, error,
		       _("“%s” must be small Cyrillic letters: one for a letter, two or more for "
			 "an ending"),
		       value);
}

enum { RUSSIAN_WRITTEN, RUSSIAN_ONE, RUSSIAN_FEW, RUSSIAN_MANY };
static const char *const russian_columns[] = {"written", "one", "few", "many", NULL};

static gboolean
add_russian(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	OqRussian *russian = g_new0(OqRussian, 1);
	russian->one = oq_lexicon_keep(lexicon, row, RUSSIAN_ONE);
	russian->few = oq_lexicon_keep(lexicon, row, RUSSIAN_FEW);
	russian->many = oq_lexicon_keep(lexicon, row, RUSSIAN_MANY);
	g_hash_table_insert(
		lexicon->russian, oq_lexicon_key(lexicon, row, RUSSIAN_WRITTEN), russian);
	return (russian->few == NULL) == (russian->many == NULL) ||
	       oq_row_refuse(row, error, _("one form or three are needed"));
}

enum { LATIN_WRITTEN, LATIN_SPOKEN };
static const char *const latin_columns[] = {"written", "spoken", NULL};

static gboolean
add_latin(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	const char *letters = oq_row_cell(row, LATIN_WRITTEN);
	for (const char *p = letters; *p != '\0'; p++)
		if (!g_ascii_islower(*p))
			return oq_row_refuse(
				row, error, _("“%s” is not in small Latin letters"), letters);
	g_hash_table_insert(lexicon->latin, oq_lexicon_key(lexicon, row, LATIN_WRITTEN),
		oq_lexicon_keep(lexicon, row, LATIN_SPOKEN));
	return TRUE;
}

enum { FORMULA_WRITTEN, FORMULA_SPOKEN };

static gboolean
add_formula(gpointer into, const OqRow *row, G_GNUC_UNUSED GError **error)
{
	OqLexicon *lexicon = into;
	g_hash_table_insert(lexicon->formulas, oq_lexicon_key(lexicon, row, FORMULA_WRITTEN),
		oq_lexicon_keep(lexicon, row, FORMULA_SPOKEN));
	return TRUE;
}

enum { ALPHABET_WRITTEN = 1, ALPHABET_LETTERS, ALPHABET_SOFT };
static const char *const alphabet_columns[] = {"kind", "written", "letters", "soft", NULL};
static const char *const alphabet_kinds[] = {
	[OQ_ALPHABET_LETTER] = "letter",
	[OQ_ALPHABET_OLD] = "old",
	[OQ_ALPHABET_ARABIC] = "arabic",
	[OQ_ALPHABET_START] = "start",
	[OQ_ALPHABET_PART] = "part",
	[OQ_ALPHABET_WORD] = "word",
	NULL,
};

static gboolean
add_alphabet(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	const char *letters = oq_lexicon_keep(lexicon, row, ALPHABET_LETTERS);
	const char *soft = oq_lexicon_keep(lexicon, row, ALPHABET_SOFT);
	if (letters == NULL && row->kind != OQ_ALPHABET_WORD)
		return oq_row_refuse(row, error, _("a row of this kind needs “letters”"));
	if (g_strcmp0(letters, NOTHING) == 0)
		letters = "";
	OqAlphabetRow alphabet = {letters, soft != NULL ? soft : letters};
	g_hash_table_insert(lexicon->alphabets[row->kind],
		oq_lexicon_key(lexicon, row, ALPHABET_WRITTEN),
		g_memdup2(&alphabet, sizeof alphabet));
	return TRUE;
}

enum { TRANSLITERATION_WRITTEN = 1, TRANSLITERATION_SPOKEN };
static const char *const transliteration_columns[] = {"kind", "written", "spoken", NULL};
static const char *const transliteration_kinds[] = {
	[OQ_TRANSLITERATION_LETTER] = "letter",
	[OQ_TRANSLITERATION_CONSONANT] = "consonant",
	[OQ_TRANSLITERATION_SIGN] = "sign",
	[OQ_TRANSLITERATION_SCRIPT] = "script",
	NULL,
};

#define LETTERS_OF_CODE 4

static gboolean
add_script(OqLexicon *lexicon, const OqRow *row, GError **error)
{
	const char *code = oq_row_cell(row, TRANSLITERATION_WRITTEN);
	GUnicodeScript script = G_UNICODE_SCRIPT_UNKNOWN;
	if (strlen(code) == LETTERS_OF_CODE)
		script = g_unicode_script_from_iso15924(
			(guint32)(guchar)code[0] << 24 | (guint32)(guchar)code[1] << 16 |
			(guint32)(guchar)code[2] << 8 | (guint32)(guchar)code[3]);
	if (script <= G_UNICODE_SCRIPT_INHERITED || script == G_UNICODE_SCRIPT_UNKNOWN)
		return oq_row_refuse(row, error, _("“%s” is no code of ISO 15924"), code);
	g_hash_table_insert(lexicon->scripts, GINT_TO_POINTER(script),
		oq_lexicon_keep(lexicon, row, TRANSLITERATION_SPOKEN));
	return TRUE;
}

static gboolean
add_transliteration(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	const char *spoken = oq_lexicon_keep(lexicon, row, TRANSLITERATION_SPOKEN);
	if (row->kind == OQ_TRANSLITERATION_SCRIPT)
		return add_script(lexicon, row, error);
	OqTransliteration letters = {
		strcmp(spoken, NOTHING) == 0 ? "" : spoken, (OqTransliterationKind)row->kind};
	OqSlice *key;
	gunichar c;
	char utf8[6];
	if (oq_row_is_character(row, TRANSLITERATION_WRITTEN)) {
		if (!oq_row_character(row, TRANSLITERATION_WRITTEN, &c, error))
			return FALSE;
		key = oq_lexicon_key_of(lexicon, (OqSlice){utf8, g_unichar_to_utf8(c, utf8)});
	} else {
		key = oq_lexicon_key(lexicon, row, TRANSLITERATION_WRITTEN);
	}
	g_hash_table_insert(lexicon->transliterations, key, g_memdup2(&letters, sizeof letters));
	return TRUE;
}

const OqRows oq_lexicon_evidence_rows = {
	evidence_columns, 2, evidence_kinds, G_N_ELEMENTS(evidence_kinds) - 1, add_evidence};
const OqRows oq_lexicon_russian_rows = {russian_columns, 2, NULL, 0, add_russian};
const OqRows oq_lexicon_latin_rows = {latin_columns, 2, NULL, 0, add_latin};
const OqRows oq_lexicon_formula_rows = {latin_columns, 2, NULL, 0, add_formula};
const OqRows oq_lexicon_alphabet_rows = {
	alphabet_columns, 2, alphabet_kinds, G_N_ELEMENTS(alphabet_kinds) - 1, add_alphabet};
const OqRows oq_lexicon_transliteration_rows = {transliteration_columns, 3, transliteration_kinds,
	G_N_ELEMENTS(transliteration_kinds) - 1, add_transliteration};
