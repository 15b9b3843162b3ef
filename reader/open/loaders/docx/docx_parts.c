/* docx_parts.c - see the header. */
#include "open/loaders/docx/docx_parts.h"

#include "open/markup/hrefs.h"
#include "open/markup/xml_pull.h"

#include <string.h>

/* "word/document.xml" has its relations in "word/_rels/document.xml.rels"; "" in "_rels/.rels". */
static char *
relations_of(const char *part)
{
	const char *slash = strrchr(part, '/'), *name = slash != NULL ? slash + 1 : part;
	return g_strdup_printf("%.*s_rels/%s.rels", (int)(name - part), part, name);
}

static gboolean
is_of_type(OqXmlPull *xml, const char *type)
{
	g_autofree char *whole = oq_xml_pull_attribute(xml, "Type");
	const char *slash = whole != NULL ? strrchr(whole, '/') : NULL;
	return slash != NULL && strcmp(slash + 1, type) == 0;
}

static char *
target_of(OqXmlPull *xml, const char *part)
{
	g_autofree char *target = oq_xml_pull_attribute(xml, "Target");
	return target != NULL ? oq_hrefs_resolve(part, target) : NULL;
}

static gboolean
has_id(OqXmlPull *xml, const char *id)
{
	g_autofree char *own = oq_xml_pull_attribute(xml, "Id");
	return g_strcmp0(own, id) == 0;
}

/* (nullable): a member that is there. */
static char *
find_relation(OqArchive *archive, const char *part,
	gboolean (*is_wanted)(OqXmlPull *xml, const char *what), const char *what)
{
	g_autofree char *relations = relations_of(part);
	OqMember *member = oq_archive_member(archive, relations, NULL);
	if (member == NULL)
		return NULL;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START || !is_wanted(xml, what))
			continue;
		g_autofree char *target = target_of(xml, part);
		if (target != NULL && oq_archive_find(archive, target) != NULL)
			return g_steal_pointer(&target);
	}
	return NULL;
}

/* Sheets and slides are made alike. */
char *
oq_docx_parts_document(OqArchive *archive)
{
	static const char usual[] = "word/document.xml";
	if (oq_archive_find(archive, usual) != NULL)
		return g_strdup(usual);
	g_autofree char *named = find_relation(archive, "", is_of_type, "officeDocument");
	return named != NULL && g_str_has_prefix(named, "word/") ? g_steal_pointer(&named) : NULL;
}

char *
oq_docx_parts_related(OqArchive *archive, const char *part, const char *type)
{
	g_autofree char *named = find_relation(archive, part, is_of_type, type);
	g_autofree char *usual = g_strdup_printf("word/%s.xml", type);
	if (named == NULL && oq_archive_find(archive, usual) != NULL)
		return g_steal_pointer(&usual);
	return g_steal_pointer(&named);
}

char *
oq_docx_parts_by_id(OqArchive *archive, const char *part, const char *id)
{
	return find_relation(archive, part, has_id, id);
}
