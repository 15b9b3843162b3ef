#include "open/markup/xml_pull.h"

#include "open/limits.h"

#include "nameless.h"

#include <string.h>

/* (transfer full): "<a x>text</a>" as events; an error's code at the end. */
static char *
events_of(const char *bytes, gsize n_bytes, const char *encoding)
{
	g_autoptr(GError) error = NULL;
	int fd = nameless_new(bytes, n_bytes);
	const OqOpenJob job = {.fd = fd, .n_bytes = n_bytes, .extension = "", .encoding = encoding};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	GString *all = g_string_new(NULL);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, &error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_TEXT) {
			g_string_append(all, oq_xml_pull_text(xml));
			continue;
		}
		g_string_append_printf(all, "%s%u:%s", event == OQ_XML_END ? "/" : "<",
			oq_xml_pull_depth(xml), oq_xml_pull_name(xml));
		g_autofree char *n = event == OQ_XML_START ? oq_xml_pull_attribute(xml, "n") : NULL;
		g_string_append_printf(all, "%s%s>", n != NULL ? " " : "", n != NULL ? n : "");
		if (event == OQ_XML_START && oq_xml_pull_is(xml, "skip"))
			oq_xml_pull_skip(xml);
	}
	if (error != NULL)
		g_string_append_printf(all, "!%d", error->code);
	close(fd);
	return g_string_free(all, FALSE);
}

static void
assert_events(const char *text, const char *expected)
{
	g_autofree char *all = events_of(text, strlen(text), NULL);
	g_assert_cmpstr(all, ==, expected);
}

static void
test_events(void)
{
	assert_events(
		"<a><b x:n='1' xmlns:x='y'/>бір<c/></a>", "<0:a><1:b 1>/1:b>бір<1:c>/1:c>/0:a>");
	assert_events("<a><skip><b>екі</b></skip>үш</a>", "<0:a><1:skip>/1:skip>үш/0:a>");
	assert_events("<a><skip/>үш<b/></a>", "<0:a><1:skip>/1:skip>үш<1:b>/1:b>/0:a>");
	assert_events(
		"<a><![CDATA[<ә>]]>&nbsp;&laquo;&none;&#1241;</a>", "<0:a><ә>\302\240« ә/0:a>");
}

/* Nothing is opened, nothing grows. */
static void
test_hostile(void)
{
	assert_events(
		"<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><a>&f;</a>", "<0:a> /0:a>");
	assert_events("<!DOCTYPE a [<!ENTITY x 'aaaa'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>",
		"<0:a> /0:a>");
	assert_events("<a><b></a>", "<0:a><1:b>/1:b>!2");
	assert_events("<a>бір", "<0:a>бір!2");
	assert_events("", "!2");
	g_autoptr(GString) deep = g_string_new(NULL);
	for (guint i = 0; i < OQ_LIMIT_DEPTH + 10; i++)
		g_string_append(deep, "<a>");
	g_autofree char *all = events_of(deep->str, deep->len, NULL);
	g_assert_true(g_str_has_suffix(all, "!4"));
}

/* What stands behind a fault is read, and the fault is told once. */
static void
test_mended(void)
{
	assert_events("<a><b>5 < 6</b><b>әрі</b></a>", "<0:a><1:b>5 < 6/1:b><1:b>әрі/1:b>/0:a>!2");
	g_autofree char *nul = events_of("<a>бі\0р<b/></a>", 18, NULL);
	g_assert_cmpstr(nul, ==, "<0:a>бір<1:b>/1:b>/0:a>!2");
	g_autofree char *wide = events_of("\377\376<\0a\0>\0\74\4<\0/\0a\0>\0", 18, NULL);
	g_assert_cmpstr(wide, ==, "<0:a>м/0:a>");
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = g_bytes_new_static("<a><1></a>", 10);
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_bytes(bytes);
	while (oq_xml_pull_next(xml, &error) != OQ_XML_OVER)
		;
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
	g_assert_cmpint(oq_xml_pull_next(xml, NULL), ==, OQ_XML_OVER);
	g_clear_error(&error);
	oq_xml_pull_next(xml, &error);
	g_assert_no_error(error);
}

