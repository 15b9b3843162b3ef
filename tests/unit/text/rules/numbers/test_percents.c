#include "text/rules/numbers/percents.h"

#include "text_case.h"

#include <locale.h>

static void
test_before(void)
{
	static const TextCase cases[] = {
		{"|%100| табиғи", "жүз пайыз"},
		{"Сайлауға |%70| қатысты", "жетпіс пайыз"},
		{"|%50-ға| дейін", "елу пайызға"},
		{"|%7,5| өсті", "жеті бүтін оннан бес пайыз"},
		{"(|%12| мақта)", "он екі пайыз"},
		{"|%25|-30 арзан", "жиырма бес"},
		{"|%7,5|-8 арзан", "жеті бүтін оннан бес"},
		{"50|%100", NULL},
		{"foo|%20bar", NULL},
		{"|%2F", NULL},
		{"|%5%", NULL},
		{"|% 5", NULL},
		{"|%", NULL},
		{"|$5", NULL},
	};
	text_case_check_all(oq_percents_before, cases);
}

static void
test_range(void)
{
	static const TextCase cases[] = {
		{"%25-|30| арзан", "отыз пайыз"},
		{"%7,5-|8-ге| дейін", "сегіз пайызға"},
		{"25-|30 арзан", NULL},
		{"5%25-|30", NULL},
		{"|30 арзан", NULL},
	};
	text_case_check_all(oq_percents_range, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/percents/before", test_before);
	g_test_add_func("/percents/range", test_range);
	return g_test_run();
}
