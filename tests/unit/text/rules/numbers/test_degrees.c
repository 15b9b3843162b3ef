#include "text/rules/numbers/degrees.h"

#include "text_case.h"

#include <locale.h>

static void
test_degree(void)
{
	static const TextCase cases[] = {
		{"30 |°C|", "градус"},
		{"30|°С| жылу", "градус"}, /* Cyrillic */
		{"30 |°C-қа| дейін", "градусқа"},
		{"30|°|", "градус"},
		{"30|º|", "градус"},
		{"30|ºС| жылу", "градус"},
		{"30|℃-тан|", "градустан"},
		{"95 |°F-қа| дейін", "градусқа"},
		{"95 |℉|", "градус"},
		{"6 |°C/км|", "градус"},
		{"30|°| солтүстік", "градус"},
		{"30|°|-сынып", "градус"},
		{"|%", NULL},
		{"|C", NULL},
		{"27|оС| жылу", "градус"},
		{"27 |oC|", "градус"},
		{"27|ос| бойымен", NULL},
		{"|оС", NULL},
		{"8|˚C|", "градус"},
		{"|ºя", NULL},
	};
	text_case_check_all(oq_degrees_degree, cases);
}

static void
test_turned(void)
{
	static const TextCase cases[] = {
		{"30 |С°| жылу", "градус"},
		{"30|C°-қа|", "градусқа"},
		{"|С° жылу", NULL},
		{"30 |С °", NULL},
		{"30 |В°", NULL},
	};
	text_case_check_all(oq_degrees_turned, cases);
}

static void
test_minute(void)
{
	static const TextCase cases[] = {
		{"43°14|′|", "минут"},
		{"43°14|'| с", "минут"},
		{"51°10′30|″-қа|", "секундқа"},
		{"51°10’30,5|”|", "секунд"},
		{"45|′| гол", "минут"},
		{"55|″| экран", "дюйм"},
		{"55|\" экран", NULL},
		{"5|' сөз", NULL},
		{"5 |′", NULL},
		{"|′", NULL},
	};
	text_case_check_all(oq_degrees_minute, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/degrees/degree", test_degree);
	g_test_add_func("/degrees/turned", test_turned);
	g_test_add_func("/degrees/minute", test_minute);
	return g_test_run();
}
