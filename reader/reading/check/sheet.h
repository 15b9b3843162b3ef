/* sheet.h - a table as its lines have it, and what may be wrong with its cells whatever they mean.
 */
#pragma once

#include "text/lexicon/lexicon.h"

typedef struct _OqSheet OqSheet;

/** oq_sheet_load: (transfer full): lines that are no UTF-8 are left out, as comments are; NULL and
 * G_FILE_ERROR. */
OqSheet *oq_sheet_load(const char *path, GError **error);
void oq_sheet_free(OqSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSheet, oq_sheet_free)

guint oq_sheet_n_rows(const OqSheet *sheet);

/** oq_sheet_line: of a row, counted from 1. */
guint oq_sheet_line(const OqSheet *sheet, guint row);

/** oq_sheet_n_names: how many columns the first line names. */
guint oq_sheet_n_names(const OqSheet *sheet);

/** oq_sheet_has: whether the first line names the column. */
gboolean oq_sheet_has(const OqSheet *sheet, const char *column);

/** oq_sheet_named: the cell of a column that the first line names; "" where there is none. */
const char *oq_sheet_named(const OqSheet *sheet, guint row, const char *column);

/** oq_sheet_cell: by its place in the line; "" beyond its end. */
const char *oq_sheet_cell(const OqSheet *sheet, guint row, guint index);

/** oq_sheet_complain: adds "file:line: why". */
void oq_sheet_complain(const OqSheet *sheet, guint row, GPtrArray *complaints, const char *format,
	...) G_GNUC_PRINTF(4, 5);

/** oq_sheet_judge_letters: of each cell from @first on: Latin letters that look like Cyrillic ones,
 * letters that are put together of two signs. */
void oq_sheet_judge_letters(
	const OqSheet *sheet, const OqLexicon *lexicon, guint first, GPtrArray *complaints);

/** oq_sheet_judge_twice: rows with the same cells in the columns whose bits are in @columns. */
void oq_sheet_judge_twice(const OqSheet *sheet, guint columns, GPtrArray *complaints);
