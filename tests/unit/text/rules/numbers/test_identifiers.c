#include "text/rules/numbers/identifiers.h"

#include "text_case.h"

#include <locale.h>

static void
test_telephone(void)
{
	static const TextCase cases[] = {
		{"|+7 727 272-12-34|",
			"плюс жеті, жеті жүз жиырма жеті, екі жүз жетпіс екі, он екі, отыз төрт"},
		{"|+7 (727) 272-12-34|.",
			"плюс жеті, жеті жүз жиырма жеті, екі жүз жетпіс екі, он екі, отыз төрт"},
		{"|8 701 555 01 02| нөмірі",
			"сегіз, жеті жүз бір, бес жүз елу бес, нөл бір, нөл екі"},
		{"|8-800-080-77-77|", "сегіз, сегіз жүз, нөл сегіз нөл, жетпіс жеті, жетпіс жеті"},
		{"|8 (7172) 74–56–00|",
			"сегіз, жетпіс бір жетпіс екі, жетпіс төрт, елу алты, нөл нөл"},
		{"|+77011234567|", "плюс жеті, жеті жүз бір, жүз жиырма үш, қырық бес, алпыс жеті"},
		{"|87011234567| нөмірі",
			"сегіз, жеті жүз бір, жүз жиырма үш, қырық бес, алпыс жеті"},
		{"|8(727)2921234|",
			"сегіз, жеті жүз жиырма жеті, екі жүз тоқсан екі, он екі отыз төрт"},
		{"|+7 (7172) 556677|",
			"плюс жеті, жетпіс бір жетпіс екі, елу бес, алпыс алты жетпіс жеті"},
		{"|8701-123-45-67|", "сегіз, жеті жүз бір, жүз жиырма үш, қырық бес, алпыс жеті"},
		{"|8701 123 4567|", "сегіз, жеті жүз бір, жүз жиырма үш, қырық бес, алпыс жеті"},
		{"|+7701 123 45 67|",
			"плюс жеті, жеті жүз бір, жүз жиырма үш, қырық бес, алпыс жеті"},
		{"|8700 900 теңге", NULL},
		{"|87011234567 теңге", NULL},
		{"|88011234567", NULL},
		{"|+7701123456", NULL},
		{"|+770112345678", NULL},
		{"|77011234567", NULL},
		{"|7 701 555 01 02", NULL},
		{"|+7 701 555", NULL},
		{"|+7", NULL},
		{"|+", NULL},
		{"|+ а", NULL},
		{"|8 сынып 701 555 01 02", NULL},
		{"|8 000 000", NULL},
		{"|8 701 555 01 02 03 04", NULL},
	};
	text_case_check_all(oq_identifiers_telephone, cases);
}

static void
test_short_telephone(void)
{
	static const TextCase cases[] = {
		{"|272-12-34|", "екі жүз жетпіс екі, он екі, отыз төрт"},
		{"тел.: |27-34-56|", "жиырма жеті, отыз төрт, елу алты"},
		{"тел: |272 12 34|", "екі жүз жетпіс екі, он екі, отыз төрт"},
		{"телефон |2-34-56|", "екі, отыз төрт, елу алты"},
		{"|27-34-56| телефоны", "жиырма жеті, отыз төрт, елу алты"},
		{"|1414| нөміріне", "он төрт он төрт"},
		{"|27-34-56", NULL},
		{"|272 12 34", NULL},
		{"|272-12-34-56", NULL},
		{"тел: |272 12 34 56", NULL},
		{"|1500 карта", NULL},
		{"|109 нөмірі", NULL},
		{"№|272-12-34", NULL},
		{"А-|272-12-34", NULL},
		{"|272-12-3", NULL},
		{"|1414", NULL},
	};
	text_case_check_all(oq_identifiers_short_telephone, cases);
}

static void
test_card(void)
{
	static const TextCase cases[] = {
		{"|4400 1234 5678 9012|",
			"төрт төрт нөл нөл, бір екі үш төрт, бес алты жеті сегіз, "
			"тоғыз нөл бір екі"},
		{"|4400 1234 5678", NULL},
		{"|4400 1234 5678 901", NULL},
		{"|4400, 1234, 5678, 9012", NULL},
		{"|440 1234 5678 9012", NULL},
	};
	text_case_check_all(oq_identifiers_card, cases);
}

static void
test_identifier(void)
{
	static const TextCase cases[] = {
		{"ЖСН |850101300123|", "сегіз бес нөл бір нөл бір үш нөл нөл бір екі үш"},
		{"жсн: |850101300123|.", "сегіз бес нөл бір нөл бір үш нөл нөл бір екі үш"},
		{"пошта индексі – |050000|", "нөл бес нөл нөл нөл нөл"},
		{"шотында |150000 теңге", NULL},
		{"БСН |85010", NULL},
		{"ЖСН деген не екен |850101300123", NULL},
		{"|850101300123", NULL},
		{"халқы |850101", NULL},
	};
	text_case_check_all(oq_identifiers_identifier, cases);
}

static void
test_account(void)
{
	static const TextCase cases[] = {
		{"|KZ86 125K ZT50 0410 0100|",
			"кей зед сегіз алты, бір екі бес кей, зед ти бес нөл, нөл төрт бір нөл, "
			"нөл бір нөл нөл"},
		{"|KZ86125KZT5004100100| шоты",
			"кей зед сегіз алты бір екі бес кей зед ти бес нөл нөл төрт бір нөл нөл "
			"бір нөл нөл"},
		/* nine Cyrillic letters have the bytes of an account */
		{"|KZ порталына кірді", NULL},
		{"|KZ86 125K ZT50 0410 010", NULL},
		{"|KZ86 125K ZT50 0410 01000", NULL},
		{"|KZ86-125K-ZT50-0410-0100", NULL},
		{"|KZ ABCD EFGH IJKL MNOP QR", NULL},
		{"|KZ", NULL},
		{"|RU86 125K ZT50 0410 0100", NULL},
	};
	text_case_check_all(oq_identifiers_account, cases);
}

static void
test_version(void)
{
	static const TextCase cases[] = {
		{"|3.11.2|", "үш нүкте он бір нүкте екі"},
		{"|192.168.0.1| мекенжайы",
			"жүз тоқсан екі нүкте жүз алпыс сегіз нүкте нөл нүкте бір"},
		{"|3.11.2-де|", "үш нүкте он бір нүкте екіде"},
		{"|3.11.2|.", "үш нүкте он бір нүкте екі"},
		{"|3.11", NULL},
		{"|3.11.", NULL},
		{"|3.11. 2", NULL},
		{"|3 .11.2", NULL},
		{"|1.234.567", NULL},
		{"|3,11,2", NULL},
		{"|3", NULL},
	};
	text_case_check_all(oq_identifiers_version, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/digits/telephone", test_telephone);
	g_test_add_func("/digits/short-telephone", test_short_telephone);
	g_test_add_func("/digits/card", test_card);
	g_test_add_func("/digits/identifier", test_identifier);
	g_test_add_func("/digits/account", test_account);
	g_test_add_func("/digits/version", test_version);
	return g_test_run();
}
