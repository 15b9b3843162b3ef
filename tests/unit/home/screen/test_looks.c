#include "home/screen/looks.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static OqLooks
choose(const char *variables, gboolean no_color)
{
	g_auto(GStrv) environment = g_strsplit(variables, " ", -1);

	return oq_looks_choose(TRUE, "UTF-8", no_color, environment);
}

static void
test_rewrites(void)
{
	static const struct {
		const char *variables;
		gboolean rewrites;
	} cases[] = {
		{"TERM=xterm", TRUE},
		{"TERM=linux NO_COLOR= ACCESSIBLE=0", TRUE},
		{"TERM=xterm ACCESSIBLE=", TRUE},
		{"TERM=xterm NO_COLOR=1", FALSE},
		{"TERM=xterm NO_COLOR=0", FALSE},
		{"TERM=xterm ACCESSIBLE=1", FALSE},
		{"TERM=dumb", FALSE},
		{"TERM=", FALSE},
		{"HOME=/", FALSE},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		OqLooks looks = choose(cases[i].variables, FALSE);
		g_assert_true(looks.is_terminal);
		g_assert_cmpint(looks.rewrites, ==, cases[i].rewrites);
		g_assert_false(choose(cases[i].variables, TRUE).rewrites);
	}
}

static void
test_no_terminal(void)
{
	char *environment[] = {(char[]){"TERM=xterm"}, NULL};
	OqLooks looks = oq_looks_choose(FALSE, "KOI8-R", FALSE, environment);

	g_assert_false(looks.is_terminal || looks.rewrites);
	g_assert_null(looks.charset);
}

static void
test_charset(void)
{
	char *environment[] = {(char[]){"TERM=xterm"}, NULL};

	g_assert_true(oq_looks_choose(TRUE, "UTF-8", FALSE, environment).is_utf8);
	g_assert_null(oq_looks_choose(TRUE, "UTF-8", FALSE, environment).charset);
	g_assert_false(oq_looks_choose(TRUE, "ANSI_X3.4-1968", FALSE, environment).is_utf8);
	g_assert_null(oq_looks_choose(TRUE, "ANSI_X3.4-1968", FALSE, environment).charset);
	g_assert_cmpstr(oq_looks_choose(TRUE, "KOI8-R", FALSE, environment).charset, ==, "KOI8-R");
}

static void
test_of(void)
{
	int terminal = posix_openpt(O_RDWR | O_NOCTTY), file = open("/dev/null", O_WRONLY);

	g_setenv("TERM", "xterm", TRUE);
	g_unsetenv("NO_COLOR");
	g_unsetenv("ACCESSIBLE");
	g_assert_true(oq_looks_of(terminal, FALSE).rewrites);
	g_assert_false(oq_looks_of(terminal, TRUE).rewrites);
	g_assert_false(oq_looks_of(file, FALSE).is_terminal);
	close(terminal);
	close(file);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/looks/rewrites", test_rewrites);
	g_test_add_func("/looks/no-terminal", test_no_terminal);
	g_test_add_func("/looks/charset", test_charset);
	g_test_add_func("/looks/of", test_of);
	return g_test_run();
}
