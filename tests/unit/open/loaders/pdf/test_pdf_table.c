#include "open/loaders/pdf/pdf_table.h"

#include "pdf_case.h"

static OqPdfLine
make(double top, double left, double right, const char *text)
{
	return pdf_case_line(top, left, right, 10, text);
}

/* (transfer full): "table row column text|" of the lines in their order, "head" before heads. */
static char *
ordered(OqPdfLine *lines, guint n)
{
	g_autoptr(GPtrArray) pointers = g_ptr_array_new();
	GString *told = g_string_new(NULL);
	guint n_tables = 0;
	for (guint i = 0; i < n; i++)
		g_ptr_array_add(pointers, &lines[i]);
	oq_pdf_table_order(pointers, &n_tables);
	for (guint i = 0; i < n; i++) {
		OqPdfLine *line = g_ptr_array_index(pointers, i);
		if (line->is_dropped)
			continue;
		if (line->table > 0)
			g_string_append_printf(told, "%s%u %u %u ", line->in_head ? "head " : "",
				line->table, line->row, line->column);
		g_string_append_printf(told, "%s|", line->text);
	}
	for (guint i = 0; i < n; i++)
		g_free(lines[i].text);
	return g_string_free(told, FALSE);
}

static void
test_list(void)
{
	OqPdfLine lines[] = {make(100, 100, 105, "•"), make(100, 120, 300, "нан"),
		make(112, 120, 125, "–"), make(112, 140, 300, "ақ нан"), make(124, 100, 110, "2)"),
		make(124, 120, 300, "шай"), make(136, 120, 200, "мен су")};
	g_autofree char *told = ordered(lines, G_N_ELEMENTS(lines));
	g_assert_cmpstr(told, ==, "• нан|– ақ нан|2) шай|мен су|");
	g_assert_cmpfloat(lines[3].left, ==, 120);
	g_assert_cmpfloat(lines[3].text_left, ==, 140);
}

static void
test_note(void)
{
	OqPdfLine lines[] = {make(100, 100, 104, "12"), make(100, 106, 300, "ескерту")};
	lines[0].size = 6;
	g_autofree char *told = ordered(lines, G_N_ELEMENTS(lines));
	g_assert_cmpstr(told, ==, "ескерту|");
	g_assert_true(lines[1].is_note);
}

/* Figures below the second name; a dash and a number are cells here. */
static void
test_head(void)
{
	OqPdfLine lines[] = {make(88, 100, 300, "Кесте туралы"), make(100, 100, 120, "Күн"),
		make(100, 200, 230, "Жол"), make(100, 300, 330, "Ауа"),
		make(115, 100, 140, "Сенбі"), make(115, 210, 230, "12 км"),
		make(115, 300, 310, "–"), make(130, 100, 150, "Жексенбі"),
		make(130, 210, 230, "5 км"), make(130, 300, 340, "ашық"),
		make(160, 100, 300, "Кестеден кейін")};
	g_autofree char *told = ordered(lines, G_N_ELEMENTS(lines));
	g_assert_cmpstr(told, ==,
		"Кесте туралы|head 1 0 0 Күн|head 1 0 1 Жол|head 1 0 2 Ауа|1 1 0 Сенбі|"
		"1 1 1 12 км|1 1 2 –|1 2 0 Жексенбі|1 2 1 5 км|1 2 2 ашық|Кестеден кейін|");
}

/* There is more space between rows than within cells; then, the same space everywhere. */
static void
test_cells(void)
{
	OqPdfLine wide[] = {make(100, 100, 140, "Абай"), make(100, 200, 300, "ақын және"),
		make(110, 200, 240, "аудармашы"), make(126, 100, 140, "Шоқан"),
		make(126, 200, 300, "ғалым"), make(136, 100, 140, "Уәлихан"),
		make(200, 100, 160, "абзац")};
	g_autofree char *told = ordered(wide, G_N_ELEMENTS(wide));
	g_assert_cmpstr(told, ==,
		"1 0 0 Абай|1 0 1 ақын және|1 0 1 аудармашы|1 1 0 Шоқан|1 1 1 "
		"ғалым|Уәлихан|абзац|");
	OqPdfLine even[] = {make(100, 100, 140, "Абай"), make(100, 200, 300, "ақын және"),
		make(110, 200, 240, "аудармашы"), make(120, 100, 140, "Шоқан"),
		make(120, 200, 300, "ғалым")};
	g_autofree char *others = ordered(even, G_N_ELEMENTS(even));
	g_assert_cmpstr(
		others, ==, "1 0 0 Абай|1 0 1 ақын және|1 0 1 аудармашы|1 1 0 Шоқан|1 1 1 ғалым|");
}

/* One row alone, and rows whose parts do not stand below each other, are none. */
static void
test_none(void)
{
	OqPdfLine lines[] = {make(100, 100, 140, "Алматы"), make(100, 200, 300, "2024 жыл"),
		make(112, 100, 250, "Осы жолдың"), make(112, 260, 300, "арасы"),
		make(124, 100, 300, "кең емес.")};
	g_autofree char *told = ordered(lines, G_N_ELEMENTS(lines));
	g_assert_cmpstr(told, ==, "Алматы|2024 жыл|Осы жолдың|арасы|кең емес.|");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_table/list", test_list);
	g_test_add_func("/pdf_table/note", test_note);
	g_test_add_func("/pdf_table/head", test_head);
	g_test_add_func("/pdf_table/cells", test_cells);
	g_test_add_func("/pdf_table/none", test_none);
	return g_test_run();
}
