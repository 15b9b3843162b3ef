/* fb2_notes.c - see the header. */
#include "open/loaders/fb2_notes.h"

#include "open/markup/xml_gather.h"

enum { NOTE_BYTES = 65536 };

gboolean
oq_fb2_notes_is_body(OqXmlPull *xml)
{
	static const char *const names[] = {"notes", "comments", "footnotes", NULL};
	g_autofree char *name = oq_xml_pull_attribute(xml, "name");
	return oq_xml_pull_is(xml, "body") && name != NULL && g_strv_contains(names, name);
}

void
oq_fb2_notes_read(OqXmlPull *xml, OqNoteBook *notes, GError **error)
{
	static const char *const unread[] = {"title", NULL};
	guint depth = oq_xml_pull_depth(xml);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, error)) != OQ_XML_OVER;) {
		if (event == OQ_XML_END && oq_xml_pull_depth(xml) == depth)
			return;
		if (event != OQ_XML_START || !oq_xml_pull_is(xml, "section"))
			continue;
		g_autofree char *name = oq_xml_pull_attribute(xml, "id");
		if (name == NULL)
			continue;
		g_autofree char *text = oq_xml_gather(xml, unread, NOTE_BYTES, error);
		oq_note_book_add(notes, name, text);
	}
}
