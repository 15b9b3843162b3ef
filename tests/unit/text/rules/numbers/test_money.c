#include "text/rules/numbers/money.h"

#include "base/table.h"
#include "text/rules/expander.h"
#include "text_case.h"

#include <locale.h>
#include <string.h>

static void
test_before(void)
{
	static const TextCase cases[] = {
		{"|$500|", "бес жүз доллар"},
		{"|€1,50|", "бір еуро елу цент"},
		{"|€1,5|", "бір бүтін оннан бес еуро"},
		{"|₸ 12 990|", "он екі мың тоғыз жүз тоқсан теңге"},
		{"|$225.619 млрд|",
			"екі жүз жиырма бес бүтін мыңнан алты жүз он тоғыз миллиард доллар"},
		{"|$2,25 млрд|", "екі бүтін жүзден жиырма бес миллиард доллар"},
		{"|$5 млн.| бөлінді", "бес миллион доллар"},
		{"|$5 млн-ға| дейін", "бес миллион долларға"},
		{"|$1,5 млрд|.", "бір жарым миллиард доллар"},
		{"|$5 миллион| бөлінді", "бес миллион доллар"},
		{"|$10 мың|", "он мың доллар"},
		{"|£5-ке|", "бес фунтқа"},
		{"|$1M| бөлінді", "бір миллион доллар"},
		{"|$2,25bn|", "екі бүтін жүзден жиырма бес миллиард доллар"},
		{"|$5K/ай|", "айына бес мың доллар"},
		{"|$5| M", "бес доллар"},
		{"|$500|-сынып", "бес жүз доллар"},
		{"|€15/ай|", "айына он бес еуро"},
		{"|$300|–450/т", "тоннасына үш жүз"},
		{"|$5|-10 млн", "бес"},
		{"|$", NULL},
		{"|$ мың", NULL},
		{"|%5", NULL},
	};
	text_case_check_all(oq_money_before, cases);
	static const TextCase codes[] = {
		{"|USD 500|", "бес жүз доллар"},
		{"|KZT 5 млн-нан|", "бес миллион теңгеден"},
		{"|US$ 40|", "қырық доллар"},
		{"|AED 40-қа|", "қырық Біріккен Араб Әмірліктерінің дирхамына"},
		{"|USD", NULL},
		{"|тг 500", NULL},
		{"|ABC 500", NULL},
		{"|TOP 10", NULL},
		{"|usd 10", NULL},
	};
	text_case_check_all(oq_money_code_before, codes);
}

static void
test_range(void)
{
	static const TextCase cases[] = {
		{"$300–|450|", "төрт жүз елу доллар"},
		{"$300–|450/т|", "төрт жүз елу доллар"},
		{"$5-|10 млн| бөлінді", "он миллион доллар"},
		{"$1 000–|2 000|", "екі мың доллар"},
		{"€1,5–|2,5|", "екі бүтін оннан бес еуро"},
		{"US$300–|450|", "төрт жүз елу доллар"},
		{"USD 300–|450|", "төрт жүз елу доллар"},
		{"300–|450 $", NULL},
		{"тг 300–|450", NULL},
		{"$ (300–|450)", NULL},
		{"|450", NULL},
		{"$5, 300–|450", NULL},
	};
	text_case_check_all(oq_money_range, cases);
}

static void
test_coins(void)
{
	static const TextCase cases[] = {
		{"|523,45 теңге|", "бес жүз жиырма үш теңге қырық бес тиын"},
		{"|523,45 теңгеге| дейін", "бес жүз жиырма үш теңге қырық бес тиынға"},
		{"|523,45 теңге-ге|", "бес жүз жиырма үш теңге қырық бес тиынға"},
		{"|19.99 $|", "он тоғыз доллар тоқсан тоғыз цент"},
		{"|2 500,00 тг| төледі", "екі мың бес жүз теңге"},
		{"|0,50 €|", "елу цент"},
		{"|0,00 €|", "нөл еуро"},
		{"|6,85 руб.| тұрады", "алты рубль сексен бес копейка"},
		{"|25,30 тг/кВт·сағ|", "киловатт сағатына жиырма бес теңге отыз тиын"},
		{"|05| тиын", "бес"},
		{"|00| тиын", "нөл"},
		{"|007 тиын", NULL},
		{"|05 теңге", NULL},
		{"|05", NULL},
		{"|95,71 тг./м3| болды", "текше метріне тоқсан бес теңге жетпіс бір тиын"},
		{"|523,4 теңге", NULL},
		{"|523,456 теңге", NULL},
		{"|523,45 млн теңге", NULL},
		{"|523,45–525,10 теңге", NULL},
		{"523,45–|525,10 теңге", NULL},
		{"|523,45 иена", NULL},
		{"|523,45 теңгелік", NULL},
		{"|523,45", NULL},
		{"|523 теңге", NULL},
	};
	text_case_check_all(oq_money_coins, cases);
}

