/* run_rows.c - each row of a table is heard once (README.md), one GLib test per row.
 * usage: run_rows rows.tsv VOICES/kk [GLib's test options]
 *
 * rows.tsv has table, column, value, written, spoken: a row of the table that has this value in
 * this column (empty: any row) is written and said so; {written}, {spoken} … are its cells. A row
 * that is said so in none of its sentences has no effect, or is shadowed by another one. */
#include "base/table.h"
#include "lib/give_up.h"
#include "text/normalizer.h"

#include <locale.h>
#include <string.h>

enum { TABLE, COLUMN, VALUE, WRITTEN, SPOKEN };
static const char *const columns[] = {"table", "column", "value", "written", "spoken", NULL};

/** A table of voices/, whatever its columns are. */
typedef struct {
	char *name;
	char **columns;
	GPtrArray *rows; /* of char **: cells */
	GArray *lines;   /* of guint */
} Sheet;

typedef struct {
	const OqLexicon *lexicon;
	const OqTable *frames;
	const Sheet *sheet;
	guint row;
} Case;

static Sheet *
sheet_read(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *contents = NULL;
	g_autoptr(GError) error = NULL;
	if (!g_file_get_contents(path, &contents, NULL, &error))
		give_up(error);
	g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
	Sheet *sheet = g_new0(Sheet, 1);
	sheet->name = g_strdup(name);
	sheet->columns = g_strsplit(lines[0] + strlen("#: "), "\t", -1);
	sheet->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
	sheet->lines = g_array_new(FALSE, FALSE, sizeof(guint));
	for (guint i = 1; lines[i] != NULL; i++) {
		guint line = i + 1;
		if (lines[i][0] == '#' || lines[i][0] == '\0')
			continue;
		g_ptr_array_add(sheet->rows, g_strsplit(lines[i], "\t", -1));
		g_array_append_val(sheet->lines, line);
	}
	return sheet;
}

static void
sheet_free(Sheet *sheet)
{
	g_free(sheet->name);
	g_strfreev(sheet->columns);
	g_ptr_array_unref(sheet->rows);
	g_array_unref(sheet->lines);
	g_free(sheet);
}

/* "" where the table has no such column, or the row is shorter. */
static const char *
sheet_cell(const Sheet *sheet, guint row, const char *column)
{
	char **cells = g_ptr_array_index(sheet->rows, row);
	for (guint i = 0; sheet->columns[i] != NULL && cells[i] != NULL; i++)
		if (strcmp(sheet->columns[i], column) == 0)
			return cells[i];
	return "";
}

/* Words in small letters, with single spaces between them. */
static char *
bare_words(const char *text)
{
	g_autofree char *lower = g_utf8_strdown(text, -1);
	GString *out = g_string_new(NULL);
	gboolean gap = FALSE;
	for (const char *p = lower; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (!g_unichar_isalnum(c) && !g_unichar_ismark(c)) {
			gap = TRUE;
			continue;
		}
		if (gap && out->len > 0)
			g_string_append_c(out, ' ');
		g_string_append_unichar(out, c);
		gap = FALSE;
	}
	return g_string_free(out, FALSE);
}

static char *
say(const OqLexicon *lexicon, const char *text)
{
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);
	g_autoptr(GString) said = g_string_new(NULL);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance))
		g_string_append_printf(said, " %s", utterance.spoken->str);
	return bare_words(said->str);
}

static char *
fill(const Case *c, const char *frame)
{
	GString *out = g_string_new(frame);
	for (char **column = c->sheet->columns; *column != NULL; column++) {
		g_autofree char *place = g_strdup_printf("{%s}", *column);
		g_string_replace(out, place, sheet_cell(c->sheet, c->row, *column), 0);
	}
	return g_string_free(out, FALSE);
}

static gboolean
is_for(const Case *c, guint frame)
{
	const char *column = oq_table_cell(c->frames, frame, COLUMN);
	return strcmp(oq_table_cell(c->frames, frame, TABLE), c->sheet->name) == 0 &&
	       (column[0] == '\0' || strcmp(oq_table_cell(c->frames, frame, VALUE),
					     sheet_cell(c->sheet, c->row, column)) == 0);
}

static void
run_case(gconstpointer data)
{
	const Case *c = data;
	g_autoptr(GString) tried = g_string_new(NULL);
	for (guint i = 0; i < oq_table_n_rows(c->frames); i++) {
		if (!is_for(c, i))
			continue;
		g_autofree char *written = fill(c, oq_table_cell(c->frames, i, WRITTEN));
		g_autofree char *spoken = fill(c, oq_table_cell(c->frames, i, SPOKEN));
		g_autofree char *expected = bare_words(spoken);
		g_autofree char *got = say(c->lexicon, written);
		if (strcmp(expected, got) == 0)
			return;
		g_string_append_printf(tried, "\n  written   %s\n  expected  %s\n  got       %s",
			written, expected, got);
	}
	g_test_fail_printf("%s:%u has no effect%s", c->sheet->name,
		g_array_index(c->sheet->lines, guint, c->row), tried->str);
}

static void
add_sheet(const OqLexicon *lexicon, const OqTable *frames, const Sheet *sheet)
{
	for (guint row = 0; row < sheet->rows->len; row++) {
		const Case c = {lexicon, frames, sheet, row};
		g_autofree char *path = g_strdup_printf(
			"/rows/%s:%u", sheet->name, g_array_index(sheet->lines, guint, row));
		g_test_add_data_func_full(path, g_memdup2(&c, sizeof c), run_case, g_free);
	}
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_set_nonfatal_assertions();
	if (argc != 3)
		g_error("usage: run_rows rows.tsv VOICES/kk");
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(argv[2], &error);
	g_autoptr(OqTable) frames =
		lexicon != NULL ? oq_table_load(argv[1], columns, 1, &error) : NULL;
	if (frames == NULL)
		give_up(error);
	g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func((GDestroyNotify)sheet_free);
	for (guint i = 0; i < oq_table_n_rows(frames); i++) {
		const char *name = oq_table_cell(frames, i, TABLE);
		if (i > 0 && strcmp(oq_table_cell(frames, i - 1, TABLE), name) == 0)
			continue;
		g_ptr_array_add(sheets, sheet_read(argv[2], name));
		add_sheet(lexicon, frames, g_ptr_array_index(sheets, sheets->len - 1));
	}
	return g_test_run();
}
