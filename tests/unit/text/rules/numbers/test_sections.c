#include "text/rules/numbers/sections.h"

#include "text_case.h"

#include <locale.h>

static void
test_section(void)
{
	static const TextCase cases[] = {
		{"|1.1|. Жалпы ережелер", "бір нүкте бір"},
		{"|1.1|.", "бір нүкте бір"},
		{"|1.1| Жалпы ережелер", "бір нүкте бір"},
		{"|3.2.1|. Міндеттер", "үш нүкте екі нүкте бір"},
		{"|2.12|. Нәтижелер", "екі нүкте он екі"},
		{"|2.4-|кесте", "екі нүкте төртінші"},
		{"|2.3.4-|тармақтың", "екі нүкте үш нүкте төртінші"},
		{"|3.2| тармағына сәйкес", "үш нүкте екінші"},
		{"|1.1| және 1.2-тармақтар", "бір нүкте бірінші"},
		{"|2.1|–2.4-кестелер", "екі нүкте бірінші"},
		{"кесте |2.1|", "екі нүкте бір"},
		{"|1.1|) жалпы", "бір нүкте бір"},
		{"2-тармақ |3.5 адам", NULL},
		/* a number, a time, a date */
		{"|2.5 адам", NULL},
		{"|2.5", NULL},
		{"|2.5-ке", NULL},
		{"|2.5-литрлік", NULL},
		{"Ол |1.1. Жалпы", NULL},
		{"|10.30. Сабақ", NULL},
		{"|10.30 Сабақ", NULL},
		{"|2.30 Сабақ", NULL},
		{"|01.09. Мереке", NULL},
		{"|25.12-күні", NULL},
		{"|5. Жалпы", NULL},
		{"|1,1-кесте", NULL},
		{"|1.1234-кесте", NULL},
	};
	text_case_check_all(oq_sections_section, cases);
}

static void
test_slashed(void)
{
	static const TextCase cases[] = {
		{"№|17/18| пойыз", "он жеті он сегіз"},
		{"№ |1/2025| хаттама", "бір екі мың жиырма бес"},
		{"№ 15-|3/45|", "үш қырық бес"},
		{"№ |12/05|", "он екі нөл бес"},
		{"№ |1/2/3|", "бір екі үш"},
		{"01-|05/123|", "нөл бес жүз жиырма үш"},
		{"№|17/18-|пойыз", "он жеті он сегізінші"},
		{"№|17/18-ге| мінді", "он жеті он сегізге"},
		{"|7/24| жұмыс істейді", "жеті жиырма төрт"},
		{"Абай көшесі, |5/7|", "бес жеті"},
		{"|12/1| үй", "он екі бір"},
		{"Рейс |123/124|", "жүз жиырма үш жүз жиырма төрт"},
		{"|2024/2025 оқу жылы", NULL},
		{"|3/4 бөлігі", NULL},
		{"|5/7 жұмыс", NULL},
		{"№ |5", NULL},
		{"№ |5 / 6", NULL},
		{"№ 5. |1/2", NULL},
	};
	text_case_check_all(oq_sections_slashed, cases);
}

static void
test_law(void)
{
	static const TextCase cases[] = {
		{"№ |72|-VIII ҚРЗ", "жетпіс екі"},
		{"|401|-VI Заң", "төрт жүз бір"},
		{"№ |175|-V", "жүз жетпіс бес"},
		{"|175-V", NULL},
		{"|175-ГЭС", NULL},
		{"|175 -VI", NULL},
		{"|175-", NULL},
	};
	text_case_check_all(oq_sections_law, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sections/section", test_section);
	g_test_add_func("/sections/slashed", test_slashed);
	g_test_add_func("/sections/law", test_law);
	return g_test_run();
}
