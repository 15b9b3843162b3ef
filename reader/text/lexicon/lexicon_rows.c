/* lexicon_rows.c - how the rows of each table become the lexicon. */
#include "text/lexicon/lexicon-private.h"

#include <glib/gi18n.h>
#include <string.h>

char *
oq_lexicon_keep(OqLexicon *lexicon, const char *string)
{
	return g_string_chunk_insert_const(lexicon->strings, string);
}

char *
oq_lexicon_keep_cell(OqLexicon *lexicon, const OqTable *table, guint row, guint column)
{
	const char *cell = oq_table_cell(table, row, column);
	return cell[0] != '\0' ? oq_lexicon_keep(lexicon, cell) : NULL;
}

static gboolean
add_letter(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	if (oq_letters_add(lexicon->letters, oq_table_cell(table, row, 0),
		    oq_table_cell(table, row, 1), oq_table_cell(table, row, 2)))
		return TRUE;
	oq_table_row_error(
		table, row, error, _("a letter, its name and one of its classes are needed"));
	return FALSE;
}

static gboolean
add_numeral(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	OqNumeral numeral = {0};
	if (!g_ascii_string_to_unsigned(
		    oq_table_cell(table, row, 0), 10, 0, G_MAXUINT64, &numeral.value, NULL)) {
		oq_table_row_error(table, row, error, _("the first column is no whole number"));
		return FALSE;
	}
	numeral.word = oq_lexicon_keep_cell(lexicon, table, row, 1);
	numeral.ordinal = oq_lexicon_keep_cell(lexicon, table, row, 2);
	numeral.collective = oq_lexicon_keep_cell(lexicon, table, row, 3);
	numeral.stem = oq_lexicon_keep_cell(lexicon, table, row, 4);
	g_array_append_val(lexicon->numerals, numeral);
	return TRUE;
}

static gboolean
add_form(OqLexicon *lexicon, const OqTable *table, guint row, guint column, OqSuffixForm *form,
	GError **error)
{
	const char *cell = oq_table_cell(table, row, column);
	if (cell[0] == '\0' || strcmp(cell, "-") == 0)
		return TRUE;
	g_auto(GStrv) parts = g_strsplit(cell, "/", -1);
	if (g_strv_length(parts) != 2 || parts[0][0] == '\0' || parts[1][0] == '\0') {
		oq_table_row_error(table, row, error, _("“%s” is not two forms, back/front"), cell);
		return FALSE;
	}
	form->form[OQ_HARMONY_BACK] = oq_lexicon_keep(lexicon, parts[0]);
	form->form[OQ_HARMONY_FRONT] = oq_lexicon_keep(lexicon, parts[1]);
	return TRUE;
}

static OqSuffixKind
suffix_kind(const char *name)
{
	static const struct {
		const char *name;
		OqSuffixKind kind;
	} kinds[] = {
		{"ordinal", OQ_SUFFIX_ORDINAL},
		{"collective", OQ_SUFFIX_COLLECTIVE},
		{"possessive", OQ_SUFFIX_POSSESSIVE},
		{"adjective", OQ_SUFFIX_DERIVING},
		{"adjective-soft", OQ_SUFFIX_DERIVING},
		{"similative", OQ_SUFFIX_DERIVING},
		{"adverb", OQ_SUFFIX_DERIVING},
		{"without", OQ_SUFFIX_DERIVING},
		{"equative", OQ_SUFFIX_DERIVING},
		{"plural", OQ_SUFFIX_MULTIPLYING},
		{"tens", OQ_SUFFIX_MULTIPLYING},
	};
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (strcmp(name, kinds[i].name) == 0)
			return kinds[i].kind;
	return OQ_SUFFIX_PLAIN;
}

static gboolean
add_suffix(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	OqSuffix empty = {0};
	if (lexicon->suffixes->len == G_MAXUINT8 - 1) {
		oq_table_row_error(
			table, row, error, _("there are %d endings already"), G_MAXUINT8 - 1);
		return FALSE;
	}
	g_array_append_val(lexicon->suffixes, empty);
	OqSuffix *suffix = &g_array_index(lexicon->suffixes, OqSuffix, lexicon->suffixes->len - 1);
	suffix->name = oq_lexicon_keep(lexicon, oq_table_cell(table, row, 0));
	suffix->kind = suffix_kind(suffix->name);
	for (guint i = 0; i < OQ_N_SUFFIX_FORMS; i++)
		if (!add_form(lexicon, table, row, i + 1, &suffix->forms[i], error))
			return FALSE;
	return add_form(lexicon, table, row, OQ_N_SUFFIX_FORMS + 1, &suffix->misspelt, error);
}

/* A cell that holds one of two words. */
static gboolean
read_choice(const OqTable *table, guint row, guint column, const char *yes, const char *no,
	gboolean *out, GError **error)
{
	const char *cell = oq_table_cell(table, row, column);
	*out = strcmp(cell, yes) == 0;
	if (*out || strcmp(cell, no) == 0)
		return TRUE;
	oq_table_row_error(table, row, error, _("“%s” is neither “%s” nor “%s”"), cell, yes, no);
	return FALSE;
}

