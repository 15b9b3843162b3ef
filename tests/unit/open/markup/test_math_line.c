#include "open/markup/math_line.h"

#include "nameless.h"

#include <string.h>

static void
assert_line(const char *math, const char *expected)
{
	g_autofree char *text = g_strconcat("<a>", math, "<p>соңы</p></a>", NULL);
	int fd = nameless_new(text, strlen(text));
	const OqOpenJob job = {.fd = fd, .n_bytes = strlen(text), .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	oq_xml_pull_next(xml, NULL);
	oq_xml_pull_next(xml, NULL);
	g_autofree char *line = oq_math_line_read(xml);
	g_assert_cmpstr(line, ==, expected);
	g_assert_cmpint(oq_xml_pull_next(xml, NULL), ==, OQ_XML_START);
	g_assert_true(oq_xml_pull_is(xml, "p"));
	close(fd);
}

static void
test_read(void)
{
	assert_line("<math><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>+</mo><msqrt><mn>3</mn></msqrt></"
		    "math>",
		"a/b+√3");
	assert_line("<math display='block'> <mi>x</mi> <annotation>y</annotation></math>", "x");
	assert_line("<math alttext='бір бөлу екі'><mn>1</mn></math>", "бір бөлу екі");
	assert_line("<math/>", "");
}

static void
test_long(void)
{
	g_autoptr(GString) math = g_string_new("<math>");
	for (guint i = 0; i < 20000; i++)
		g_string_append(math, "<mn>12345</mn>");
	g_string_append(math, "</math>");
	int fd = nameless_new(math->str, math->len);
	const OqOpenJob job = {.fd = fd, .n_bytes = math->len, .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	oq_xml_pull_next(xml, NULL);
	g_autofree char *line = oq_math_line_read(xml);
	g_assert_true(g_str_has_prefix(line, "1234512345"));
	g_assert_cmpuint(strlen(line), <, 20000);
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/math_line/read", test_read);
	g_test_add_func("/math_line/long", test_long);
	return g_test_run();
}
