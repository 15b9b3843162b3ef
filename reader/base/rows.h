/* rows.h - the one loader of all tables, and the one way in which their cells are written.
 *
 * Where rows are of several kinds, the first column, "kind", says which. A cell holds a text, one
 * of some names, a number, a character, or two forms with a slash between them; a word with a
 * hyphen at its end is a stem. */
#pragma once

#include "base/slice.h"
#include "base/table.h"

/** A row that is being read. */
typedef struct {
	const OqTable *table;
	guint index;
	guint kind; /* an index of the kinds; 0 where there are none */
} OqRow;

/** What rows of a table look like, and what to do with them. */
typedef struct {
	const char *const *columns; /* as oq_table_load() takes them */
	guint n_needed;
	const char *const *kinds; /* (nullable): their names, NULL behind the last */
	guint n_needed_kinds;     /* so many of them, from the first on, must have a row */
	/* FALSE and an error of oq_row_refuse(): the row is wrong */
	gboolean (*add)(gpointer into, const OqRow *row, GError **error);
} OqRows;

/**
 * oq_rows_load:
 * @path: of the table
 * @into: receives its rows
 *
 * Returns: FALSE and OQ_TABLE_ERROR when anything is wrong or missing
 */
gboolean oq_rows_load(const char *path, const OqRows *rows, gpointer into, GError **error);

/**
 * oq_rows_judge: the same, but goes on behind what is wrong.
 * @complaints: (element-type utf8): receives a message for each wrong row and for each kind that is
 *   missing
 *
 * Returns: FALSE and OQ_TABLE_ERROR_FILE when the file cannot be read
 */
gboolean oq_rows_judge(
	const char *path, const OqRows *rows, gpointer into, GPtrArray *complaints, GError **error);

/** oq_rows_miss: FALSE and the error that a table lacks that row. */
gboolean oq_rows_miss(const char *path, const char *what, GError **error);

/** oq_row_cell: never NULL. */
const char *oq_row_cell(const OqRow *row, guint column);

/** oq_row_refuse: FALSE and the error, with its file:line before the message. */
gboolean oq_row_refuse(const OqRow *row, GError **error, const char *format, ...)
	G_GNUC_PRINTF(3, 4);

/* What a cell holds; FALSE and the error when it is something else. */

/** oq_row_choose: @which: the index of the name, NULL being behind the last one. */
gboolean oq_row_choose(
	const OqRow *row, guint column, const char *const *names, guint *which, GError **error);

/** oq_row_number: a whole number up to @high. */
gboolean oq_row_number(
	const OqRow *row, guint column, guint64 high, guint64 *number, GError **error);

/** oq_row_decimal: a number above 0 and up to @high. */
gboolean oq_row_decimal(
	const OqRow *row, guint column, double high, double *number, GError **error);

/** oq_row_character: one character, or its code, as U+0023, where it would look like something else
 * in a table. */
gboolean oq_row_character(const OqRow *row, guint column, gunichar *character, GError **error);

/** oq_row_is_character: whether oq_row_character() would take it. */
gboolean oq_row_is_character(const OqRow *row, guint column);

/** oq_row_forms: "back/front", or one form for both; data is NULL when the cell is empty or "-". */
gboolean oq_row_forms(const OqRow *row, guint column, OqSlice forms[2], GError **error);

/** oq_row_stem: the word, without the hyphen that makes it a stem. */
OqSlice oq_row_stem(const OqRow *row, guint column, gboolean *is_stem);
