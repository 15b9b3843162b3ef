#include "speech/espeak/alphabets.h"

static gboolean
has(const char *language, gunichar c)
{
	return oq_alphabets_has(oq_alphabets_find(language), c);
}

static void
test_scripts(void)
{
	g_assert_true(has("gmw/de", 'a'));
	g_assert_true(has("gmw/de", 0xDF));
	g_assert_false(has("gmw/de", 0x430));
	g_assert_true(has("zle/ru+dauren", 0x430));
	g_assert_true(has("zle/ru", 'a'));
	g_assert_false(has("zle/ru", 0x3B1));
	g_assert_true(has("grk/el", 0x3B1));
	g_assert_true(has("sit/cmn", 0x4F60));
	g_assert_true(has("jpx/ja", 0x3053));
	g_assert_true(has("jpx/ja", 0x30FC));
	g_assert_true(has("inc/hi", 0x93F));
	g_assert_false(has("inc/hi", 0x9BF));
	g_assert_true(has("sem/ar", 0x633));
}

static void
test_signs(void)
{
	g_assert_false(has("gmw/de", '.'));
	g_assert_false(has("gmw/de", 1));
	g_assert_false(has("gmw/de", ' '));
	g_assert_false(has("jpx/ja", 0x3002));
	g_assert_false(has("e", 0x430));
	g_assert_false(has("", 0x430));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/alphabets/scripts", test_scripts);
	g_test_add_func("/alphabets/signs", test_signs);
	return g_test_run();
}
