#include "text/rules/numbers/figures.h"

#include "text_case.h"

#include <locale.h>

static void
test_grouped(void)
{
	static const TextCase cases[] = {
		{"|12 990| теңге", "он екі мың тоғыз жүз тоқсан"},
		{"|1\u00A0234\u00A0567|", "бір миллион екі жүз отыз төрт мың бес жүз алпыс жеті"},
		{"|1\u202F000|", "мың"},
		{"|1\u2009000|", "мың"},
		{"|1.234.567|", "бір миллион екі жүз отыз төрт мың бес жүз алпыс жеті"},
		{"|1,234,567|", "бір миллион екі жүз отыз төрт мың бес жүз алпыс жеті"},
		{"|999 999 999 999 999 999 999|",
			"тоғыз жүз тоқсан тоғыз квинтиллион тоғыз жүз тоқсан тоғыз квадриллион "
			"тоғыз жүз тоқсан тоғыз триллион тоғыз жүз тоқсан тоғыз миллиард "
			"тоғыз жүз тоқсан тоғыз миллион тоғыз жүз тоқсан тоғыз мың "
			"тоғыз жүз тоқсан тоғыз"},
		/* these are no groups */
		{"|5 адам", NULL},
		{"|8 701 555 01 02", NULL},
		{"|1234 567", NULL},
		{"|12 99", NULL},
		{"|12  990", NULL},
		{"|12\n990", NULL},
		{"|0 990", NULL},
		{"|12 990 5", NULL},
		{"|сөз", NULL},
	};
	text_case_check_all(oq_figures_grouped, cases);
}

static void
test_decimal(void)
{
	static const TextCase cases[] = {
		{"|91,2| пайыз", "тоқсан бір бүтін оннан екі"},
		/* a half before what is measured; in full elsewhere */
		{"|1,5| млрд теңге", "бір жарым"},
		{"|2,5| есе", "екі жарым"},
		{"|0,5| л", "жарты"},
		{"|1,5|–2 км", "бір жарым"},
		{"|1,5| пайыз", "бір бүтін оннан бес"},
		{"|1,50| км", "бір бүтін жүзден елу"},
		{"|3,7-еуі", NULL},
		{"|7.5|", "жеті бүтін оннан бес"},
		{"|1 250,50| теңге", "мың екі жүз елу бүтін жүзден елу"},
		{"|0,05|.", "нөл бүтін жүзден бес"},
		{"|91,", NULL},
		{"|91, 2", NULL},
		{"|91 ,2", NULL},
		{"|12.03.2015", NULL},
		{"|1.2.3", NULL},
		{"|91;2", NULL},
	};
	text_case_check_all(oq_figures_decimal, cases);
}

static void
test_digits(void)
{
	static const TextCase cases[] = {
		{"|007|", "нөл нөл жеті"},
		{"|00|", "нөл нөл"},
		{"|1234567890123456|",
			"бір екі үш төрт бес алты жеті сегіз тоғыз нөл бір екі үш төрт бес алты"},
		{"|123456789012345", NULL},
		{"|0", NULL},
		{"|7", NULL},
		{"|007,5", NULL},
	};
	text_case_check_all(oq_figures_digits, cases);
}

static void
test_with_suffix(void)
{
	static const TextCase cases[] = {
		{"|22085-і|", "жиырма екі мың сексен бесі"},
		{"|4–інші|", "төртінші"},
		{"|5-ШЫ|", "бесінші"},
		{"|91,2-ге|", "тоқсан бір бүтін оннан екіге"},
		{"|12 990-дан|", "он екі мың тоғыз жүз тоқсаннан"},
		{"|007-ге|", "нөл нөл жетіге"},
		{"|1,5-тен|", "бір бүтін оннан бестен"},
		/* a bare million has no бір when there are many, or half of one */
		{"|1000000-дар|", "миллиондар"},
		{"|1000000000-таған|", "миллиардтаған"},
		{"жарты |1000000-ға|", "миллионға"},
		{"|1000000-ға|", "бір миллионға"},
		{"|2000000-даған|", "екі миллиондаған"},
		{"|1000-даған|", "мыңдаған"},
		{"|2-еуі|", "екеуі"},
		{"|5-сынып", NULL},
		{"|5 -ші|", "бесінші"},
		{"|5ші| үй", "бесінші"},
		{"|5- ші|", "бесінші"},
		{"|5-", NULL},
		{"|5-6", NULL},
		{"|5 ші|", "бесінші"},
	};
	text_case_check_all(oq_figures_with_suffix, cases);
}

