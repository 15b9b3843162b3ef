#include "text/rules/numbers/equations.h"

#include "text_case.h"

#include <locale.h>

static void
test_greek(void)
{
	static const TextCase cases[] = {
		{"|Δt| = 5 с", "дельта те"},
		{"S = |πr|²", "пи эр"},
		{"|ΔABC|", "дельта а бе це"},
		{"|α| сәулесі", "альфа"},
		{"|μ-дың| мәні", "мюдың"},
		{"|ρсу| = 1000", "ро су"},
		{"|βХІ", NULL},
		{"|λόγος", NULL},
		{"|αβγ", NULL},
		{"|مرحبا", NULL},
	};
	text_case_check_all(oq_equations_greek, cases);
}

static void
test_latin(void)
{
	static const TextCase cases[] = {
		{"|x|² + 1", "икс"},
		{"|E| = mc²", "е"},
		{"E = |mc|²", "эм це"},
		{"y = 2|x| + 1", "икс"},
		{"D = b² − 4|ac|", "а це"},
		{"x = −|p|", "пе"},
		{"|f|(x) = 5", "эф"},
		{"f(|x|) = 5", "икс"},
		{"|a| > b", "а"},
		{"v = |s|/t", "эс"},
		{"v = s/|t|", "те"},
		{"√|a|", "а"},
		{"|sin| α", "синус"},
		{"|cos| 60°", "косинус"},
		{"sin |x|", "икс"},
		{"x = 3cos5|t|", "те"},
		{"x = 7 - |t|", "те"},
		{"|х|² − 5", "икс"},
		{"|s/t", NULL},
		{"S = 15|х20", NULL},
		{"|C++ тілі", NULL},
		{"|A & B", NULL},
		{"|H₂O", NULL},
		{"|A/B тесті", NULL},
		{"|SIN картасы", NULL},
		{"|sin деген", NULL},
		{"|AB + CD", NULL},
		{"|Q - Qazaq", NULL},
		{"|м² + 5", NULL},
		{"|а + алма", NULL},
		{"|B+ санаты", NULL},
	};
	text_case_check_all(oq_equations_latin, cases);
}

static void
test_minus(void)
{
	static const TextCase cases[] = {
		{"x = 7 |-| t", "минус"},
		{"y = 9 |–| x²", "минус"},
		{"a |-| b = 4", "минус"},
		{"Жауабы 5 |- дұрыс", NULL},
		{"x = 5 |— y", NULL},
		{"a |- b", NULL},
	};
	text_case_check_all(oq_equations_minus, cases);
}

static void
test_slash(void)
{
	static const TextCase cases[] = {
		{"v = s|/|t", "бөлу"},
		{"A|/B", NULL},
		{"км|/с", NULL},
		{"v = s |/ t", NULL},
	};
	text_case_check_all(oq_equations_slash, cases);
}

/* Each name of formulas.tsv is said. */
static void
test_rows(void)
{
	g_autofree char *table = NULL;
	g_assert_true(g_file_get_contents(OQ_TEST_VOICES "/kk/formulas.tsv", &table, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; lines[i] != NULL; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
		if (lines[i][0] == '#' || lines[i][0] == '\0')
			continue;
		gboolean function = g_utf8_strlen(cells[0], -1) > 1;
		g_autofree char *text =
			g_strdup_printf(function ? "|%s| α" : "|%s|² + 1", cells[0]);
		text_case_check(lexicon, oq_equations_latin, &(TextCase){text, cells[1]});
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/equations/greek", test_greek);
	g_test_add_func("/equations/latin", test_latin);
	g_test_add_func("/equations/slash", test_slash);
	g_test_add_func("/equations/minus", test_minus);
	g_test_add_func("/equations/rows", test_rows);
	return g_test_run();
}
