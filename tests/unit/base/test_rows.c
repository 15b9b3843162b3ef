#include "base/rows.h"

#include <glib/gstdio.h>
#include <string.h>

/* A table of one row each, whose second cell is read in one of the ways in which cells are written.
 */
typedef gboolean (*Read)(const OqRow *row, GString *out, GError **error);

typedef struct {
	Read read;
	GString *out; /* what was read, a line a row */
} Reading;

enum { CELL = 1 };
static const char *const columns[] = {"kind", "cell", NULL};
static const char *const kinds[] = {"first", "second", "spare", NULL};

static gboolean
add(gpointer into, const OqRow *row, GError **error)
{
	const Reading *reading = into;
	g_string_append_printf(reading->out, "%s%u:", reading->out->len > 0 ? "\n" : "", row->kind);
	return reading->read(row, reading->out, error);
}

static gboolean
load(const char *rows, Read read, GString *out, GError **error)
{
	static const OqRows form = {columns, 1, kinds, 2, add};
	g_autoptr(GError) failure = NULL;
	g_autofree char *folder = g_dir_make_tmp("rows-XXXXXX", &failure);
	g_assert_no_error(failure);
	g_autofree char *path = g_build_filename(folder, "rows.tsv", NULL);
	g_autofree char *contents = g_strconcat("#: kind\tcell\n", rows, NULL);
	g_assert_true(g_file_set_contents(path, contents, -1, &failure));
	Reading reading = {read, out};
	gboolean loaded = oq_rows_load(path, &form, &reading, error);
	g_remove(path);
	g_rmdir(folder);
	return loaded;
}

static void
assert_read(const char *rows, Read read, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	g_assert_true(load(rows, read, out, &error));
	g_assert_no_error(error);
	g_assert_cmpstr(out->str, ==, expected);
}

static void
assert_refused(const char *rows, Read read, const char *ending)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	g_assert_false(load(rows, read, out, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_assert_cmpstr(strstr(error->message, "/rows.tsv:"), ==, ending);
}

static gboolean
read_text(const OqRow *row, GString *out, G_GNUC_UNUSED GError **error)
{
	g_string_append(out, oq_row_cell(row, CELL));
	return TRUE;
}

static gboolean
read_name(const OqRow *row, GString *out, GError **error)
{
	static const char *const names[] = {"may", "never", NULL};
	guint which = 7;
	gboolean chosen = oq_row_choose(row, CELL, names, &which, error);
	g_string_append_printf(out, "%u", which);
	return chosen;
}

static gboolean
read_number(const OqRow *row, GString *out, GError **error)
{
	guint64 number = 0;
	gboolean read = oq_row_number(row, CELL, 300, &number, error);
	g_string_append_printf(out, "%" G_GUINT64_FORMAT, number);
	return read;
}

static gboolean
read_decimal(const OqRow *row, GString *out, GError **error)
{
	double number = 0;
	gboolean read = oq_row_decimal(row, CELL, 300, &number, error);
	g_string_append_printf(out, "%g", number);
	return read;
}

static gboolean
read_character(const OqRow *row, GString *out, GError **error)
{
	gunichar character = 0;
	gboolean read = oq_row_character(row, CELL, &character, error);
	g_assert_true(read == oq_row_is_character(row, CELL));
	g_string_append_printf(out, "%X", character);
	return read;
}

static gboolean
read_forms(const OqRow *row, GString *out, GError **error)
{
	OqSlice forms[2];
	gboolean read = oq_row_forms(row, CELL, forms, error);
	for (guint i = 0; i < 2; i++)
		g_string_append_printf(out, "<%.*s>", (int)forms[i].length,
			forms[i].data != NULL ? forms[i].data : "");
	g_assert_true((forms[0].data == NULL) == (forms[1].data == NULL));
	return read;
}

static gboolean
read_stem(const OqRow *row, GString *out, G_GNUC_UNUSED GError **error)
{
	gboolean is_stem;
	OqSlice word = oq_row_stem(row, CELL, &is_stem);
	g_string_append_printf(out, "%.*s %d", (int)word.length, word.data, is_stem);
	return TRUE;
}

static void
test_kinds(void)
{
	assert_read("first\ta\nsecond\tb\nfirst\nspare\tc\nspare\td\n", read_text,
		"0:a\n1:b\n0:\n2:c\n2:d");
	assert_refused("first\ta\nfirsts\tb\n", read_text,
		"/rows.tsv:3: “firsts” is none of first, second, spare");
	assert_refused("first\ta\n", read_text, "/rows.tsv: “second” is missing; add its row");
	assert_refused("second\ta\n", read_text, "/rows.tsv: “first” is missing; add its row");
	assert_refused("", read_text, "/rows.tsv: “first” is missing; add its row");
}

static void
test_names(void)
{
	assert_read("first\tmay\nsecond\tnever\n", read_name, "0:0\n1:1");
	assert_refused("first\tmaybe\n", read_name, "/rows.tsv:2: “maybe” is none of may, never");
	assert_refused("first\n", read_name, "/rows.tsv:2: “” is none of may, never");
}

static void
test_numbers(void)
{
	static const char *const wrong[] = {"301", "-1", "1.5", "x", "1x", "1 0"};
	assert_read("first\t0\nsecond\t300\n", read_number, "0:0\n1:300");
	for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autofree char *row = g_strconcat("first\t", wrong[i], "\n", NULL);
		g_autofree char *ending = g_strdup_printf(
			"/rows.tsv:2: “%s” is no whole number from 0 to 300", wrong[i]);
		assert_refused(row, read_number, ending);
	}
}

