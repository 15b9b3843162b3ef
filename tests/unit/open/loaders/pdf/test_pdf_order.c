#include "open/loaders/pdf/pdf_order.h"

#include "pdf_case.h"

#include <string.h>

static OqPdfLine
make(double top, double left, double right, const char *text)
{
	return pdf_case_line(top, left, right, 10, text);
}

static void
clear(gpointer line)
{
	g_free(((OqPdfLine *)line)->text);
}

static GArray *
lines_new(void)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(OqPdfLine));
	g_array_set_clear_func(lines, clear);
	return lines;
}

static void
add(GArray *lines, OqPdfLine line)
{
	g_array_append_val(lines, line);
}

static char *
ordered(GArray *lines)
{
	GString *told = g_string_new(NULL);
	oq_pdf_order_lines(lines);
	for (guint i = 0; i < lines->len; i++) {
		const OqPdfLine *line = &g_array_index(lines, OqPdfLine, i);
		g_string_append_printf(told, "%s%s|", line->table > 0 ? "#" : "", line->text);
	}
	g_array_unref(lines);
	return g_string_free(told, FALSE);
}

/* @step: between the lines of the right column; the lines are numbered. */
static GArray *
columns(double step, const char *left, const char *right)
{
	GArray *lines = lines_new();
	add(lines, make(80, 150, 450, "Тақырып екі бағанның үстінде тұр"));
	for (guint i = 0; i < 4; i++) {
		g_autofree char *in_left = g_strdup_printf("%s %u", left, i);
		g_autofree char *in_right = g_strdup_printf("%s %u", right, i);
		add(lines, make(100 + step * i, 310, i == 3 ? 350 : 500, in_right));
		add(lines, make(100 + 12 * i, 100, 290, in_left));
	}
	add(lines, make(200, 100, 500, "Астында тағы бір жол бар"));
	return lines;
}

static void
test_columns(void)
{
	for (guint step = 12; step < 15; step++) {
		g_autofree char *told = ordered(columns(step, "сол жақтағы жол", "оң жақтағы жол"));
		g_assert_cmpstr(told, ==,
			"Тақырып екі бағанның үстінде тұр|сол жақтағы жол 0|сол жақтағы жол 1|"
			"сол жақтағы жол 2|сол жақтағы жол 3|оң жақтағы жол 0|оң жақтағы жол 1|"
			"оң жақтағы жол 2|оң жақтағы жол 3|Астында тағы бір жол бар|");
	}
}

/* Lines of two pieces, of which the first or the second stands a little higher: each is one full
 * row of its column. */
static void
assert_pieces(double first_down, double second_down)
{
	GArray *lines = lines_new();
	for (guint i = 0; i < 8; i++) {
		double top = 100 + 13 * (i / 2), left = 100 + 210 * (i % 2);
		const char *side = i % 2 == 0 ? "сол жақтағы" : "оң жақтағы";
		g_autofree char *first = g_strdup_printf("%s %u", side, i / 2);
		add(lines, make(top + first_down, left, left + 95, first));
		add(lines, make(top + second_down, left + 97, left + 190, "мәтін осы"));
	}
	g_autofree char *told = ordered(lines);
	const char *right = strstr(told, "оң жақтағы 0");
	g_assert_nonnull(right);
	g_assert_null(strchr(told, '#'));
	g_assert_true(strstr(told, "сол жақтағы 3") < right);
}

static void
test_pieces(void)
{
	assert_pieces(0, 1);
	assert_pieces(1, 0);
	assert_pieces(0, 0);
}

/* Capitals at one height: cells. */
static void
test_cells(void)
{
	g_autofree char *told = ordered(columns(12, "Сол жақтағы жол", "Оң жақтағы жол"));
	g_assert_true(g_str_has_prefix(told,
		"Тақырып екі бағанның үстінде тұр|#Сол жақтағы жол 0|#Оң жақтағы жол 0|#Сол"));
}

static void
test_long_cells(void)
{
	GArray *lines = lines_new();
	for (guint i = 0; i < 3; i++) {
		add(lines, make(100 + 30 * i, 310, 500, "оң жақтағы ұяшық осы"));
		add(lines, make(111 + 30 * i, 310, 490, "екінші жолы да бар"));
		add(lines, make(100 + 30 * i, 100, 290, "сол жақтағы ұяшық ол"));
	}
	g_autofree char *told = ordered(lines);
	g_assert_true(g_str_has_prefix(
		told, "#сол жақтағы ұяшық ол|#оң жақтағы ұяшық осы|#екінші жолы да бар|#сол"));
}

/* Three columns; and a bullet is none. */
static void
test_three(void)
{
	GArray *lines = lines_new();
	for (guint i = 0; i < 4; i++)
		for (guint k = 0; k < 3; k++) {
			g_autofree char *text = g_strdup_printf("баған ішіндегі %u", k);
			add(lines, make(100 + 12 * i, 100 + 150 * k, 235 + 150 * k, text));
		}
	g_autofree char *told = ordered(lines);
	g_assert_true(g_str_has_prefix(told,
		"баған ішіндегі 0|баған ішіндегі 0|баған ішіндегі 0|баған ішіндегі 0|баған "
		"ішіндегі 1|баған ішіндегі 1|баған ішіндегі 1|баған ішіндегі 1|баған ішіндегі 2|"));
	lines = lines_new();
	for (guint i = 0; i < 4; i++) {
		add(lines, make(100 + 12 * i, 100, 105, "•"));
		add(lines, make(100 + 12 * i, 120, 300, "тізімнің тармағы"));
	}
	g_autofree char *list = ordered(lines);
	g_assert_true(g_str_has_prefix(list, "•|• тізімнің тармағы|•|• тізімнің"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_order/columns", test_columns);
	g_test_add_func("/pdf_order/pieces", test_pieces);
	g_test_add_func("/pdf_order/cells", test_cells);
	g_test_add_func("/pdf_order/long_cells", test_long_cells);
	g_test_add_func("/pdf_order/three", test_three);
	return g_test_run();
}
