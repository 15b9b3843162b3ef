#include "text/calendar.h"

#include "text_case.h"

#include <locale.h>

static void
test_date(void)
{
	static const TextCase cases[] = {
		{"|12.03.2015|", "екі мың он бесінші жылғы он екінші наурыз"},
		{"|12/03/2015|.", "екі мың он бесінші жылғы он екінші наурыз"},
		{"|2015-03-12|", "екі мың он бесінші жылғы он екінші наурыз"},
		{"|31.12.0001|", "бірінші жылғы отыз бірінші желтоқсан"},
		{"|1.1.2015| күні", "екі мың он бесінші жылғы бірінші қаңтар"},
		{"|09.05.2024-те|", "екі мың жиырма төртінші жылғы тоғызыншы мамырда"},
		{"|12.03.15", NULL},
		{"|12.13.2015", NULL},
		{"|12.00.2015", NULL},
		{"|00.03.2015", NULL},
		{"|32.03.2015", NULL},
		{"|12.03-2015", NULL},
		{"|12.03. 2015", NULL},
		{"|12. 03.2015", NULL},
		{"|12,03,2015", NULL},
		{"|12.03.20155", NULL},
		{"|012.03.2015", NULL},
		{"|12.03.", NULL},
		{"|12", NULL},
	};
	text_case_check_all(oq_calendar_date, cases);
}

/* Only the number is taken: the word behind it is said as it is written. */
static void
test_year(void)
{
	static const TextCase cases[] = {
		{"|2015| жылдың", "екі мың он бесінші"},
		{"|2015| ЖЫЛДЫҢ", "екі мың он бесінші"},
		{"|7| жылы", "жетінші"},
		{"|9999| жылғы", "тоғыз мың тоғыз жүз тоқсан тоғызыншы"},
		{"|2008|–2009 жылдары", "екі мың сегізінші"},
		{"|2021| – 2025 жылдарға", "екі мың жиырма бірінші"},
		{"|1000| жылдан бері", "мыңыншы"},
		{"|2100| жылға дейін", "екі мың жүзінші"},
		{"23 сәуір |2010| жыл", "екі мың оныншы"},
		{"2010 жылдан |10000 жылы", NULL},
		{"|999 жылдан бері", NULL},
		{"|2101 жылға дейін", NULL},
		{"|2000 жылдан астам", NULL},
		{"|2000 жылдан бері бұл бұрынғы", NULL},
		{"|2000| жылдан бері бұл сол бұрынғы", "екі мыңыншы"},
		{"|2010 жыл", NULL},
		{"|20 жыл", NULL},
		{"|100 жылдық", NULL},
		{"|2015 адам", NULL},
		{"|2015, жылы", NULL},
		{"|2015", NULL},
		{"|2015 –", NULL},
	};
	text_case_check_all(oq_calendar_year, cases);
}

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
		{"|32 қазан", NULL},
		{"|0 қазан", NULL},
		{"|10 қазандық", NULL},
		{"|10 қыркүйег", NULL},
		{"|10 мамырлы", NULL},
		{"|10, қазан", NULL},
		{"|10", NULL},
		{"|10 -", NULL},
	};
	text_case_check_all(oq_calendar_day, cases);
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
		{"|5 -сынып", NULL},
		{"|5- сынып", NULL},
		{"|5–сынып", NULL},
		{"|5-ші", NULL},
		{"|5-6", NULL},
		{"|5-", NULL},
		{"|5 сынып", NULL},
	};
	text_case_check_all(oq_calendar_hyphen, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/calendar/date", test_date);
	g_test_add_func("/calendar/year", test_year);
	g_test_add_func("/calendar/day", test_day);
	g_test_add_func("/calendar/hyphen", test_hyphen);
	return g_test_run();
}
