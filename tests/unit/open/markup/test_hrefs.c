#include "open/markup/hrefs.h"

static void
assert_resolved(const char *base, const char *href, const char *expected)
{
	g_autofree char *resolved = oq_hrefs_resolve(base, href);
	g_assert_cmpstr(resolved, ==, expected);
}

static void
test_resolve(void)
{
	assert_resolved("OEBPS/text/ch1.xhtml", "../notes.xhtml#n1", "OEBPS/notes.xhtml#n1");
	assert_resolved("OEBPS/text/ch1.xhtml", "#n1", "OEBPS/text/ch1.xhtml#n1");
	assert_resolved("OEBPS/ch1.xhtml", "./%D3%98.xhtml#%20", "OEBPS/Ә.xhtml# ");
	assert_resolved("ch1.xhtml", "a//b/./c.xhtml?x=1", "a/b/c.xhtml");
	assert_resolved("a/b.xhtml", "/c.xhtml", "c.xhtml");
	assert_resolved("a/b.xhtml", "../../../c", "c");
	assert_resolved("", "#n1", "#n1");
	assert_resolved("a/b", "100%", "a/100%");
	assert_resolved("a/b", "", "a/b");
}

static void
test_elsewhere(void)
{
	assert_resolved("a/b", "http://a.kz/c#d", NULL);
	assert_resolved("a/b", "//a.kz/c", NULL);
	assert_resolved("a/b", "mailto:a@b", NULL);
	assert_resolved("a/b", " javascript:void(0)#", NULL);
}

static void
test_file(void)
{
	g_autofree char *with = oq_hrefs_file("a/b#c#d"), *without = oq_hrefs_file("a/b");
	g_assert_cmpstr(with, ==, "a/b");
	g_assert_cmpstr(without, ==, "a/b");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/hrefs/resolve", test_resolve);
	g_test_add_func("/hrefs/elsewhere", test_elsewhere);
	g_test_add_func("/hrefs/file", test_file);
	return g_test_run();
}
