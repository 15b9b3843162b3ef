#include "base/table.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define HEADER "#: word\tnumber\tnote\n"

static const char *const columns[] = {"word", "number", "note", NULL};

static char *
write_table(const char *contents)
{
	g_autoptr(GError) error = NULL;
	char *path = NULL;
	int fd = g_file_open_tmp("table-XXXXXX.tsv", &path, &error);
	g_assert_no_error(error);
	g_close(fd, NULL);
	g_assert_true(g_file_set_contents(path, contents, -1, &error));
	return path;
}

static OqTable *
load_good(const char *contents, gboolean bare)
{
	g_autofree char *path = write_table(contents);
	g_autoptr(GError) error = NULL;
	OqTable *table = bare ? oq_table_load_bare(path, columns, 2, NULL, &error)
			      : oq_table_load(path, columns, 2, &error);
	g_assert_no_error(error);
	g_remove(path);
	return table;
}

static void
assert_row(const OqTable *table, guint row, guint line, const char *cells)
{
	g_autofree char *found = g_strjoin("|", oq_table_cell(table, row, 0),
		oq_table_cell(table, row, 1), oq_table_cell(table, row, 2), NULL);
	g_assert_cmpstr(found, ==, cells);
	g_assert_cmpuint(oq_table_line(table, row), ==, line);
}

static void
test_rows(void)
{
	g_autoptr(OqTable) table =
		load_good(HEADER "# comment\n\nбір\t1 \tx\r\n  екі\t2\nүш\t3\t\n", FALSE);
	g_assert_cmpuint(oq_table_n_rows(table), ==, 3);
	assert_row(table, 0, 4, "бір|1|x");
	assert_row(table, 1, 5, "екі|2|");
	assert_row(table, 2, 6, "үш|3|");
}

/* The first line tells which column is which. */
static void
test_order(void)
{
	static const char *const headers[] = {"#: note\tnumber\tword\n", "#:note\tnumber\tword\r\n",
		"\xef\xbb\xbf#:  note \t number\tword \n"};
	for (guint i = 0; i < G_N_ELEMENTS(headers); i++) {
		g_autofree char *contents = g_strconcat(headers[i], "x\t1\tбір\n\t2\tекі\n", NULL);
		g_autoptr(OqTable) table = load_good(contents, FALSE);
		assert_row(table, 0, 2, "бір|1|x");
		assert_row(table, 1, 3, "екі|2|");
	}
}

static void
test_bare(void)
{
	g_autoptr(OqTable) bare = load_good("# comment\nбір\t1\tx\n", TRUE);
	g_autoptr(OqTable) named = load_good("#: number\tword\tnote\n1\tбір\tx\n", TRUE);
	g_autoptr(OqTable) empty = load_good("", TRUE);
	assert_row(bare, 0, 2, "бір|1|x");
	assert_row(named, 0, 2, "бір|1|x");
	g_assert_cmpuint(oq_table_n_rows(empty), ==, 0);
}

