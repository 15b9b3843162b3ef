#include "text/rules/words/schools.h"

#include "text_case.h"

#include <locale.h>

static void
test_say(void)
{
	static const TextCase cases[] = {
		{"№12 |мл| оқушылары", "мектеп-лицей"},
		{"№ 5 |мл-де| оқиды", "мектеп-лицейде"},
		{"№12 |МЛ|", "мектеп-лицей"},
		{"№3 |ом| ұстазы", "орта мектеп"},
		{"«Болашақ» |мг| оқушысы", "мектеп-гимназия"},
		{"Абай атындағы |мг-да| өтті", "мектеп-гимназияда"},
		{"12 |мл су", NULL},
		{"Құты 12 |мл", NULL},
		{"№12 |Мл", NULL},
		{"№12 |км", NULL},
		{"№12|мл", NULL},
		{"Абайдың |мл", NULL},
		{"|мл", NULL},
	};
	text_case_check_all(oq_schools_say, cases);
}

static void
test_number(void)
{
	static const TextCase cases[] = {
		{"№|12| МЛ", "он екінші"},
		{"№ |8| мг-да", "сегізінші"},
		{"№|12 мектеп", NULL},
		{"|12 мл", NULL},
		{"№|12", NULL},
	};
	text_case_check_all(oq_schools_number, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/schools/say", test_say);
	g_test_add_func("/schools/number", test_number);
	return g_test_run();
}
