/* xml_gather.c - see the header. */
#include "open/markup/xml_gather.h"

/* Of all formats. Other elements may begin and end within a word. */
static const char *const blocks[] = {"p", "v", "h", "subtitle", "text-author", "title", "div", "li",
	"td", "th", "tr", "tc", "table-cell", "list-item", "text", "desc", NULL};

/* They stand for white space when nothing is within. */
static const char *const spaces[] = {"br", "cr", "tab", "s", "line-break", NULL};

static gboolean
is_any(const OqXmlPull *xml, const char *const *names)
{
	return names != NULL && g_strv_contains(names, oq_xml_pull_name(xml));
}

static void
end_element(const OqXmlPull *xml, gboolean is_empty, GString *text)
{
	if (is_any(xml, blocks) || (is_empty && is_any(xml, spaces)))
		g_string_append_c(text, ' ');
}

char *
oq_xml_gather(OqXmlPull *xml, const char *const *unread, gsize max_bytes, GError **error)
{
	guint depth = oq_xml_pull_depth(xml);
	GString *text = g_string_new(NULL);
	gboolean is_empty = TRUE;
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			break;
		if (event == OQ_XML_START && is_any(xml, unread))
			oq_xml_pull_skip(xml);
		else if (event == OQ_XML_TEXT && text->len < max_bytes)
			g_string_append(text, oq_xml_pull_text(xml));
		else if (event == OQ_XML_END && text->len < max_bytes)
			end_element(xml, is_empty, text);
		is_empty = event == OQ_XML_START;
	}
	return g_strstrip(g_string_free(text, FALSE));
}
