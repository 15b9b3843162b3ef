#include "text/rules/words/law_parts.h"

#include "text_case.h"

#include <locale.h>

static void
test_say(void)
{
	static const TextCase cases[] = {
		{"ҚК 190-|б.| бойынша", "бабы"},
		{"кодекстің 5-|б.| бойынша", "бабы"},
		{"ҚПК 15-|б.| сәйкес", "бабына"},
		{"ЕК 52-|б.| 1-т. негізінде", "бабының"},
		{"ЕК 52-б. 1-|т.| негізінде", "тармағы"},
		{"ЕК 52-б. 1-т. 3-|тт.| негізінде", "тармақшасы"},
		{"ҚК 188-бабының 2-|б.| сәйкес", "бөлігіне"},
		{"ҚК 190-|б-на| сай", "бабына"},
		{"кітаптың 45-|б. қараңыз", NULL},
		{"кітаптың 45-б. 2-|т. қараңыз", NULL},
		{"ҚК 190 |б. бойынша", NULL},
		{"қк 190-|б. бойынша", NULL},
		{"190-|б. бойынша", NULL},
		{"|б. бойынша", NULL},
		{"ҚК 190-|Б. Омаров", NULL},
		{"ҚК-нің 190-|б.| бойынша", "бабы"},
		{"ЖК 12-б. және 13-|б.| қайшы", "бабы"},
		{"ЖК 12-б., 13-|б.| қайшы", "бабы"},
		{"кітаптың 12-б. және 13-|б. қайшы", NULL},
		{"5-|б. қара", NULL},
	};
	text_case_check_all(oq_law_parts_say, cases);
}

static void
test_number(void)
{
	static const TextCase cases[] = {
		{"83-|1| бапта", "бірінші"},
		{"5-|1| тармақ", "бірінші"},
		{"|91| баптың 2-тармағы", "тоқсан бірінші"},
		{"5-баптың |3| тармағы", "үшінші"},
		{"|83-1 бапта", NULL},
		{"1-|83 бап", NULL},
		{"|10 баптың мазмұны", NULL},
		{"|98 баптан", NULL},
		{"Заңның |33 бабы", NULL},
		{"5-|1 адам", NULL},
	};
	text_case_check_all(oq_law_parts_number, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/law_parts/say", test_say);
	g_test_add_func("/law_parts/number", test_number);
	return g_test_run();
}
