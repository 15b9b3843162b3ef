/* fb2_facts.c - see the header. */
#include "open/loaders/fb2_facts.h"

#include "open/markup/xml_gather.h"

enum { TEXT_BYTES = 4096 };

static void
tell(OqXmlPull *xml, OqBlockWriter *out, OqWireType type, GError **error)
{
	g_autofree char *text = oq_xml_gather(xml, NULL, TEXT_BYTES, error);
	oq_block_writer_tell(out, type, text);
}

/* Its parts, first name first, but for what is not the name. A nickname counts where there is no
 * other one. */
static void
tell_author(OqXmlPull *xml, OqBlockWriter *out, GError **error)
{
	guint depth = oq_xml_pull_depth(xml);
	g_autoptr(GString) name = g_string_new(NULL);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			break;
		if (event != OQ_XML_START)
			continue;
		gboolean is_nick = oq_xml_pull_is(xml, "nickname"),
			 is_name = g_str_has_suffix(oq_xml_pull_name(xml), "name");
		g_autofree char *text = oq_xml_gather(xml, NULL, TEXT_BYTES, error);
		if (is_name && *text != '\0' && (!is_nick || name->len == 0))
			g_string_append_printf(name, "%s%s", name->len > 0 ? " " : "", text);
	}
	oq_block_writer_tell(out, OQ_WIRE_AUTHOR, name->str);
}

static void
read_title_info(OqXmlPull *xml, OqBlockWriter *out, GError **error)
{
	guint depth = oq_xml_pull_depth(xml);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			return;
		if (event != OQ_XML_START)
			continue;
		if (oq_xml_pull_is(xml, "book-title"))
			tell(xml, out, OQ_WIRE_TITLE, error);
		else if (oq_xml_pull_is(xml, "author"))
			tell_author(xml, out, error);
		else if (oq_xml_pull_is(xml, "lang"))
			tell(xml, out, OQ_WIRE_LANGUAGE, error);
		else
			oq_xml_pull_skip(xml);
	}
}

void
oq_fb2_facts_read(OqXmlPull *xml, OqBlockWriter *out, GError **error)
{
	guint depth = oq_xml_pull_depth(xml);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			return;
		if (event == OQ_XML_START && oq_xml_pull_is(xml, "title-info"))
			read_title_info(xml, out, error);
		else if (event == OQ_XML_START)
			oq_xml_pull_skip(xml);
	}
}
