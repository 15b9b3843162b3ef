#include "open/loaders/html/html_facts.h"

#include "open/loaders/html/html_tree.h"
#include "opened.h"

#include <string.h>

static void
assert_facts(const char *page, const char *language, const char *expected)
{
	int fd;
	gboolean is_deep;
	OqBlockWriter *writer = opened_writer(&fd);
	xmlDoc *document = oq_html_tree_parse(page, strlen(page), &is_deep);
	g_autofree char *told = oq_html_facts_tell(xmlDocGetRootElement(document), writer);
	g_assert_cmpstr(told, ==, language);
	xmlFreeDoc(document);
	g_autofree char *lines = opened_lines(writer, fd);
	g_assert_cmpstr(lines, ==, expected);
}

static void
test_tell(void)
{
	assert_facts("<p>А", NULL, "");
	assert_facts("<title>Бет</title><body lang=kk>", "kk", "title: Бет\nlanguage: kk\n");
	assert_facts("<html xml:lang=ru><title>Бет</title><meta property=og:title content=Тақырып>"
		     "<meta name=author content=Абай><body lang=kk>",
		"ru", "title: Тақырып\nauthor: Абай\nlanguage: ru\n");
	assert_facts("<meta http-equiv=Content-Language content=kk_KZ>"
		     "<meta name=author content='https://a.kz'><p>А",
		"kk-KZ", "language: kk-KZ\n");
}

static void
test_find(void)
{
	static const char *const names[] = {"a", "b", NULL};
	gboolean is_deep;
	const char *page = "<meta name=b content=''><meta itemprop=B content=x><p>А<p>Ә";
	xmlDoc *document = oq_html_tree_parse(page, strlen(page), &is_deep);
	xmlNode *html = xmlDocGetRootElement(document);
	g_assert_cmpstr(oq_html_facts_meta(html, names), ==, "x");
	g_assert_null(oq_html_facts_meta(html, names + 2));
	g_assert_cmpstr((const char *)oq_html_facts_element(html, "p")->children->content, ==, "А");
	g_assert_null(oq_html_facts_element(html, "h1"));
	xmlFreeDoc(document);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/html_facts/tell", test_tell);
	g_test_add_func("/html_facts/find", test_find);
	return g_test_run();
}
