#include "open/loaders/odt/odt_lists.h"

#include "nameless.h"

#include <string.h>

#define NUMBER(level, signs, more)                                                                 \
	"<list-level-style-number level='" level "' num-format='" signs "' " more "/>"

static const char styles[] = "<a><list-style name='L'>" NUMBER("1", "1", "num-suffix='.'") NUMBER(
	"2", "а, б, .., аа, аб, ... (ru)", "num-suffix=')' start-value='3'") NUMBER("3", "I",
	"display-levels='3' num-prefix='('") NUMBER("4", "А, Б, .., Аа, Бб, ... (ru)", "")
	NUMBER("5", "01, 02, 03, ...", "") NUMBER("6", "a", "letter-sync='true'") NUMBER("7", "",
		"num-suffix='x'") NUMBER("8", "?", "num-list-format='%1%-%8%'") NUMBER("11", "1",
		"") "<list-level-style-bullet level='9' bullet-char='•'/></list-style>"
		    "<list-style name='M'>" NUMBER("1", "A",
			    "num-suffix='.'") "</list-style>"
					      "<outline-style name='Outline'><outline-level-style "
					      "level='1' num-format='1'/>"
					      "<outline-level-style level='2' num-format='1' "
					      "display-levels='2'/>"
					      "</outline-style></a>";

static GString *said; /* labels, with a space between them; "-" where there is none */

static char *
heading(OqOdtLists *lists, OqXmlPull *xml)
{
	g_autofree char *level = oq_xml_pull_attribute(xml, "l");
	return oq_odt_lists_heading(lists, (guint)(*level - '0'));
}

static void
take(OqOdtLists *lists, OqXmlPull *xml)
{
	g_autofree char *label = NULL;
	if (oq_xml_pull_is(xml, "list"))
		oq_odt_lists_enter(lists, xml);
	else if (oq_xml_pull_is(xml, "list-item") || oq_xml_pull_is(xml, "list-header"))
		oq_odt_lists_enter_item(lists, xml);
	else if (oq_xml_pull_is(xml, "p"))
		label = oq_odt_lists_next(lists);
	else if (oq_xml_pull_is(xml, "h"))
		label = heading(lists, xml);
	if (oq_xml_pull_is(xml, "p") || oq_xml_pull_is(xml, "h"))
		g_string_append_printf(said, " %s", label != NULL ? label : "-");
}

static void
read_all(OqOdtLists *lists, const char *text, gboolean are_styles)
{
	int fd = nameless_new(text, strlen(text));
	const OqOpenJob job = {.fd = fd, .n_bytes = strlen(text), .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event == OQ_XML_START && are_styles)
			oq_odt_lists_read(lists, xml);
		else if (event == OQ_XML_START)
			take(lists, xml);
		else if (event == OQ_XML_END && oq_xml_pull_is(xml, "list"))
			oq_odt_lists_leave(lists);
	}
	close(fd);
}

static void
assert_said(const char *body, const char *expected)
{
	g_autofree char *whole = g_strconcat("<a>", body, "</a>", NULL);
	g_autoptr(OqOdtLists) lists = oq_odt_lists_new();
	said = g_string_new(NULL);
	read_all(lists, styles, TRUE);
	read_all(lists, whole, FALSE);
	g_assert_cmpstr(said->str, ==, expected);
	g_assert_cmpuint(oq_odt_lists_depth(lists), ==, 0);
	g_string_free(said, TRUE);
}

#define L(more, items) "<list " more ">" items "</list>"
#define S(items)       L("style-name='L'", items)
#define I(text)        "<list-item>" text "</list-item>"
#define P              "<p/>"
#define IN(text)       "<list>" I(text) "</list>"

/* An item without a paragraph of its own does not count. */
static void
test_levels(void)
{
	assert_said(
		S(I(P P) "<list-header>" P "</list-header>" I(P IN(P P) IN(P)) I(IN(P)) I(P IN(P))),
		" 1. - - 2. в) - г) д) 3. в)");
	assert_said(S(I(P IN(P IN(P IN(P IN(P IN(P IN(P IN(P IN(P IN(P IN(P)))))))))))),
		" 1. в) (1.в.I А 01 a - 1-1 - - -");
	assert_said(S("<list-item start-value='5'>" P "</list-item>" I(P)), " 5. 6.");
}

static void
test_going_on(void)
{
	assert_said(S(I(P)) S(I(P)), " 1. 1.");
	assert_said(L("style-name='L' id='a'", I(P)) S(I(P)) L("style-name='L' continue-list='a'",
			    I(P)) L("style-name='L' continue-numbering='true'", I(P)),
		" 1. 1. 2. 3.");
	assert_said(L("continue-list='b'", I(P)) L("style-name='M' continue-numbering='true'", I(P))
			    L("", I(P)) L("style-name='N'", I(P)),
		" - A. - -");
	assert_said(S(I(P L("style-name='M'", I(P)))), " 1. -");
}

static void
test_outline(void)
{
	assert_said("<h l='1'/><h l='2'/><h l='2'/><h l='1'/><h l='2'/><h l='3'/><h l='0'/>" P,
		" 1 1.1 1.2 2 2.1 - - -");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/odt_lists/levels", test_levels);
	g_test_add_func("/odt_lists/going_on", test_going_on);
	g_test_add_func("/odt_lists/outline", test_outline);
	return g_test_run();
}
