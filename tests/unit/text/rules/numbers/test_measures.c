#include "text/rules/numbers/measures.h"

#include "text_case.h"

#include <locale.h>

static void
test_rate(void)
{
	static const TextCase cases[] = {
		{"|160| км/сағ", "сағатына жүз алпыс"},
		{"|15|–20 м/с", "секундына он бес"},
		{"|5| кг/га", "гектарына бес"},
		{"|1,5| м/с", "секундына бір жарым"},
		{"|12 990| теңге/кг", "килограмына он екі мың тоғыз жүз тоқсан"},
		{"|300| мың км/с", "секундына үш жүз"},
		{"|2| млн. м/с", "секундына екі"},
		/* the rate was said before the first number */
		{"15–|20 м/с", NULL},
		{"|160 км", NULL},
		{"|160 км/", NULL},
		{"|160 км/алма", NULL},
		{"|160 алма/сағ", NULL},
		{"|1/2 км", NULL},
		{"|160", NULL},
	};
	text_case_check_all(oq_measures_rate, cases);
}

static void
test_unit(void)
{
	static const TextCase cases[] = {
		{"5 |кг|", "килограмм"},
		{"5|кг| алма", "килограмм"},
		{"5 |кг.| алма", "килограмм"},
		{"5 |кг|.", "килограмм"},
		{"5 |м²|", "шаршы метр"},
		{"5 |м2|", "шаршы метр"},
		{"5 |м³-ге|", "текше метрге"},
		{"5 |м3| су", "текше метр"},
		{"160 |км/сағ-қа| дейін", "километрге"},
		{"12 |кВт·сағ|", "киловатт сағат"},
		{"100 |Мбит/с|", "мегабит"},
		{"10 мың |км|", "километр"},
		{"3 млн. |т|", "тонна"},
		{"1½ |л|", "литр"},
		{"5 кв. |м| жер", "метр"},
		{"500 |тг|", "теңге"},
		{"500 |тг.| болды", "теңге"},
		{"500 |тг-ге|", "теңгеге"},
		/* a doubled consonant is written once before an ending */
		{"5 |мг-нан| аз", "миллиграмнан"},
		{"5 |кг-ға| дейін", "килограмға"},
		{"5 |кВт-тан|", "киловаттан"},
		{"5 |м-лік| құбыр", "метрлік"},
		{"5 |ГГц-тен|", "гигагерцтен"},
		/* no number before them */
		{"|м", NULL},
		{"бір |м", NULL},
		{"5, |м", NULL},
		{"5 |сөз", NULL},
		{"5 |КМ", NULL},
	};
	text_case_check_all(oq_measures_unit, cases);
}

static void
test_degree(void)
{
	static const TextCase cases[] = {
		{"30 |°C|", "градус"},
		{"30|°С| жылу", "градус"}, /* Cyrillic */
		{"30 |°C-қа| дейін", "градусқа"},
		{"30|°|", "градус"},
		{"30|º|", "градус"},
		{"30|℃-тан|", "градустан"},
		{"30|°| солтүстік", "градус"},
		{"30|°|-сынып", "градус"},
		{"|%", NULL},
		{"|C", NULL},
	};
	text_case_check_all(oq_measures_degree, cases);
}

static void
test_money(void)
{
	static const TextCase cases[] = {
		{"|$500|", "бес жүз доллар"},
		{"|€1,50|", "бір бүтін жүзден елу еуро"},
		{"|₸ 12 990|", "он екі мың тоғыз жүз тоқсан теңге"},
		{"|$225.619 млрд|",
			"екі жүз жиырма бес бүтін мыңнан алты жүз он тоғыз миллиард доллар"},
		{"|$5 млн.| бөлінді", "бес миллион доллар"},
		{"|$5 млн-ға| дейін", "бес миллион долларға"},
		{"|$1,5 млрд|.", "бір жарым миллиард доллар"},
		{"|$5 миллион| бөлінді", "бес миллион доллар"},
		{"|$10 мың|", "он мың доллар"},
		{"|£5-ке|", "бес фунтқа"},
		{"|$500|-сынып", "бес жүз доллар"},
		{"|$", NULL},
		{"|$ мың", NULL},
		{"|%5", NULL},
	};
	text_case_check_all(oq_measures_money, cases);
	static const TextCase codes[] = {
		{"|USD 500|", "бес жүз доллар"},
		{"|KZT 5 млн-нан|", "бес миллион теңгеден"},
		{"|USD", NULL},
		{"|тг 500", NULL},
		{"|ABC 500", NULL},
	};
	text_case_check_all(oq_measures_money_code, codes);
}

static void
test_currency(void)
{
	static const TextCase cases[] = {
		{"500 |$|", "доллар"},
		{"500 |₸-ге|", "теңгеге"},
		{"5|€|.", "еуро"},
		{"|€|", "еуро"},
		{"5 |%", NULL},
	};
	text_case_check_all(oq_measures_currency, cases);
	static const TextCase codes[] = {
		{"500 |USD|", "доллар"},
		{"|USD| бағамы", "доллар"},
		{"|USD-дың| бағамы", "доллардың"},
		{"5 |долл.| тұрады", "доллар"},
		{"5 |руб|.", "рубль"},
		{"5 млн |тг|", "теңге"},
		{"|тг", NULL},
		{"бір |тг", NULL},
		{"500 |usd", NULL},
	};
	text_case_check_all(oq_measures_currency_code, codes);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/measures/rate", test_rate);
	g_test_add_func("/measures/unit", test_unit);
	g_test_add_func("/measures/degree", test_degree);
	g_test_add_func("/measures/money", test_money);
	g_test_add_func("/measures/currency", test_currency);
	return g_test_run();
}
