#include "home/screen/wrap.h"

#include <string.h>

/* The lines with | between them. */
static char *
wrap(const char *text, guint columns)
{
	g_autoptr(OqCells) cells = oq_cells_new(text);
	g_autoptr(GArray) lines = oq_wrap_lines(cells, columns);
	GString *all = g_string_new(NULL);

	for (guint i = 0; i < lines->len; i++) {
		const OqLine *line = &g_array_index(lines, OqLine, i);
		g_string_append(all, i > 0 ? "|" : "");
		oq_cells_append(cells, line->first, line->end, all);
		g_assert_cmpuint(line->columns, <=, MAX(columns, 2));
		g_assert_cmpuint(line->columns, >, 0);
		g_assert_cmpuint(oq_wrap_find(lines, line->first), ==, i);
		g_assert_cmpuint(oq_wrap_find(lines, line->end - 1), ==, i);
		if (line->end < oq_cells_count(cells) && oq_cells_at(cells, line->end)->is_gap)
			g_assert_cmpuint(oq_wrap_find(lines, line->end), ==, i);
	}
	return g_string_free(all, FALSE);
}

static void
test_lines(void)
{
	static const struct {
		const char *text;
		guint columns;
		const char *expected;
	} cases[] = {
		{"бір екі үш", 10, "бір екі үш"},
		{"бір екі үш", 9, "бір екі|үш"},
		{"бір екі үш", 7, "бір екі|үш"},
		{"бір екі үш", 6, "бір|екі үш"},
		{"бір екі үш", 3, "бір|екі|үш"},
		{"бір", 2, "бі|р"},
		{"а қарлығаш б", 4, "а|қарл|ығаш|б"},
		{"а қарлығаш б", 6, "а|қарлығ|аш б"},
		{"字字字", 3, "字|字|字"},
		{"字字 字", 5, "字字|字"},
		{"字字 字", 7, "字字 字"},
		{"10\u00A0000 теңге", 7, "10 000|теңге"},
		{"а 10\u00A0000", 7, "а|10 000"},
		{"е\u0301\u0301 е\u0301", 3, "е\u0301\u0301 е\u0301"},
		{"", 20, ""},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *lines = wrap(cases[i].text, cases[i].columns);
		g_assert_cmpstr(lines, ==, cases[i].expected);
	}
}

/* Each line is as full as it can be. */
static void
test_greedy(void)
{
	g_autoptr(GRand) random = g_rand_new_with_seed(1);
	for (guint round = 0; round < 2000; round++) {
		guint columns = (guint)g_rand_int_range(random, 8, 60), used = 0;
		g_autoptr(GString) text = g_string_new(NULL);
		g_autoptr(GString) expected = g_string_new(NULL);
		for (gint n = g_rand_int_range(random, 0, 40); n > 0; n--) {
			guint length = (guint)g_rand_int_range(random, 1, 9);
			g_autofree char *word = g_strnfill(length, 'a' + length);
			gboolean fits = used + 1 + length <= columns && used > 0;
			g_string_append_printf(text, "%s ", word);
			g_string_append(expected, used == 0 ? "" : fits ? " " : "|");
			g_string_append(expected, word);
			used = fits ? used + 1 + length : length;
		}
		g_autofree char *lines = wrap(text->str, columns);
		g_assert_cmpstr(lines, ==, expected->str);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/wrap/lines", test_lines);
	g_test_add_func("/wrap/greedy", test_greedy);
	return g_test_run();
}
