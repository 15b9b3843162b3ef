#include "open/loaders/docx/docx_math.h"

#include "nameless.h"

#include <string.h>

/* The signs that stand for the elements of a formula, whose text is left out. */
static void
assert_signs(const char *text, const char *expected)
{
	int fd = nameless_new(text, strlen(text));
	const OqOpenJob job = {.fd = fd, .n_bytes = strlen(text), .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	g_autoptr(GString) signs = g_string_new(NULL);
	OqDocxMath math = {0};
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		gboolean is_raised = FALSE;
		const char *sign = event == OQ_XML_START ? oq_docx_math_enter(&math, xml)
				   : event == OQ_XML_END ? oq_docx_math_leave(&math, xml)
							 : NULL;
		if (sign != NULL)
			g_string_append(signs, sign);
		if (event == OQ_XML_TEXT &&
			oq_docx_math_take(&math, oq_xml_pull_text(xml), &is_raised))
			g_string_append_c(signs, '_');
		if (is_raised)
			g_string_append_c(signs, '^');
	}
	g_assert_cmpstr(signs->str, ==, expected);
	g_assert_cmpuint(math.powers, ==, 0);
	close(fd);
}

static void
test_signs(void)
{
	assert_signs("<f><num>a</num><den>b</den></f>", "/");
	assert_signs("<a>3<f><num>1</num><den>2</den></f></a>", " /");
	assert_signs("<a>x<sup>2</sup>3<sup>n</sup></a>", "^_");
	assert_signs("<a>x<sub>2</sub><rad><deg/>3</rad></a>", " √");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/docx_math/signs", test_signs);
	return g_test_run();
}
