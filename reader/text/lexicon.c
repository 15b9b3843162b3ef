#include "text/lexicon.h"

#include "base/table.h"

#include <glib/gi18n.h>
#include <string.h>

struct _OqLexicon {
	OqLetters *letters;
	GPtrArray *keys;           /* every OqSlice below, and its text */
	GArray *numerals;          /* of OqNumeral */
	GHashTable *by_value;      /* guint64 * to OqNumeral */
	GHashTable *by_word;       /* OqSlice * to OqNumeral */
	GArray *suffixes;          /* of OqSuffix */
	GHashTable *abbreviations; /* OqSlice * to OqAbbreviation */
	GHashTable *calendar;      /* OqSlice * to OqCalendarWord */
	GPtrArray *months;
	GHashTable *signs; /* gunichar to char * */
	GHashTable *words; /* char * to char * */
};

/* What a rule may ask for by name; a table without one of these is refused. */
static const char *const needed_words[] = {"integer-part", "minus", "of-the-year"};

typedef gboolean (*AddRow)(OqLexicon *lexicon, const OqTable *table, guint row, GError **error);

static OqSlice *
add_key(OqLexicon *lexicon, const char *word)
{
	OqSlice *key = g_new(OqSlice, 1);
	char *owned = g_strdup(word);
	*key = oq_slice(owned);
	g_ptr_array_add(lexicon->keys, key);
	g_ptr_array_add(lexicon->keys, owned);
	return key;
}

static char *
dup_cell(const OqTable *table, guint row, guint column)
{
	const char *cell = oq_table_cell(table, row, column);
	return cell[0] != '\0' ? g_strdup(cell) : NULL;
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
	numeral.word = dup_cell(table, row, 1);
	numeral.ordinal = dup_cell(table, row, 2);
	numeral.collective = dup_cell(table, row, 3);
	numeral.stem = dup_cell(table, row, 4);
	g_array_append_val(lexicon->numerals, numeral);
	return TRUE;
}

static gboolean
add_form(const OqTable *table, guint row, guint column, OqSuffixForm *form, GError **error)
{
	const char *cell = oq_table_cell(table, row, column);
	if (cell[0] == '\0' || strcmp(cell, "-") == 0)
		return TRUE;
	g_auto(GStrv) parts = g_strsplit(cell, "/", -1);
	if (g_strv_length(parts) != 2 || parts[0][0] == '\0' || parts[1][0] == '\0') {
		oq_table_row_error(table, row, error, _("“%s” is not two forms, back/front"), cell);
		return FALSE;
	}
	form->form[OQ_HARMONY_BACK] = g_strdup(parts[0]);
	form->form[OQ_HARMONY_FRONT] = g_strdup(parts[1]);
	return TRUE;
}

static OqSuffixKind
suffix_kind(const char *name)
{
	static const char *const kinds[] = {"", "ordinal", "collective", "possessive", "adjective"};
	for (guint i = 1; i < G_N_ELEMENTS(kinds); i++)
		if (strcmp(name, kinds[i]) == 0)
			return i;
	return OQ_SUFFIX_PLAIN;
}

static gboolean
add_suffix(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	OqSuffix empty = {0};
	g_array_append_val(lexicon->suffixes, empty);
	OqSuffix *suffix = &g_array_index(lexicon->suffixes, OqSuffix, lexicon->suffixes->len - 1);
	suffix->name = g_strdup(oq_table_cell(table, row, 0));
	suffix->kind = suffix_kind(suffix->name);
	for (guint i = 0; i < OQ_N_SUFFIX_FORMS; i++)
		if (!add_form(table, row, i + 1, &suffix->forms[i], error))
			return FALSE;
	return add_form(table, row, OQ_N_SUFFIX_FORMS + 1, &suffix->misspelt, error);
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
add_abbreviation(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	OqAbbreviation *abbreviation = g_new0(OqAbbreviation, 1);
	abbreviation->spoken = dup_cell(table, row, 1);
	g_hash_table_insert(lexicon->abbreviations, add_key(lexicon, oq_table_cell(table, row, 0)),
		abbreviation);
	return read_choice(table, row, 2, "number", "any", &abbreviation->behind_number, error) &&
	       read_choice(table, row, 3, "may", "never", &abbreviation->may_end, error);
}

static void
add_month(OqLexicon *lexicon, const char *month, const char *soft)
{
	g_ptr_array_add(lexicon->months, g_strdup(month));
	g_ptr_array_add(lexicon->months, g_strdup(soft[0] != '\0' ? soft : month));
}

static gboolean
add_calendar_word(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	static const char *const kinds[] = {
		"month", "year", "year-or-span", "year-bare", "span", "anniversary"};
	const char *word = oq_table_cell(table, row, 1);
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (strcmp(oq_table_cell(table, row, 0), kinds[i]) != 0)
			continue;
		if (i == 0)
			add_month(lexicon, word, oq_table_cell(table, row, 2));
		else
			g_hash_table_insert(
				lexicon->calendar, add_key(lexicon, word), GUINT_TO_POINTER(i));
		return TRUE;
	}
	oq_table_row_error(table, row, error, _("the first column is none of the kinds"));
	return FALSE;
}

static gboolean
add_sign(OqLexicon *lexicon, const OqTable *table, guint row, GError **error)
{
	const char *sign = oq_table_cell(table, row, 0);
	if (sign[0] == '\0' || *g_utf8_next_char(sign) != '\0') {
		oq_table_row_error(table, row, error, _("“%s” is not one sign"), sign);
		return FALSE;
	}
	g_hash_table_insert(
		lexicon->signs, GUINT_TO_POINTER(g_utf8_get_char(sign)), dup_cell(table, row, 1));
	return TRUE;
}

