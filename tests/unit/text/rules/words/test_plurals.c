#include "text/rules/words/plurals.h"

#include "text_case.h"

#include <locale.h>

static void
test_say(void)
{
	static const TextCase cases[] = {
		{"|{n, plural, one {# файл} other {|# файл}}", ""},
		{"|{n, plural, =0 {жоқ} other {|бар}}", ""},
		{"|{n, plural, offset:1 one {дос} other {|достар}}", ""},
		{"|{n, select, a {{x} ол} other {|олар}}", ""},
		{"|{0, selectordinal, other {#-|орын}}", ""},
		{"{n, plural, other {күн|} many {күндер}}| қалды", ""},
		{"{n, plural, one {бір|} two {екі} other {|күн}}", ""},
		{"{n, plural, other {күн|}}", NULL},
		{"|{n, plural, one {файл}}| жойылды", ""},
		{"|{n, plural, one {файл", NULL},
		{"|{n, number, one {файл}}", NULL},
		{"|{n, plural}", NULL},
		{"|{n}", NULL},
		{"|}", NULL},
		{"сөз |} one сөз", NULL},
	};
	text_case_check_all(oq_plurals_say, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/plurals/say", test_say);
	return g_test_run();
}
