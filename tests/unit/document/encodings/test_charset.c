#include "document/encodings/charset.h"

static void
test_names(void)
{
	g_assert_cmpstr(oq_charset_iconv_name("KZ-1048"), ==, "RK1048");
	g_assert_cmpstr(oq_charset_iconv_name("kz-1048"), ==, "RK1048");
	g_assert_cmpstr(oq_charset_iconv_name("PTCP154"), ==, "PT154");
	g_assert_cmpstr(oq_charset_iconv_name("x-cp1251"), ==, "CP1251");
	g_assert_cmpstr(oq_charset_iconv_name("windows-1251"), ==, "windows-1251");
	g_assert_cmpstr(oq_charset_iconv_name("klingon"), ==, "klingon");
	g_assert_cmpstr(oq_charset_iconv_name(""), ==, "");
}

/* What it gives is known. */
static void
test_known(void)
{
	static const char *const names[] = {"KZ-1048", "csKZ1048", "KZ1048", "STRK1048-2002",
		"PTCP154", "csPTCP154", "CP154", "Cyrillic-Asian", "x-cp1251", "cp-1251",
		"win-1251", "win1251", "windows1251", "koi8_r", "x-mac-cyrillic", "unicode",
		"csUnicode", "utf8"};
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		GIConv converter = g_iconv_open("UTF-8", oq_charset_iconv_name(names[i]));
		g_assert_true(converter != (GIConv)-1);
		g_iconv_close(converter);
	}
}

static void
test_sane(void)
{
	g_assert_true(oq_charset_is_sane("ISO_8859-1:1987"));
	g_assert_true(oq_charset_is_sane("866"));
	g_assert_false(oq_charset_is_sane(""));
	g_assert_false(oq_charset_is_sane("-"));
	g_assert_false(oq_charset_is_sane("UTF-8//IGNORE"));
	g_assert_false(oq_charset_is_sane("UTF-8 "));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/charset/names", test_names);
	g_test_add_func("/charset/known", test_known);
	g_test_add_func("/charset/sane", test_sane);
	return g_test_run();
}
