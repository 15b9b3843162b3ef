#include "open/numbering.h"

static void
assert_number(OqNumberingSigns signs, gboolean is_upper, gint64 number, const char *expected)
{
	g_autoptr(GString) out = g_string_new(NULL);
	oq_numbering_append(out, signs, is_upper, number);
	g_assert_cmpstr(out->str, ==, expected);
}

static void
test_signs(void)
{
	assert_number(OQ_NUMBERING_NONE, FALSE, 3, "");
	assert_number(OQ_NUMBERING_DECIMAL, FALSE, -3, "-3");
	assert_number(OQ_NUMBERING_PADDED, FALSE, 3, "03");
	assert_number(OQ_NUMBERING_LETTERS, FALSE, 26, "z");
	assert_number(OQ_NUMBERING_LETTERS, TRUE, 28, "AB");
	assert_number(OQ_NUMBERING_LETTERS, FALSE, 0, "0");
	assert_number(OQ_NUMBERING_DOUBLED, FALSE, 28, "bb");
	assert_number(OQ_NUMBERING_DOUBLED, FALSE, 9 * 26, "234");
	assert_number(OQ_NUMBERING_ROMAN, FALSE, 1994, "mcmxciv");
	assert_number(OQ_NUMBERING_ROMAN, TRUE, 8, "VIII");
	assert_number(OQ_NUMBERING_ROMAN, TRUE, 4000, "4000");
	assert_number(OQ_NUMBERING_RUSSIAN, FALSE, 1, "а");
	assert_number(OQ_NUMBERING_RUSSIAN, FALSE, 10, "к");
	assert_number(OQ_NUMBERING_RUSSIAN, TRUE, 29, "Я");
	assert_number(OQ_NUMBERING_RUSSIAN, FALSE, 31, "аб");
	assert_number(OQ_NUMBERING_RUSSIAN_DOUBLED, FALSE, 31, "бб");
}

/* "1.", "а)", "1.1.I" */
static OqNumberingLevel own[3];
static const OqNumberingLevel *levels[OQ_NUMBERING_LEVELS];

static void
set_up_levels(void)
{
	static char patterns[][12] = {"%1.", "%2)", "%1.%2.%3"};
	for (guint i = 0; i < G_N_ELEMENTS(own); i++) {
		oq_numbering_level_init(&own[i]);
		own[i].pattern = patterns[i];
		levels[i] = &own[i];
	}
	own[1].signs = OQ_NUMBERING_RUSSIAN;
	own[2].signs = OQ_NUMBERING_ROMAN;
	own[2].is_upper = TRUE;
}

static void
assert_next(OqNumbering *numbering, guint level, const char *expected)
{
	oq_numbering_next(numbering, levels, level);
	g_autofree char *label = oq_numbering_label(numbering, levels, level);
	g_assert_cmpstr(label, ==, expected);
}

static void
test_levels(void)
{
	OqNumbering numbering = {0};
	set_up_levels();
	assert_next(&numbering, 0, "1.");
	assert_next(&numbering, 1, "а)");
	assert_next(&numbering, 1, "б)");
	assert_next(&numbering, 2, "1.б.I");
	assert_next(&numbering, 0, "2.");
	assert_next(&numbering, 1, "а)");
	own[2].is_decimal = TRUE;
	assert_next(&numbering, 2, "2.1.1");
	own[1].restart = 0;
	assert_next(&numbering, 0, "3.");
	assert_next(&numbering, 1, "б)");
	own[0].start = 7;
	numbering = (OqNumbering){0};
	assert_next(&numbering, 2, "7.1.1");
	assert_next(&numbering, 0, "7.");
}

static void
test_nothing(void)
{
	OqNumbering numbering = {0};
	set_up_levels();
	assert_next(&numbering, 5, NULL);
	assert_next(&numbering, OQ_NUMBERING_LEVELS, NULL);
	own[0].signs = OQ_NUMBERING_NONE;
	assert_next(&numbering, 0, NULL);
	static char blank[] = " ", wild[] = "%1%9%% %0";
	own[1].pattern = blank;
	assert_next(&numbering, 1, NULL);
	own[1].pattern = wild;
	assert_next(&numbering, 1, "%% %0");
	own[1].pattern = NULL;
	assert_next(&numbering, 1, NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/numbering/signs", test_signs);
	g_test_add_func("/numbering/levels", test_levels);
	g_test_add_func("/numbering/nothing", test_nothing);
	return g_test_run();
}
