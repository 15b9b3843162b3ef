/* cells.c - see the header. */
#include "home/screen/cells.h"

#include "text/characters/escapes.h"
#include "text/characters/letters.h"

#include <string.h>

#define REPLACEMENT 0xFFFD
#define NO_BASE     0x25CC /* a dotted circle: what a mark without a letter stands on */

/* More marks on one letter are there to be drawn over other lines. */
#define MAX_MARKS 4

#define FIRST_MARK 0x0300 /* those of Latin and Cyrillic letters, which all terminals know */
#define LAST_MARK  0x036F
#define LAST_SIGN  0x22FF /* common signs from here on are as wide as the terminal likes */

struct _OqCells {
	GString *shown;
	GArray *cells; /* of OqCell */
	guint n_marks; /* on the last one */
	gboolean keeps_blanks;
};

typedef enum { KIND_PLAIN, KIND_GAP, KIND_GLUE, KIND_MARK, KIND_CONTROL, KIND_HIDDEN } Kind;

static gboolean
is_variation_selector(gunichar c)
{
	return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x180B && c <= 0x180F) ||
	       (c >= 0xE0000 && c <= 0xE0FFF);
}

static Kind
kind_of(gunichar c)
{
	if (c == 0x00A0 || c == 0x2007 || c == 0x202F)
		return KIND_GLUE;
	if (g_unichar_isspace(c) || oq_letters_is_newline(c))
		return KIND_GAP;
	if (is_variation_selector(c))
		return KIND_HIDDEN;
	switch (g_unichar_type(c)) {
	case G_UNICODE_CONTROL:
	case G_UNICODE_SURROGATE:
		return KIND_CONTROL;
	case G_UNICODE_FORMAT:
		return KIND_HIDDEN;
	case G_UNICODE_NON_SPACING_MARK:
	case G_UNICODE_ENCLOSING_MARK:
		return KIND_MARK;
	default:
		return g_unichar_iszerowidth(c) ? KIND_MARK : KIND_PLAIN;
	}
}

/* Whether all terminals agree on its columns. */
static gboolean
is_sure(gunichar c)
{
	switch (g_unichar_get_script(c)) {
	case G_UNICODE_SCRIPT_LATIN:
	case G_UNICODE_SCRIPT_GREEK:
	case G_UNICODE_SCRIPT_CYRILLIC:
		return TRUE;
	case G_UNICODE_SCRIPT_HAN:
	case G_UNICODE_SCRIPT_HANGUL:
	case G_UNICODE_SCRIPT_HIRAGANA:
	case G_UNICODE_SCRIPT_KATAKANA:
		return g_unichar_iswide(c);
	case G_UNICODE_SCRIPT_COMMON:
		return c <= LAST_SIGN;
	default:
		return FALSE;
	}
}

static guint16
columns_of(gunichar c)
{
	if (g_unichar_iswide(c))
		return 2;
	if (is_sure(c))
		return 1;
	switch (g_unichar_type(c)) {
	case G_UNICODE_OTHER_LETTER:
	case G_UNICODE_LOWERCASE_LETTER:
	case G_UNICODE_UPPERCASE_LETTER:
	case G_UNICODE_DECIMAL_NUMBER:
	case G_UNICODE_OTHER_PUNCTUATION:
		return 1;
	default:
		return 2;
	}
}

static OqCell *
last_cell(OqCells *cells)
{
	return cells->cells->len == 0 ? NULL
				      : &g_array_index(cells->cells, OqCell, cells->cells->len - 1);
}

static void
add_cell(OqCells *cells, gunichar c, gsize start, gsize end)
{
	OqCell cell = {.at = (guint32)cells->shown->len, .start = start, .end = end};

	g_string_append_unichar(cells->shown, c);
	cell.length = (guint32)cells->shown->len - cell.at;
	cell.columns = columns_of(c);
	cell.is_sure = is_sure(c);
	g_array_append_val(cells->cells, cell);
	cells->n_marks = 0;
}

static void
add_mark(OqCells *cells, gunichar c, gsize start, gsize end)
{
	OqCell *last = last_cell(cells);

	if (last == NULL || cells->shown->str[last->at] == ' ') {
		add_cell(cells, NO_BASE, start, end);
		last = last_cell(cells);
	}
	last->end = end;
	if (cells->n_marks++ >= MAX_MARKS)
		return;
	g_string_append_unichar(cells->shown, c);
	last->length = (guint32)cells->shown->len - last->at;
	last->is_sure = FALSE;
	if (c < FIRST_MARK || c > LAST_MARK)
		last->columns = 2;
}

