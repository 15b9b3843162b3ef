#include "text/rules/words/addresses.h"

#include "text_case.h"

#include <locale.h>

static void
test_say(void)
{
	static const TextCase cases[] = {
		{"|info@example.kz| мекенжайы", "info собака example нүкте kz"},
		{"|a.omarov@mail.example.kz|.",
			"a нүкте omarov собака mail нүкте example нүкте kz"},
		{"|www.example.kz|", "www нүкте example нүкте kz"},
		{"|www.example.kz/page/12|",
			"www нүкте example нүкте kz қиғаш сызық page қиғаш сызық он екі"},
		{"|https://example.kz|", "example нүкте kz"},
		{"|https://example.kz/|", "example нүкте kz қиғаш сызық"},
		{"(|egov.kz|)", "egov нүкте kz"},
		{"|egov.kz|, сосын", "egov нүкте kz"},
		{"|my-page.kz|", "my page нүкте kz"},
		{"|user_1@site.kz|", "user бір собака site нүкте kz"},
		/* what the writer put behind it stays as it is */
		{"|egov.kz|-те", "egov нүкте kz"},
		{"|info@egov.kz|-ке жазыңыз", "info собака egov нүкте kz"},
		/* none of these is one */
		{"|сайт.kz", NULL},
		{"|Windows", NULL},
		{"|Windows.", NULL},
		{"|Windows. Linux", NULL},
		{"|Windows-тің", NULL},
		{"|A.B", NULL},
		{"|a/b", NULL},
		{"|egov.қз", NULL},
		{"|info@сайт.қз", NULL},
		{"|info @example", NULL},
		{"|info@", NULL},
	};
	text_case_check_all(oq_addresses_say, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/addresses/say", test_say);
	return g_test_run();
}