static void
test_decimals(void)
{
	static const char *const wrong[] = {"", "0", "-1", "300.5", "1,5", "x", "1x", "nan"};
	assert_read("first\t0.5\nsecond\t300\n", read_decimal, "0:0.5\n1:300");
	for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autofree char *row = g_strconcat("first\t", wrong[i], "\n", NULL);
		g_autofree char *ending = g_strdup_printf(
			"/rows.tsv:2: “%s” is no number above 0, up to 300", wrong[i]);
		assert_refused(row, read_decimal, ending);
	}
}

static void
test_characters(void)
{
	static const char *const wrong[] = {"", "аб", "U+", "U+0", "U+D800", "U+110000", "U+12G"};
	assert_read("first\tә\nsecond\tU+0023\n", read_character, "0:4D9\n1:23");
	for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autofree char *row = g_strconcat("first\t", wrong[i], "\n", NULL);
		g_autofree char *ending = g_strdup_printf(
			"/rows.tsv:2: “%s” is not one character, nor its code, as U+0023",
			wrong[i]);
		assert_refused(row, read_character, ending);
	}
}

static void
test_forms(void)
{
	static const char *const wrong[] = {"/", "да/", "/де", "да/де/ді", "да//де"};
	assert_read("first\tда/де\nsecond\tмен\nspare\t-\nspare\n", read_forms,
		"0:<да><де>\n1:<мен><мен>\n2:<><>\n2:<><>");
	for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autofree char *row = g_strconcat("first\t", wrong[i], "\n", NULL);
		g_autofree char *ending = g_strdup_printf(
			"/rows.tsv:2: “%s” is not one form, or two as back/front", wrong[i]);
		assert_refused(row, read_forms, ending);
	}
}

static void
test_stems(void)
{
	assert_read("first\tкім-\nsecond\tне\nspare\t-ды\nspare\t-\nspare\n", read_stem,
		"0:кім 1\n1:не 0\n2:-ды 0\n2:- 0\n2: 0");
}

static gboolean
read_good(const OqRow *row, GString *out, GError **error)
{
	g_string_append(out, oq_row_cell(row, CELL));
	return strcmp(oq_row_cell(row, CELL), "bad") != 0 || oq_row_refuse(row, error, "bad cell");
}

/* All faults, and the rows that are right. */
static void
test_judge(void)
{
	static const OqRows form = {columns, 1, kinds, 2, add};
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *folder = g_dir_make_tmp("rows-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "rows.tsv", NULL);
	g_assert_true(g_file_set_contents(
		path, "#: kind\tcell\nfirst\ta\nthird\tb\nspare\tbad\nfirst\tc\n", -1, NULL));
	Reading reading = {read_good, out};
	g_assert_true(oq_rows_judge(path, &form, &reading, complaints, &error));
	g_assert_no_error(error);
	g_assert_cmpstr(out->str, ==, "0:a\n2:bad\n0:c");
	g_assert_cmpuint(complaints->len, ==, 3);
	g_assert_nonnull(strstr(complaints->pdata[0], ":3: “third” is none of"));
	g_assert_nonnull(strstr(complaints->pdata[1], ":4: bad cell"));
	g_assert_nonnull(strstr(complaints->pdata[2], "“second” is missing"));
	g_remove(path);
	g_rmdir(folder);
}

static void
test_no_file(void)
{
	static const OqRows form = {columns, 1, kinds, 2, add};
	g_autoptr(GError) error = NULL;
	g_assert_false(oq_rows_load("/nonexistent.tsv", &form, NULL, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rows/kinds", test_kinds);
	g_test_add_func("/rows/names", test_names);
	g_test_add_func("/rows/numbers", test_numbers);
	g_test_add_func("/rows/decimals", test_decimals);
	g_test_add_func("/rows/characters", test_characters);
	g_test_add_func("/rows/forms", test_forms);
	g_test_add_func("/rows/stems", test_stems);
	g_test_add_func("/rows/judge", test_judge);
	g_test_add_func("/rows/no-file", test_no_file);
	return g_test_run();
}
