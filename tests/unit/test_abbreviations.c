#include "text/abbreviations.h"

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
		{"5 |млн.-ға| жуық", "миллионға"},
		{"500 |тг|", "теңге"},
		{"алма, |т.б.| жеміс", "тағы басқалар"},
		{"алма, |Т. б.| жеміс", "тағы басқалар"},
		{"алма, |т.с.с.| жеміс", "тағы сол сияқты"},
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
		{"|Н.|Ә.Назарбаев", "эн"}, {"Н.|Ә.|Назарбаев", "ә"}, {"|А.| Құнанбайұлы", "а"},
		{"Назарбаев |Н.|Ә. келді", "эн"}, {"Назарбаев Н.|Ә.| келді", "ә"},
		{"Назарбаев Н.|Ә|.", "ә"}, {"|н.Ә.Назарбаев", NULL}, {"|Н Назарбаев", NULL},
		{"|Н .Назарбаев", NULL}, {"|На.Назарбаев", NULL}, {"бұл |А. келді", NULL},
		{"|А.", NULL}, {"|А. 5", NULL}, {"|Z. Назарбаев", NULL}, /* is not in letters.tsv */
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
