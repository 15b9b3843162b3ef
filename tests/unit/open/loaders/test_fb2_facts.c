#include "open/loaders/fb2_facts.h"

#include "nameless.h"
#include "opened.h"

#include <string.h>

static void
assert_facts(const char *description, const char *expected)
{
	g_autoptr(GError) error = NULL;
	int in = nameless_new(description, strlen(description)), out = nameless_new("", 0);
	const OqOpenJob job = {.fd = in, .n_bytes = strlen(description), .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(out);
	g_assert_cmpint(oq_xml_pull_next(xml, NULL), ==, OQ_XML_START);
	oq_fb2_facts_read(xml, writer, &error);
	g_assert_no_error(error);
	oq_block_writer_finish(writer, NULL);
	g_autofree char *lines = opened_items(out);
	g_assert_cmpstr(lines, ==, expected);
	close(in);
	close(out);
}

#define NAME(part, text) "<" part "-name>" text "</" part "-name>"

static void
test_names(void)
{
	assert_facts("<description><title-info><author>" NAME("first", "Мұхтар")
			     NAME("middle", "Омарханұлы") NAME(
				     "last", "Әуезов") "<nickname>М. "
						       "Ә.</nickname><id>7</id></"
						       "author><author><nickname>Сары</nickname>"
						       "</author></title-info></description>",
		"author: Мұхтар Омарханұлы Әуезов\nauthor: Сары\n");
}

/* Nothing of the file, of the printed book or of what it was translated from. */
static void
test_others(void)
{
	assert_facts(
		"<description><src-title-info><book-title>The Way</book-title><lang>en</lang>"
		"</src-title-info><title-info><translator>" NAME("last",
			"Асан") "</translator><coverpage/><book-title> Абай <i>жо</i>лы"
				"</book-title><lang>kk</lang></title-info><document-info><author>"
				"<nickname>бот</nickname></author></document-info></description>",
		"title: Абай жолы\nlanguage: kk\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/fb2_facts/names", test_names);
	g_test_add_func("/fb2_facts/others", test_others);
	return g_test_run();
}
