#include "text/rules/words/lone_units.h"

#include "text_case.h"

#include <locale.h>

static void
test_say(void)
{
	static const TextCase cases[] = {
		{"|км| мен кг", "километр"},
		{"жол |км-мен| өлшенеді", "километрмен"},
		{"|тг| керек", "теңге"},
		{"|КМ", NULL},
		{"|м", NULL},
		{"|га", NULL},
		{"|хмм", NULL},
	};
	text_case_check_all(oq_lone_units_say, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lone-units/say", test_say);
	return g_test_run();
}
