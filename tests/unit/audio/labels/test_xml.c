#include "audio/labels/xml.h"

#include "told.h"

static void
start(GMarkupParseContext *context, const char *element, const char **names, const char **values,
	gpointer data, GError **error)
{
	(void)context, (void)names, (void)values, (void)error;
	g_string_assign(data, element);
}

static const GMarkupParser parser = {.start_element = start};

static void
assert_well_formed(const char *xml)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) last = g_string_new(NULL);
	g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, last, NULL);
	g_markup_parse_context_parse(context, xml, -1, &error);
	g_assert_no_error(error);
	g_assert_true(g_markup_parse_context_end_parse(context, &error));
}

static void
assert_line(const char *xml, const char *line)
{
	g_auto(GStrv) lines = g_strsplit(xml, "\n", -1);
	if (!g_strv_contains((const char *const *)lines, line))
		g_error("%s is no line of\n%s", line, xml);
}

static void
test_ixml(void)
{
	OqTags tags = TOLD;
	tags.loudness = (OqLoudness){TRUE, -23, 3.5, -1.25, -20, -21};
	g_autofree char *xml = oq_xml_ixml(&tags, &told_sound);
	assert_well_formed(xml);
	assert_line(xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
	assert_line(xml, "<PROJECT>Кеш</PROJECT>");
	assert_line(xml, "<NOTE>Сынақ</NOTE>");
	assert_line(xml, "<BWF_DESCRIPTION>Таң &lt;&amp;&gt;</BWF_DESCRIPTION>");
	assert_line(xml, "<BWF_ORIGINATOR>Шалқар</BWF_ORIGINATOR>");
	assert_line(xml, "<AUTHOR>Дәурен</AUTHOR>");
	assert_line(xml, "<FILE_SAMPLE_RATE>48000</FILE_SAMPLE_RATE>");
	assert_line(xml, "<LOUDNESS_VALUE>-23.00</LOUDNESS_VALUE>");
	assert_line(xml, "<MAX_TRUE_PEAK_LEVEL>-1.25</MAX_TRUE_PEAK_LEVEL>");
}

static void
test_rdxl(void)
{
	OqTags tags = TOLD;
	tags.voice_start = 24000;
	tags.voice_end = 72000;
	tags.intro_end = 36000;
	tags.segue_start = 60000;
	g_autofree char *xml = oq_xml_rdxl(&tags, &told_sound);
	assert_well_formed(xml);
	g_assert_true(g_str_has_prefix(xml, "<cart>\n"));
	assert_line(xml, "<title>Таң &lt;&amp;&gt;</title>");
	assert_line(xml, "<artist>Дәурен</artist>");
	assert_line(xml, "<groupName>NEWS</groupName>");
	assert_line(xml, "<cutList>");
	assert_line(xml, "<cut>");
	assert_line(xml, "<outcue>бәрі</outcue>");
	assert_line(xml, "<originDatetime>2026-11-29T18:41:00</originDatetime>");
	assert_line(xml, "<startDatetime>2026-12-01T00:00:00</startDatetime>");
	assert_line(xml, "<endDatetime>2026-12-31T23:59:59</endDatetime>");
	assert_line(xml, "<startPoint>500</startPoint>");
	assert_line(xml, "<endPoint>1500</endPoint>");
	assert_line(xml, "<talkStartPoint>500</talkStartPoint>");
	assert_line(xml, "<talkEndPoint>750</talkEndPoint>");
	assert_line(xml, "<segueStartPoint>1250</segueStartPoint>");
	assert_line(xml, "<segueEndPoint>1500</segueEndPoint>");
}

static void
test_nothing_told(void)
{
	OqTags tags = {0};
	g_autofree char *ixml = oq_xml_ixml(&tags, &told_sound);
	g_autofree char *rdxl = oq_xml_rdxl(&tags, &told_sound);
	assert_well_formed(ixml);
	assert_well_formed(rdxl);
	g_assert_null(strstr(ixml, "LOUDNESS"));
	g_assert_null(strstr(rdxl, "Datetime"));
	g_assert_null(strstr(rdxl, "segue"));
	assert_line(rdxl, "<endPoint>2000</endPoint>");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/xml/ixml", test_ixml);
	g_test_add_func("/xml/rdxl", test_rdxl);
	g_test_add_func("/xml/nothing-told", test_nothing_told);
	return g_test_run();
}
