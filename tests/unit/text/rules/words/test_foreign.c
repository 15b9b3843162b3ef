#include "text/rules/words/foreign.h"

#include "text_case.h"

#include <locale.h>

static void
test_letters(void)
{
	g_assert_false(oq_foreign_is_letter('a'));
	g_assert_false(oq_foreign_is_letter(0x04D9 /* ә */));
	g_assert_false(oq_foreign_is_letter(0x00FC /* ü */));
	g_assert_true(oq_foreign_is_letter(0x03B1 /* α */));
	g_assert_true(oq_foreign_is_letter(0x0645 /* م */));
	g_assert_true(oq_foreign_is_letter(0x4E2D /* 中 */));
}

static void
test_say(void)
{
	static const TextCase cases[] = {
		{"|α| сәулесі", "альфа"},
		{"|Ω|", "омега"},
		{"|β-ға|", "бетаға"},
		{"|αβγ| деген", "авг"},
		{"|中国 北京| қаласы", "иероглифтер"},
		{"|中国| ไทย", "иероглифтер"},
		{"|中国| αβγ", "иероглифтер"},
		{"|𞤀𞤁|", "бөтен жазу"},
		{"|сөз|", NULL},
		{"|word|", NULL},
	};
	text_case_check_all(oq_foreign_say, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/foreign/letters", test_letters);
	g_test_add_func("/foreign/say", test_say);
	return g_test_run();
}
