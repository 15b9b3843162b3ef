#include "text/rules/numbers/formulas.h"

#include "text_case.h"

#include <locale.h>

static void
test_power(void)
{
	static const TextCase cases[] = {
		{"|10^20|", "онның жиырмасыншы дәрежесі"},
		{"|10^-6| м", "онның минус алтыншы дәрежесі"},
		{"|10^−6|", "онның минус алтыншы дәрежесі"},
		{"|10³| Па", "онның үшінші дәрежесі"},
		{"|10⁶| есе", "онның алтыншы дәрежесі"},
		{"|1,5²|", "бір бүтін оннан бестің екінші дәрежесі"},
		{"|10²-ден| көп", "онның екінші дәрежесінен"},
		{"|2^8-ге| тең", "екінің сегізінші дәрежесіне"},
		{"|10⁸| м/с", "секундына онның сегізінші дәрежесі"},
		{"|10^-3| г/л", "литріне онның минус үшінші дәрежесі"},
		{"|10⁸| м/үй", "онның сегізінші дәрежесі"},
		{"|2015²", NULL},
		{"|10¹", NULL},
		{"|10₂", NULL},
		{"|10^х", NULL},
		{"|10 ^2", NULL},
		{"|10^", NULL},
		{"|10", NULL},
		{"|10⁹/л|", "литріне онның тоғызыншы дәрежесі"},
		{"4×|10^9/л-ге| жетті", "онның тоғызыншы дәрежесіне"},
	};
	text_case_check_all(oq_formulas_power, cases);
}

static void
test_times(void)
{
	static const TextCase cases[] = {
		{"15|х|20 см", "көбейту"},
		{"15 |х| 20", "көбейту"},
		{"1920|x|1080", "көбейту"},
		{"15|Х|20", "көбейту"},
		{"15|×|20", "көбейту"},
		{"3|·|10", "көбейту"},
		{"2|*3", NULL},
		{"15 см |х| 20 см", "көбейту"},
		{"15 |х20", NULL},
		{"15|х 20", NULL},
		{"15 |ал 20", NULL},
		{"15 үй |х 20", NULL},
		{"|х 20", NULL},
		{"15 |х", NULL},
	};
	text_case_check_all(oq_formulas_times, cases);
}

static void
test_sides(void)
{
	static const TextCase cases[] = {
		{"|3х3| баскетбол", "үшке үш"},
		{"|5 × 5| футзал", "беске бес"},
		{"|4x4| көлік", "төртке төрт"},
		{"|3х3 м", NULL},
		{"|3х3 метр", NULL},
		{"|3х4 баскетбол", NULL},
		{"|3х3", NULL},
		{"|3х3 = 9", NULL},
		{"|3х3х3 текше", NULL},
		{"3х|3х3 текше", NULL},
		{"|30х30 плитка", NULL},
	};
	text_case_check_all(oq_formulas_sides, cases);
}

static void
test_over(void)
{
	static const TextCase cases[] = {
		{"|200+| адам", "екі жүзден астам"},
		{"|5 000+| адам", "бес мыңнан астам"},
		{"|200+|", "екі жүзден астам"},
		{"|200+|, ", "екі жүзден астам"},
		{"|5+| жыл", "бестен астам"},
		{"|18+ фильм", NULL},
		{"|5+", NULL},
		{"|200+300", NULL},
		{"|200+ 300", NULL},
		{"|200 + адам", NULL},
		{"|200+=", NULL},
		{"|200", NULL},
		{"|20+-дан| астам адам", "жиырмадан"},
		{"|100+-ға| жуық", "жүзге"},
		{"|100+-ға| берілді", "жүзден астамға"},
		{"Ca|2+ ионы", NULL},
	};
	text_case_check_all(oq_formulas_over, cases);
}

static void
test_between(void)
{
	static const TextCase cases[] = {
		{"20|~|-10 °C", ""},
		{"5|/|-7°C", ""},
		{"2|/|+4", ""},
		{"20|~|25", ""},
		{"5|/7", NULL},
		{"|~5", NULL},
		{"20 |~25", NULL},
		{"5|/-а", NULL},
		{"5|/", NULL},
	};
	text_case_check_all(oq_formulas_between, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/formulas/power", test_power);
	g_test_add_func("/formulas/times", test_times);
	g_test_add_func("/formulas/sides", test_sides);
	g_test_add_func("/formulas/over", test_over);
	g_test_add_func("/formulas/between", test_between);
	return g_test_run();
}
