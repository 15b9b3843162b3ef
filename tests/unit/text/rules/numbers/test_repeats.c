#include "text/rules/numbers/repeats.h"

#include "text_case.h"

#include <locale.h>

static void
test_number(void)
{
	static const TextCase cases[] = {
		{"|700 (жеті жүз)| теңге", "жеті жүз"},
		{"|2 000 (екі мың)| теңге", "екі мың"},
		{"|1000 (бір мың)| теңге", "мың"},
		{"|1 100 (Бір мың бір жүз)| теңге", "мың жүз"},
		{"|50 (елуінші)| бөлме", "елуінші"},
		{"|2,5 (екі жарым)| ай", "екі жарым"},
		{"|10 (он бес) күн", NULL},
		{"|10 (он күн) ішінде", NULL},
		{"|10 (15) күн", NULL},
		{"|10 (он", NULL},
		{"|10 ()", NULL},
		{"|10 он", NULL},
	};
	text_case_check_all(oq_repeats_number, cases);
}

static void
test_bracket(void)
{
	static const TextCase cases[] = {
		{"700 теңге |(жеті жүз теңге)|", ""},
		{"700 тг |(жеті жүз теңге)|", ""},
		{"2 000 теңге |(екі мың)|", ""},
		{"15% |(он бес пайыз)|", ""},
		{"700 теңге |(сегіз жүз теңге)", NULL},
		{"көп теңге |(жеті жүз теңге)", NULL},
		{"700, |(жеті жүз)", NULL},
		{"|(жеті жүз)", NULL},
	};
	text_case_check_all(oq_repeats_bracket, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/repeats/number", test_number);
	g_test_add_func("/repeats/bracket", test_bracket);
	return g_test_run();
}
