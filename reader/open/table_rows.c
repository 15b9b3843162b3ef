/* table_rows.c - see the header. */
#include "open/table_rows.h"

#include <string.h>

enum {
	MAX_COLUMNS = 256,
	MAX_NAME_BYTES = 256, /* what is longer names nothing that could be said again and again */
};

typedef struct {
	guint column;
	gboolean is_header;
	GString *text;
	char *lang;
} Cell;

struct _OqTableRows {
	GPtrArray *cells;        /* Cell: of the row */
	GPtrArray *headers;      /* char *: of each column; NULL: none */
	guint held[MAX_COLUMNS]; /* rows for which a cell from above holds the column */
	guint column;            /* of the next cell */
	gboolean has_values;     /* a row that is not of headers was there */
};

static void
cell_free(gpointer data)
{
	Cell *cell = data;
	g_string_free(cell->text, TRUE);
	g_free(cell->lang);
	g_free(cell);
}

OqTableRows *
oq_table_rows_new(void)
{
	OqTableRows *table = g_new0(OqTableRows, 1);
	table->cells = g_ptr_array_new_with_free_func(cell_free);
	table->headers = g_ptr_array_new_with_free_func(g_free);
	return table;
}

void
oq_table_rows_free(OqTableRows *table)
{
	if (table == NULL)
		return;
	g_ptr_array_unref(table->cells);
	g_ptr_array_unref(table->headers);
	g_free(table);
}

static void
pass_held(OqTableRows *table)
{
	while (table->column < MAX_COLUMNS && table->held[table->column] > 0)
		table->held[table->column++]--;
}

void
oq_table_rows_cell(OqTableRows *table, gboolean is_header, guint n_columns, guint n_rows)
{
	if (table->cells->len == MAX_COLUMNS) /* what else there is belongs to the last one */
		return;
	pass_held(table);
	Cell *cell = g_new0(Cell, 1);
	cell->column = table->column;
	cell->is_header = is_header;
	cell->text = g_string_new(NULL);
	g_ptr_array_add(table->cells, cell);
	for (guint i = 0; i < MAX(n_columns, 1) && table->column < MAX_COLUMNS; i++)
		table->held[table->column++] = MAX(n_rows, 1) - 1;
}

void
oq_table_rows_text(OqTableRows *table, const char *text, const char *lang)
{
	if (table->cells->len == 0)
		oq_table_rows_cell(table, FALSE, 1, 1);
	Cell *cell = g_ptr_array_index(table->cells, table->cells->len - 1);
	if (cell->text->len > 0)
		g_string_append_c(cell->text, ' ');
	else
		cell->lang = g_strdup(lang);
	g_string_append(cell->text, text);
}

static gboolean
is_of_headers(const OqTableRows *table)
{
	for (guint i = 0; i < table->cells->len; i++) {
		const Cell *cell = g_ptr_array_index(table->cells, i);
		if (!cell->is_header || cell->text->len > MAX_NAME_BYTES)
			return FALSE;
	}
	return table->cells->len > 1 && !table->has_values;
}

/* A second row of headers tells more of its columns. */
static void
keep_headers(OqTableRows *table)
{
	for (guint i = 0; i < table->cells->len; i++) {
		const Cell *cell = g_ptr_array_index(table->cells, i);
		if (cell->column >= table->headers->len)
			g_ptr_array_set_size(table->headers, (gint)cell->column + 1);
		char **header = (char **)&g_ptr_array_index(table->headers, cell->column);
		if (cell->text->len == 0)
			continue;
		g_free(*header);
		*header = g_strdup(cell->text->str);
	}
}

static void
append_cell(const OqTableRows *table, const Cell *cell, GString *row)
{
	const char *header = cell->column < table->headers->len
				     ? g_ptr_array_index(table->headers, cell->column)
				     : NULL;
	if (row->len > 0)
		g_string_append(row, "; ");
	if (header != NULL && !cell->is_header)
		g_string_append_printf(row, "%s: ", header);
	g_string_append_len(row, cell->text->str, (gssize)cell->text->len);
}

/* Returns: (nullable): the language of all cells */
static const char *
append_cells(const OqTableRows *table, GString *row)
{
	const char *lang = NULL;
	guint n_told = 0;
	for (guint i = 0; i < table->cells->len; i++) {
		const Cell *cell = g_ptr_array_index(table->cells, i);
		if (cell->text->len == 0)
			continue;
		append_cell(table, cell, row);
		lang = n_told++ == 0 || g_strcmp0(lang, cell->lang) == 0 ? cell->lang : NULL;
	}
	return lang;
}

static void
write_row(OqTableRows *table, OqBlockWriter *out)
{
	g_autoptr(GString) row = g_string_new(NULL);
	const char *lang = append_cells(table, row);
	if (row->len == 0)
		return;
	oq_block_writer_begin(out, OQ_BLOCK_CELL, 0, lang);
	oq_block_writer_text(out, row->str, (gssize)row->len);
	oq_block_writer_end(out);
}

void
oq_table_rows_end(OqTableRows *table, OqBlockWriter *out)
{
	for (guint i = table->column; i < MAX_COLUMNS; i++)
		table->held[i] -= table->held[i] > 0;
	if (is_of_headers(table)) {
		keep_headers(table);
	} else {
		write_row(table, out);
		table->has_values = TRUE;
	}
	g_ptr_array_set_size(table->cells, 0);
}

void
oq_table_rows_begin(OqTableRows *table, OqBlockWriter *out)
{
	if (table->cells->len > 0)
		oq_table_rows_end(table, out);
	table->column = 0;
}

void
oq_table_rows_finish(OqTableRows *table, OqBlockWriter *out)
{
	oq_table_rows_begin(table, out);
	if (table->has_values)
		return;
	memset(table->held, 0, sizeof table->held);
	for (guint i = 0; i < table->headers->len; i++) {
		const char *header = g_ptr_array_index(table->headers, i);
		oq_table_rows_cell(table, TRUE, 1, 1);
		if (header != NULL)
			oq_table_rows_text(table, header, NULL);
	}
	write_row(table, out);
	g_ptr_array_set_size(table->cells, 0);
}

void
oq_table_rows_give_up(OqTableRows *table, OqBlockWriter *out)
{
	for (guint i = 0; i < table->cells->len; i++) {
		const Cell *cell = g_ptr_array_index(table->cells, i);
		oq_block_writer_begin(out, OQ_BLOCK_PARAGRAPH, 0, cell->lang);
		oq_block_writer_text(out, cell->text->str, (gssize)cell->text->len);
		oq_block_writer_end(out);
	}
	g_ptr_array_set_size(table->cells, 0);
}
