#include "base/table.h"

#include <glib/gstdio.h>
#include <string.h>

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

static void
test_rows(void)
{
	g_autofree char *path = write_table("# comment\n\nбір\t1 \tx\r\n  екі\t2\n");
	g_autoptr(GError) error = NULL;
	g_autoptr(OqTable) table = oq_table_load(path, 2, 3, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(oq_table_n_rows(table), ==, 2);
	g_assert_cmpstr(oq_table_cell(table, 0, 0), ==, "бір");
	g_assert_cmpstr(oq_table_cell(table, 0, 1), ==, "1");
	g_assert_cmpstr(oq_table_cell(table, 0, 2), ==, "x");
	g_assert_cmpstr(oq_table_cell(table, 1, 0), ==, "екі");
	g_assert_cmpstr(oq_table_cell(table, 1, 2), ==, "");
	g_remove(path);
}

static void
assert_wrong(const char *contents, const char *ending)
{
	g_autofree char *path = write_table(contents);
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_table_load(path, 2, 3, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_assert_nonnull(strstr(error->message, ending));
	g_remove(path);
}

static void
test_wrong_rows(void)
{
	assert_wrong("# x\nбір\t1\nекі\n", ".tsv:3: ");
	assert_wrong("бір\t1\t2\t3\n", ".tsv:1: ");
}

static void
test_wrong_rows_are_left_out(void)
{
	g_autofree char *path = write_table("\xef\xbb\xbfбір\t1\nекі\nүш\t\xff\nтөрт\t4\n");
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GError) error = NULL;
	g_autoptr(OqTable) table = oq_table_load_most(path, 2, 2, complaints, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(oq_table_n_rows(table), ==, 2);
	g_assert_cmpstr(oq_table_cell(table, 0, 0), ==, "бір");
	g_assert_cmpuint(oq_table_line(table, 1), ==, 4);
	g_assert_cmpuint(complaints->len, ==, 2);
	g_assert_nonnull(strstr(g_ptr_array_index(complaints, 0), ".tsv:2: "));
	g_assert_nonnull(strstr(g_ptr_array_index(complaints, 1), ".tsv:3: is not UTF-8"));
	g_assert_null(oq_table_load(path, 2, 2, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_remove(path);
}

static void
test_wrong_files(void)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_table_load("/nonexistent.tsv", 1, 1, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	g_assert_nonnull(strstr(error->message, "/nonexistent.tsv"));
	g_clear_error(&error);

	g_autofree char *path = write_table("\xff\xfe");
	g_assert_null(oq_table_load(path, 1, 1, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
	g_remove(path);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/table/rows", test_rows);
	g_test_add_func("/table/wrong-rows", test_wrong_rows);
	g_test_add_func("/table/wrong-rows-are-left-out", test_wrong_rows_are_left_out);
	g_test_add_func("/table/wrong-files", test_wrong_files);
	return g_test_run();
}
