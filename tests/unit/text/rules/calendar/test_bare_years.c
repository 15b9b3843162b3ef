#include "text/rules/calendar/bare_years.h"

#include "text_case.h"

#include <locale.h>

static void
test_with_case(void)
{
	static const TextCase cases[] = {
		{"|2003-те| туған", "екі мың үшінші жылы"},
		{"|2000-да| келді", "екі мыңыншы жылы"},
		{"Ол |1916-да| келді", "мың тоғыз жүз он алтыншы жылы"},
		{"(|1916-да| келді)", "мың тоғыз жүз он алтыншы жылы"},
		{"|2003-тен| бері", "екі мың үшінші жылдан"},
		{"|2030-ға| дейін", "екі мың отызыншы жылға"},
		{"|2000-ға дейін", NULL},
		{"|2003-тен астам", NULL},
		{"|2030-ға тең", NULL},
		{"|2003-тегі", NULL},
		{"|1500-де", NULL},
		{"|2101-де", NULL},
		{"|2003 те", NULL},
		{"|2003", NULL},
		{"ЭКСПО-|2017-де", NULL},
		{"№ |2003-те", NULL},
		{"Windows |2003-те", NULL},
		{"5 |2003-те", NULL},
	};
	text_case_check_all(oq_bare_years_with_case, cases);
}

static void
test_range(void)
{
	static const TextCase cases[] = {
		{"|1911|-1914 «Қазақ» газетінде", "мың тоғыз жүз он бірінші"},
		{"1911-|1914| «Қазақ» газетінде", "мың тоғыз жүз он төртінші жылдары"},
		{"1941–|1945| Ұлы Отан соғысы", "мың тоғыз жүз қырық бесінші жылдары"},
		{"1941 – |1945|", "мың тоғыз жүз қырық бесінші жылдар"},
		{"1941-|1945| – соғыс", "мың тоғыз жүз қырық бесінші жылдар"},
		{"1941-|1945|: соғыс", "мың тоғыз жүз қырық бесінші жылдар"},
		{"газет, |1911|-1914.", "мың тоғыз жүз он бірінші"},
		{"|1900-2000 теңге", NULL},
		{"|1900-2000 АҚШ доллары", NULL},
		{"|1900-2000 (екі)", NULL},
		{"1900-|2000 адам", NULL},
		{"|1500-1600 «Қазақ»", NULL},
		{"|1914-1911 «Қазақ»", NULL},
		{"№ |1911-1914 «Қазақ»", NULL},
		{"саны |1911-1914.", NULL},
		{"|1911 «Қазақ»", NULL},
		{"|1911, 1914", NULL},
	};
	text_case_check_all(oq_bare_years_range, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/bare-years/with-case", test_with_case);
	g_test_add_func("/bare-years/range", test_range);
	return g_test_run();
}
