#include "text/characters/code_pages.h"

#include <string.h>

static const char *
iconv_name(OqCodePage page)
{
	return page == OQ_CODE_PAGE_KZ_1048 ? "RK1048" : oq_code_page_name(page);
}

/* What iconv has for a byte; what it has not is a control character. */
static gunichar
expected(OqCodePage page, guint byte)
{
	const char bytes[] = {(char)byte};
	g_autofree char *text = g_convert(bytes, 1, "UTF-8", iconv_name(page), NULL, NULL, NULL);
	return text != NULL ? g_utf8_get_char(text) : byte;
}

static void
test_bytes(void)
{
	for (guint page = 0; page < OQ_N_CODE_PAGES; page++) {
		for (guint byte = 1; byte < 256; byte++) {
			gunichar c = oq_code_page_char((OqCodePage)page, (guchar)byte);
			g_assert_cmpuint(c, ==, expected((OqCodePage)page, byte));
			g_assert_cmpint(oq_code_page_byte((OqCodePage)page, c), ==, (gint)byte);
		}
	}
}

static void
test_others(void)
{
	for (guint page = 0; page < OQ_N_CODE_PAGES; page++) {
		g_assert_cmpint(oq_code_page_byte((OqCodePage)page, 0x4E2D), ==, -1);
		g_assert_cmpint(oq_code_page_byte((OqCodePage)page, 0x1F600), ==, -1);
		g_assert_cmpint(oq_code_page_byte((OqCodePage)page, 'a'), ==, 'a');
	}
	g_assert_cmpint(oq_code_page_byte(OQ_CODE_PAGE_WINDOWS_1251, g_utf8_get_char("қ")), ==, -1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/code-pages/bytes", test_bytes);
	g_test_add_func("/code-pages/others", test_others);
	return g_test_run();
}
