#include "text/rules/numbers/fractions.h"

#include "text_case.h"

#include <locale.h>

static const struct {
	const char *whole, *fraction, *words;
} cases[] = {
	{"91", "2", "тоқсан бір бүтін оннан екі"},
	{"0", "86", "нөл бүтін жүзден сексен алты"},
	{"3", "125", "үш бүтін мыңнан жүз жиырма бес"},
	{"1", "0005", "бір бүтін он мыңнан бес"},
	{"1", "00001", "бір бүтін жүз мыңнан бір"},
	{"1", "000001", "бір бүтін бір миллионнан бір"},
	{"1", "0000001", "бір бүтін он миллионнан бір"},
	{"1", "00000001", "бір бүтін жүз миллионнан бір"},
	{"1", "000000001", "бір бүтін бір миллиардтан бір"},
	/* more than nine places are read one by one */
	{"1", "0000000001", "бір бүтін нөл нөл нөл нөл нөл нөл нөл нөл нөл бір"},
	/* zeros say nothing but how many places there are */
	{"00", "0", "нөл бүтін оннан нөл"},
	{"5", "50", "бес бүтін жүзден елу"},
};

static void
test_decimal(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) words = g_string_new(NULL);
		oq_fractions_decimal(
			lexicon, oq_slice(cases[i].whole), oq_slice(cases[i].fraction), words);
		g_assert_cmpstr(words->str, ==, cases[i].words);
	}
	g_autoptr(GString) words = g_string_new("минус");
	oq_fractions_decimal(lexicon, oq_slice("2"), oq_slice("5"), words);
	g_assert_cmpstr(words->str, ==, "минус екі бүтін оннан бес");
}

static void
test_common(void)
{
	static const TextCase common[] = {
		{"|10/10|", "оннан он"},
		{"|100/100| ұпай", "жүзден жүз"},
		{"|50/50", NULL},
		{"|12/12", NULL},
		{"|1/2|", "екіден бір"},
		{"|3/4| бөлігі", "төрттен үш"},
		{"|1/8| финал", "сегізден бір"},
		{"|2/3-сі|", "үштен екісі"},
		{"|3/4-ін| алды", "төрттен үшін"},
		/* the possessive that was dropped behind a genitive */
		{"кірістің |1/3| құрайды", "үштен бірі"},
		{"кірістің |1/3| бөлігі", "үштен бір"},
		{"кірістің |1/3-ін|", "үштен бірін"},
		{"|4/3", NULL},
		{"|2/2", NULL},
		{"|1/2/3", NULL},
		{"|1/20000", NULL},
		{"|12/", NULL},
		{"|1/а", NULL},
		{"|1", NULL},
	};
	text_case_check_all(oq_fractions_common, common);
}

static void
test_sign(void)
{
	static const TextCase signs[] = {
		{"|½|", "жарты"},
		{"|½-ге|", "жартыға"},
		{"1|½| литр", "жарым"},
		{"1|½-ге|", "жарымға"},
		{"|¼|", "төрттен бір"},
		{"|¾-ін|", "төрттен үшін"},
		{"|⅓|", "үштен бір"},
		{"|⅔|", "үштен екі"},
		{"|⅛|", "сегізден бір"},
		{"2|¾| бет", "бүтін төрттен үш"},
		{"|%", NULL},
	};
	text_case_check_all(oq_fractions_sign, signs);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/fractions/decimal", test_decimal);
	g_test_add_func("/fractions/common", test_common);
	g_test_add_func("/fractions/sign", test_sign);
	return g_test_run();
}