static void
test_letters(void)
{
	static const TextCase cases[] = {
		{"500|к| тг", "мың"},
		{"5|M| $", "миллион"},
		{"500|к| сөз", "мың"},
		{"5|к ға| бардым", "мыңға"},
		{"10|К| адам", "мың"},
		{"10|К Адам", NULL},
		{"10|К", NULL},
		{"10|к сынып", NULL},
		{"10|К сынып", NULL},
		{"Абай көшесі 10|к", NULL},
		{"2|к пәтер", NULL},
		{"10|к5", NULL},
		{"500 |к тг", NULL},
		{"|к тг", NULL},
	};
	text_case_check_all(oq_money_letters, cases);
}

static void
test_minus(void)
{
	static const TextCase cases[] = {
		{"|-|$5", "минус"},
		{"ол |−|€1,5 алды", "минус"},
		{"5|-$5", NULL},
		{"|— $5", NULL},
		{"|-5 $", NULL},
		{"|-$", NULL},
	};
	text_case_check_all(oq_money_minus, cases);
}

static void
test_behind(void)
{
	static const TextCase cases[] = {
		{"500 |$|", "доллар"},
		{"500 |₸-ге|", "теңгеге"},
		{"5|€|.", "еуро"},
		{"240 |$/т|", "доллар"},
		{"450 |₸/кг-ға|", "теңгеге"},
		{"|€|", "еуро"},
		{"|$|/т", "доллар"},
		{"5 |%", NULL},
	};
	text_case_check_all(oq_money_behind, cases);
	static const TextCase codes[] = {
		{"500 |USD|", "доллар"},
		{"500 |тг|", "теңге"},
		{"500 |тг.| болды", "теңге"},
		{"500 |тг-ге|", "теңгеге"},
		{"|USD| бағамы", "доллар"},
		{"|USD-дың| бағамы", "доллардың"},
		{"5 |долл.| тұрады", "доллар"},
		{"5 |руб|.", "рубль"},
		{"5 |руб-ге|", "рубльге"},
		{"5 млн |тг|", "теңге"},
		{"бір |тг|", "теңге"},
		{"90 |тг/кгге| дейін", "теңгеге"},
		{"450 млн АҚШ |долл.| бөлді", "доллар"},
		{"АҚШ |долл. бөлді", NULL},
		{"500 |usd|", "доллар"},
		{"500 |KGS-қа|", "Қырғызстан сомына"},
		{"5 |TRY|", "Түрік лирасы"},
		{"|тг", NULL},
		{"алма |тг", NULL},
		{"|usd", NULL},
		{"|TOP 5", NULL},
		{"5 |US$| болды", "доллар"},
	};
	text_case_check_all(oq_money_code_behind, codes);
}

/* Each row is heard behind a number. */
static void
test_rows(void)
{
	static const char *const columns[] = {"kind", "written", "spoken", "hundredth", NULL};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqTable) table =
		oq_table_load(OQ_TEST_VOICES "/kk/currencies.tsv", columns, 3, &error);
	g_assert_no_error(error);
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(OqExpander) expander = oq_expander_new(lexicon);
	for (guint i = 0; i < oq_table_n_rows(table); i++) {
		if (strcmp(oq_table_cell(table, i, 0), "scale") == 0)
			continue;
		const char *hundredth = oq_table_cell(table, i, 3);
		g_autofree char *whole = g_strconcat("жеті ", oq_table_cell(table, i, 2), NULL);
		g_auto(OqUtterance) utterance;
		oq_utterance_init(&utterance);
		g_string_printf(utterance.text, "7,25 %s және 7 %s болды",
			oq_table_cell(table, i, 1), oq_table_cell(table, i, 1));
		oq_expander_expand(expander, &utterance);
		g_test_message("%s: %s", utterance.text->str, utterance.spoken->str);
		g_autofree char *coins =
			g_strconcat(whole, " жиырма бес ", hundredth, " және", NULL);
		g_assert_true(
			hundredth[0] == '\0' || g_str_has_prefix(utterance.spoken->str, coins));
		g_assert_nonnull(strstr(utterance.spoken->str, whole));
		g_assert_true(g_str_has_suffix(utterance.spoken->str, " болды"));
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/money/before", test_before);
	g_test_add_func("/money/range", test_range);
	g_test_add_func("/money/coins", test_coins);
	g_test_add_func("/money/letters", test_letters);
	g_test_add_func("/money/minus", test_minus);
	g_test_add_func("/money/behind", test_behind);
	g_test_add_func("/money/rows", test_rows);
	return g_test_run();
}