static void
assert_wrong(const char *contents, const char *ending)
{
	g_autofree char *path = write_table(contents);
	g_autofree char *message = g_strconcat(path, ending, NULL);
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_table_load(path, columns, 2, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_assert_cmpstr(error->message, ==, message);
	g_remove(path);
}

static void
test_wrong_headers(void)
{
	static const char unnamed[] =
		":1: the first line must name the columns: “#: word\tnumber\tnote”";
	assert_wrong("", unnamed);
	assert_wrong("бір\t1\n", unnamed);
	assert_wrong("# word\tnumber\tnote\nбір\t1\n", unnamed);
	assert_wrong("\n" HEADER, unnamed);
	assert_wrong("#: word\tnumer\tnote\n",
		":1: there is no column “numer”; the columns are word, number, note");
	assert_wrong("#: word, number, note\n",
		":1: there is no column “word, number, note”; the columns are word, number, note");
	assert_wrong(
		"#:\n", ":1: the column “word” is not named; the columns are word, number, note");
	assert_wrong("#: word\tnumber\tword\n", ":1: the column “word” is named twice");
	assert_wrong("#: word\tnumber\tnote\tnote\n", ":1: the column “note” is named twice");
	assert_wrong("#: note\tword\n",
		":1: the column “number” is not named; the columns are word, number, note");
	assert_wrong("#: word\tnumber\t\xff\n", ":1: is not UTF-8; save it as UTF-8");
}

static void
test_wrong_rows(void)
{
	assert_wrong(HEADER "# x\nбір\t1\nекі\n",
		":4: “number” is empty; the columns are word, number, note, with a tab between "
		"them");
	assert_wrong(HEADER "\t1\n",
		":2: “word” is empty; the columns are word, number, note, with a tab between "
		"them");
	assert_wrong("#: note\tword\tnumber\nx\tбір\n",
		":2: “number” is empty; the columns are note, word, number, with a tab between "
		"them");
	assert_wrong(HEADER "бір\t1\t2\t3\n",
		":2: there are more cells than columns, which are word, number, note");
	assert_wrong(HEADER "бір\t\xff\n", ":2: is not UTF-8; save it as UTF-8");
}

static void
test_wrong_lines_are_left_out(void)
{
	g_autofree char *path =
		write_table("\xef\xbb\xbf#: wort\nбір\t1\nекі\nүш\t\xff\nтөрт\t4\tx\n");
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GError) error = NULL;
	g_autoptr(OqTable) table = oq_table_load_bare(path, columns, 2, complaints, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(oq_table_n_rows(table), ==, 2);
	assert_row(table, 0, 2, "бір|1|");
	assert_row(table, 1, 5, "төрт|4|x");
	g_assert_cmpuint(complaints->len, ==, 3);
	g_assert_nonnull(strstr(g_ptr_array_index(complaints, 0), ".tsv:1: there is no column"));
	g_assert_nonnull(strstr(g_ptr_array_index(complaints, 1), ".tsv:3: “number” is empty"));
	g_assert_nonnull(strstr(g_ptr_array_index(complaints, 2), ".tsv:4: is not UTF-8"));
	g_assert_null(oq_table_load_bare(path, columns, 2, NULL, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_remove(path);
}

/* As an editor leaves them that makes blanks of tabs. */
static void
test_blanks(void)
{
	g_autofree char *path = write_table(HEADER "бір  1\nекі\nүш \t3\n бес\n");
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqTable) table = oq_table_load_all(path, columns, 2, complaints, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(oq_table_n_rows(table), ==, 1);
	g_assert_cmpuint(complaints->len, ==, 3);
	g_assert_nonnull(strstr(complaints->pdata[0], ".tsv:2: there are spaces and no tab"));
	g_assert_nonnull(strstr(complaints->pdata[1], ".tsv:3: “number” is empty"));
	g_assert_nonnull(strstr(complaints->pdata[2], ".tsv:5: “number” is empty"));
	g_remove(path);
}

/* Where the columns have to be named, their line is a complaint as well. */
static void
test_all(void)
{
	g_autofree char *path = write_table("бір\t1\nекі\n");
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqTable) table = oq_table_load_all(path, columns, 2, complaints, NULL);
	g_assert_cmpuint(oq_table_n_rows(table), ==, 1);
	g_assert_cmpuint(complaints->len, ==, 2);
	g_assert_nonnull(strstr(complaints->pdata[0], ".tsv:1: the first line must name"));
	g_remove(path);
}

static void
test_wrong_files(void)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_table_load("/nonexistent.tsv", columns, 1, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	g_assert_nonnull(strstr(error->message, "/nonexistent.tsv"));
	g_clear_error(&error);

	g_autofree char *path = write_table("\xff\xfe");
	g_assert_null(oq_table_load(path, columns, 1, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	g_clear_error(&error);
	g_assert_cmpint(truncate(path, OQ_TABLE_MAX_BYTES + 1), ==, 0);
	g_assert_null(oq_table_load(path, columns, 1, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	g_assert_nonnull(strstr(error->message, "too large"));
	g_remove(path);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/table/rows", test_rows);
	g_test_add_func("/table/order", test_order);
	g_test_add_func("/table/bare", test_bare);
	g_test_add_func("/table/wrong-headers", test_wrong_headers);
	g_test_add_func("/table/wrong-rows", test_wrong_rows);
	g_test_add_func("/table/wrong-lines-are-left-out", test_wrong_lines_are_left_out);
	g_test_add_func("/table/blanks", test_blanks);
	g_test_add_func("/table/all", test_all);
	g_test_add_func("/table/wrong-files", test_wrong_files);
	return g_test_run();
}