static gboolean
add_word(OqLexicon *lexicon, const OqTable *table, guint row, G_GNUC_UNUSED GError **error)
{
	g_hash_table_insert(lexicon->words, dup_cell(table, row, 0), dup_cell(table, row, 1));
	return TRUE;
}

static const struct {
	const char *name;
	guint min_cells;
	guint max_cells;
	AddRow add;
} tables[] = {
	{"letters.tsv", 3, 3, add_letter},
	{"numerals.tsv", 3, 5, add_numeral},
	{"suffixes.tsv", OQ_N_SUFFIX_FORMS + 1, OQ_N_SUFFIX_FORMS + 2, add_suffix},
	{"abbreviations.tsv", 4, 4, add_abbreviation},
	{"calendar.tsv", 2, 3, add_calendar_word},
	{"signs.tsv", 2, 2, add_sign},
	{"words.tsv", 2, 2, add_word},
};

static gboolean
load_table(OqLexicon *lexicon, const char *folder, guint index, GError **error)
{
	g_autofree char *path = g_build_filename(folder, tables[index].name, NULL);
	g_autoptr(OqTable) table =
		oq_table_load(path, tables[index].min_cells, tables[index].max_cells, error);
	if (table == NULL)
		return FALSE;
	for (guint row = 0; row < oq_table_n_rows(table); row++) {
		for (guint i = 0; i < tables[index].min_cells; i++) {
			if (oq_table_cell(table, row, i)[0] != '\0')
				continue;
			oq_table_row_error(table, row, error, _("a column is empty"));
			return FALSE;
		}
		if (!tables[index].add(lexicon, table, row, error))
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
		g_hash_table_insert(lexicon->by_word, add_key(lexicon, numeral->word), numeral);
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
	if (lexicon->months->len != 2 * OQ_N_MONTHS)
		return is_missing(folder, "calendar.tsv", "month", error);
	return TRUE;
}

static void
free_abbreviation(gpointer data)
{
	g_free(((OqAbbreviation *)data)->spoken);
	g_free(data);
}

static void
clear_numeral(gpointer data)
{
	OqNumeral *numeral = data;
	g_free(numeral->word);
	g_free(numeral->ordinal);
	g_free(numeral->collective);
	g_free(numeral->stem);
}

static void
clear_form(OqSuffixForm *form)
{
	g_free(form->form[OQ_HARMONY_BACK]);
	g_free(form->form[OQ_HARMONY_FRONT]);
}

static void
clear_suffix(gpointer data)
{
	OqSuffix *suffix = data;
	g_free(suffix->name);
	for (guint i = 0; i < OQ_N_SUFFIX_FORMS; i++)
		clear_form(&suffix->forms[i]);
	clear_form(&suffix->misspelt);
}

static OqLexicon *
new_empty(void)
{
	OqLexicon *lexicon = g_new0(OqLexicon, 1);
	lexicon->letters = oq_letters_new();
	lexicon->keys = g_ptr_array_new_with_free_func(g_free);
	lexicon->numerals = g_array_new(FALSE, TRUE, sizeof(OqNumeral));
	g_array_set_clear_func(lexicon->numerals, clear_numeral);
	lexicon->by_value = g_hash_table_new(g_int64_hash, g_int64_equal);
	lexicon->by_word = g_hash_table_new(oq_slice_hash, oq_slice_equal);
	lexicon->suffixes = g_array_new(FALSE, TRUE, sizeof(OqSuffix));
	g_array_set_clear_func(lexicon->suffixes, clear_suffix);
	lexicon->abbreviations =
		g_hash_table_new_full(oq_slice_hash, oq_slice_equal, NULL, free_abbreviation);
	lexicon->calendar = g_hash_table_new(oq_slice_hash, oq_slice_equal);
	lexicon->months = g_ptr_array_new_with_free_func(g_free);
	lexicon->signs = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	lexicon->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	return lexicon;
}

OqLexicon *
oq_lexicon_load(const char *folder, GError **error)
{
	g_autoptr(OqLexicon) lexicon = new_empty();
	for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
		if (!load_table(lexicon, folder, i, error))
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
	g_hash_table_unref(lexicon->signs);
	g_ptr_array_unref(lexicon->months);
	g_hash_table_unref(lexicon->calendar);
	g_hash_table_unref(lexicon->abbreviations);
	g_array_unref(lexicon->suffixes);
	g_hash_table_unref(lexicon->by_word);
	g_hash_table_unref(lexicon->by_value);
	g_array_unref(lexicon->numerals);
	g_ptr_array_unref(lexicon->keys);
	oq_letters_free(lexicon->letters);
	g_free(lexicon);
}

const OqLetters *
oq_lexicon_letters(const OqLexicon *lexicon)
{
	return lexicon->letters;
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

OqCalendarWord
oq_lexicon_calendar_word(const OqLexicon *lexicon, OqSlice word)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->calendar, &word));
}

const char *
oq_lexicon_month(const OqLexicon *lexicon, guint month, gboolean soft)
{
	return g_ptr_array_index(lexicon->months, 2 * (month - 1) + (soft ? 1 : 0));
}

const char *
oq_lexicon_sign(const OqLexicon *lexicon, gunichar sign)
{
	return g_hash_table_lookup(lexicon->signs, GUINT_TO_POINTER(sign));
}

const char *
oq_lexicon_word(const OqLexicon *lexicon, const char *name)
{
	return g_hash_table_lookup(lexicon->words, name);
}
