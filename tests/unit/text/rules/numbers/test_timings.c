#include "text/rules/numbers/timings.h"

#include "text_case.h"

#include <locale.h>

static void
test_say(void)
{
	static const TextCase cases[] = {
		{"|2:15:30| уақытпен", "екі сағат он бес минут отыз секунд"},
		{"|1:00:00|", "бір сағат"},
		{"|00:00:00|", "нөл секунд"},
		{"|0:45:10-да|", "қырық бес минут он секундта"},
		{"|00:01:23,456| -->", "бір минут жиырма үш бүтін мыңнан төрт жүз елу алты секунд"},
		{"|00:02:09,000|", "екі минут тоғыз секунд"},
		{"|10:00:05Z|", "он сағат бес секунд"},
		{"|1:23,45| нәтиже", "бір минут жиырма үш бүтін жүзден қырық бес секунд"},
		{"|1:23.45 мин|", "бір минут жиырма үш бүтін жүзден қырық бес секунд"},
		{"|1:23:45 сағ.| бұрын", "бір сағат жиырма үш минут қырық бес секунд"},
		{"Жохан |3:16,18", NULL},
		{"|15:30", NULL},
		{"|1:05,3|", "бір минут бес бүтін оннан үш секунд"},
		{"Матай |3:16,1", NULL},
		{"|3:16, 18", NULL},
		{"|2:75:30", NULL},
		{"|2:5:30", NULL},
		{"|2: 15:30", NULL},
		{"5:|15:30:20", NULL},
		{"|2", NULL},
	};
	text_case_check_all(oq_timings_say, cases);
}

static void
test_arrow(void)
{
	static const TextCase cases[] = {
		{"1 |-->| 2", ""},
		{"1 |-> 2", NULL},
		{"1 |- -> 2", NULL},
		{"1 |--", NULL},
	};
	text_case_check_all(oq_timings_arrow, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/timings/say", test_say);
	g_test_add_func("/timings/arrow", test_arrow);
	return g_test_run();
}
