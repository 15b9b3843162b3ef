#include "text/rules/words/contractions.h"

#include "text_case.h"

#include <locale.h>

static void
test_say(void)
{
	static const TextCase cases[] = {
		{"Абай |к-сі|, 5", "көшесі"},
		{"Абай |к-сінде| тұрады", "көшесінде"},
		{"Абай |көш-сінің| бойы", "көшесінің"},
		{"Абай |к/сі| 5", "көшесі"},
		{"Абай |К-сі", NULL}, /* of the letter К */
		{"№ 5 |м-бінде|", "мектебінде"},
		{"Сәтбаев |ун-тінен|", "университетінен"},
		{"|ун-тте| оқиды", "университетте"},
		{"қаржы |мин-лігіне|", "министрлігіне"},
		{"заң |б-ша|", "бойынша"},
		{"заң |б/ша|", "бойынша"},
		{"|Қ-стан| халқы", "Қазақстан"},
		{"|Қ-станның| халқы", "Қазақстанның"},
		{"|к-сі|5", "көшесі"},
		{"|к-і", NULL},
		{"|к- сі", NULL},
		{"|к -сі", NULL},
		{"|к-Сі", NULL},
		{"|К-Сі", NULL},
		{"АБАЙ |К-СІ|", "көшесі"},
		{"|к-ғы", NULL},
		{"|к-", NULL},
		{"|к", NULL},
		{"|көшеле-сі", NULL},
		{"|бас-аяғы", NULL},
		{"|бір-бірі", NULL},
		{"|м-ге", NULL},
		{"|т-дан", NULL},
	};
	text_case_check_all(oq_contractions_say, cases);
}

/* The longest end of a word is no other one's. */
static void
test_every_row(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autofree char *table = NULL;
	g_assert_true(
		g_file_get_contents(OQ_TEST_VOICES "/kk/contractions.tsv", &table, NULL, NULL));
	g_auto(GStrv) rows = g_strsplit(table, "\n", -1);
	for (guint i = 0; rows[i] != NULL; i++) {
		g_auto(GStrv) cells = g_strsplit(rows[i], "\t", -1);
		if (rows[i][0] == '#' || rows[i][0] == '\0')
			continue;
		g_autofree char *text =
			g_strdup_printf("бір |%s-%s| бар", cells[1], cells[0] + strlen(cells[1]));
		TextCase row = {text, cells[0]};
		text_case_check(lexicon, oq_contractions_say, &row);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/contractions/say", test_say);
	g_test_add_func("/contractions/every-row", test_every_row);
	return g_test_run();
}
