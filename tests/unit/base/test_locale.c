#include "base/locale.h"

#include <glib/gi18n.h>
#include <libintl.h>

/* In a process of its own: the locale is of the whole process. */
static void
test_choose(void)
{
	if (!g_test_subprocess()) {
		g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
		g_test_trap_assert_passed();
		return;
	}
	oq_locale_choose();
	g_assert_cmpstr(textdomain(NULL), ==, "oqyrman");
	g_assert_true(g_str_has_suffix(bindtextdomain("oqyrman", NULL), "/share/locale"));
	g_assert_cmpstr(bind_textdomain_codeset("oqyrman", NULL), ==, "UTF-8");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/choose", test_choose);
	return g_test_run();
}
