#include "text/rules/words/abbreviations.h"

#include "text_case.h"

#include <locale.h>

static void
test_expand(void)
{
	static const TextCase cases[] = {
		{"5 |млн| теңге", "миллион"},
		{"5 |млн.| теңге", "миллион"},
		{"5 |МЛН| теңге", "миллион"},
		{"5 |млрд.|теңге", "миллиард"},
		{"5 |млн-ға| жуық", "миллионға"},
		{"5 |кв.| метр", "шаршы"},
		{"5 |кВ желісі", NULL},
		{"5 |млн.-ға| жуық", "миллионға"},
		{"(|мыс.|, алма)", "мысалы"},
		{"|проф.| Ахметов", "профессор"},
		/* at the end of a list, and before its noun */
		{"алма, |т.б.|, т.с.с.", "тағы басқалар"},
		{"алма, |т.б.| жеміс", "тағы басқа"},
		{"алма, |Т. б.| жеміс", "тағы басқа"},
		{"алма, |т.с.с.| жеміс", "тағы сол сияқты"},
		{"алма, |т.б.с.с.| жеміс", "тағы басқа сол сияқты"},
		{"|б.з.б.| 5 ғасыр", "біздің заманымыздан бұрынғы"},
		{"|б.з.д.| V ғасыр", "біздің заманымызға дейінгі"},
		{"V ғасыр, |б.з.д|.", "біздің заманымызға дейін"},
		/* where they stand decides */
		{"12 |б.| кітап", "бет"},
		{"12|б|.", "бет"},
		{"Алматы |қ.| тұрады", "қаласы"},
		{"Алматы |қ.-да| тұрады", "қаласында"},
		{"Түркістан |обл.|, Сайрам", "облысы"},
		{"5 |кв.| м", "шаршы"},
		{"|n| 5", "нөмірі"},
		{"|б.", NULL},
		{"|б. кітап", NULL},
		{"ол |қ. тұрады", NULL},
		{"Алматы |қ тұрады", NULL},
		{"А |қ. тұрады", NULL},
		{"|n мектеп", NULL},
		{"бес |кв. м", NULL},
		/* the last point of all stays for the sentence */
		{"5 |млн|.", "миллион"},
		{"алма, |т.б|.", "тағы басқалар"},
		{"|тг", NULL},
		{"бір |тг", NULL},
		{"|т.", NULL},
		{"|т .б.", NULL},
		{"|т,б", NULL},
		{"|млнның", NULL},
		{"|миллион", NULL},
		{"|миллиардтаған", NULL},
	};
	text_case_check_all(oq_abbreviations_expand, cases);
}

static void
test_initial(void)
{
	static const TextCase cases[] = {
		{"|Н.|Ә.Назарбаев", "эн"},
		{"Н.|Ә.|Назарбаев", "ә"},
		{"|А.| Құнанбайұлы", "а"},
		{"Назарбаев |Н.|Ә. келді", "эн"},
		{"Назарбаев Н.|Ә.| келді", "ә"},
		{"Назарбаев Н.|Ә|.", "ә"},
		{"|н.Ә.Назарбаев", NULL},
		{"|Н Назарбаев", NULL},
		{"|Н .Назарбаев", NULL},
		{"|На.Назарбаев", NULL},
		{"бұл |А. келді", NULL},
		{"|А.", NULL},
		{"|А. 5", NULL},
		{"|Ա. Назарбаев", NULL}, /* is not in letters.tsv */
		{"|Z.| Назарбаев", "зед"},
	};
	text_case_check_all(oq_abbreviations_initial, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/abbreviations/expand", test_expand);
	g_test_add_func("/abbreviations/initial", test_initial);
	return g_test_run();
}
