/* math_line.c - see the header. */
#include "open/markup/math_line.h"

#include "open/markup/hypertext-private.h"

enum { MAX_BYTES = 1 << 14 };

/* Nothing is written, as in the pass that gathers. */
char *
oq_math_line_read(OqXmlPull *xml)
{
	guint depth = oq_xml_pull_depth(xml);
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(NULL, OQ_NOTES_SKIP, NULL);
	oq_hypertext_begin(hypertext, "", OQ_HYPERTEXT_GATHER);
	OqXmlEvent event = OQ_XML_START;
	do {
		if (event == OQ_XML_START)
			oq_hypertext_start(
				hypertext, oq_xml_pull_name(xml), oq_xml_pull_attributes(xml));
		else if (event == OQ_XML_TEXT && hypertext->text->len < MAX_BYTES)
			oq_hypertext_text(hypertext, oq_xml_pull_text(xml), -1);
		else if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			break;
		else if (event == OQ_XML_END)
			oq_hypertext_finish(hypertext);
	} while ((event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER);
	return g_strstrip(g_strdup(hypertext->is_open ? hypertext->text->str : ""));
}
