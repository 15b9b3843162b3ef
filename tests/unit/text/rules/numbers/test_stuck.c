#include "text/rules/numbers/stuck.h"

#include "text_case.h"

#include <locale.h>

static void
test_unit(void)
{
	static const TextCase cases[] = {
		{"5000 |тгға|", "теңгеге"},
		{"5000|тгден|", "теңгеден"},
		{"3 |кгнан|", "килограмнан"},
		{"1 |млнға|", "миллионға"},
		{"5 млн |тгге|", "теңгеге"},
		{"10 |кмде|", "километрде"},
		{"5 |кг", NULL},
		{"5 |мен", NULL},
		{"5 |мыңға", NULL},
		{"5 |сомға", NULL},
		{"көп |кгнан", NULL},
		{"5 |кгса", NULL},
		{"|кгнан", NULL},
	};
	text_case_check_all(oq_stuck_unit, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/stuck/unit", test_unit);
	return g_test_run();
}