/* Of blanks in a row one is enough to end a line at. */
static void
add_blank(OqCells *cells, gboolean is_gap, gsize start, gsize end)
{
	OqCell *last = last_cell(cells);

	if (last == NULL && !cells->keeps_blanks)
		return;
	if (cells->keeps_blanks || cells->shown->str[last->at] != ' ') {
		add_cell(cells, ' ', start, end);
		last = last_cell(cells);
	}
	last->end = end;
	last->is_gap |= is_gap;
}

/* Belongs to the cell before it. */
static void
hide(OqCells *cells, gsize end)
{
	OqCell *last = last_cell(cells);

	if (last != NULL)
		last->end = end;
}

static void
add_character(OqCells *cells, gunichar c, gsize start, gsize end)
{
	switch (kind_of(c)) {
	case KIND_GAP:
		add_blank(cells, TRUE, start, end);
		break;
	case KIND_GLUE:
		add_blank(cells, FALSE, start, end);
		break;
	case KIND_MARK:
		add_mark(cells, c, start, end);
		break;
	case KIND_CONTROL:
		add_cell(cells, REPLACEMENT, start, end);
		break;
	case KIND_HIDDEN:
		hide(cells, end);
		break;
	default:
		add_cell(cells, c, start, end);
	}
}

static void
drop_last_blank(OqCells *cells)
{
	OqCell *last = last_cell(cells);

	if (last == NULL || cells->shown->str[last->at] != ' ')
		return;
	g_string_truncate(cells->shown, last->at);
	g_array_set_size(cells->cells, cells->cells->len - 1);
}

static OqCells *
read_text(const char *text, gboolean keeps_blanks)
{
	OqCells *cells = g_new0(OqCells, 1);
	gsize n_bytes = strlen(text);

	cells->keeps_blanks = keeps_blanks;
	cells->shown = g_string_new(NULL);
	cells->cells = g_array_new(FALSE, FALSE, sizeof(OqCell));
	for (gsize at = 0; at < n_bytes;) {
		gsize n_escape = oq_escapes_length(text + at, text + n_bytes, TRUE);
		if (n_escape > 0 && !keeps_blanks) {
			hide(cells, at + n_escape);
			at += n_escape;
			continue;
		}
		gunichar c = g_utf8_get_char_validated(text + at, n_bytes - at);
		gboolean is_valid = c <= 0x10FFFF;
		gsize end = is_valid ? (gsize)(g_utf8_next_char(text + at) - text) : at + 1;
		add_character(cells, is_valid ? c : REPLACEMENT, at, end);
		at = end;
	}
	return cells;
}

OqCells *
oq_cells_new(const char *text)
{
	OqCells *cells = read_text(text, FALSE);

	drop_last_blank(cells);
	return cells;
}

OqCells *
oq_cells_new_typed(const char *text)
{
	return read_text(text, TRUE);
}

void
oq_cells_free(OqCells *cells)
{
	if (cells == NULL)
		return;
	g_string_free(cells->shown, TRUE);
	g_array_unref(cells->cells);
	g_free(cells);
}

guint
oq_cells_count(const OqCells *cells)
{
	return cells->cells->len;
}

const OqCell *
oq_cells_at(const OqCells *cells, guint index)
{
	return &g_array_index(cells->cells, OqCell, index);
}

const char *
oq_cells_shown(const OqCells *cells)
{
	return cells->shown->str;
}

void
oq_cells_append(const OqCells *cells, guint first, guint end, GString *out)
{
	if (first >= end)
		return;
	const OqCell *last = oq_cells_at(cells, end - 1);
	gsize at = oq_cells_at(cells, first)->at;
	g_string_append_len(out, cells->shown->str + at, last->at + last->length - at);
}

void
oq_cells_set_columns(OqCells *cells, guint index, guint16 columns)
{
	OqCell *cell = &g_array_index(cells->cells, OqCell, index);

	cell->columns = columns;
	cell->is_sure = TRUE;
}

/* The first cell that ends behind a byte of the text. */
static guint
cell_behind(const OqCells *cells, gsize byte)
{
	guint low = 0, high = cells->cells->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (oq_cells_at(cells, middle)->end > byte)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

gboolean
oq_cells_find(const OqCells *cells, gsize start, gsize end, guint *first_cell, guint *end_cell)
{
	guint first = cell_behind(cells, start), last = first;

	if (start >= end)
		return FALSE;
	while (last < cells->cells->len && oq_cells_at(cells, last)->start < end)
		last++;
	while (first < last && oq_cells_at(cells, first)->is_gap)
		first++;
	while (last > first && oq_cells_at(cells, last - 1)->is_gap)
		last--;
	*first_cell = first;
	*end_cell = last;
	return first < last;
}
