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
		{"|12| мен 13 наурыз", "он екінші"},
		{"|12|, 13, 14 наурызда", "он екінші"},
		{"|12|,13 наурыз", "он екінші"},
		{"|12, 45 наурыз", NULL},
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
		{"мамырдың |9-нда|", "тоғызында"},
		{"мамырдың |9-на| дейін", "тоғызына"},
		{"наурыздың |21|, 22-сі", "жиырма бірі"},
		{"наурыздың 21 және |22-нде|", "жиырма екісінде"},
		{"наурыздың |21|, 22 күндері", "жиырма бірінші"},
		{"наурыздың |21, 22", NULL},
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

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/days/day", test_day);
	g_test_add_func("/days/of-month", test_of_month);
	g_test_add_func("/days/from", test_from);
	g_test_add_func("/days/quoted", test_quoted);
	return g_test_run();
}