static void
test_minus(void)
{
	static const TextCase cases[] = {
		{"|-|5", "минус"},
		{"түнде |−|5 градус", "минус"},
		{"түнде |–|5 градус", "минус"},
		{"(|-|5)", "минус"},
		{"10|-15", NULL},
		{"10 |-15", NULL},
		{"КОВИД|-19", NULL},
		{"|- 5", NULL},
		{"|—5", NULL},
		{"|-а", NULL},
		{"|-", NULL},
		{"|+5", NULL},
		{"хандыққа |-550 жыл", NULL},
	};
	text_case_check_all(oq_figures_minus, cases);
}

static void
test_hyphen(void)
{
	static const TextCase cases[] = {
		{"|5-|сынып", "бесінші"},
		{"|30-|жылдары", "отызыншы"},
		{"|17-|үйде", "он жетінші"},
		{"|15-|жылдығы", "он бес"},
		{"|5-Сынып", NULL},
		{"|5 -|сынып", "бесінші"},
		{"|5 -бала", NULL},
		{"|5-|қабатты үй", "бес"},
		{"|1 000-|орындық", "мың"},
		{"|3ақ| күн", "үш-ақ"},
		{"|5-| сынып", "бесінші"},
		{"|5–|сынып", "бесінші"},
		{"|1|-ақ", "бір"},
		{"Ту-|154-үй", NULL},
		{"ЭКСПО-|2017-де", NULL},
		{"|15-|жылдығына", "он бес"},
		{"|5-б", NULL},
		{"|5-6", NULL},
		{"|5-", NULL},
		{"|5 сынып", NULL},
		{"|1-|Қосымша", "бірінші"},
		{"|2-Шу бағыты", NULL},
	};
	text_case_check_all(oq_figures_hyphen, cases);
}

static void
test_hanging(void)
{
	static const TextCase cases[] = {
		{"|1-|, 2- және 3-сыныптар", "бірінші"},
		{"1-, |2-| және 3-сыныптар", "екінші"},
		{"|20-| немесе 30-жылдары", "жиырмасыншы"},
		{"1-, 2- және |3-сыныптар", NULL},
		{"|1 -, 2-сынып", NULL},
		{"|1-", NULL},
		{"|1, 2-сынып", NULL},
		{"|1- сынып", NULL},
		{"Ту-|154-, Ил-86", NULL},
	};
	text_case_check_all(oq_figures_hanging, cases);
}

static void
test_item(void)
{
	static const TextCase cases[] = {
		{"|1)| алма", "бірінші"},
		{"алма; |12)| алмұрт", "он екінші"},
		{"|1|. Алма", "бірінші"},
		{"(жалпы 5, оның |1) алма", NULL},
		{"(5) алма, |2)| алмұрт", "екінші"},
		{"алма |1. Алмұрт", NULL},
		{"алма: |1|. Алмұрт", "бірінші"},
		{"(алма) |2|. Алмұрт", "екінші"},
		{"🧂 |5|. Алма", "бесінші"},
		{"алма: |1. алмұрт", NULL},
		{"алма 🧂 |5. Алмұрт", NULL},
		{"|100) алма", NULL},
		{"|1)|алма", "бірінші"},
		{"|1|.Алма", "бірінші"},
		{"|1.5", NULL},
		{"|1.алма", NULL},
		{"|1 ) алма", NULL},
		{"|1)", NULL},
		{"|1.", NULL},
		{"|1", NULL},
	};
	text_case_check_all(oq_figures_item, cases);
}

static void
test_numbered(void)
{
	static const TextCase cases[] = {
		{"№|5| мектеп", "бесінші"},
		{"№ |353| сайлау учаскесі", "үш жүз елу үшінші"},
		{"N |5| мектеп", "бесінші"},
		{"№ |70", NULL},
		{"№ |70.", NULL},
		{"№ |70 Абай", NULL},
		{"№|009 бөлме", NULL},
		{"№|9Ц", NULL},
		{"бұл |5 мектеп", NULL},
		{"|5 мектеп", NULL},
	};
	text_case_check_all(oq_figures_numbered, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/figures/grouped", test_grouped);
	g_test_add_func("/figures/decimal", test_decimal);
	g_test_add_func("/figures/digits", test_digits);
	g_test_add_func("/figures/with-suffix", test_with_suffix);
	g_test_add_func("/figures/minus", test_minus);
	g_test_add_func("/figures/hyphen", test_hyphen);
	g_test_add_func("/figures/hanging", test_hanging);
	g_test_add_func("/figures/item", test_item);
	g_test_add_func("/figures/numbered", test_numbered);
	return g_test_run();
}
