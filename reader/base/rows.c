/* rows.c - see the header. */
#include "base/rows.h"

#include <glib/gi18n.h>
#include <string.h>

#define KIND  0
#define SLASH '/'

const char *
oq_row_cell(const OqRow *row, guint column)
{
	return oq_table_cell(row->table, row->index, column);
}

gboolean
oq_row_refuse(const OqRow *row, GError **error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *message = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	oq_table_row_error(row->table, row->index, error, "%s", message);
	return FALSE;
}

gboolean
oq_rows_miss(const char *path, const char *what, GError **error)
{
	g_set_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW,
		_("%s: “%s” is missing; add its row"), path, what);
	return FALSE;
}

gboolean
oq_row_choose(
	const OqRow *row, guint column, const char *const *names, guint *which, GError **error)
{
	const char *cell = oq_row_cell(row, column);
	for (guint i = 0; names[i] != NULL; i++) {
		*which = i;
		if (strcmp(cell, names[i]) == 0)
			return TRUE;
	}
	g_autoptr(GString) all = g_string_new(names[0]);
	for (guint i = 1; names[i] != NULL; i++)
		g_string_append_printf(all, ", %s", names[i]);
	return oq_row_refuse(row, error, _("“%s” is none of %s"), cell, all->str);
}

/* Rows of a kind mostly stand together: what the row before was is tried first. */
static gboolean
read_kind(OqRow *row, const char *const *kinds, GError **error)
{
	return strcmp(oq_row_cell(row, KIND), kinds[row->kind]) == 0 ||
	       oq_row_choose(row, KIND, kinds, &row->kind, error);
}

static gboolean
check_kinds(const char *path, const OqRows *rows, guint64 seen, GError **error)
{
	for (guint i = 0; i < rows->n_needed_kinds; i++)
		if ((seen >> i & 1) == 0)
			return oq_rows_miss(path, rows->kinds[i], error);
	return TRUE;
}

gboolean
oq_rows_load(const char *path, const OqRows *rows, gpointer into, GError **error)
{
	g_autoptr(OqTable) table = oq_table_load(path, rows->columns, rows->n_needed, error);
	if (table == NULL)
		return FALSE;
	OqRow row = {.table = table};
	guint64 seen = 0;
	for (; row.index < oq_table_n_rows(table); row.index++) {
		if ((rows->kinds != NULL && !read_kind(&row, rows->kinds, error)) ||
			!rows->add(into, &row, error))
			return FALSE;
		seen |= G_GUINT64_CONSTANT(1) << row.kind;
	}
	return check_kinds(path, rows, seen, error);
}

static void
complain(GPtrArray *complaints, const GError *fault)
{
	g_ptr_array_add(complaints, g_strdup(fault->message));
}

gboolean
oq_rows_judge(
	const char *path, const OqRows *rows, gpointer into, GPtrArray *complaints, GError **error)
{
	g_autoptr(OqTable) table =
		oq_table_load_all(path, rows->columns, rows->n_needed, complaints, error);
	if (table == NULL)
		return FALSE;
	OqRow row = {.table = table};
	guint64 seen = 0;
	for (; row.index < oq_table_n_rows(table); row.index++) {
		g_autoptr(GError) fault = NULL;
		if ((rows->kinds != NULL && !read_kind(&row, rows->kinds, &fault)) ||
			!rows->add(into, &row, &fault)) {
			complain(complaints, fault);
			row.kind = 0;
			continue;
		}
		seen |= G_GUINT64_CONSTANT(1) << row.kind;
	}
	g_autoptr(GError) lack = NULL;
	if (!check_kinds(path, rows, seen, &lack))
		complain(complaints, lack);
	return TRUE;
}

gboolean
oq_row_number(const OqRow *row, guint column, guint64 high, guint64 *number, GError **error)
{
	const char *cell = oq_row_cell(row, column);
	if (g_ascii_string_to_unsigned(cell, 10, 0, high, number, NULL))
		return TRUE;
	g_autofree char *highest = g_strdup_printf("%" G_GUINT64_FORMAT, high);
	return oq_row_refuse(row, error, _("“%s” is no whole number from 0 to %s"), cell, highest);
}

gboolean
oq_row_decimal(const OqRow *row, guint column, double high, double *number, GError **error)
{
	const char *cell = oq_row_cell(row, column);
	char *rest = NULL;
	*number = g_ascii_strtod(cell, &rest);
	return (rest != cell && *rest == '\0' && *number > 0 && *number <= high) ||
	       oq_row_refuse(row, error, _("“%s” is no number above 0, up to %.0f"), cell, high);
}

static gunichar
character_of(const char *cell)
{
	guint64 code = 0;
	if (cell[0] != '\0' && *g_utf8_next_char(cell) == '\0')
		return g_utf8_get_char(cell);
	gboolean valid = g_str_has_prefix(cell, "U+") &&
			 g_ascii_string_to_unsigned(cell + 2, 16, 1, 0x10FFFF, &code, NULL);
	return valid && g_unichar_validate((gunichar)code) ? (gunichar)code : 0;
}

gboolean
oq_row_is_character(const OqRow *row, guint column)
{
	return character_of(oq_row_cell(row, column)) != 0;
}

gboolean
oq_row_character(const OqRow *row, guint column, gunichar *character, GError **error)
{
	const char *cell = oq_row_cell(row, column);
	*character = character_of(cell);
	return *character != 0 ||
	       oq_row_refuse(
		       row, error, _("“%s” is not one character, nor its code, as U+0023"), cell);
}

gboolean
oq_row_forms(const OqRow *row, guint column, OqSlice forms[2], GError **error)
{
	const char *cell = oq_row_cell(row, column), *slash = strchr(cell, SLASH);
	forms[0] = forms[1] = (OqSlice){0};
	if (cell[0] == '\0' || strcmp(cell, "-") == 0)
		return TRUE;
	forms[0] = forms[1] = oq_slice(cell);
	if (slash == NULL)
		return TRUE;
	forms[0].length = slash - cell;
	forms[1] = oq_slice(slash + 1);
	return (forms[0].length > 0 && forms[1].length > 0 && strchr(slash + 1, SLASH) == NULL) ||
	       oq_row_refuse(row, error, _("“%s” is not one form, or two as back/front"), cell);
}

OqSlice
oq_row_stem(const OqRow *row, guint column, gboolean *is_stem)
{
	OqSlice word = oq_slice(oq_row_cell(row, column));
	*is_stem = word.length > 1 && word.data[word.length - 1] == '-';
	word.length -= *is_stem;
	return word;
}
