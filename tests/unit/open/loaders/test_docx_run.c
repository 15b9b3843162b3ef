#include "open/loaders/docx_run.h"

#include "nameless.h"

#include <string.h>

/* What the elements within the outermost one say. */
static void
read_run(const char *text, OqDocxRun *run, gboolean is_known)
{
	int fd = nameless_new(text, strlen(text));
	const OqOpenJob job = {.fd = fd, .n_bytes = strlen(text), .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;)
		if (event == OQ_XML_START && oq_xml_pull_depth(xml) > 0)
			g_assert_true(oq_docx_run_read(run, xml) == is_known);
	close(fd);
}

static void
test_read(void)
{
	OqDocxRun run = {0};
	read_run("<r><lang val='ru-RU'/><vanish/><vertAlign val='superscript'/></r>", &run, TRUE);
	g_assert_cmpstr(run.lang, ==, "ru-RU");
	g_assert_true(run.is_hidden && run.is_raised);
	read_run("<r><vanish val='false'/><vertAlign val='subscript'/></r>", &run, TRUE);
	g_assert_false(run.is_hidden || run.is_raised);
	oq_docx_run_clear(&run);
	g_assert_null(run.lang);
	read_run("<r><b/><i val='0'/></r>", &run, FALSE);
	read_run("<r><lang bidi='ar-SA'/></r>", &run, TRUE);
	g_assert_null(run.lang);
	oq_docx_run_clear(&run);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/docx_run/read", test_read);
	return g_test_run();
}
