/* table.h - a tab-separated file as rows of cells.
 *
 *     # a line that begins with # is a comment; empty lines are skipped
 *     first	second	third
 *
 * UTF-8 in NFC, with or without a BOM, LF or CR LF. Cells have no quotes or escapes; space around
 * them is cut off. A row may be shorter than the longest: the cells that it lacks are "". */
#pragma once

#include <glib.h>

#define OQ_TABLE_ERROR (oq_table_error_quark())
GQuark oq_table_error_quark(void);

typedef enum {
	OQ_TABLE_ERROR_FILE, /* the file cannot be read */
	OQ_TABLE_ERROR_ROW,  /* a row is wrong; the message begins with file:line */
} OqTableError;

typedef struct _OqTable OqTable;

/**
 * oq_table_load:
 * @min_cells: a row with fewer is an error
 * @max_cells: a row with more is an error
 */
OqTable *oq_table_load(const char *path, guint min_cells, guint max_cells, GError **error);

/**
 * oq_table_load_most:
 * @complaints: (element-type utf8) (nullable): receives a message for each wrong row, which is then
 *   left out; NULL: as oq_table_load()
 *
 * Returns: NULL and OQ_TABLE_ERROR_FILE
 */
OqTable *oq_table_load_most(
	const char *path, guint min_cells, guint max_cells, GPtrArray *complaints, GError **error);
void oq_table_free(OqTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTable, oq_table_free)

guint oq_table_n_rows(const OqTable *table);

/** oq_table_cell: never NULL; valid as long as the table. */
const char *oq_table_cell(const OqTable *table, guint row, guint column);

/** oq_table_character: what the cell means: a character itself, or its code, as U+0023, where it
 * would look like something else in a table; 0: neither. */
gunichar oq_table_character(const OqTable *table, guint row, guint column);

/** oq_table_line: where the row stands in the file, counted from 1. */
guint oq_table_line(const OqTable *table, guint row);

/** oq_table_row_error: OQ_TABLE_ERROR_ROW about a row, with its file:line before the message. */
void oq_table_row_error(const OqTable *table, guint row, GError **error, const char *format, ...)
	G_GNUC_PRINTF(4, 5);
