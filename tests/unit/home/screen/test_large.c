#include "home/screen/large.h"

#include <string.h>

static OqGlyphs *
load(void)
{
	g_autoptr(GError) error = NULL;
	OqGlyphs *glyphs = oq_glyphs_load(OQ_TEST_SHARE "/large.tsv", &error);

	g_assert_no_error(error);
	return glyphs;
}

static void
test_fit(void)
{
	static const struct {
		guint columns, rows, height;
	} cases[] = {{80, 24, 10}, {20, 11, 10}, {159, 60, 10}, {160, 41, 20}, {160, 40, 10},
		{200, 50, 20}, {400, 200, 50}, {1000, 24, 10}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		OqLarge large = {0};
		g_assert_true(oq_large_fit(&large, cases[i].columns, cases[i].rows));
		g_assert_cmpuint(oq_large_height(&large), ==, cases[i].height);
	}
	OqLarge large = {0};
	g_assert_false(oq_large_fit(&large, 80, 10));
	g_assert_false(oq_large_fit(&large, 19, 50));
}

static char *
draw(const char *text, guint scale, gboolean has_blocks)
{
	g_autoptr(OqGlyphs) glyphs = load();
	g_autoptr(OqCells) cells = oq_cells_new(text);
	OqLarge large = {glyphs, scale, has_blocks};
	GString *out = g_string_new("\n");

	oq_large_measure(&large, cells, 200);
	for (guint row = 0; row < oq_large_height(&large); row++) {
		gsize before = out->len;
		oq_large_append(&large, cells, 0, oq_cells_count(cells), row, out);
		guint columns = 0;
		for (guint i = 0; i < oq_cells_count(cells); i++)
			columns += oq_cells_at(cells, i)->columns;
		g_assert_cmpint(g_utf8_strlen(out->str + before, -1), ==, columns);
		while (out->str[out->len - 1] == ' ')
			g_string_truncate(out, out->len - 1);
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}

static void
test_blocks(void)
{
	g_autofree char *drawn = draw("ТҚ", 1, TRUE);

	g_assert_cmpstr(drawn, ==,
		"\n"
		"\n"
		"▄▄▄▄▄▄▄▄  ▄▄     ▄\n"
		"   ██     ██   ▄█▀\n"
		"   ██     ██  ▄█▀\n"
		"   ██     ██▄▄█▀\n"
		"   ██     ██  ██\n"
		"   ██     ██   ██\n"
		"   ██     ██    ███\n"
		"                 ██\n"
		"\n");
}

static void
test_signs(void)
{
	g_autofree char *drawn = draw("Т", 1, FALSE);

	g_assert_cmpstr(drawn, ==,
		"\n"
		"\n"
		"########\n"
		"   ##\n"
		"   ##\n"
		"   ##\n"
		"   ##\n"
		"   ##\n"
		"   ##\n"
		"\n"
		"\n");
}

static void
test_twice_as_big(void)
{
	g_autofree char *drawn = draw("!", 2, TRUE);

	g_assert_true(g_str_has_prefix(drawn, "\n\n\n\n████\n████\n"));
	g_assert_null(strstr(drawn, "▀"));
	g_assert_null(strstr(drawn, "▄"));
}

/* A letter is never wider than the line. */
static void
test_measure(void)
{
	g_autoptr(OqGlyphs) glyphs = load();
	g_autoptr(OqCells) cells = oq_cells_new("Ж! Ж");
	OqLarge large = {glyphs, 4, TRUE};

	oq_large_measure(&large, cells, 30);
	g_assert_cmpuint(oq_cells_at(cells, 0)->columns, ==, 30);
	g_assert_cmpuint(oq_cells_at(cells, 1)->columns, ==, 16);
	g_assert_cmpuint(oq_cells_at(cells, 2)->columns, ==, 20);
	g_assert_true(oq_cells_at(cells, 0)->is_sure);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/large/fit", test_fit);
	g_test_add_func("/large/blocks", test_blocks);
	g_test_add_func("/large/signs", test_signs);
	g_test_add_func("/large/twice-as-big", test_twice_as_big);
	g_test_add_func("/large/measure", test_measure);
	return g_test_run();
}
