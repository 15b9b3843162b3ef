/* sheet.c - see the header. */
#include "reading/check/sheet.h"

#include "base/small_file.h"
#include "base/table.h"
#include "text/rules/entry.h"

#include <glib/gi18n.h>
#include <string.h>

#define BOM              "\xef\xbb\xbf"
#define HEADER           "#:"
#define FIRST_MARK       0x0300 /* that combine with the letter before them */
#define MIN_NAME_LETTERS 3      /* that a Latin name has before its Kazakh ending */
#define LAST_MARK        0x036F

typedef struct {
	guint line;
	char **cells;
} Row;

struct _OqSheet {
	char *path;
	char **names; /* of the columns; empty where the first line has none */
	GArray *rows; /* of Row */
};

static void
clear_row(gpointer data)
{
	g_strfreev(((Row *)data)->cells);
}

void
oq_sheet_free(OqSheet *sheet)
{
	if (sheet == NULL)
		return;
	g_free(sheet->path);
	g_strfreev(sheet->names);
	g_array_unref(sheet->rows);
	g_free(sheet);
}

static char **
split(const char *line)
{
	char **cells = g_strsplit(line, "\t", -1);

	for (guint i = 0; cells[i] != NULL; i++)
		g_strstrip(cells[i]);
	return cells;
}

static void
add_line(OqSheet *sheet, guint n_line, const char *line)
{
	Row row = {.line = n_line};

	if (n_line == 1 && g_str_has_prefix(line, HEADER)) {
		g_strfreev(sheet->names);
		sheet->names = split(line + strlen(HEADER));
	}
	if (line[0] == '\0' || line[0] == '#' || !g_utf8_validate(line, -1, NULL))
		return;
	row.cells = split(line);
	g_array_append_val(sheet->rows, row);
}

OqSheet *
oq_sheet_load(const char *path, GError **error)
{
	gsize n_bytes;
	g_autofree char *contents = oq_small_file_read(path, OQ_TABLE_MAX_BYTES, &n_bytes, error);

	if (contents == NULL)
		return NULL;
	OqSheet *sheet = g_new0(OqSheet, 1);
	sheet->path = g_strdup(path);
	sheet->names = g_new0(char *, 1);
	sheet->rows = g_array_new(FALSE, FALSE, sizeof(Row));
	g_array_set_clear_func(sheet->rows, clear_row);
	char *line = contents + (g_str_has_prefix(contents, BOM) ? strlen(BOM) : 0);
	for (guint n_line = 1; line != NULL; n_line++) {
		char *end = strchr(line, '\n');
		if (end != NULL)
			*end = '\0';
		add_line(sheet, n_line, g_strchomp(line));
		line = end != NULL ? end + 1 : NULL;
	}
	return sheet;
}

guint
oq_sheet_n_rows(const OqSheet *sheet)
{
	return sheet->rows->len;
}

guint
oq_sheet_line(const OqSheet *sheet, guint row)
{
	return g_array_index(sheet->rows, Row, row).line;
}

guint
oq_sheet_n_names(const OqSheet *sheet)
{
	return g_strv_length(sheet->names);
}

gboolean
oq_sheet_has(const OqSheet *sheet, const char *column)
{
	return g_strv_contains((const char *const *)sheet->names, column);
}

const char *
oq_sheet_named(const OqSheet *sheet, guint row, const char *column)
{
	for (guint i = 0; sheet->names[i] != NULL; i++)
		if (strcmp(sheet->names[i], column) == 0)
			return oq_sheet_cell(sheet, row, i);
	return "";
}

const char *
oq_sheet_cell(const OqSheet *sheet, guint row, guint index)
{
	char *const *cells = g_array_index(sheet->rows, Row, row).cells;
	guint i = 0;

	while (i < index && cells[i] != NULL)
		i++;
	return cells[i] != NULL ? cells[i] : "";
}

void
oq_sheet_complain(const OqSheet *sheet, guint row, GPtrArray *complaints, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	g_autofree char *why = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_ptr_array_add(complaints,
		g_strdup_printf("%s:%u: %s", sheet->path, oq_sheet_line(sheet, row), why));
}

