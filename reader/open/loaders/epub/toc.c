/* toc.c - see the header. */
#include "open/loaders/epub/toc.h"

#include "open/markup/elements.h"
#include "open/markup/hrefs.h"
#include "open/markup/xml_gather.h"

#include <string.h>

enum {
	LABEL_BYTES = 1 << 10,
	MAX_ENTRIES = 100000,
	MAX_LEVEL = 6,
};

typedef struct {
	char *key;
	char *label;
	guint level; /* from 1; 0: a page */
} Entry;

struct _OqToc {
	GPtrArray *entries; /* Entry */
	GHashTable *files;  /* path → GPtrArray of its chapters' Entry */
};

/* An entry while its element is read. */
typedef struct {
	OqToc *toc;
	OqXmlPull *xml;
	const char *name; /* of the file */
	guint level;
	gboolean in_pages;
	char *label;
} Reading;

static void
entry_free(gpointer data)
{
	Entry *entry = data;
	g_free(entry->key);
	g_free(entry->label);
	g_free(entry);
}

OqToc *
oq_toc_new(void)
{
	OqToc *toc = g_new0(OqToc, 1);
	toc->entries = g_ptr_array_new_with_free_func(entry_free);
	toc->files = g_hash_table_new_full(
		g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
	return toc;
}

void
oq_toc_free(OqToc *toc)
{
	if (toc == NULL)
		return;
	g_hash_table_unref(toc->files);
	g_ptr_array_unref(toc->entries);
	g_free(toc);
}

static void
add(Reading *reading, const char *href, const char *label)
{
	OqToc *toc = reading->toc;
	char *key = href != NULL ? oq_hrefs_resolve(reading->name, href) : NULL;
	if (key == NULL || label == NULL || *label == '\0' || toc->entries->len >= MAX_ENTRIES) {
		g_free(key);
		return;
	}
	Entry *entry = g_new0(Entry, 1);
	entry->key = key;
	entry->label = g_strdup(label);
	entry->level = reading->in_pages ? 0 : CLAMP(reading->level, 1, MAX_LEVEL);
	g_ptr_array_add(toc->entries, entry);
	if (reading->in_pages)
		return;
	g_autofree char *file = oq_hrefs_file(key);
	GPtrArray *chapters = g_hash_table_lookup(toc->files, file);
	if (chapters == NULL) {
		chapters = g_ptr_array_new();
		g_hash_table_insert(toc->files, g_steal_pointer(&file), chapters);
	}
	g_ptr_array_add(chapters, entry);
}

static void
enter_ncx(Reading *reading)
{
	OqXmlPull *xml = reading->xml;
	reading->level += oq_xml_pull_is(xml, "navPoint");
	reading->in_pages |= oq_xml_pull_is(xml, "pageList");
	if (oq_xml_pull_is(xml, "navLabel")) {
		g_free(reading->label);
		reading->label = oq_xml_gather(xml, NULL, LABEL_BYTES, NULL);
	} else if (oq_xml_pull_is(xml, "content")) {
		g_autofree char *href = oq_xml_pull_attribute(xml, "src");
		add(reading, href, reading->label);
	}
}

static void
leave_ncx(Reading *reading)
{
	if (oq_xml_pull_is(reading->xml, "navPoint"))
		reading->level -= reading->level > 0;
	else if (oq_xml_pull_is(reading->xml, "pageList"))
		reading->in_pages = FALSE;
}

static void
enter_nav(Reading *reading)
{
	static const char *const pages[] = {"page-list", NULL}, *const others[] = {
									"landmarks", NULL};
	OqXmlPull *xml = reading->xml;
	reading->level += oq_xml_pull_is(xml, "ol");
	if (oq_xml_pull_is(xml, "nav")) {
		g_autofree char *type = oq_xml_pull_attribute(xml, "type");
		reading->in_pages = type != NULL && oq_elements_has_word(type, pages);
		if (type != NULL && oq_elements_has_word(type, others))
			oq_xml_pull_skip(xml);
	} else if (oq_xml_pull_is(xml, "a") && reading->level > 0) {
		g_autofree char *href = oq_xml_pull_attribute(xml, "href");
		g_autofree char *label = oq_xml_gather(xml, NULL, LABEL_BYTES, NULL);
		add(reading, href, label);
	}
}

static void
leave_nav(Reading *reading)
{
	if (oq_xml_pull_is(reading->xml, "ol"))
		reading->level -= reading->level > 0;
}

static void
read_file(OqToc *toc, OqArchive *archive, const char *name, void (*enter)(Reading *),
	void (*leave)(Reading *))
{
	OqMember *member = oq_archive_find(archive, name) != NULL
				   ? oq_archive_member(archive, name, NULL)
				   : NULL;
	if (member == NULL)
		return;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	Reading reading = {.toc = toc, .xml = xml, .name = name};
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;)
		if (event == OQ_XML_START)
			enter(&reading);
		else if (event == OQ_XML_END)
			leave(&reading);
	g_free(reading.label);
}

void
oq_toc_read_ncx(OqToc *toc, OqArchive *archive, const char *name)
{
	read_file(toc, archive, name, enter_ncx, leave_ncx);
}

void
oq_toc_read_nav(OqToc *toc, OqArchive *archive, const char *name)
{
	read_file(toc, archive, name, enter_nav, leave_nav);
}

gboolean
oq_toc_is_empty(const OqToc *toc)
{
	return g_hash_table_size(toc->files) == 0;
}

void
oq_toc_put_pages(const OqToc *toc, OqHypertext *hypertext)
{
	for (guint i = 0; i < toc->entries->len; i++) {
		const Entry *entry = g_ptr_array_index(toc->entries, i);
		if (entry->level == 0)
			oq_hypertext_page(hypertext, entry->key, entry->label);
	}
}

void
oq_toc_put_headlines(const OqToc *toc, const char *file, OqHypertext *hypertext)
{
	const GPtrArray *chapters = g_hash_table_lookup(toc->files, file);
	for (guint i = 0; chapters != NULL && i < chapters->len; i++) {
		const Entry *entry = g_ptr_array_index(chapters, i);
		oq_hypertext_headline(hypertext, entry->key, entry->label, entry->level);
	}
}
