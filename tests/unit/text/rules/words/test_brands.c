#include "text/rules/words/brands.h"

#include "text_case.h"

#include <locale.h>

static void
test_version(void)
{
	static const TextCase cases[] = {
		{"iOS |18.2|", "он сегіз нүкте екі"},
		{"iOS |18.2-де| қате бар", "он сегіз нүкте екіде"},
		{"Python |3.12| тілі", "үш нүкте он екі"},
		{"USB |3.0|", "үш нүкте нөл"},
		{"Apple |2.5 млрд доллар", NULL},
		{"Apple |2.5%", NULL},
		{"Tesla |3.5 пайызға", NULL},
		{"Apple |3.5 есе", NULL},
		{"IELTS |6.5 балл", NULL},
		{"iOS |18,2", NULL},
		{"iOS |18", NULL},
		{"нұсқа |18.2", NULL},
		{"Арай |2.0|", "екі нүкте нөл"},
		{"(Арай |2.0|)", "екі нүкте нөл"},
		{"Арай |2.0 млн", NULL},
		{"Арай |2.0 шықты", NULL},
		{"Арай |2.5", NULL},
		{"арай |2.0", NULL},
		{"v|2.0", NULL},
		{"Toyota |1.5–2.0", NULL},
	};
	text_case_check_all(oq_brands_version, cases);
}

static void
test_letter(void)
{
	static const TextCase cases[] = {
		{"5|G| желісі", "джи"},
		{"5|G-ге| көшті", "джиге"},
		{"3|D| форматы", "ди"},
		{"ChatGPT-4|o|", "оу"},
		{"5 |G", NULL},
		{"5|GB", NULL},
		{"2|K26", NULL},
		{"5|г", NULL},
		{"|G5", NULL},
	};
	text_case_check_all(oq_brands_letter, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/brands/version", test_version);
	g_test_add_func("/brands/letter", test_letter);
	return g_test_run();
}
