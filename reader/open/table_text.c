/* table_text.c - see the header. */
#include "open/table_text.h"

#include "open/powers.h"

#include <string.h>

enum {
	MAX_COLUMNS = 256,    /* what is behind them is said without its head */
	MAX_NAME_BYTES = 256, /* what is longer names nothing that could be said again and again */
	MAX_ROW_BYTES = 1 << 20, /* what is longer is told in parts */
	LAYOUT_BYTES = 2000,
	LAYOUT_PARAGRAPHS = 3,
};

struct _OqTableText {
	OqBlockWriter *out;
	gboolean has_head;      /* the next row is one */
	gboolean is_head_alone; /* no row has come behind it */
	GPtrArray *head;        /* of char * */
	GPtrArray *cells;       /* of char *: of the row */
	gsize n_bytes;          /* of them, with what each takes beside it */
	GString *cell;          /* line ends are those of paragraphs */
	guint n_paragraphs;
};

OqTableText *
oq_table_text_new(OqBlockWriter *out, gboolean has_head)
{
	OqTableText *rows = g_new0(OqTableText, 1);
	rows->out = out;
	rows->has_head = has_head;
	rows->head = g_ptr_array_new_with_free_func(g_free);
	rows->cells = g_ptr_array_new_with_free_func(g_free);
	rows->cell = g_string_new(NULL);
	return rows;
}

static const char *
head_of(const OqTableText *rows, guint column)
{
	return column < rows->head->len ? g_ptr_array_index(rows->head, column) : "";
}

static void
write_row(OqTableText *rows, const GPtrArray *cells)
{
	gboolean is_first = TRUE;
	oq_block_writer_begin(rows->out, OQ_BLOCK_CELL, 0, NULL);
	for (guint i = 0; i < cells->len; i++) {
		const char *value = g_ptr_array_index(cells, i), *name = head_of(rows, i);
		if (*value == '\0')
			continue;
		if (!is_first)
			oq_block_writer_text(rows->out, "; ", 2);
		if (cells != rows->head && *name != '\0') {
			oq_block_writer_text(rows->out, name, -1);
			oq_block_writer_text(rows->out, ": ", 2);
		}
		oq_block_writer_text(rows->out, value, -1);
		is_first = FALSE;
	}
	oq_block_writer_end(rows->out);
}

/* What no reader could follow as one row is no longer kept. */
static void
tell_part(OqTableText *rows)
{
	write_row(rows, rows->cells);
	g_ptr_array_set_size(rows->cells, 0);
	rows->n_bytes = 0;
}

void
oq_table_text_add(OqTableText *rows, const char *text, gssize n_bytes)
{
	if (rows->cell->len > MAX_ROW_BYTES)
		oq_table_text_end_cell(rows);
	gsize start = rows->cell->len;
	g_string_append_len(rows->cell, text, n_bytes);
	for (char *p = rows->cell->str + start; *p != '\0'; p++)
		if (*p == '\n' || *p == '\r')
			*p = ' ';
}

void
oq_table_text_raise(OqTableText *rows, const char *text)
{
	if (!oq_powers_append(rows->cell, text))
		oq_table_text_add(rows, text, (gssize)strlen(text));
}

void
oq_table_text_end_paragraph(OqTableText *rows)
{
	gsize n_bytes = rows->cell->len;
	if (n_bytes == 0 || rows->cell->str[n_bytes - 1] == '\n')
		return;
	g_string_append_c(rows->cell, '\n');
	rows->n_paragraphs++;
}

void
oq_table_text_end_cell(OqTableText *rows)
{
	char *cell = g_strdup(g_strstrip(rows->cell->str));
	rows->n_bytes += sizeof cell + rows->cell->len;
	g_string_truncate(rows->cell, 0);
	rows->n_paragraphs = 0;
	g_ptr_array_add(rows->cells, cell);
	if (rows->n_bytes > MAX_ROW_BYTES)
		tell_part(rows);
}

static gboolean
has_names(const OqTableText *rows)
{
	for (guint i = 0; i < rows->cells->len; i++)
		if (strlen(g_ptr_array_index(rows->cells, i)) > MAX_NAME_BYTES)
			return FALSE;
	return TRUE;
}

void
oq_table_text_end_row(OqTableText *rows, gboolean is_head)
{
	if (rows->cell->len > 0)
		oq_table_text_end_cell(rows);
	if (rows->cells->len == 0)
		return;
	if ((is_head || rows->has_head) && has_names(rows)) {
		GPtrArray *head = rows->head;
		rows->head = rows->cells;
		rows->cells = head;
		g_ptr_array_set_size(rows->head, (gint)MIN(rows->head->len, MAX_COLUMNS));
		rows->is_head_alone = TRUE;
	} else {
		write_row(rows, rows->cells);
		rows->is_head_alone = FALSE;
	}
	rows->has_head = FALSE;
	g_ptr_array_set_size(rows->cells, 0);
	rows->n_bytes = 0;
}

static void
drop(OqTableText *rows)
{
	g_ptr_array_unref(rows->head);
	g_ptr_array_unref(rows->cells);
	g_string_free(rows->cell, TRUE);
	g_free(rows);
}

void
oq_table_text_free(OqTableText *rows)
{
	if (rows == NULL)
		return;
	oq_table_text_end_row(rows, FALSE);
	if (rows->is_head_alone)
		write_row(rows, rows->head);
	drop(rows);
}

gboolean
oq_table_text_is_layout(const OqTableText *rows)
{
	return rows->cell->len > LAYOUT_BYTES && rows->n_paragraphs >= LAYOUT_PARAGRAPHS;
}

static void
write_paragraphs(OqTableText *rows, const GPtrArray *cells)
{
	for (guint i = 0; i < cells->len; i++) {
		g_auto(GStrv) lines = g_strsplit(g_ptr_array_index(cells, i), "\n", -1);
		for (guint j = 0; lines[j] != NULL; j++) {
			oq_block_writer_begin(rows->out, OQ_BLOCK_PARAGRAPH, 0, NULL);
			oq_block_writer_text(rows->out, lines[j], -1);
			oq_block_writer_end(rows->out);
		}
	}
}

void
oq_table_text_give_up(OqTableText *rows)
{
	oq_table_text_end_cell(rows);
	if (rows->is_head_alone)
		write_paragraphs(rows, rows->head);
	write_paragraphs(rows, rows->cells);
	drop(rows);
}
