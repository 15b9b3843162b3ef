#include "text/rules/numbers/chemistry.h"

#include "text_case.h"

#include <locale.h>

static void
test_say(void)
{
	static const TextCase cases[] = {
		{"|H2SO4| ерітіндісі", "аш екі эс о төрт"},
		{"|CO2| деңгейі", "це о екі"},
		{"|CO2-нің| деңгейі", "це о екінің"},
		{"|СО2| деңгейі", "це о екі"},
		{"|Н2О| ішті", "аш екі о"},
		{"|Ca(OH)2| мен", "кальций о аш екі"},
		{"|Al2(SO4)3|.", "алюминий екі эс о төрт үш"},
		{"|C6H12O6| қанты", "це алты аш он екі о алты"},
		{"|CH3COOH| қышқылы", "це аш үш це о о аш"},
		{"|NH3| иісі", "эн аш үш"},
		{"|H2S| иісі", "аш екі эс"},
		{"|NaCl| тұзы", "натрий хлор"},
		{"|HCl| қышқылы", "аш хлор"},
		{"|O2| көп", "о екі"},
		{"2|H2O| мен", "аш екі о"},
		{"|H₂O| мен", "аш екі о"},
		{"|C₆H₁₂O₆| қанты", "це алты аш он екі о алты"},
		{"|MgCl2|, тұз", "магний хлор екі"},
	};
	text_case_check_all(oq_chemistry_say, cases);
}

static void
test_left_alone(void)
{
	static const TextCase cases[] = {
		{"|COP29 саммиті", NULL},
		{"|PS5 алды", NULL},
		{"|CS2 ойнады", NULL},
		{"|FH5 ойыны", NULL},
		{"|H1N1 вирусы", NULL},
		{"|H3N2 вирусы", NULL},
		{"|KINO2 арнасы", NULL},
		{"|BIO2 сабағы", NULL},
		{"|VO2 max", NULL},
		{"|B12 дәрумені", NULL},
		{"|ISO9001 талабы", NULL},
		{"|MP3 файлы", NULL},
		{"|OpenAI компаниясы", NULL},
		{"|HoReCa саласы", NULL},
		{"|NaVi құрамасы", NULL},
		{"|TiB", NULL},
		{"|CO 2", NULL},
		{"|CO", NULL},
		{"|НК2", NULL},
		{"|CO02", NULL},
		{"|Ca(OH", NULL},
		{"|CO2x", NULL},
	};
	text_case_check_all(oq_chemistry_say, cases);
}

/* Each element of formulas.tsv is said. */
static void
test_rows(void)
{
	g_autofree char *table = NULL;
	g_assert_true(g_file_get_contents(OQ_TEST_VOICES "/kk/formulas.tsv", &table, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; lines[i] != NULL; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
		if (!g_ascii_isupper(lines[i][0]))
			continue;
		g_autofree char *text = g_strdup_printf("|%sO3H2|", cells[0]);
		g_autofree char *said = g_strdup_printf("%s о үш аш екі", cells[1]);
		text_case_check(lexicon, oq_chemistry_say, &(TextCase){text, said});
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chemistry/say", test_say);
	g_test_add_func("/chemistry/left-alone", test_left_alone);
	g_test_add_func("/chemistry/rows", test_rows);
	return g_test_run();
}
