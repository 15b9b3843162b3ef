/* table.c - see the header. */
#include "base/table.h"

#include "base/small_file.h"

#include <glib/gi18n.h>
#include <string.h>

#define BOM    "\xef\xbb\xbf"
#define HEADER "#:"

G_DEFINE_QUARK(oq - table - error - quark, oq_table_error)

struct _OqTable {
	char *path;
	const char *const *columns;
	guint n_columns;
	guint8 order[OQ_TABLE_MAX_COLUMNS]; /* of the columns in a line */
	char *contents;                     /* of the file, with NUL behind each cell */
	GPtrArray *cells;                   /* of char * in contents, or NULL: by row and column */
	GArray *lines;                      /* of guint: those of the rows */
};

void
oq_table_free(OqTable *table)
{
	if (table == NULL)
		return;
	g_free(table->path);
	g_free(table->contents);
	g_ptr_array_unref(table->cells);
	g_array_unref(table->lines);
	g_free(table);
}

static OqTable *
new_empty(const char *path, const char *const *columns)
{
	OqTable *table = g_new0(OqTable, 1);
	table->path = g_strdup(path);
	table->columns = columns;
	for (guint8 i = 0; i < OQ_TABLE_MAX_COLUMNS && columns[i] != NULL; i++)
		table->order[table->n_columns++] = i;
	table->cells = g_ptr_array_new();
	table->lines = g_array_new(FALSE, FALSE, sizeof(guint));
	return table;
}

static void G_GNUC_PRINTF(4, 0) set_error(
	const OqTable *table, guint line, GError **error, const char *format, va_list arguments)
{
	g_autofree char *message = g_strdup_vprintf(format, arguments);
	g_set_error(
		error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW, "%s:%u: %s", table->path, line, message);
}

static gboolean G_GNUC_PRINTF(3, 4)
	refuse_header(const OqTable *table, GError **error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	set_error(table, 1, error, format, arguments);
	va_end(arguments);
	return FALSE;
}

/* The names in the order in which they stand in a line. */
static char *
join_columns(const OqTable *table, const char *separator)
{
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < table->n_columns; i++)
		g_string_append_printf(
			names, "%s%s", i > 0 ? separator : "", table->columns[table->order[i]]);
	return g_string_free(names, FALSE);
}

/* What the header says becomes the order: each column once. */
static gboolean
read_names(OqTable *table, char **names, GError **error)
{
	g_autofree char *all = join_columns(table, ", ");
	guint8 order[OQ_TABLE_MAX_COLUMNS];
	guint seen = 0, n_names = 0;
	for (; names[n_names] != NULL; n_names++) {
		const char *name = g_strstrip(names[n_names]);
		guint8 column = 0;
		while (column < table->n_columns && strcmp(name, table->columns[column]) != 0)
			column++;
		if (column == table->n_columns)
			return refuse_header(table, error,
				_("there is no column “%s”; the columns are %s"), name, all);
		if ((seen >> column & 1) != 0)
			return refuse_header(
				table, error, _("the column “%s” is named twice"), name);
		seen |= 1u << column;
		order[n_names] = column;
	}
	for (guint i = 0; i < table->n_columns; i++)
		if ((seen >> i & 1) == 0)
			return refuse_header(table, error,
				_("the column “%s” is not named; the columns are %s"),
				table->columns[i], all);
	memcpy(table->order, order, n_names);
	return TRUE;
}