/** What a word is written in. */
typedef struct {
	gboolean any_cyrillic;
	gboolean sure_latin; /* a letter that looks like no Cyrillic one */
	gboolean any_near;   /* one that looks a little like one */
	guint n_latin_first; /* before the first Cyrillic one */
	gunichar latin;      /* the first that looks like a Cyrillic one; 0: none */
} Script;

static void
weigh(const OqLexicon *lexicon, gunichar c, Script *script)
{
	const OqLookalike *lookalike = oq_lexicon_lookalike(lexicon, c);

	if (oq_letters_is_cyrillic(c)) {
		script->any_cyrillic = TRUE;
		return;
	}
	script->n_latin_first += !script->any_cyrillic;
	script->sure_latin |= lookalike == NULL;
	script->any_near |= lookalike != NULL && lookalike->kind == OQ_LOOKALIKE_NEAR;
	if (lookalike != NULL && script->latin == 0)
		script->latin = c;
}

/* Returns: where the word ends that begins at @p. */
static const char *
read_word(const OqLexicon *lexicon, const char *p, Script *script)
{
	*script = (Script){.latin = 0};
	for (; *p != '\0' && g_unichar_isalpha(g_utf8_get_char(p)); p = g_utf8_next_char(p))
		weigh(lexicon, g_utf8_get_char(p), script);
	/* iPhoneға */
	script->sure_latin |= script->any_near && script->n_latin_first >= MIN_NAME_LETTERS;
	return p;
}

static void
complain_script(const OqSheet *sheet, guint row, const char *word, gsize n_bytes, gunichar latin,
	GPtrArray *complaints)
{
	g_autofree char *whole = g_strndup(word, n_bytes);
	char letter[8] = {0};

	g_unichar_to_utf8(latin, letter);
	oq_sheet_complain(sheet, row, complaints,
		_("“%s”: the letter “%s” is a Latin one that looks like a Cyrillic one; type it "
		  "in the Kazakh layout"),
		whole, letter);
}

/* Phonemes of the engine are no words. */
static void
judge_cell(const OqSheet *sheet, const OqLexicon *lexicon, guint row, const char *cell,
	GPtrArray *complaints)
{
	if (strstr(cell, OQ_ENTRY_SOUNDS) != NULL)
		return;
	for (const char *p = cell; *p != '\0';) {
		Script script;
		gunichar c = g_utf8_get_char(p);
		const char *end = read_word(lexicon, p, &script);
		if (script.any_cyrillic && !script.sure_latin && script.latin != 0)
			complain_script(sheet, row, p, (gsize)(end - p), script.latin, complaints);
		if (c >= FIRST_MARK && c <= LAST_MARK && p > cell)
			oq_sheet_complain(sheet, row, complaints,
				_("“%s”: a letter is put together of two signs; type it as one"),
				cell);
		p = end > p ? end : g_utf8_next_char(p);
	}
}

void
oq_sheet_judge_letters(
	const OqSheet *sheet, const OqLexicon *lexicon, guint first, GPtrArray *complaints)
{
	for (guint row = 0; row < sheet->rows->len; row++) {
		char *const *cells = g_array_index(sheet->rows, Row, row).cells;
		for (guint i = 0; cells[i] != NULL; i++)
			if (i >= first)
				judge_cell(sheet, lexicon, row, cells[i], complaints);
	}
}

/* (transfer full) */
static char *
key_of(const OqSheet *sheet, guint row, guint columns)
{
	g_autoptr(GString) key = g_string_new(NULL);

	for (guint i = 0; columns >> i != 0; i++)
		if ((columns >> i & 1) != 0)
			g_string_append_printf(
				key, "%s%s", key->len > 0 ? " " : "", oq_sheet_cell(sheet, row, i));
	return g_string_free(g_steal_pointer(&key), FALSE);
}

void
oq_sheet_judge_twice(const OqSheet *sheet, guint columns, GPtrArray *complaints)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint row = 0; row < sheet->rows->len; row++) {
		g_autofree char *key = key_of(sheet, row, columns);
		gpointer line = g_hash_table_lookup(seen, key);
		if (line != NULL)
			oq_sheet_complain(sheet, row, complaints,
				_("“%s” stands in line %u already"), key, GPOINTER_TO_UINT(line));
		else
			g_hash_table_insert(seen, g_steal_pointer(&key),
				GUINT_TO_POINTER(oq_sheet_line(sheet, row)));
	}
}
