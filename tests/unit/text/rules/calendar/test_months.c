#include "text/rules/calendar/months.h"

#include "text_case.h"

#include <locale.h>

static void
test_short(void)
{
	static const TextCase cases[] = {
		{"10 |там.| 2025 ж.", "тамыз"},
		{"2 |қар.| 2025", "қараша"},
		{"3 |Мау.| 2022", "маусым"},
		{"7 |қыр.| дейін", "қыркүйекке"},
		{"15 |нау-да| келді", "наурызда"},
		{"2024 ж. 15 |жел|.", "желтоқсан"},
		{"2024 жылғы 5 |қаз|", "қазан"},
		{"|Там.| 2025", "тамыз"},
		{"3 |нау|, 2024", "наурыз"},
		{"5-|сәу.| болды", "сәуірде"},
		{"20 |жел| дейін", "желтоқсанға"},
		{"25 |қар| сағат 11", "қараша"},
		{"|қаң.|–нау. 2025", "қаңтар"},
		{"қаң-|нау| айлары", "наурыз"},
		{"5 |қаз ұшты", NULL},
		{"5 |қаз.", NULL},
		{"бір |там. болды", NULL},
		{"32 |там. болды", NULL},
		{"|нау", NULL},
		{"5 |дс. болды", NULL},
		{"5 |тамыз", NULL},
	};
	text_case_check_all(oq_months_short, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/months/short", test_short);
	return g_test_run();
}
