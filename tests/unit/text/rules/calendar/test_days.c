#include "text/rules/calendar/days.h"

#include "text_case.h"

#include <locale.h>

static void
test_day(void)
{
	static const TextCase cases[] = {
		{"|6| ақпан", "алтыншы"},
		{"|6| АҚПАНДА", "алтыншы"},
		{"|5|–6 ақпанда", "бесінші"},
		{"|10-|қазан", "оныншы"},
		{"|31| қыркүйекте", "отыз бірінші"},
		{"|1| қыркүйегі", "бірінші"},
		{"|10| там. 2025 ж.", "оныншы"},
		{"|15| нау.", "он бесінші"},
		{"|7| қыр. дейін", "жетінші"},
		{"|5 қаз ұшты", NULL},
		{"|5 қаз.", NULL},
		{"|32 қазан", NULL},
		{"|0 қазан", NULL},
		{"|10 қазандық", NULL},
		{"|10 мамырлы", NULL},
		{"|10, қазан", NULL},
		{"|10", NULL},
		{"|10 -", NULL},
	};
	text_case_check_all(oq_days_day, cases);
}

static void
test_of_month(void)
{
	static const TextCase cases[] = {
		{"наурыздың |22-нен| бастап", "жиырма екісінен"},
		{"Мамырдың |9-да|", "тоғызында"},
		{"қыркүйектің |1-ге|", "біріне"},
		{"Қаңтардың |7| күні", "жетінші"},
		{"наурыздың |22-сінен", NULL},
		{"наурыздың |22-ші", NULL},
		{"наурыз |22-нен", NULL},
		{"аттың |22-нен", NULL},
		{"наурыздың |22", NULL},
		{"|22-нен", NULL},
	};
	text_case_check_all(oq_days_of_month, cases);
}

static void
test_from(void)
{
	static const TextCase cases[] = {
		{"|1-ден| 5 мамырға дейін", "бірінен"},
		{"|20-дан| 30-мамырға", "жиырмасынан"},
		{"|1-ден 5 адамға", NULL},
		{"|1-ге 5 мамырға", NULL},
		{"|1 5 мамыр", NULL},
		{"|1-ден мамырға", NULL},
		{"|32-ден 5 мамырға", NULL},
	};
	text_case_check_all(oq_days_from, cases);
}

static void
test_quoted(void)
{
	static const TextCase cases[] = {
		{"2025 жылғы |«1»| қыркүйек", "бірінші"},
		{"|\"30\"| мамырда", "отызыншы"},
		{"|«1» кітап", NULL},
		{"|«32» мамыр", NULL},
		{"|«1 мамыр", NULL},
		{"|(1) мамыр", NULL},
		{"|«мамыр»", NULL},
	};
	text_case_check_all(oq_days_quoted, cases);
}

static void
test_pointed(void)
{
	static const TextCase cases[] = {
		{"|25.12-де| ашылды", "жиырма бесінші желтоқсанда"},
		{"|08.03-тегі| шара", "сегізінші наурыздағы"},
		{"|05.11.| күні", "бесінші қараша"},
		{"|08.03| күні", "сегізінші наурыз"},
		{"|31.08| дейін", "отыз бірінші тамызға"},
		{"|10.05| бастап", "оныншы мамырдан"},
		{"Жиын |19.04.| өтеді", "он тоғызыншы сәуірде"},
		{"|15.03|–20.03 аралығында", "он бесінші наурыз"},
		{"15.03–|20.03| аралығында", "жиырмасыншы наурыз"},
		{"|30.12.|–02.01.", "отызыншы желтоқсан"},
		{"30.12.–|02.01|.", "екінші қаңтар"},
		{"|01.05-тен| 09.05-ке", "бірінші мамырдан"},
		{"01.05-тен |09.05-ке|", "тоғызыншы мамырға"},
		{"|01.05| мен 09.06 аралығында", "бірінші мамыр"},
		{"|10.05-те", NULL},
		{"сағат |08.03-те", NULL},
		{"таңғы |08.03–09.04", NULL},
		{"|25.12 доллар", NULL},
		{"|3.14-ті", NULL},
		{"|25.12-ні", NULL},
		{"|25.13-де", NULL},
		{"|31.04-де", NULL},
		{"|30.2-де", NULL},
		{"|1.05–2.10 пайыз", NULL},
		{"|12.05–14.05 млн", NULL},
		{"№ 5.|25.12-де", NULL},
		{"№|25.12-де", NULL},
		{"5,|25.12-де", NULL},
		{"|25.12.5-де", NULL},
		{"|2.10. тармақ", NULL},
		{"Жиын |19.04.", NULL},
		{"|19.04. өтеді", NULL},
		{"|5", NULL},
	};
	text_case_check_all(oq_days_pointed, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/days/day", test_day);
	g_test_add_func("/days/of-month", test_of_month);
	g_test_add_func("/days/from", test_from);
	g_test_add_func("/days/quoted", test_quoted);
	g_test_add_func("/days/pointed", test_pointed);
	return g_test_run();
}