static gboolean
read_header(OqTable *table, const char *text, gboolean bare, GError **error)
{
	if (!g_str_has_prefix(text, HEADER)) {
		g_autofree char *names = join_columns(table, "\t");
		return bare ||
		       refuse_header(table, error,
			       _("the first line must name the columns: “%s %s”"), HEADER, names);
	}
	text += strlen(HEADER);
	g_autofree char *line = g_strndup(text, strcspn(text, "\n"));
	if (!g_utf8_validate(line, -1, NULL))
		return refuse_header(table, error, _("is not UTF-8; save it as UTF-8"));
	g_auto(GStrv) names = g_strsplit(line, "\t", -1);
	return read_names(table, names, error);
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

/* Returns: how many cells the line has; those behind the last column are in no row. */
static guint
add_row(OqTable *table, guint line, char *text)
{
	guint first = table->cells->len, n_cells = 0;
	g_ptr_array_set_size(table->cells, (int)(first + table->n_columns));
	for (char *rest = text; rest != NULL; n_cells++) {
		char *cell = g_strstrip(cut(rest, '\t', &rest));
		if (n_cells < table->n_columns)
			table->cells->pdata[first + table->order[n_cells]] = cell;
	}
	g_array_append_val(table->lines, line);
	return n_cells;
}

static gboolean
is_utf8(const OqTable *table, guint row)
{
	for (guint i = 0; i < table->n_columns; i++)
		if (!g_utf8_validate(oq_table_cell(table, row, i), -1, NULL))
			return FALSE;
	return TRUE;
}

/* "км  километр", as an editor writes it that makes blanks of tabs. */
static gboolean
has_blanks_for_tabs(const OqTable *table, guint row, guint n_cells)
{
	return n_cells == 1 && strchr(oq_table_cell(table, row, table->order[0]), ' ') != NULL;
}

static gboolean
check_row(const OqTable *table, guint row, guint n_cells, guint n_needed, GError **error)
{
	guint i = 0;
	while (i < n_needed && oq_table_cell(table, row, i)[0] != '\0')
		i++;
	if (i == n_needed && n_cells <= table->n_columns)
		return TRUE;
	g_autofree char *all = join_columns(table, ", ");
	if (i < n_needed && has_blanks_for_tabs(table, row, n_cells))
		oq_table_row_error(table, row, error,
			_("there are spaces and no tab; put a tab between the columns, which are "
			  "%s"),
			all);
	else if (i < n_needed)
		oq_table_row_error(table, row, error,
			_("“%s” is empty; the columns are %s, with a tab between them"),
			table->columns[i], all);
	else
		oq_table_row_error(table, row, error,
			_("there are more cells than columns, which are %s"), all);
	return FALSE;
}

static gboolean
read_file(const char *path, char **contents, GError **error)
{
	gsize length;
	g_autoptr(GError) cause = NULL;
	*contents = oq_small_file_read(path, OQ_TABLE_MAX_BYTES, &length, &cause);
	if (*contents == NULL) {
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

/* FALSE: the fault is the error, as nobody hears complaints. */
static gboolean
complain(GPtrArray *complaints, GError *fault, GError **error)
{
	if (complaints == NULL) {
		g_propagate_error(error, fault);
		return FALSE;
	}
	g_ptr_array_add(complaints, g_strdup(fault->message));
	g_error_free(fault);
	return TRUE;
}

static gboolean
read_line(OqTable *table, guint line, char *text, guint n_needed, gboolean is_valid, GError **error)
{
	guint row = table->lines->len;
	guint n_cells = add_row(table, line, text);
	gboolean is_good = is_valid || is_utf8(table, row);
	if (!is_good)
		oq_table_row_error(table, row, error, _("is not UTF-8; save it as UTF-8"));
	if (is_good && check_row(table, row, n_cells, n_needed, error))
		return TRUE;
	g_array_set_size(table->lines, row);
	g_ptr_array_set_size(table->cells, (int)(row * table->n_columns));
	return FALSE;
}

static gboolean
read_lines(OqTable *table, char *text, guint n_needed, GPtrArray *complaints, GError **error)
{
	gboolean is_valid = g_utf8_validate(text, -1, NULL);
	char *rest = text;
	for (guint n_lines = 1; rest != NULL; n_lines++) {
		GError *fault = NULL;
		char *line = g_strchomp(cut(rest, '\n', &rest));
		if (line[0] != '\0' && line[0] != '#' &&
			!read_line(table, n_lines, line, n_needed, is_valid, &fault) &&
			!complain(complaints, fault, error))
			return FALSE;
	}
	return TRUE;
}

static OqTable *
load(const char *path, const char *const *columns, guint n_needed, gboolean bare,
	GPtrArray *complaints, GError **error)
{
	g_autoptr(OqTable) table = new_empty(path, columns);
	GError *fault = NULL;
	if (!read_file(path, &table->contents, error))
		return NULL;
	char *text = table->contents;
	if (g_str_has_prefix(text, BOM))
		text += strlen(BOM);
	if (!read_header(table, text, bare, &fault) && !complain(complaints, fault, error))
		return NULL;
	return read_lines(table, text, n_needed, complaints, error) ? g_steal_pointer(&table)
								    : NULL;
}

OqTable *
oq_table_load(const char *path, const char *const *columns, guint n_needed, GError **error)
{
	return load(path, columns, n_needed, FALSE, NULL, error);
}

OqTable *
oq_table_load_all(const char *path, const char *const *columns, guint n_needed,
	GPtrArray *complaints, GError **error)
{
	return load(path, columns, n_needed, FALSE, complaints, error);
}

OqTable *
oq_table_load_bare(const char *path, const char *const *columns, guint n_needed,
	GPtrArray *complaints, GError **error)
{
	return load(path, columns, n_needed, TRUE, complaints, error);
}

guint
oq_table_n_rows(const OqTable *table)
{
	return table->lines->len;
}

const char *
oq_table_cell(const OqTable *table, guint row, guint column)
{
	const char *cell = g_ptr_array_index(table->cells, row * table->n_columns + column);
	return cell != NULL ? cell : "";
}

guint
oq_table_line(const OqTable *table, guint row)
{
	return g_array_index(table->lines, guint, row);
}

void
oq_table_row_error(const OqTable *table, guint row, GError **error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	set_error(table, oq_table_line(table, row), error, format, arguments);
	va_end(arguments);
}
