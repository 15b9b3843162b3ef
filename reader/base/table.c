/* table.c - see the header. */
#include "base/table.h"

#include <glib/gi18n.h>
#include <string.h>

#define BOM "\xef\xbb\xbf"

G_DEFINE_QUARK(oq - table - error - quark, oq_table_error)

typedef struct {
	guint line;
	guint first_cell;
	guint n_cells;
} Row;

struct _OqTable {
	char *path;
	char *contents;   /* of the file, with NUL behind each cell */
	GPtrArray *cells; /* of char *, in contents */
	GArray *rows;     /* of Row */
};

void
oq_table_free(OqTable *table)
{
	if (table == NULL)
		return;
	g_free(table->path);
	g_free(table->contents);
	g_ptr_array_unref(table->cells);
	g_array_unref(table->rows);
	g_free(table);
}

/* The string up to a separator, which becomes its end; *rest is behind it, NULL at the end of all.
 */
static char *
cut(char *text, char separator, char **rest)
{
	char *end = strchr(text, separator);
	if (end != NULL)
		*end = '\0';
	*rest = end != NULL ? end + 1 : NULL;
	return text;
}

static void
add_row(OqTable *table, guint line, char *text)
{
	Row row = {line, table->cells->len, 0};
	for (char *rest = text; rest != NULL; row.n_cells++)
		g_ptr_array_add(table->cells, g_strstrip(cut(rest, '\t', &rest)));
	g_array_append_val(table->rows, row);
}

static gboolean
is_utf8(const OqTable *table, const Row *row)
{
	for (guint i = 0; i < row->n_cells; i++)
		if (!g_utf8_validate(
			    g_ptr_array_index(table->cells, row->first_cell + i), -1, NULL))
			return FALSE;
	return TRUE;
}

static gboolean
check_row(OqTable *table, guint index, guint min_cells, guint max_cells, GError **error)
{
	const Row *row = &g_array_index(table->rows, Row, index);
	if (row->n_cells >= min_cells && row->n_cells <= max_cells && is_utf8(table, row))
		return TRUE;
	if (row->n_cells < min_cells)
		oq_table_row_error(table, index, error,
			ngettext("at least %u column is needed", "at least %u columns are needed",
				min_cells),
			min_cells);
	else if (row->n_cells > max_cells)
		oq_table_row_error(table, index, error,
			ngettext("at most %u column is known", "at most %u columns are known",
				max_cells),
			max_cells);
	else
		oq_table_row_error(table, index, error, _("is not UTF-8; save it as UTF-8"));
	return FALSE;
}

static gboolean
read_file(const char *path, char **contents, GError **error)
{
	gsize length;
	g_autoptr(GError) cause = NULL;
	if (!g_file_get_contents(path, contents, &length, &cause)) {
		g_set_error_literal(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE, cause->message);
		return FALSE;
	}
	if (strlen(*contents) == length && !g_str_has_prefix(*contents, "\xff\xfe") &&
		!g_str_has_prefix(*contents, "\xfe\xff"))
		return TRUE;
	g_set_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE,
		_("%s: is not UTF-8; save it as UTF-8"), path);
	return FALSE;
}

static OqTable *
new_empty(const char *path)
{
	OqTable *table = g_new0(OqTable, 1);
	table->path = g_strdup(path);
	table->cells = g_ptr_array_new();
	table->rows = g_array_new(FALSE, FALSE, sizeof(Row));
	return table;
}

OqTable *
oq_table_load(const char *path, guint min_cells, guint max_cells, GError **error)
{
	return oq_table_load_most(path, min_cells, max_cells, NULL, error);
}

OqTable *
oq_table_load_most(
	const char *path, guint min_cells, guint max_cells, GPtrArray *complaints, GError **error)
{
	g_autoptr(OqTable) table = new_empty(path);
	if (!read_file(path, &table->contents, error))
		return NULL;
	gboolean has_bom = g_str_has_prefix(table->contents, BOM);
	char *rest = table->contents + (has_bom ? strlen(BOM) : 0);
	for (guint n_lines = 1; rest != NULL; n_lines++) {
		char *line = g_strchomp(cut(rest, '\n', &rest));
		if (line[0] == '\0' || line[0] == '#')
			continue;
		add_row(table, n_lines, line);
		g_autoptr(GError) fault = NULL;
		if (check_row(table, table->rows->len - 1, min_cells, max_cells, &fault))
			continue;
		if (complaints == NULL) {
			g_propagate_error(error, g_steal_pointer(&fault));
			return NULL;
		}
		g_ptr_array_add(complaints, g_strdup(fault->message));
		g_array_set_size(table->rows, table->rows->len - 1);
	}
	return g_steal_pointer(&table);
}

guint
oq_table_n_rows(const OqTable *table)
{
	return table->rows->len;
}

const char *
oq_table_cell(const OqTable *table, guint row, guint column)
{
	const Row *r = &g_array_index(table->rows, Row, row);
	return column < r->n_cells ? g_ptr_array_index(table->cells, r->first_cell + column) : "";
}

gunichar
oq_table_character(const OqTable *table, guint row, guint column)
{
	const char *cell = oq_table_cell(table, row, column);
	guint64 code = 0;
	if (g_utf8_strlen(cell, -1) == 1)
		return g_utf8_get_char(cell);
	gboolean valid = g_str_has_prefix(cell, "U+") &&
			 g_ascii_string_to_unsigned(cell + 2, 16, 1, 0x10FFFF, &code, NULL);
	return valid ? (gunichar)code : 0;
}

guint
oq_table_line(const OqTable *table, guint row)
{
	return g_array_index(table->rows, Row, row).line;
}

void
oq_table_row_error(const OqTable *table, guint row, GError **error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *message = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW, "%s:%u: %s", table->path,
		oq_table_line(table, row), message);
}
