/* screen.c - see the header. */
#include "home/screen/screen.h"

#include "home/screen/cells.h"
#include "home/screen/outlet.h"
#include "home/screen/page.h"
#include "home/screen/typed.h"
#include "home/screen/wrap.h"

#include <string.h>
#include <sys/ioctl.h>

/* A terminal within another one may break its lines anew so long before it tells its new size, when
 * that changes again and again. */
#define SETTLE_MS 400

#define ERASE_LINE "\r\033[K"

struct _OqScreen {
	int fd;
	OqLooks looks;
	OqGlyphs *glyphs; /* nullable */
	guint columns, rows;
	OqOutlet *outlet;
	GMainContext *context;
	GSource *settling; /* (nullable): the size has just changed */
	gboolean has_told; /* that it failed */
	OqPage *page;      /* (nullable): the sentence */
	guint64 start;     /* of it */
	guint64 word_start, word_end;
	char *line; /* (nullable): what is typed */
	gsize cursor;
};

static void show_word(gpointer data);

/* FALSE: it is no terminal, or one that does not know. */
static gboolean
ask_size(const OqScreen *screen, guint *columns, guint *rows)
{
	struct winsize size;

	if (!screen->looks.is_terminal || ioctl(screen->fd, TIOCGWINSZ, &size) != 0 ||
		size.ws_col == 0 || size.ws_row == 0)
		return FALSE;
	*columns = size.ws_col;
	*rows = size.ws_row;
	return TRUE;
}

OqScreen *
oq_screen_new(int fd, const OqLooks *looks, OqGlyphs *glyphs, guint columns, guint rows)
{
	OqScreen *screen = g_new0(OqScreen, 1);

	screen->fd = fd;
	screen->looks = *looks;
	screen->glyphs = glyphs;
	screen->columns = columns;
	screen->rows = rows;
	ask_size(screen, &screen->columns, &screen->rows);
	screen->context = g_main_context_ref_thread_default();
	screen->outlet = oq_outlet_new(fd, show_word, screen);
	return screen;
}

static void
stop_settling(OqScreen *screen)
{
	if (screen->settling == NULL)
		return;
	g_source_destroy(screen->settling);
	g_clear_pointer(&screen->settling, g_source_unref);
}

static gboolean
settle(gpointer data)
{
	stop_settling(data);
	return G_SOURCE_REMOVE;
}

static void
begin_settling(OqScreen *screen)
{
	stop_settling(screen);
	screen->settling = g_timeout_source_new(SETTLE_MS);
	g_source_set_callback(screen->settling, settle, screen, NULL);
	g_source_attach(screen->settling, screen->context);
}

void
oq_screen_free(OqScreen *screen)
{
	if (screen == NULL)
		return;
	oq_screen_rest(screen);
	stop_settling(screen);
	oq_outlet_free(screen->outlet);
	g_main_context_unref(screen->context);
	oq_page_free(screen->page);
	oq_glyphs_free(screen->glyphs);
	g_free(screen->line);
	g_free(screen);
}

/* A terminal of another encoding would take the bytes of UTF-8 for controls. */
static void
put(OqScreen *screen, const GString *bytes)
{
	gsize n_bytes = bytes->len;
	g_autofree char *encoded =
		screen->looks.charset == NULL
			? NULL
			: g_convert_with_fallback(bytes->str, bytes->len, screen->looks.charset,
				  "UTF-8", "?", NULL, &n_bytes, NULL);

	if (encoded == NULL)
		n_bytes = bytes->len;
	if (n_bytes > 0)
		oq_outlet_write(screen->outlet, encoded != NULL ? encoded : bytes->str, n_bytes);
}

static gboolean
report(OqScreen *screen)
{
	gboolean is_news = oq_outlet_failure(screen->outlet) != 0 && !screen->has_told;

	screen->has_told |= is_news;
	return !is_news;
}

