#include "home/screen/glyphs.h"

#include "base/table.h"

#include <string.h>
#include <unistd.h>

static OqGlyphs *
load(void)
{
	g_autoptr(GError) error = NULL;
	OqGlyphs *glyphs = oq_glyphs_load(OQ_TEST_SHARE "/large.tsv", &error);

	g_assert_no_error(error);
	return glyphs;
}

static gboolean
has(const OqGlyphs *glyphs, const char *letter)
{
	return oq_glyphs_find(glyphs, letter, strlen(letter)) !=
	       oq_glyphs_find(glyphs, "\uFFFD", strlen("\uFFFD"));
}

/* All that Kazakh, Russian and English are written with. */
static void
test_alphabets(void)
{
	static const char needed[] =
		"АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
		"аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
		"ÄÖÜĞŞÑÇİıÁÉáéäöüğşñçß"
		"!\"#$%&'()*+,-./"
		":;<=>?@[\\]^_`{|}~"
		"«»“”„‘’–—…№§°©®±×÷€₸₽•→←−";
	g_autoptr(OqGlyphs) glyphs = load();

	for (const char *p = needed; *p != '\0'; p = g_utf8_next_char(p)) {
		g_autofree char *letter = g_strndup(p, g_utf8_skip[(guchar)*p]);
		if (!has(glyphs, letter))
			g_error("%s has no shape", letter);
	}
	g_assert_false(has(glyphs, "字"));
}

/* Capitals and figures begin with the 4th row and end with the 16th. */
static void
test_sizes(void)
{
	static const char capitals[] = "АҒКМНТХҮABEFHLTXYZ147";
	g_autoptr(OqGlyphs) glyphs = load();

	for (const char *p = capitals; *p != '\0'; p = g_utf8_next_char(p)) {
		const OqGlyph *glyph = oq_glyphs_find(glyphs, p, g_utf8_skip[(guchar)*p]);
		g_assert_cmpuint(glyph->columns, >=, 6);
		for (guint row = 0; row < OQ_GLYPH_ROWS; row++)
			g_assert_cmpint(glyph->rows[row] != 0, ==, row >= 3 && row < 16);
	}
}

static void
test_forms(void)
{
	g_autoptr(OqGlyphs) glyphs = load();

	g_assert_true(oq_glyphs_find(glyphs, "и\u0306", 4) == oq_glyphs_find(glyphs, "й", 2));
	g_assert_true(oq_glyphs_find(glyphs, "и", 2) != oq_glyphs_find(glyphs, "й", 2));
	g_assert_true(oq_glyphs_find(glyphs, "қ\u0301", 4) == oq_glyphs_find(glyphs, "қ", 2));
	g_assert_true(oq_glyphs_find(glyphs, "Ａ", 3) == oq_glyphs_find(glyphs, "A", 1));
	g_assert_true(oq_glyphs_find(glyphs, "ﬁ", 3) == oq_glyphs_find(glyphs, "f", 1));
}

static void
test_pixels(void)
{
	g_autoptr(OqGlyphs) glyphs = load();
	const OqGlyph *glyph = oq_glyphs_find(glyphs, "Г", 2);

	g_assert_true(oq_glyphs_has_pixel(glyph, 0, 3));
	g_assert_true(oq_glyphs_has_pixel(glyph, 0, 15));
	g_assert_true(oq_glyphs_has_pixel(glyph, glyph->columns - 1u, 3));
	g_assert_false(oq_glyphs_has_pixel(glyph, glyph->columns - 1u, 15));
	g_assert_false(oq_glyphs_has_pixel(glyph, glyph->columns, 3));
	g_assert_false(oq_glyphs_has_pixel(glyph, 0, OQ_GLYPH_ROWS));
}

static void
assert_refused(const char *row, const char *why)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = NULL;
	g_autofree char *table = g_strdup_printf("#: character\twidth\tpixels\n%s\n", row);
	int fd = g_file_open_tmp(NULL, &path, NULL);

	g_assert_cmpint(write(fd, table, strlen(table)), ==, (gssize)strlen(table));
	close(fd);
	g_assert_null(oq_glyphs_load(path, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_assert_nonnull(strstr(error->message, why));
	unlink(path);
}

static void
test_wrong(void)
{
	g_autoptr(GError) error = NULL;

	assert_refused("a\t2\t0 0 3", "20");
	assert_refused("a\t2\t0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 4", "“4”");
	assert_refused("a\t2\t0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 x", "“x”");
	assert_refused("a\t17\t0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "“17”");
	assert_refused("ab\t2\t0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "“ab”");
	assert_refused("a\t2\t0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "U+FFFD");
	g_assert_null(oq_glyphs_load("/nowhere/large.tsv", &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/glyphs/alphabets", test_alphabets);
	g_test_add_func("/glyphs/sizes", test_sizes);
	g_test_add_func("/glyphs/forms", test_forms);
	g_test_add_func("/glyphs/pixels", test_pixels);
	g_test_add_func("/glyphs/wrong", test_wrong);
	return g_test_run();
}
