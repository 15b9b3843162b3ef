#include "text/rules/numbers/stuck.h"

#include "text_case.h"

#include <locale.h>

static void
test_abbreviation(void)
{
	static const TextCase cases[] = {
		{"1 |млнға|", "миллионға"},
		{"3|млрдтан|", "миллиардтан"},
		{"көп |млнға", NULL},
		{"5 |млн", NULL},
		{"5 |млнса", NULL},
		{"5 |мен", NULL},
		{"5 |мыңға", NULL},
		{"5 |сомға", NULL},
		{"|млнға", NULL},
	};
	text_case_check_all(oq_stuck_abbreviation, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/stuck/abbreviation", test_abbreviation);
	return g_test_run();
}
