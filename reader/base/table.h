/* table.h - a tab-separated file as rows of cells.
 *
 *     #: written	spoken	note
 *     # a line that begins with # is a comment; empty lines are skipped
 *     км	километр
 *
 * The first line names the columns, in whatever order. UTF-8 in NFC, with or without a BOM, LF or
 * CR LF. Cells have no quotes or escapes; space around them is cut off. A row may be shorter than
 * the longest: the cells that it lacks are "". */
#pragma once

#include <glib.h>

#define OQ_TABLE_ERROR (oq_table_error_quark())
GQuark oq_table_error_quark(void);

typedef enum {
	OQ_TABLE_ERROR_FILE, /* the file cannot be read, or is too large */
	OQ_TABLE_ERROR_ROW,  /* a line is wrong; the message begins with file:line */
} OqTableError;

/** So many columns a table may have. */
#define OQ_TABLE_MAX_COLUMNS 16

/** What a user typed in a lifetime is less. */
#define OQ_TABLE_MAX_BYTES (16u << 20)

typedef struct _OqTable OqTable;

/**
 * oq_table_load:
 * @columns: the names of its columns, all of which the first line must have and no others; NULL
 *   behind the last; they must outlive the table
 * @n_needed: so many of them, from the first on, are empty in no row
 */
OqTable *oq_table_load(
	const char *path, const char *const *columns, guint n_needed, GError **error);

/** oq_table_load_all: the same, but wrong lines are @complaints, as below. */
OqTable *oq_table_load_all(const char *path, const char *const *columns, guint n_needed,
	GPtrArray *complaints, GError **error);

/**
 * oq_table_load_bare: a table that need not name its columns: they stand in the order of @columns,
 *   then.
 * @complaints: (element-type utf8) (nullable): receives a message for each wrong line, which is
 *   then left out; NULL: the first of them is the error
 */
OqTable *oq_table_load_bare(const char *path, const char *const *columns, guint n_needed,
	GPtrArray *complaints, GError **error);
void oq_table_free(OqTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTable, oq_table_free)

guint oq_table_n_rows(const OqTable *table);

/** oq_table_cell: @column: an index of the names; never NULL; valid as long as the table. */
const char *oq_table_cell(const OqTable *table, guint row, guint column);

/** oq_table_line: where the row stands in the file, counted from 1. */
guint oq_table_line(const OqTable *table, guint row);

/** oq_table_row_error: OQ_TABLE_ERROR_ROW about a row, with its file:line before the message. */
void oq_table_row_error(const OqTable *table, guint row, GError **error, const char *format, ...)
	G_GNUC_PRINTF(4, 5);
