#include "open/loaders/odt_styles.h"

#include "nameless.h"

#include <string.h>

#define STYLE(name, more) "<style name='" name "'" more

static const char styles_xml[] = "<styles>" STYLE("Менікі", " parent-style-name='Quotations'/>")
	STYLE("Бас", " default-outline-level='3'/>") STYLE("Бас2", " parent-style-name='Бас'/>")
		STYLE("P1", " parent-style-name='Title'><text-properties language='ru'/></style>")
			STYLE("a", " parent-style-name='b'/>") STYLE("b",
				" parent-style-name='a'/>") STYLE("Contents_20_2", "/>") STYLE("S",
				"><text-properties text-position='33% 58%'/></style>") STYLE("S2",
				" parent-style-name='S'/>") STYLE("s",
				"><text-properties text-position='sub 58%'/></style>") "</styles>";

static OqOdtStyles *
read_styles(gboolean has_langs)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes = sizeof styles_xml - 1;
	int fd = nameless_new(styles_xml, n_bytes);
	const OqOpenJob job = {.fd = fd, .n_bytes = n_bytes, .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	OqOdtStyles *styles = oq_odt_styles_new();
	g_assert_cmpint(oq_xml_pull_next(xml, NULL), ==, OQ_XML_START);
	oq_odt_styles_read(styles, xml, has_langs, &error);
	g_assert_no_error(error);
	close(fd);
	return styles;
}

static void
test_find(void)
{
	static const struct {
		const char *name;
		OqOdtStyle style;
		guint level;
	} expected[] = {{"Менікі", OQ_ODT_STYLE_QUOTE, 0}, {"Бас", OQ_ODT_STYLE_HEADING, 3},
		{"Бас2", OQ_ODT_STYLE_HEADING, 3}, {"P1", OQ_ODT_STYLE_HEADING, 1},
		{"a", OQ_ODT_STYLE_PLAIN, 0}, {"Contents_20_2", OQ_ODT_STYLE_CONTENTS, 0},
		{"Block_20_Text", OQ_ODT_STYLE_QUOTE, 0}, {"жоқ", OQ_ODT_STYLE_PLAIN, 0},
		{NULL, OQ_ODT_STYLE_PLAIN, 0}};
	g_autoptr(OqOdtStyles) styles = read_styles(TRUE);
	for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
		guint level = 0;
		g_assert_cmpint(oq_odt_styles_find(styles, expected[i].name, &level), ==,
			expected[i].style);
		g_assert_cmpuint(level, ==, expected[i].level);
	}
	oq_odt_styles_free(NULL);
}

static void
test_langs(void)
{
	g_autoptr(OqOdtStyles) own = read_styles(TRUE), named = read_styles(FALSE);
	g_assert_cmpstr(oq_odt_styles_lang(own, "P1"), ==, "ru");
	g_assert_null(oq_odt_styles_lang(own, "Бас"));
	g_assert_null(oq_odt_styles_lang(own, NULL));
	g_assert_null(oq_odt_styles_lang(named, "P1"));
}

static void
test_is_raised(void)
{
	g_autoptr(OqOdtStyles) styles = read_styles(FALSE);
	g_assert_true(oq_odt_styles_is_raised(styles, "S"));
	g_assert_true(oq_odt_styles_is_raised(styles, "S2"));
	g_assert_false(oq_odt_styles_is_raised(styles, "s"));
	g_assert_false(oq_odt_styles_is_raised(styles, "a"));
	g_assert_false(oq_odt_styles_is_raised(styles, NULL));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/odt_styles/find", test_find);
	g_test_add_func("/odt_styles/is_raised", test_is_raised);
	g_test_add_func("/odt_styles/langs", test_langs);
	return g_test_run();
}
