/* glass.c - see the header. */
#include "glass.h"

#include <string.h>

#define ESCAPE '\033'

typedef struct {
	char *shown; /* (nullable): a blank; "": the right half of what stands before it */
	gboolean is_inverse, is_black;
} Cell;

struct _Glass {
	guint columns, rows;
	GlassColumns columns_of;
	GPtrArray *lines; /* of Cell[columns] */
	guint line, column;
	gboolean is_full; /* the next character goes to the next line */
	gboolean is_inverse, is_black;
	guint n_controls;
	GString *pending;
};

static guint
usual_columns(gunichar c)
{
	return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

static void
add_line(Glass *glass)
{
	g_ptr_array_add(glass->lines, g_new0(Cell, glass->columns));
}

Glass *
glass_new(guint columns, guint rows, GlassColumns columns_of)
{
	Glass *glass = g_new0(Glass, 1);

	glass->columns = columns;
	glass->rows = rows;
	glass->columns_of = columns_of != NULL ? columns_of : usual_columns;
	glass->lines = g_ptr_array_new();
	glass->pending = g_string_new(NULL);
	add_line(glass);
	return glass;
}

void
glass_free(Glass *glass)
{
	if (glass == NULL)
		return;
	for (guint i = 0; i < glass->lines->len; i++) {
		Cell *cells = g_ptr_array_index(glass->lines, i);
		for (guint k = 0; k < glass->columns; k++)
			g_free(cells[k].shown);
		g_free(cells);
	}
	g_ptr_array_unref(glass->lines);
	g_string_free(glass->pending, TRUE);
	g_free(glass);
}

static Cell *
cell_at(const Glass *glass, guint line, guint column)
{
	return &((Cell *)g_ptr_array_index(glass->lines, line))[column];
}

/* The top row of the screen. */
static guint
top_of(const Glass *glass)
{
	return glass->lines->len > glass->rows ? glass->lines->len - glass->rows : 0;
}

static void
feed_line(Glass *glass)
{
	glass->column = 0;
	glass->is_full = FALSE;
	glass->line++;
	if (glass->line == glass->lines->len)
		add_line(glass);
}

static void
put_cell(Glass *glass, const char *shown)
{
	Cell *cell = cell_at(glass, glass->line, glass->column);

	g_free(cell->shown);
	*cell = (Cell){g_strdup(shown), glass->is_inverse, glass->is_black};
}

static void
put_mark(Glass *glass, const char *shown)
{
	guint column = glass->is_full ? glass->column : glass->column - 1;

	g_assert_true(glass->is_full || glass->column > 0);
	while (column > 0 && g_strcmp0(cell_at(glass, glass->line, column)->shown, "") == 0)
		column--;
	Cell *cell = cell_at(glass, glass->line, column);
	g_autofree char *before = cell->shown;
	g_assert_nonnull(before);
	cell->shown = g_strconcat(before, shown, NULL);
}

static void
put_character(Glass *glass, gunichar c)
{
	char shown[7] = "";
	guint columns = glass->columns_of(c);

	g_unichar_to_utf8(c, shown);
	g_assert_false(g_unichar_iscntrl(c) || g_unichar_type(c) == G_UNICODE_FORMAT);
	if (columns == 0) {
		put_mark(glass, shown);
		return;
	}
	if (glass->is_full || glass->column + columns > glass->columns)
		feed_line(glass);
	for (guint i = 0; i < columns; i++) {
		put_cell(glass, i == 0 ? shown : "");
		if (i + 1 < columns || glass->column + 1 < glass->columns)
			glass->column++;
		else
			glass->is_full = TRUE;
	}
}

static void
erase_line(Glass *glass)
{
	for (guint i = glass->column; i < glass->columns; i++) {
		Cell *cell = cell_at(glass, glass->line, i);
		g_free(cell->shown);
		*cell = (Cell){0};
	}
}

static void
set_attributes(Glass *glass, const char *numbers)
{
	g_auto(GStrv) each = g_strsplit(numbers, ";", -1);

	for (guint i = 0; each[i] != NULL; i++) {
		if (strcmp(each[i], "0") == 0)
			glass->is_inverse = glass->is_black = FALSE;
		else if (strcmp(each[i], "7") == 0)
			glass->is_inverse = TRUE;
		else if (strcmp(each[i], "40") == 0)
			glass->is_black = TRUE;
		else if (strcmp(each[i], "1") != 0 && strcmp(each[i], "37") != 0)
			g_error("attributes that nobody asked for: %s", numbers);
	}
}

/* A cursor that is told to leave the screen has lost its place. */
static void
follow_sequence(Glass *glass, const char *numbers, char end)
{
	guint n = (guint)g_ascii_strtoull(numbers, NULL, 10);

	glass->n_controls++;
	glass->is_full = FALSE;
	switch (end) {
	case 'A':
		g_assert_cmpuint(n, >, 0);
		g_assert_cmpuint(top_of(glass) + n, <=, glass->line);
		glass->line -= n;
		break;
	case 'B':
		g_assert_cmpuint(n, >, 0);
		glass->line += n;
		g_assert_cmpuint(glass->line, <, glass->lines->len);
		break;
	case 'C':
		g_assert_cmpuint(n, >, 0);
		glass->column += n;
		g_assert_cmpuint(glass->column, <, glass->columns);
		break;
	case 'K':
		g_assert_cmpstr(numbers, ==, "");
		erase_line(glass);
		break;
	case 'm':
		set_attributes(glass, numbers);
		break;
	default:
		g_error("a sequence that nobody needs: %s%c", numbers, end);
	}
}

/* Returns its bytes, 0 when it is cut. */
static gsize
take_sequence(Glass *glass, const char *bytes, gsize n_bytes)
{
	gsize n_numbers = n_bytes < 2 ? 0 : strspn(bytes + 2, "0123456789;");

	if (n_bytes < n_numbers + 3)
		return 0;
	g_assert_cmpint(bytes[1], ==, '[');
	g_autofree char *numbers = g_strndup(bytes + 2, n_numbers);
	follow_sequence(glass, numbers, bytes[2 + n_numbers]);
	return n_numbers + 3;
}

static gsize
take_character(Glass *glass, const char *bytes, gsize n_bytes)
{
	gunichar c = g_utf8_get_char_validated(bytes, n_bytes);

	if (c == (gunichar)-2)
		return 0;
	g_assert_cmphex(c, <=, 0x10FFFF);
	if (c == '\n') {
		feed_line(glass);
	} else if (c == '\r') {
		glass->n_controls++;
		glass->column = 0;
		glass->is_full = FALSE;
	} else {
		put_character(glass, c);
	}
	return g_utf8_skip[(guchar)bytes[0]];
}

void
glass_feed(Glass *glass, const char *bytes, gsize n_bytes)
{
	gsize n_taken = 0, n_more;

	g_string_append_len(glass->pending, bytes, n_bytes);
	while (n_taken < glass->pending->len) {
		const char *next = glass->pending->str + n_taken;
		gsize n_left = glass->pending->len - n_taken;
		n_more = *next == ESCAPE ? take_sequence(glass, next, n_left)
					 : take_character(glass, next, n_left);
		if (n_more == 0)
			break;
		n_taken += n_more;
	}
	g_string_erase(glass->pending, 0, n_taken);
}

static gboolean
is_shown(const Cell *cell)
{
	return cell->shown != NULL && strcmp(cell->shown, " ") != 0;
}

static guint
n_lines(const Glass *glass)
{
	guint n = glass->lines->len;

	for (; n > glass->line; n--)
		for (guint i = 0; i < glass->columns; i++)
			if (is_shown(cell_at(glass, n - 1, i)))
				return n;
	return n;
}

static void
append_line(const Glass *glass, guint line, gboolean is_marked, GString *text)
{
	gboolean is_inside = FALSE;

	for (guint i = 0; i < glass->columns; i++) {
		const Cell *cell = cell_at(glass, line, i);
		if (is_marked && cell->is_inverse != is_inside)
			g_string_append_c(text, cell->is_inverse ? GLASS_HEARD : GLASS_BEHIND);
		is_inside = cell->is_inverse;
		g_string_append(text, cell->shown != NULL ? cell->shown : " ");
	}
	if (is_marked && is_inside)
		g_string_append_c(text, GLASS_BEHIND);
	while (text->len > 0 && text->str[text->len - 1] == ' ')
		g_string_truncate(text, text->len - 1);
	g_string_append_c(text, '\n');
}

static char *
show(const Glass *glass, gboolean is_marked)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < n_lines(glass); i++)
		append_line(glass, i, is_marked, text);
	return g_string_free(text, FALSE);
}

char *
glass_text(const Glass *glass)
{
	return show(glass, FALSE);
}

char *
glass_heard(const Glass *glass)
{
	return show(glass, TRUE);
}

char *
glass_black(const Glass *glass)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < glass->lines->len; i++)
		for (guint k = 0; k < glass->columns; k++)
			if (cell_at(glass, i, k)->is_black)
				g_string_append(text, cell_at(glass, i, k)->shown);
	return g_string_free(text, FALSE);
}

guint
glass_n_controls(const Glass *glass)
{
	return glass->n_controls;
}

guint
glass_column(const Glass *glass)
{
	return glass->is_full ? glass->columns : glass->column;
}
