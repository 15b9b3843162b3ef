#include "open/markup/xml_gather.h"

#include "nameless.h"

#include <string.h>

static void
assert_gathered(const char *text, const char *const *unread, gsize max_bytes, const char *expected)
{
	g_autoptr(GError) error = NULL;
	int fd = nameless_new(text, strlen(text));
	const OqOpenJob job = {.fd = fd, .n_bytes = strlen(text), .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	g_assert_cmpint(oq_xml_pull_next(xml, NULL), ==, OQ_XML_START);
	g_assert_cmpint(oq_xml_pull_next(xml, NULL), ==, OQ_XML_START);
	g_autofree char *gathered = oq_xml_gather(xml, unread, max_bytes, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(gathered, ==, expected);
	g_assert_cmpint(oq_xml_pull_next(xml, NULL), ==, OQ_XML_START);
	g_assert_true(oq_xml_pull_is(xml, "last"));
	close(fd);
}

/* A word may be in several elements; paragraphs are apart. */
static void
test_words(void)
{
	assert_gathered(
		"<a><b> б<i>і</i>р<p>екі</p><p>үш</p>тө<s>р</s>т<s/>бес<br/>алты</b><last/></a>",
		NULL, 100, "бірекі үш төрт бес алты");
	assert_gathered("<a><b/><last/></a>", NULL, 100, "");
}

static void
test_unread(void)
{
	const char *const unread[] = {"x", "y", NULL};
	assert_gathered(
		"<a><b>бір<x>екі<p>үш</p></x>төрт<y/></b><last/></a>", unread, 100, "біртөрт");
	assert_gathered("<a><b>бір<p>екі</p><p>үш</p></b><last/></a>", NULL, 2, "бір");
}

static void
test_damage(void)
{
	g_autoptr(GError) error = NULL;
	const char *text = "<a>бір<b>екі";
	int fd = nameless_new(text, strlen(text));
	const OqOpenJob job = {.fd = fd, .n_bytes = strlen(text), .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	oq_xml_pull_next(xml, NULL);
	g_autofree char *gathered = oq_xml_gather(xml, NULL, 100, &error);
	g_assert_cmpstr(gathered, ==, "бірекі");
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/xml_gather/words", test_words);
	g_test_add_func("/xml_gather/unread", test_unread);
	g_test_add_func("/xml_gather/damage", test_damage);
	return g_test_run();
}
