#include "home/screen/cells.h"

#include <string.h>

static char *
show(const char *text)
{
	g_autoptr(OqCells) cells = oq_cells_new(text);

	return g_strdup(oq_cells_shown(cells));
}

static void
test_blanks(void)
{
	static const char *const cases[][2] = {
		{"бір  екі", "бір екі"},
		{" \n\t бір\r\n\r\n  екі\v\n", "бір екі"},
		{"бір\u2028екі\xC2\x85үш\u3000төрт", "бір екі үш төрт"},
		{"10\u00A0000\u202Fтеңге", "10 000 теңге"},
		{"бір \u200B екі", "бір екі"},
		{"", ""},
		{" \n ", ""},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *shown = show(cases[i][0]);
		g_assert_cmpstr(shown, ==, cases[i][1]);
	}
}

/* Nothing that a terminal obeys or that turns the direction comes through. */
static void
test_harmless(void)
{
	static const char *const cases[][2] = {
		{"a\033[31mb\033", "ab"},
		{"\033]0;a\nb", "a b"},
		{"a\xC2\x9B"
		 "31mb\xC2\x9D"
		 "c\a\x7F",
			"abc\uFFFD\uFFFD"},
		{"\u202Eabc\u202C\u2066d\u2069\u200F\u061Ce", "abcde"},
		{"со\u00ADзу\uFEFF", "созу"},
		{"👩\u200D👧❤\uFE0F", "👩👧❤"},
		{"\x9B"
		 "31m\xFFz",
			"\uFFFD31m\uFFFDz"},
		{"\xE2\x80", "\uFFFD\uFFFD"},
		{"\xED\xA0\x80\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *shown = show(cases[i][0]);
		g_assert_cmpstr(shown, ==, cases[i][1]);
	}
	for (gunichar c = 1; c <= 0x10FFFF; c++) {
		char text[] = "a\0\0\0\0\0\0\0";
		if (!g_unichar_validate(c))
			continue;
		g_unichar_to_utf8(c, text + 1);
		g_autofree char *shown = show(text);
		for (const char *p = shown; *p != '\0'; p = g_utf8_next_char(p)) {
			gunichar seen = g_utf8_get_char(p);
			g_assert_false(g_unichar_iscntrl(seen));
			g_assert_cmpint(g_unichar_type(seen), !=, G_UNICODE_FORMAT);
			g_assert_true(seen == ' ' || !g_unichar_isspace(seen));
		}
	}
}

static void
test_marks(void)
{
	g_autoptr(OqCells) cells =
		oq_cells_new("а\u0301б\u0301\u0301\u0301\u0301\u0301\u0301 \u0301");
	g_autofree char *alone = show("\u0301");

	g_assert_cmpstr(oq_cells_shown(cells), ==, "а\u0301б\u0301\u0301\u0301\u0301 \u25CC\u0301");
	g_assert_cmpstr(alone, ==, "\u25CC\u0301");
	g_assert_cmpuint(oq_cells_count(cells), ==, 4);
	g_assert_cmpuint(oq_cells_at(cells, 0)->columns, ==, 1);
	g_assert_cmpuint(oq_cells_at(cells, 1)->start, ==, 4);
	g_assert_cmpuint(oq_cells_at(cells, 1)->end, ==, 4 + 2 + 6 * 2);
}

static void
test_columns(void)
{
	static const struct {
		const char *text;
		guint columns;
		gboolean is_sure;
	} cases[] = {{"қ", 1, TRUE}, {"7", 1, TRUE}, {"—", 1, TRUE}, {"№", 1, TRUE},
		{"字", 2, TRUE}, {"Ａ", 2, TRUE}, {"한", 2, TRUE}, {"🙂", 2, FALSE},
		{"❤", 2, FALSE}, {"⌚", 2, FALSE}, {"1\u20E3", 2, FALSE}, {"🇰", 2, FALSE},
		{"ا", 1, FALSE}, {"\uE000", 2, FALSE}, {"е\u0301", 1, FALSE}, {"\u25CC", 2, FALSE}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(OqCells) cells = oq_cells_new(cases[i].text);
		g_assert_cmpuint(oq_cells_count(cells), ==, 1);
		g_assert_cmpuint(oq_cells_at(cells, 0)->columns, ==, cases[i].columns);
		g_assert_cmpint(oq_cells_at(cells, 0)->is_sure, ==, cases[i].is_sure);
	}
}

static void
test_gaps(void)
{
	g_autoptr(OqCells) cells = oq_cells_new("а б\u00A0в\u00A0 г");

	g_assert_cmpstr(oq_cells_shown(cells), ==, "а б в г");
	g_assert_true(oq_cells_at(cells, 1)->is_gap);
	g_assert_false(oq_cells_at(cells, 3)->is_gap);
	g_assert_true(oq_cells_at(cells, 5)->is_gap);
}

static void
assert_found(const OqCells *cells, gsize start, gsize end, const char *expected)
{
	g_autoptr(GString) shown = g_string_new(NULL);
	guint first, behind;

	if (oq_cells_find(cells, start, end, &first, &behind))
		oq_cells_append(cells, first, behind, shown);
	g_assert_cmpstr(shown->str, ==, expected);
}

static void
test_find(void)
{
	static const char text[] = "  бір\n\n екі\u00AD\aүш";
	g_autoptr(OqCells) cells = oq_cells_new(text);

	g_assert_cmpstr(oq_cells_shown(cells), ==, "бір екі\uFFFDүш");
	assert_found(cells, 2, 8, "бір");
	assert_found(cells, 0, 9, "бір");
	assert_found(cells, 4, 5, "і");
	assert_found(cells, 5, 6, "і");
	assert_found(cells, 8, 11, "");
	assert_found(cells, 8, 17, "екі");
	assert_found(cells, 2, 17, "бір екі");
	assert_found(cells, 17, 19, "і");
	assert_found(cells, 19, 20, "\uFFFD");
	assert_found(cells, 20, 24, "үш");
	assert_found(cells, 20, 4000, "үш");
	assert_found(cells, 24, 25, "");
	assert_found(cells, 4, 4, "");
	assert_found(cells, 6, 4, "");
}

static void
test_typed(void)
{
	g_autoptr(OqCells) cells = oq_cells_new_typed("  іздеу:  \t");

	g_assert_cmpstr(oq_cells_shown(cells), ==, "  іздеу:   ");
	g_assert_cmpuint(oq_cells_count(cells), ==, 11);
}

static void
test_set_columns(void)
{
	g_autoptr(OqCells) cells = oq_cells_new("🙂");

	oq_cells_set_columns(cells, 0, 12);
	g_assert_cmpuint(oq_cells_at(cells, 0)->columns, ==, 12);
	g_assert_true(oq_cells_at(cells, 0)->is_sure);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/cells/blanks", test_blanks);
	g_test_add_func("/cells/harmless", test_harmless);
	g_test_add_func("/cells/marks", test_marks);
	g_test_add_func("/cells/columns", test_columns);
	g_test_add_func("/cells/gaps", test_gaps);
	g_test_add_func("/cells/find", test_find);
	g_test_add_func("/cells/typed", test_typed);
	g_test_add_func("/cells/set-columns", test_set_columns);
	return g_test_run();
}
