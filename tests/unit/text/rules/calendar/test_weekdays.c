#include "text/rules/calendar/weekdays.h"

#include "text_case.h"

#include <locale.h>

static void
test_short(void)
{
	static const TextCase cases[] = {
		{"|Дс|–Жм 9:00–18:00", "дүйсенбі"},
		{"Дс–|Жм| 9:00", "жұма"},
		{"|ДС|-ЖМ", "дүйсенбі"},
		{"|сс|, бс", "сейсенбі"},
		{"сс, |бс|", "бейсенбі"},
		{"|дс.|-жм.", "дүйсенбі"},
		{"дс.-|жм.| бос", "жұма"},
		{"|дс-ден| жм-ға дейін", "дүйсенбіден"},
		{"дс-ден |жм-ға| дейін", "жұмаға"},
		{"|жм.| 17:00", "жұма"},
		{"|ср|, 5 қазан", "сәрсенбі"},
		{"|сб| күні", "сенбі"},
		{"|Жс| – демалыс", "жексенбі"},
		{"|дс|, ертең ср", "дүйсенбі"},
		{"бүгін |дс|, ертең сс", "дүйсенбі"},
		{"15 сәу. |дс|", "дүйсенбі"},
		{"|бс-да|", "бейсенбіде"},
		{"|СС әскері", NULL},
		{"|БС", NULL},
		{"ол |жс демалады", NULL},
		{"ол |ср – көр", NULL},
		{"|СС-тың", NULL},
		{"|та 17:00", NULL},
		{"|ж 17:00", NULL},
	};
	text_case_check_all(oq_weekdays_short, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/weekdays/short", test_short);
	return g_test_run();
}
