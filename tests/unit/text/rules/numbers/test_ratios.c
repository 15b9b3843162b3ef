#include "text/rules/numbers/ratios.h"

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
		{"|450| м³/с", "секундына төрт жүз елу"},
		{"|7| адам/км²", "шаршы километріне жеті"},
		{"|15| мг/м3", "текше метріне он бес"},
		{"|20| тг/кВт·сағ", "киловатт сағатына жиырма"},
		{"|240| $/т", "тоннасына екі жүз қырық"},
		{"|8| л/100 км", "жүз километрге сегіз"},
		{"|125| мг/5 мл", "бес миллилитрге жүз жиырма бес"},
		{"|72 кг/170 см", NULL},
		{"|5| мг/кг/тәул", "тәулігіне килограмына бес"},
		{"|25| Вт/(м²·К)", "шаршы метр кельвиніне жиырма бес"},
		{"|72| соққы/мин", "минутына жетпіс екі"},
		{"|90| км/сағаттан", "сағатына тоқсан"},
		{"|4200| Дж/(кг·°С)", "килограмм градусына төрт мың екі жүз"},
		{"|2| мм/°С", "градусына екі"},
		{"|5| %/ай", "айына бес"},
		{"|6| °C/км", "километріне алты"},
		{"|100| Mbps", "секундына жүз"},
		{"|95| °F", "Фаренгейт бойынша тоқсан бес"},
		{"|85| доллар/баррель", "барреліне сексен бес"},
		/* the rate was said before the first number, or with the sign */
		{"15–|20 м/с", NULL},
		{" -|20 м/с", NULL},
		{"|160 км", NULL},
		{"|160 км/", NULL},
		{"|160 км/алма", NULL},
		{"|160 алма/көп", NULL},
		{"|160 °C", NULL},
		{"|160 %", NULL},
		{"|1/2 км", NULL},
		{"|160", NULL},
	};
	text_case_check_all(oq_ratios_rate, cases);
}

static void
test_signed(void)
{
	static const TextCase cases[] = {
		{"|-|40 °F", "Фаренгейт бойынша минус"},
		{"|+|5 м/с", "секундына плюс"},
		{"түнде |−|2 м/с", "секундына минус"},
		{"5 |- 2 м/с", NULL},
		{"5|+2 м/с", NULL},
		{"|-5 км", NULL},
		{"|— 5 м/с", NULL},
	};
	text_case_check_all(oq_ratios_signed, cases);
}

static void
test_counted(void)
{
	static const TextCase cases[] = {
		{"72 |соққы/мин|", "соққы"},
		{"5 |%/жыл|", "пайыз"},
		{"5|‰/жыл-ға| дейін", "промиллеге"},
		{"85 |доллар/баррель|", "доллар"},
		{"72 |соққы/көп", NULL},
		{"көп |соққы/мин", NULL},
		{"1 |ХІ/ай", NULL},
		{"5 |соққы / мин", NULL},
		{"5 |% өсті", NULL},
		{"|%/жыл", NULL},
	};
	text_case_check_all(oq_ratios_counted, cases);
}

static guint
end(OqRuleContext *context, guint at)
{
	g_string_assign(context->words, "километр");
	return oq_ratios_say_end(context, at);
}

static void
test_end(void)
{
	static const TextCase cases[] = {
		{"км|/сағ-қа|", "километрге"},
		{"км|/сағаттан| асты", "километрден"},
		{"рет|/күніне| ішеді", "километр"},
		{"км|/сағ.| болды", "километр"},
		{"рет|/апта| болды", "километр"},
		{"км|-ден| асты", "километрден"},
		{"км|/сағ| болды", "километр"},
		{"км| болды", NULL},
	};
	text_case_check_all(end, cases);
}

static guint
per(OqRuleContext *context, guint at)
{
	guint n_taken = oq_ratios_say_per(context, at);
	g_autofree char *said = g_strdup(context->words->str);
	g_assert_cmpuint(oq_ratios_skip_per(context, at), ==, n_taken);
	g_assert_cmpstr(context->words->str, ==, said);
	return n_taken;
}

static void
test_bare(void)
{
	static const TextCase cases[] = {
		{"|120/мин|", "минутына жүз жиырма"},
		{"|18/мин-ге| дейін", "минутына он сегізге"},
		{"|60|–80/мин", "минутына алпыс"},
		{"60–|80/мин|", "сексен"},
		{"|9,5|×10⁹/л", "литріне тоғыз бүтін оннан бес"},
		{"|250|*10^9/л", NULL},
		{"Абай көшесі, |5/а", NULL},
		{"|5/л", NULL},
		{"|120 / мин", NULL},
		{"|3/Мин", NULL},
		{"|3/алма", NULL},
		{"|3×10⁹", NULL},
	};
	text_case_check_all(oq_ratios_bare, cases);
}

static void
test_per(void)
{
	static const TextCase cases[] = {
		{"км|/сағ|", "сағатына"},
		{"км| / сағ|", "сағатына"},
		{"мг|/кг/тәул|", "тәулігіне килограмына"},
		{"м|/м/м/м|/м/м", "метріне метріне метріне"},
		{"тг|/$|", "долларына"},
		{"м|/с²|", "секунд квадратына"},
		{"км| сағ", NULL},
		{"км|/", NULL},
		{"км|/5", NULL},
		{"км|/(м", NULL},
	};
	text_case_check_all(per, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ratios/rate", test_rate);
	g_test_add_func("/ratios/signed", test_signed);
	g_test_add_func("/ratios/counted", test_counted);
	g_test_add_func("/ratios/bare", test_bare);
	g_test_add_func("/ratios/per", test_per);
	g_test_add_func("/ratios/end", test_end);
	return g_test_run();
}
