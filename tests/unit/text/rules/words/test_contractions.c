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

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/contractions/say", test_say);
	return g_test_run();
}
