/* odt_objects.c - see the header. */
#include "open/loaders/odt/odt_objects.h"

#include "open/archive.h"
#include "open/markup/math_line.h"

#include <string.h>

struct _OqOdtObjects {
	const OqOpenJob *job;
	OqArchive *archive; /* nullable: of its own, as the text's own one is being read */
};

OqOdtObjects *
oq_odt_objects_new(const OqOpenJob *job)
{
	OqOdtObjects *objects = g_new0(OqOdtObjects, 1);
	objects->job = job;
	return objects;
}

void
oq_odt_objects_free(OqOdtObjects *objects)
{
	if (objects == NULL)
		return;
	oq_archive_free(objects->archive);
	g_free(objects);
}

/* "./Object 1" and "Formula-0/" are folders. */
static char *
member_of(const char *href)
{
	const char *start = g_str_has_prefix(href, "./") ? href + 2 : href;
	gsize n = strlen(start);
	return g_strdup_printf(
		"%.*s/content.xml", (int)(n > 0 && start[n - 1] == '/' ? n - 1 : n), start);
}

char *
oq_odt_objects_formula(OqOdtObjects *objects, const char *href)
{
	if (href == NULL || !oq_archive_is_one(objects->job))
		return NULL;
	if (objects->archive == NULL)
		objects->archive = oq_archive_open(objects->job, NULL);
	g_autofree char *name = member_of(href);
	OqMember *member =
		objects->archive != NULL ? oq_archive_member(objects->archive, name, NULL) : NULL;
	if (member == NULL)
		return NULL;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	OqXmlEvent event = oq_xml_pull_next(xml, NULL);
	while (event == OQ_XML_TEXT)
		event = oq_xml_pull_next(xml, NULL);
	return event == OQ_XML_START && oq_xml_pull_is(xml, "math") ? oq_math_line_read(xml) : NULL;
}