/* The typed line makes room for what is printed. */
static void
hide_line(const OqScreen *screen, GString *out)
{
	if (screen->line != NULL)
		g_string_append(out, screen->looks.rewrites ? ERASE_LINE : "\n");
}

static void
show_line(const OqScreen *screen, GString *out)
{
	if (screen->line == NULL)
		return;
	if (screen->looks.rewrites) {
		oq_typed_append(screen->line, screen->cursor, MAX(screen->columns, 3) - 1, out);
		return;
	}
	g_autoptr(OqCells) cells = oq_cells_new_typed(screen->line);
	g_string_append(out, oq_cells_shown(cells));
}

/* The cells that show the word that is heard. */
static gboolean
find_word(const OqScreen *screen, guint *first, guint *end)
{
	*first = *end = 0;
	if (screen->page == NULL || screen->word_end <= screen->start)
		return FALSE;
	guint64 from = MAX(screen->word_start, screen->start) - screen->start;
	return oq_cells_find(
		oq_page_cells(screen->page), from, screen->word_end - screen->start, first, end);
}

static void
change_page(OqScreen *screen, GString *out)
{
	guint first, end;
	gboolean is_found = find_word(screen, &first, &end);

	if (is_found && oq_page_is_large(screen->page) && !oq_page_shows(screen->page, first)) {
		oq_page_mark(screen->page, 0, 0, out);
		oq_page_print(screen->page, first, out);
	}
	oq_page_mark(screen->page, is_found ? first : 0, is_found ? end : 0, out);
}

/* Not what has passed meanwhile, but the word that is heard now. */
static void
show_word(gpointer data)
{
	OqScreen *screen = data;
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GString) around = g_string_new(NULL);

	if (screen->page == NULL || !oq_outlet_is_idle(screen->outlet))
		return;
	change_page(screen, out);
	if (out->len == 0)
		return;
	hide_line(screen, around);
	g_string_append_len(around, out->str, out->len);
	show_line(screen, around);
	put(screen, around);
}

/* A typed line may have been broken in two: it is left there, and goes on below. */
static void
resize(OqScreen *screen, guint columns, guint rows)
{
	g_autoptr(GString) out = g_string_new(NULL);
	gboolean is_news = columns != screen->columns;

	begin_settling(screen);
	screen->columns = columns;
	screen->rows = rows;
	if (screen->page != NULL)
		oq_page_rest(screen->page);
	if (!is_news || screen->line == NULL || !screen->looks.rewrites)
		return;
	g_string_append_c(out, '\n');
	show_line(screen, out);
	put(screen, out);
}

/* The terminal may have another size before that is told. */
static void
look_at_size(OqScreen *screen)
{
	guint columns, rows;

	if (ask_size(screen, &columns, &rows) &&
		(columns != screen->columns || rows != screen->rows))
		resize(screen, columns, rows);
}

static void
unmark(OqScreen *screen, GString *out)
{
	if (screen->page != NULL)
		oq_page_mark(screen->page, 0, 0, out);
}

static void
send_sentence(OqScreen *screen, const char *text)
{
	g_autoptr(OqCells) cells = oq_cells_new(text);
	g_autoptr(GString) out = g_string_new(oq_cells_shown(cells));

	if (out->len > 0)
		g_string_append_c(out, '\n');
	put(screen, out);
}

gboolean
oq_screen_sentence(OqScreen *screen, const char *text, guint64 start)
{
	g_autoptr(GString) out = g_string_new(NULL);

	screen->start = start;
	screen->word_start = screen->word_end = 0;
	if (!screen->looks.is_terminal) {
		send_sentence(screen, text);
		return report(screen);
	}
	look_at_size(screen);
	hide_line(screen, out);
	unmark(screen, out);
	oq_page_free(screen->page);
	screen->page =
		oq_page_new(text, &screen->looks, screen->glyphs, screen->columns, screen->rows);
	oq_page_print(screen->page, 0, out);
	if (screen->settling != NULL)
		oq_page_rest(screen->page);
	show_line(screen, out);
	put(screen, out);
	return report(screen);
}

