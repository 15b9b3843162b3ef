#include "base/table.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK(oq - table - error - quark, oq_table_error)

typedef struct {
	guint line;
	char **cells;
	guint n_cells;
} Row;

struct _OqTable {
	char *path;
	GArray *rows; /* of Row */
};

static void
clear_row(gpointer data)
{
	g_strfreev(((Row *)data)->cells);
}

void
oq_table_free(OqTable *table)
{
	if (table == NULL)
		return;
	g_free(table->path);
	g_array_unref(table->rows);
	g_free(table);
}

static void
add_row(OqTable *table, guint line, const char *text)
{
	Row row = {line, g_strsplit(text, "\t", -1), 0};
	row.n_cells = g_strv_length(row.cells);
	for (guint i = 0; i < row.n_cells; i++)
		g_strstrip(row.cells[i]);
	g_array_append_val(table->rows, row);
}

static gboolean
check_row(OqTable *table, guint index, guint min_cells, guint max_cells, GError **error)
{
	const Row *row = &g_array_index(table->rows, Row, index);
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
	return row->n_cells >= min_cells && row->n_cells <= max_cells;
}

OqTable *
oq_table_load(const char *path, guint min_cells, guint max_cells, GError **error)
{
	g_autofree char *contents = NULL;
	gsize length;
	g_autoptr(GError) cause = NULL;
	if (!g_file_get_contents(path, &contents, &length, &cause)) {
		g_set_error_literal(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE, cause->message);
		return NULL;
	}
	if (!g_utf8_validate_len(contents, length, NULL)) {
		g_set_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE,
			_("%s: is not UTF-8; save it as UTF-8"), path);
		return NULL;
	}
	g_autoptr(OqTable) table = g_new0(OqTable, 1);
	table->path = g_strdup(path);
	table->rows = g_array_new(FALSE, FALSE, sizeof(Row));
	g_array_set_clear_func(table->rows, clear_row);

	g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		g_strchomp(lines[i]);
		if (lines[i][0] == '\0' || lines[i][0] == '#')
			continue;
		add_row(table, i + 1, lines[i]);
		if (!check_row(table, table->rows->len - 1, min_cells, max_cells, error))
			return NULL;
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
	return column < r->n_cells ? r->cells[column] : "";
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