static void
test_encodings(void)
{
	static const struct {
		const char *name, *iconv;
	} names[] = {{"KZ-1048", "RK1048"}, {"windows-1251", "CP1251"}, {"PT154", "PT154"},
		{"UTF-16", "UTF-16"}, {"utf-8", "UTF-8"}};
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *text = g_strdup_printf(
			"<?xml version='1.0' encoding='%s'?><a>сөз</a>", names[i].name);
		gsize n_bytes;
		g_autofree char *bytes = g_convert_with_fallback(
			text, -1, names[i].iconv, "UTF-8", "?", NULL, &n_bytes, NULL);
		g_assert_nonnull(bytes);
		g_autofree char *all = events_of(bytes, n_bytes, NULL);
		g_assert_cmpstr(all, ==, i == 1 ? "<0:a>с?з/0:a>" : "<0:a>сөз/0:a>");
	}
	g_autofree char *named = events_of("<a>\241</a>", 8, "KZ-1048");
	g_assert_cmpstr(named, ==, "<0:a>Ұ/0:a>");
}

static void
test_state(void)
{
	const char *text = "<a xml:lang='ru'><b/></a>";
	int fd = nameless_new(text, strlen(text));
	const OqOpenJob job = {.fd = fd, .n_bytes = strlen(text), .extension = ""};
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(&job);
	oq_xml_pull_next(xml, NULL);
	oq_xml_pull_next(xml, NULL);
	g_assert_cmpstr(oq_xml_pull_lang(xml), ==, "ru");
	g_assert_cmpuint(oq_xml_pull_depth(xml), ==, 1);
	g_assert_cmpuint(oq_xml_pull_offset(xml), ==, strlen(text));
	oq_xml_pull_free(NULL);
	close(fd);
}

static void
test_kept(void)
{
	static const OqXmlEvent events[] = {OQ_XML_START, OQ_XML_START, OQ_XML_TEXT, OQ_XML_END,
		OQ_XML_START, OQ_XML_END, OQ_XML_END, OQ_XML_OVER};
	g_autoptr(GBytes) bytes =
		g_bytes_new_static("<a xml:lang='ru'><b lang=''>x</b><c/></a>", 41);
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_bytes(bytes);
	oq_xml_pull_keep(xml);
	for (guint k = 0; k < 3; k++) {
		for (guint i = 0; i < G_N_ELEMENTS(events); i++) {
			g_assert_cmpint(oq_xml_pull_next(xml, NULL), ==, events[i]);
			g_assert_cmpstr(oq_xml_pull_lang(xml), ==, i > 0 && i < 4 ? "" : "ru");
		}
		oq_xml_pull_rewind(xml);
		g_assert_null(oq_xml_pull_lang(xml));
	}
}

/* Behind it the element is still what it was. */
static void
test_long_skip(void)
{
	g_autoptr(GString) text = g_string_new("<a><skip n='1'>");
	for (guint i = 0; i < 20000; i++)
		g_string_append(text, "<b>x</b>");
	g_string_append(text, "</skip></a>");
	g_autoptr(GBytes) bytes = g_bytes_new(text->str, text->len);
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_bytes(bytes);
	oq_xml_pull_next(xml, NULL);
	oq_xml_pull_next(xml, NULL);
	oq_xml_pull_skip(xml);
	g_autofree char *n = oq_xml_pull_attribute(xml, "n");
	g_assert_cmpstr(n, ==, "1");
	g_assert_cmpint(oq_xml_pull_next(xml, NULL), ==, OQ_XML_END);
	g_assert_true(oq_xml_pull_is(xml, "skip"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/xml_pull/events", test_events);
	g_test_add_func("/xml_pull/hostile", test_hostile);
	g_test_add_func("/xml_pull/mended", test_mended);
	g_test_add_func("/xml_pull/encodings", test_encodings);
	g_test_add_func("/xml_pull/state", test_state);
	g_test_add_func("/xml_pull/kept", test_kept);
	g_test_add_func("/xml_pull/long_skip", test_long_skip);
	return g_test_run();
}