static gboolean
read_place(const OqTable *table, guint row, OqAbbreviationPlace *place, GError **error)
{
	static const char *const places[] = {"any", "number", "name", "before-number"};
	const char *cell = oq_table_cell(table, row, 2);
	for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
		*place = i;
		if (strcmp(cell, places[i]) == 0)
			return TRUE;
	}
	oq_table_row_error(
		table, row, error, _("“%s” is none of any, number, name, before-number"), cell);
	return FALSE;
}

static gboolean
add_abbreviation(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	OqAbbreviation *abbreviation = g_new0(OqAbbreviation, 1);
	abbreviation->spoken = oq_lexicon_keep_cell(lexicon, table, row, 1);
	abbreviation->before_noun = oq_lexicon_keep_cell(lexicon, table, row, 4);
	g_hash_table_insert(lexicon->abbreviations,
		oq_lexicon_add_key(lexicon, oq_table_cell(table, row, 0)), abbreviation);
	return read_place(table, row, &abbreviation->place, error) &&
	       read_choice(table, row, 3, "may", "never", &abbreviation->may_end, error);
}

static void
add_month(OqLexicon *lexicon, const char *month, const char *soft)
{
	g_ptr_array_add(lexicon->months, oq_lexicon_keep(lexicon, month));
	g_ptr_array_add(lexicon->months, oq_lexicon_keep(lexicon, soft[0] != '\0' ? soft : month));
}

static void
add_year_abbreviation(OqLexicon *lexicon, const OqTable *table, guint row)
{
	OqYearAbbreviation *abbreviation = g_new0(OqYearAbbreviation, 1);
	abbreviation->singular = oq_lexicon_keep(lexicon, oq_table_cell(table, row, 2));
	abbreviation->plural = oq_lexicon_keep(lexicon, oq_table_cell(table, row, 3));
	abbreviation->attributive = oq_lexicon_keep_cell(lexicon, table, row, 4);
	abbreviation->attributive_plural = oq_lexicon_keep_cell(lexicon, table, row, 5);
	g_hash_table_insert(lexicon->year_abbreviations,
		oq_lexicon_add_key(lexicon, oq_table_cell(table, row, 1)), abbreviation);
}

static gboolean
add_calendar_row(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	const char *kind = oq_table_cell(table, row, 0);
	if (strcmp(kind, "month") == 0)
		add_month(lexicon, oq_table_cell(table, row, 1), oq_table_cell(table, row, 2));
	else if (strcmp(kind, "year") == 0 && oq_table_cell(table, row, 3)[0] != '\0')
		add_year_abbreviation(lexicon, table, row);
	else {
		oq_table_row_error(table, row, error, _("the first column is none of the kinds"));
		return FALSE;
	}
	return TRUE;
}

/* A word with a hyphen at its end is a stem. A word may be of several kinds. */
static void
add_context_word(OqLexicon *lexicon, const char *word, OqContext context)
{
	gboolean stem = g_str_has_suffix(word, "-");
	g_autofree char *bare = g_strndup(word, strlen(word) - stem);
	GHashTable *map = stem ? lexicon->stems : lexicon->contexts;
	OqSlice key = oq_slice(bare);
	if (stem)
		lexicon->max_stem_bytes = MAX(lexicon->max_stem_bytes, key.length);
	guint before = GPOINTER_TO_UINT(g_hash_table_lookup(map, &key));
	g_hash_table_insert(
		map, oq_lexicon_add_key(lexicon, bare), GUINT_TO_POINTER(before | context));
}

static gboolean
add_context(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	static const char *const kinds[] = {"year", "year-or-span", "year-bare", "span",
		"anniversary", "ordinal", "part", "identifier", "half", "clock", "particle",
		"conjunction", "share", "year-kind", "scale", "roman", "of-year", "beside-date",
		"verb", "unpossessed", "from-date", "to-date"};
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (strcmp(oq_table_cell(table, row, 0), kinds[i]) != 0)
			continue;
		add_context_word(lexicon, oq_table_cell(table, row, 1), 1 << i);
		return TRUE;
	}
	oq_table_row_error(table, row, error, _("the first column is none of the kinds"));
	return FALSE;
}

static gboolean
read_level(const OqTable *table, guint row, OqPunctuation *level, GError **error)
{
	static const char *const levels[] = {"none", "some", "all", "spelling"};
	const char *cell = oq_table_cell(table, row, 2);
	for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
		*level = i;
		if (strcmp(cell, levels[i]) == 0)
			return TRUE;
	}
	oq_table_row_error(table, row, error, _("“%s” is none of none, some, all, spelling"), cell);
	return FALSE;
}

