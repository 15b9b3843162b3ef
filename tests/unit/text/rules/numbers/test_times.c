#include "text/rules/numbers/times.h"

#include "text_case.h"

#include <locale.h>

static void
test_clock(void)
{
	static const TextCase cases[] = {
		{"|15:30|", "он бес отыз"},
		{"|9:00|–18:00", "тоғыз"},
		{"9:00–|18:00|", "он сегіз"},
		{"|08:05|.", "сегіз нөл бес"},
		{"|00:00|", "нөл"},
		{"|00:15|", "нөл он бес"},
		{"|24:00|", "жиырма төрт"},
		{"|23:59|", "жиырма үш елу тоғыз"},
		{"|17:00-ге| дейін", "он жетіге"},
		{"|9:30-да|", "тоғыз отызда"},
		{"|08:05-те|", "сегіз нөл бесте"},
		{"|17:40-та|", "он жеті қырықта"},
		{"|11: 00| болды", "он бір"},
		{"|11: 00-ден|", "он бірден"},
		/* a point only where time is spoken of */
		{"сағат |14.30| болды", "он төрт отыз"},
		{"Сағат |14.30|", "он төрт отыз"},
		{"сағат таңғы |06.05|", "алты нөл бес"},
		{"|17.20| шамасында", "он жеті жиырма"},
		{"|18.30-да|", "он сегіз отызда"},
		{"|10.00-де|", "онда"},
		{"сағат 9.00–|18.00|", "он сегіз"},
		{"|14.30 пайыз", NULL},
		{"|10:15Z|", "он он бес"},
		{"|9.00|-18.00", "тоғыз"},
		{"9.00-|18.30| болды", "он сегіз отыз"},
		{"|9.00-18.20", NULL},
		{"|1.15-2.30 пайыз", NULL},
		{"|14.30", NULL},
		{"сағат |14. 30", NULL},
		{"сағат |14 .30", NULL},
		{"сағат |14,30", NULL},
		{"сағат |14.3", NULL},
		{"сағат |5", NULL},
		/* these are no times of day */
		{"|25:00", NULL},
		{"|15:60", NULL},
		{"|15:5", NULL},
		{"|15:300", NULL},
		{"|015:30", NULL},
		{"|15 :30", NULL},
		{"|15:", NULL},
		{"|15:а", NULL},
		{"|15", NULL},
	};
	text_case_check_all(oq_times_clock, cases);
}

static void
test_hyphened(void)
{
	static const TextCase cases[] = {
		{"сағат |9-00-де|", "тоғызда"},
		{"сағат |18-30| болды", "он сегіз отыз"},
		{"сағат |9-10", NULL},
		{"бала |9-00", NULL},
		{"сағат |9–30", NULL},
	};
	text_case_check_all(oq_times_clock, cases);
}

static void
test_hour(void)
{
	static const TextCase cases[] = {
		{"|сағ.| 10:00-де", "сағат"},
		{"|Сағ| 9-да", "сағат"},
		{"таңғы |сағ.|7-де", "сағат"},
		{"3 |сағ. 5 мин", NULL},
		{"|сағ. бойы", NULL},
		{"|таңғы 9-да", NULL},
		{"|сағ", NULL},
	};
	text_case_check_all(oq_times_hour, cases);
}

static void
test_score(void)
{
	static const TextCase cases[] = {
		{"|3:2| есебімен", "үш екі"},
		{"|5:0| болып", "бес нөл"},
		{"|88:102|", "сексен сегіз жүз екі"},
		{"|3:1-ге|", "үш бірге"},
		{"|3:", NULL},
		{"|3: 2", NULL},
		{"|3 :2", NULL},
		{"|3-2", NULL},
		{"|3:а", NULL},
		{"|3", NULL},
	};
	text_case_check_all(oq_times_score, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/times/clock", test_clock);
	g_test_add_func("/times/hyphened", test_hyphened);
	g_test_add_func("/times/hour", test_hour);
	g_test_add_func("/times/score", test_score);
	return g_test_run();
}