gboolean
oq_screen_word(OqScreen *screen, guint64 start, guint64 end)
{
	screen->word_start = start;
	screen->word_end = end;
	look_at_size(screen);
	show_word(screen);
	return report(screen);
}

static guint
append_lines(const OqScreen *screen, const char *text, GString *out)
{
	g_autoptr(OqCells) cells = oq_cells_new(text);
	g_autoptr(GArray) lines =
		oq_wrap_lines(cells, MAX(screen->columns, OQ_PAGE_MIN_COLUMNS) - 1);

	for (guint i = 0; i < lines->len; i++) {
		const OqLine *line = &g_array_index(lines, OqLine, i);
		oq_cells_append(cells, line->first, line->end, out);
		g_string_append_c(out, '\n');
	}
	if (lines->len == 0)
		g_string_append_c(out, '\n');
	return MAX(lines->len, 1);
}

gboolean
oq_screen_answer(OqScreen *screen, const char *text)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	guint n_rows = 0;

	if (!screen->looks.is_terminal)
		return report(screen);
	look_at_size(screen);
	hide_line(screen, out);
	unmark(screen, out);
	for (guint i = 0; lines[i] != NULL && (lines[i][0] != '\0' || lines[i + 1] != NULL); i++)
		n_rows += append_lines(screen, lines[i], out);
	if (screen->page != NULL)
		oq_page_push_up(screen->page, n_rows);
	show_line(screen, out);
	put(screen, out);
	return report(screen);
}

/* Without escape sequences what was added is written, and after any other change all of it, on a
 * new line. */
static void
append_change(OqScreen *screen, const char *line, GString *out)
{
	g_autoptr(OqCells) cells = NULL;

	if (line == NULL || screen->line == NULL || !g_str_has_prefix(line, screen->line)) {
		hide_line(screen, out);
		cells = oq_cells_new_typed(line != NULL ? line : "");
	} else {
		cells = oq_cells_new_typed(line + strlen(screen->line));
	}
	g_string_append(out, oq_cells_shown(cells));
}

gboolean
oq_screen_prompt(OqScreen *screen, const char *line, gsize cursor)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *copy = g_strdup(line);

	if (!screen->looks.is_terminal || (line == NULL && screen->line == NULL))
		return report(screen);
	look_at_size(screen);
	if (!screen->looks.rewrites)
		append_change(screen, line, out);
	else
		g_string_append(out, ERASE_LINE);
	g_free(screen->line);
	screen->line = g_steal_pointer(&copy);
	screen->cursor = cursor;
	if (screen->looks.rewrites)
		show_line(screen, out);
	put(screen, out);
	return report(screen);
}

gboolean
oq_screen_resize(OqScreen *screen, guint columns, guint rows)
{
	resize(screen, columns, rows);
	return report(screen);
}

gboolean
oq_screen_rest(OqScreen *screen)
{
	g_autoptr(GString) out = g_string_new(NULL);

	if (!screen->looks.is_terminal)
		return report(screen);
	hide_line(screen, out);
	unmark(screen, out);
	g_clear_pointer(&screen->line, g_free);
	if (screen->page != NULL)
		oq_page_rest(screen->page);
	put(screen, out);
	return report(screen);
}

gboolean
oq_screen_finish(OqScreen *screen, gboolean is_hurried, GCancellable *stop)
{
	oq_screen_rest(screen);
	return oq_outlet_finish(screen->outlet, is_hurried, stop);
}

gboolean
oq_screen_is_held_up(const OqScreen *screen)
{
	return !screen->looks.is_terminal && !oq_outlet_is_idle(screen->outlet);
}

int
oq_screen_failure(const OqScreen *screen)
{
	return oq_outlet_failure(screen->outlet);
}
