#include "text/rules/numbers/measures.h"

#include "text_case.h"

#include <locale.h>

static guint
say(OqRuleContext *context, guint at)
{
	const char *per;
	return oq_measures_say(context, at, &per);
}

static void
test_powers(void)
{
	static const TextCase cases[] = {
		{"5 |м²|", "шаршы метр"},
		{"5 |м2|-ге", "шаршы метр"},
		{"5 |м^3|", "текше метр"},
		{"5 |км кв|.", "шаршы километр"},
		{"5 |м.кв| жер", "шаршы метр"},
		{"5 |кв. м| жер", "шаршы метр"},
		{"5 |шаршы км|", "шаршы километр"},
		{"5 |куб.м| су", "текше метр"},
		{"9,8 м/|с²|", "секунд квадрат"},
		{"5 |ш.м|.", "шаршы метр"},
		{"5 |м| 2 рет", "метр"},
		{"5 |м| шаршы км", "метр"},
		{"5 |шаршы алаң", NULL},
		{"5 |кв. үй", NULL},
	};
	text_case_check_all(say, cases);
}

static void
test_products(void)
{
	static const TextCase cases[] = {
		{"5 |кВт·сағ|", "киловатт сағат"},
		{"5 |кВт*сағ|", "киловатт сағат"},
		{"5 |кВт-сағ| жұмсалды", "киловатт сағат"},
		{"5 |кВт.сағ|-қа", "киловатт сағат"},
		{"5 |кВт сағ| жұмсалды", "киловатт сағат"},
		{"5 |Н·м|", "ньютон метр"},
		{"5 |мм с.б|.", "миллиметр сынап бағанасы"},
		{"5 |мм.сын.бағ|.", "миллиметр сынап бағанасы"},
		{"Дж/(|кг·°С|)", "килограмм градус"},
		{"5 |км|-ге", "километр"},
		{"5 |м|.т.б.", "метр"},
		{"5 |кг| дана", "килограмм"},
		{"5 |км|·алма", "километр"},
	};
	text_case_check_all(say, cases);
}

/* Of what a prefix makes, and of careless letters. */
static void
test_symbols(void)
{
	static const TextCase cases[] = {
		{"5 |мкЗв|", "микрозиверт"},
		{"5 |µм|", "микрометр"},
		{"5 |μg|", "микрограмм"},
		{"5 |ТВт|", "тераватт"},
		{"5 |КМ|", "километр"},
		{"5 |квт|", "киловатт"},
		{"5 |МВТ|", "мегаватт"},
		{"5 |мВт|", "милливатт"},
		{"5 |мб|", "мегабайт"},
		{"5 |ма", NULL},
		{"5 |па", NULL},
		{"5 |в", NULL},
		{"5 |Б", NULL},
		{"5 |к", NULL},
		{"5 |тл", NULL},
		{"5 |бірнеше", NULL},
		{"5 |қазақстандық", NULL},
	};
	text_case_check_all(say, cases);
}

static guint
behind(OqRuleContext *context, guint at)
{
	g_string_assign(context->words,
		oq_measures_is_behind_figure(context->sentence, at) ? "figure" : "number");
	return oq_measures_is_behind_number(context->sentence, at) ? 1 : 0;
}

static void
test_behind(void)
{
	static const TextCase cases[] = {
		{"5 |км|", "figure"},
		{"1½ |км|", "figure"},
		{"10 мың |км|", "figure"},
		{"3 млн. |т|", "figure"},
		{"5 кв. |м|", "figure"},
		{"5 мың шаршы |м|", "figure"},
		{"5 (бес) |км|", "figure"},
		{"бес |км|", "number"},
		{"бірнеше |км|", "number"},
		{"(мың |т|)", "number"},
		{"бес |м", NULL},
		{"алма |км", NULL},
		{"5 алма |км", NULL},
		{"(алма) |км", NULL},
		{"5, |км", NULL},
		{"|км", NULL},
	};
	text_case_check_all(behind, cases);
}

static guint
money(OqRuleContext *context, guint at)
{
	guint n_tokens;
	const OqMoney *found = oq_measures_money(context->sentence, at, &n_tokens);
	g_string_assign(context->words, found != NULL ? found->spoken : "");
	return found != NULL ? n_tokens : 0;
}

static void
test_money(void)
{
	static const TextCase cases[] = {
		{"|$| 5", "доллар"},
		{"|US$| 5", "доллар"},
		{"|A$|5", "Аустралия доллары"},
		{"|тг|.", "теңге"},
		{"|AED| 5", "Біріккен Араб Әмірліктерінің дирхамы"},
		{"|US 5", NULL},
		{"|A %", NULL},
		{"|%", NULL},
	};
	text_case_check_all(money, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/measures/powers", test_powers);
	g_test_add_func("/measures/products", test_products);
	g_test_add_func("/measures/symbols", test_symbols);
	g_test_add_func("/measures/behind", test_behind);
	g_test_add_func("/measures/money", test_money);
	return g_test_run();
}
