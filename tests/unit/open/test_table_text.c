#include "open/table_text.h"

#include "nameless.h"
#include "opened.h"

static void
add_row(OqTableText *table, const char *cells, gboolean is_head)
{
	g_auto(GStrv) all = g_strsplit(cells, "|", -1);
	for (guint i = 0; all[i] != NULL; i++) {
		oq_table_text_add(table, all[i], -1);
		oq_table_text_end_cell(table);
	}
	oq_table_text_end_row(table, is_head);
}

static void
assert_rows(gboolean has_head, const char *const *rows, const char *expected)
{
	int fd = nameless_new("", 0);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(fd);
	OqTableText *table = oq_table_text_new(writer, has_head);
	for (guint i = 0; rows[i] != NULL; i++)
		add_row(table, rows[i] + (*rows[i] == '#'), *rows[i] == '#');
	oq_table_text_free(table);
	oq_block_writer_finish(writer, NULL);
	g_autofree char *lines = opened_items(fd);
	g_assert_cmpstr(lines, ==, expected);
	close(fd);
}

static void
test_heads(void)
{
	const char *const rows[] = {"Аты|Саны", " алма |5", "|7", "нан||3", NULL};
	assert_rows(TRUE, rows, "cell: Аты: алма; Саны: 5\ncell: Саны: 7\ncell: Аты: нан; 3\n");
	assert_rows(FALSE, rows, "cell: Аты; Саны\ncell: алма; 5\ncell: 7\ncell: нан; 3\n");
}

/* A head in the middle names what stands below it; one without a row is a row. */
static void
test_later_heads(void)
{
	const char *const rows[] = {"1|2", "#А|Б", "3|4", "#Соңы", NULL};
	assert_rows(FALSE, rows, "cell: 1; 2\ncell: А: 3; Б: 4\ncell: Соңы\n");
}

/* A head that is as long as a paragraph names nothing: it is a row. */
static void
test_long_heads(void)
{
	g_autofree char *long_text = g_strnfill(300, 'a');
	g_autofree char *head = g_strconcat("#", long_text, "|Б", NULL);
	const char *const rows[] = {head, "1|2", NULL};
	g_autofree char *expected = g_strdup_printf("cell: %s; Б\ncell: 1; 2\n", long_text);
	assert_rows(FALSE, rows, expected);
	assert_rows(TRUE, rows, expected);
}

static void
test_unended(void)
{
	int fd = nameless_new("", 0);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(fd);
	OqTableText *table = oq_table_text_new(writer, FALSE);
	oq_table_text_add(table, "бір", -1);
	oq_table_text_free(table);
	oq_table_text_free(NULL);
	oq_block_writer_finish(writer, NULL);
	g_autofree char *lines = opened_items(fd);
	g_assert_cmpstr(lines, ==, "cell: бір\n");
	close(fd);
}

/* Pages of text within a cell are no table. */
static void
test_layout(void)
{
	int fd = nameless_new("", 0);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(fd);
	OqTableText *table = oq_table_text_new(writer, FALSE);
	g_autofree char *long_text = g_strnfill(3000, 'a');
	add_row(table, "Бас\nсөз", TRUE);
	g_assert_false(oq_table_text_is_layout(table));
	oq_table_text_add(table, "бір", -1);
	oq_table_text_end_cell(table);
	for (guint i = 0; i < 3; i++) {
		oq_table_text_add(table, i == 1 ? long_text : "екі", -1);
		oq_table_text_end_paragraph(table);
		oq_table_text_end_paragraph(table);
		g_assert_true(oq_table_text_is_layout(table) == (i == 2));
	}
	oq_table_text_give_up(table);
	oq_block_writer_finish(writer, NULL);
	g_autofree char *lines = opened_items(fd);
	g_autofree char *expected = g_strdup_printf("paragraph: Бас сөз\nparagraph: бір\n"
						    "paragraph: екі\nparagraph: %s\n"
						    "paragraph: екі\n",
		long_text);
	g_assert_cmpstr(lines, ==, expected);
	close(fd);
}

/* What no one could follow as one row, be it of one cell or of none with a word, is told before its
 * end. */
static void
test_huge(void)
{
	int fd = nameless_new("", 0);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(fd);
	OqTableText *table = oq_table_text_new(writer, FALSE);
	g_autofree char *part = g_strnfill(1 << 15, 'a');
	for (guint i = 0; i < 40; i++)
		oq_table_text_add(table, part, -1);
	g_assert_cmpint(lseek(fd, 0, SEEK_END), >, 1 << 20);
	for (guint i = 0; i < 300000; i++) {
		oq_table_text_add(table, "b", -1);
		oq_table_text_end_cell(table);
	}
	g_assert_cmpint(lseek(fd, 0, SEEK_END), >, (40 << 15) + (1 << 18));
	oq_table_text_free(table);
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/table_text/heads", test_heads);
	g_test_add_func("/table_text/later_heads", test_later_heads);
	g_test_add_func("/table_text/long_heads", test_long_heads);
	g_test_add_func("/table_text/huge", test_huge);
	g_test_add_func("/table_text/unended", test_unended);
	g_test_add_func("/table_text/layout", test_layout);
	return g_test_run();
}
