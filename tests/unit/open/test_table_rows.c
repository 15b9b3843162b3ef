#include "open/table_rows.h"

#include "opened.h"

#include <string.h>

/* A row: its cells with "|" between them, ! before a header, digits before it: columns and rows. */
static void
put_row(OqTableRows *table, OqBlockWriter *writer, const char *row)
{
	g_auto(GStrv) cells = g_strsplit(row, "|", -1);
	oq_table_rows_begin(table, writer);
	for (char **cell = cells; *cell != NULL; cell++) {
		const char *text = *cell;
		gboolean is_header = *text == '!';
		text += is_header;
		guint n_columns = 1, n_rows = 1;
		if (g_ascii_isdigit(text[0]) && g_ascii_isdigit(text[1])) {
			n_columns = (guint)(text[0] - '0');
			n_rows = (guint)(text[1] - '0');
			text += 2;
		}
		oq_table_rows_cell(table, is_header, n_columns, n_rows);
		if (*text != '\0')
			oq_table_rows_text(table, text, NULL);
	}
	oq_table_rows_end(table, writer);
}

static void
assert_table(const char *rows, const char *expected)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(OqTableRows) table = oq_table_rows_new();
	g_auto(GStrv) lines = g_strsplit(rows, "\n", -1);
	for (char **line = lines; *line != NULL; line++)
		put_row(table, writer, *line);
	oq_table_rows_finish(table, writer);
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_cmpstr(blocks, ==, expected);
}

static void
test_headers(void)
{
	assert_table("!Күн|!Іс\nДүйсенбі|Оқу\nСейсенбі|\n|",
		"cell: Күн: Дүйсенбі; Іс: Оқу\ncell: Күн: Сейсенбі\n");
	assert_table("!|!Бағасы\n!Нан|жүз\n!Сүт|Бар. Көп.",
		"cell: Нан; Бағасы: жүз\ncell: Сүт; Бағасы: Бар. Көп.\n");
	assert_table("!Күн|!Іс", "cell: Күн; Іс\n");
	assert_table("!21Жыл|!Ай\n!Басы|!Соңы|!\n1|2|3", "cell: Басы: 1; Соңы: 2; Ай: 3\n");
}

static void
test_without(void)
{
	assert_table("а|ә.|б", "cell: а; ә.; б\n");
	assert_table("жалғыз", "cell: жалғыз\n");
	assert_table("а|ә\n!б|!в", "cell: а; ә\ncell: б; в\n");
}

/* A cell over several rows or columns leaves the others under their headers. */
static void
test_spans(void)
{
	assert_table("!А|!Ә|!Б\n12бір|екі|үш\nтөрт|бес\nалты|жеті|сегіз",
		"cell: А: бір; Ә: екі; Б: үш\ncell: Ә: төрт; Б: бес\n"
		"cell: А: алты; Ә: жеті; Б: сегіз\n");
	assert_table("!А|!Ә|!Б\n21бір|екі", "cell: А: бір; Б: екі\n");
	assert_table("!А|!Ә\nбір|12екі\nүш\nтөрт|бес",
		"cell: А: бір; Ә: екі\ncell: А: үш\ncell: А: төрт; Ә: бес\n");
}

static void
test_many(void)
{
	g_autoptr(GString) row = g_string_new("!а");
	for (guint i = 0; i < 1000; i++)
		g_string_append(row, "|!а");
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(OqTableRows) table = oq_table_rows_new();
	put_row(table, writer, row->str);
	put_row(table, writer, "99x|99x");
	oq_table_rows_finish(table, writer);
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_nonnull(
		strstr(blocks, "cell: x; x")); /* what the last column gathered is too long */
}

static void
test_give_up(void)
{
	int fd;
	OqBlockWriter *writer = opened_writer(&fd);
	g_autoptr(OqTableRows) table = oq_table_rows_new();
	oq_table_rows_begin(table, writer);
	oq_table_rows_text(table, "а", "ru");
	oq_table_rows_cell(table, FALSE, 1, 1);
	oq_table_rows_text(table, "ә", NULL);
	oq_table_rows_text(table, "б", NULL);
	oq_table_rows_give_up(table, writer);
	oq_table_rows_finish(table, writer);
	g_autofree char *blocks = opened_lines(writer, fd);
	g_assert_cmpstr(blocks, ==, "paragraph ru: а\nparagraph: ә б\n");
}

/* A header that is as long as a paragraph names nothing: its row is one. */
static void
test_long_headers(void)
{
	g_autofree char *long_text = g_strnfill(300, 'a');
	g_autofree char *rows = g_strdup_printf("!%s|!Б\nбір|екі", long_text);
	g_autofree char *expected = g_strdup_printf("cell: %s; Б\ncell: бір; екі\n", long_text);
	assert_table(rows, expected);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/table_rows/headers", test_headers);
	g_test_add_func("/table_rows/without", test_without);
	g_test_add_func("/table_rows/spans", test_spans);
	g_test_add_func("/table_rows/many", test_many);
	g_test_add_func("/table_rows/give_up", test_give_up);
	g_test_add_func("/table_rows/long_headers", test_long_headers);
	return g_test_run();
}