static gboolean
add_sign(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	const char *cell = oq_table_cell(table, row, 0);
	gunichar character = oq_table_character(table, row, 0);
	if (character == 0) {
		oq_table_row_error(table, row, error, _("“%s” is not one sign"), cell);
		return FALSE;
	}
	OqSign *sign = g_new0(OqSign, 1);
	sign->name = oq_lexicon_keep_cell(lexicon, table, row, 1);
	g_hash_table_insert(lexicon->signs, GUINT_TO_POINTER(character), sign);
	return read_level(table, row, &sign->level, error);
}

static gboolean
read_letter(const OqTable *table, guint row, guint column, gunichar *letter, GError **error)
{
	const char *cell = oq_table_cell(table, row, column);
	if (cell[0] == '\0' || *g_utf8_next_char(cell) != '\0') {
		oq_table_row_error(table, row, error, _("“%s” is not one letter"), cell);
		return FALSE;
	}
	*letter = g_utf8_get_char(cell);
	return TRUE;
}

static gboolean
read_lookalike_kind(const OqTable *table, guint row, OqLookalikeKind *kind, GError **error)
{
	static const char *const kinds[] = {"twin", "near", "always"};
	const char *cell = oq_table_cell(table, row, 2);
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		*kind = i;
		if (strcmp(cell, kinds[i]) == 0)
			return TRUE;
	}
	oq_table_row_error(table, row, error, _("“%s” is none of twin, near, always"), cell);
	return FALSE;
}

static gboolean
add_lookalike(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	gunichar sign;
	OqLookalike lookalike;
	guint beside_vowel = oq_table_cell(table, row, 3)[0] != '\0' ? 3 : 1;
	if (!read_letter(table, row, 0, &sign, error) ||
		!read_letter(table, row, 1, &lookalike.letter, error) ||
		!read_letter(table, row, beside_vowel, &lookalike.beside_vowel, error) ||
		!read_lookalike_kind(table, row, &lookalike.kind, error))
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

static gboolean
add_word(OqLexicon *lexicon, const OqTable *table, guint row, G_GNUC_UNUSED GError **error)
{
	for (guint i = 0; i < OQ_N_NAMED_WORDS; i++)
		if (strcmp(oq_table_cell(table, row, 0), oq_names_words()[i]) == 0)
			lexicon->words[i] = oq_lexicon_keep_cell(lexicon, table, row, 1);
	return TRUE;
}

static void
add_spoken(OqLexicon *lexicon, GHashTable *map, const OqTable *table, guint row)
{
	g_hash_table_insert(map, oq_lexicon_add_key(lexicon, oq_table_cell(table, row, 0)),
		oq_lexicon_keep_cell(lexicon, table, row, 1));
}

static gboolean
add_unit(OqLexicon *lexicon, const OqTable *table, guint row, G_GNUC_UNUSED GError **error)
{
	add_spoken(lexicon, lexicon->units, table, row);
	return TRUE;
}

static gboolean
add_currency(OqLexicon *lexicon, const OqTable *table, guint row, G_GNUC_UNUSED GError **error)
{
	add_spoken(lexicon, lexicon->currencies, table, row);
	return TRUE;
}

static gboolean
add_acronym(OqLexicon *lexicon, const OqTable *table, guint row, G_GNUC_UNUSED GError **error)
{
	add_spoken(lexicon, lexicon->acronyms, table, row);
	return TRUE;
}

static gboolean
add_sentence_word(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	static const char *const kinds[] = {"begins", "says", "cut"};
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (strcmp(oq_table_cell(table, row, 1), kinds[i]) != 0)
			continue;
		g_hash_table_insert(lexicon->sentence_words,
			oq_lexicon_add_key(lexicon, oq_table_cell(table, row, 0)),
			GUINT_TO_POINTER(OQ_SENTENCE_WORD_BEGINS + i));
		return TRUE;
	}
	oq_table_row_error(table, row, error, _("the second column is none of the kinds"));
	return FALSE;
}

static const OqLexiconTable tables[] = {
	{"letters.tsv", 3, 3, add_letter},
	{"numerals.tsv", 3, 5, add_numeral},
	{"suffixes.tsv", OQ_N_SUFFIX_FORMS + 1, OQ_N_SUFFIX_FORMS + 2, add_suffix},
	{"abbreviations.tsv", 4, 5, add_abbreviation},
	{"calendar.tsv", 2, 6, add_calendar_row},
	{"contexts.tsv", 2, 2, add_context},
	{"sentences.tsv", 2, 2, add_sentence_word},
	{"signs.tsv", 3, 3, add_sign},
	{"lookalikes.tsv", 3, 4, add_lookalike},
	{"words.tsv", 2, 2, add_word},
	{"units.tsv", 2, 2, add_unit},
	{"currencies.tsv", 2, 2, add_currency},
	{"acronyms.tsv", 2, 2, add_acronym},
	{"languages.tsv", 2, 2, oq_lexicon_add_evidence},
	{"russian.tsv", 2, 4, oq_lexicon_add_russian},
	{"latin.tsv", 2, 2, oq_lexicon_add_latin},
};

const OqLexiconTable *
oq_lexicon_tables(guint *n_tables)
{
	*n_tables = G_N_ELEMENTS(tables);
	return tables;
}
