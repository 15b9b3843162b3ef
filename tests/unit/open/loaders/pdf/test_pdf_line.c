#include "open/loaders/pdf/pdf_line.h"

/* The two lines as one. */
static void
assert_joined(const char *text, const char *next, const char *expected)
{
	gboolean is_parted;
	gsize n_kept = oq_pdf_line_kept(text, next, &is_parted);
	g_autofree char *joined = g_strdup_printf(
		"%.*s%s%s", (int)n_kept, text, is_parted ? "" : " ", next != NULL ? next : "");
	g_assert_cmpstr(joined, ==, expected);
}

static void
test_whole(void)
{
	assert_joined("бір сөз", "екі сөз", "бір сөз екі сөз");
	assert_joined("", "сөз", " сөз");
	assert_joined("сөз", NULL, "сөз ");
}

static void
test_parted(void)
{
	assert_joined("бір сө-", "здің жартысы", "бір сөздің жартысы");
	assert_joined("бір сө\302\255", "здің жартысы", "бір сөздің жартысы");
	assert_joined("Алма\302\255", "Ата", "АлмаАта");
	assert_joined("сө\302\255", NULL, "сө");
}

/* Of the word itself, or a dash. */
static void
test_own(void)
{
	assert_joined("Алма-", "Ата", "Алма- Ата");
	assert_joined("COVID-", "19", "COVID- 19");
	assert_joined("бұл -", "сөз", "бұл - сөз");
	assert_joined("-", "сөз", "- сөз");
	assert_joined("сөз-", NULL, "сөз- ");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf_line/whole", test_whole);
	g_test_add_func("/pdf_line/parted", test_parted);
	g_test_add_func("/pdf_line/own", test_own);
	return g_test_run();
}
