/* package.c - see the header. */
#include "open/loaders/epub/package.h"

#include "open/markup/elements.h"
#include "open/markup/hrefs.h"
#include "open/markup/xml_gather.h"

#include <string.h>

enum { TEXT_BYTES = 1 << 12 }; /* of a title or a name */

typedef struct {
	char *path;
	char *type;
	char *properties;
} Item;

typedef struct {
	const char *name;
	OqPackage *package;
	GHashTable *items;  /* id → Item */
	GPtrArray *dtbooks; /* char *: texts of DAISY 3, whose order is of other files */
	GPtrArray *beside;  /* char *: paths that are not in the linear order */
	char *ncx_id;
	GHashTable *listed; /* paths that the order has had */
} Reading;

void
oq_package_free(OqPackage *package)
{
	if (package == NULL)
		return;
	g_free(package->title);
	g_free(package->author);
	g_free(package->language);
	g_free(package->ncx);
	g_free(package->nav);
	g_ptr_array_unref(package->texts);
	g_free(package);
}

static void
item_free(gpointer data)
{
	Item *item = data;
	g_free(item->path);
	g_free(item->type);
	g_free(item->properties);
	g_free(item);
}

char *
oq_package_find(OqArchive *archive)
{
	static const char container[] = "META-INF/container.xml";
	OqMember *member = oq_archive_find(archive, container) != NULL
				   ? oq_archive_member(archive, container, NULL)
				   : NULL;
	g_autoptr(OqXmlPull) xml = member != NULL ? oq_xml_pull_new_member(member) : NULL;
	char *found = NULL;
	for (OqXmlEvent event; xml != NULL && found == NULL &&
			       (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;)
		if (event == OQ_XML_START && oq_xml_pull_is(xml, "rootfile"))
			found = oq_xml_pull_attribute(xml, "full-path");
	if (found != NULL && oq_archive_find(archive, found) != NULL)
		return found;
	g_free(found);
	const GPtrArray *names = oq_archive_names(archive);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *plain = g_ascii_strdown(g_ptr_array_index(names, i), -1);
		if (g_str_has_suffix(plain, ".opf"))
			return g_strdup(g_ptr_array_index(names, i));
	}
	return NULL;
}

static void
take_item(Reading *reading, OqXmlPull *xml)
{
	g_autofree char *id = oq_xml_pull_attribute(xml, "id"),
			*href = oq_xml_pull_attribute(xml, "href");
	if (id == NULL || href == NULL)
		return;
	g_autofree char *path = oq_hrefs_resolve(reading->name, href);
	if (path == NULL)
		return;
	Item *item = g_new0(Item, 1);
	item->path = oq_hrefs_file(path);
	item->type = oq_xml_pull_attribute(xml, "media-type");
	item->properties = oq_xml_pull_attribute(xml, "properties");
	if (g_strcmp0(item->type, "application/x-dtbook+xml") == 0)
		g_ptr_array_add(reading->dtbooks, g_strdup(item->path));
	g_hash_table_replace(reading->items, g_steal_pointer(&id), item);
}

static gboolean
is_text(const Item *item)
{
	static const char *const types[] = {"application/xhtml+xml", "text/html",
		"application/x-dtbook+xml", "text/x-oeb1-document", "text/x-oeb1-html", NULL};
	return item->type == NULL || oq_elements_has_word(item->type, types);
}

static gboolean
is_nav(const Item *item)
{
	static const char *const words[] = {"nav", NULL};
	return item->properties != NULL && oq_elements_has_word(item->properties, words);
}

static void
take_itemref(Reading *reading, OqXmlPull *xml)
{
	g_autofree char *id = oq_xml_pull_attribute(xml, "idref");
	g_autofree char *linear = oq_xml_pull_attribute(xml, "linear");
	const Item *item = id != NULL ? g_hash_table_lookup(reading->items, id) : NULL;
	if (item == NULL || !is_text(item) || is_nav(item) ||
		!g_hash_table_add(reading->listed, g_strdup(item->path)))
		return;
	gboolean is_beside = linear != NULL && g_ascii_strcasecmp(linear, "no") == 0;
	g_ptr_array_add(
		is_beside ? reading->beside : reading->package->texts, g_strdup(item->path));
}

static void
add_author(OqPackage *package, const char *author)
{
	if (*author == '\0')
		return;
	char *all = package->author != NULL ? g_strconcat(package->author, ", ", author, NULL)
					    : g_strdup(author);
	g_free(package->author);
	package->author = all;
}

static void
take_told(Reading *reading, OqXmlPull *xml)
{
	OqPackage *package = reading->package;
	g_autofree char *name = g_ascii_strdown(oq_xml_pull_name(xml), -1);
	gboolean is_author = strcmp(name, "creator") == 0;
	char **place = strcmp(name, "title") == 0      ? &package->title
		       : strcmp(name, "language") == 0 ? &package->language
						       : NULL;
	if (!is_author && place == NULL)
		return;
	g_autofree char *text = oq_xml_gather(xml, NULL, TEXT_BYTES, NULL);
	if (is_author)
		add_author(package, text);
	else if (*place == NULL && *text != '\0')
		*place = g_steal_pointer(&text);
}

static void
take_element(Reading *reading, OqXmlPull *xml)
{
	if (oq_xml_pull_is(xml, "item")) {
		take_item(reading, xml);
	} else if (oq_xml_pull_is(xml, "itemref")) {
		take_itemref(reading, xml);
	} else if (oq_xml_pull_is(xml, "spine")) {
		g_free(reading->ncx_id);
		reading->ncx_id = oq_xml_pull_attribute(xml, "toc");
	} else {
		take_told(reading, xml);
	}
}

/* The tables of contents: the NCX that the spine names, else any. */
static void
find_contents(Reading *reading)
{
	static const char *const ncx[] = {"application/x-dtbncx+xml", NULL};
	GHashTableIter iter;
	gpointer id, data;
	g_hash_table_iter_init(&iter, reading->items);
	while (g_hash_table_iter_next(&iter, &id, &data)) {
		const Item *item = data;
		gboolean is_ncx = item->type != NULL && oq_elements_has_word(item->type, ncx);
		if (is_nav(item) && reading->package->nav == NULL)
			reading->package->nav = g_strdup(item->path);
		if (g_strcmp0(id, reading->ncx_id) != 0 &&
			(!is_ncx || reading->package->ncx != NULL))
			continue;
		g_free(reading->package->ncx);
		reading->package->ncx = g_strdup(item->path);
	}
}

/* FALSE: it is damaged, and told nothing. */
static gboolean
read_all(Reading *reading, OqXmlPull *xml, GError **error)
{
	g_autoptr(GError) failure = NULL;
	GPtrArray *texts = reading->package->texts;
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, &failure)) != OQ_XML_OVER;)
		if (event == OQ_XML_START)
			take_element(reading, xml);
	find_contents(reading);
	gboolean has_texts = texts->len + reading->beside->len > 0;
	g_ptr_array_extend_and_steal(texts, g_steal_pointer(&reading->beside));
	if (!has_texts)
		g_ptr_array_extend_and_steal(texts, g_steal_pointer(&reading->dtbooks));
	if (failure == NULL || texts->len > 0)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

OqPackage *
oq_package_new(void)
{
	OqPackage *package = g_new0(OqPackage, 1);
	package->texts = g_ptr_array_new_with_free_func(g_free);
	return package;
}

OqPackage *
oq_package_read(OqArchive *archive, const char *name, GError **error)
{
	OqMember *member = oq_archive_member(archive, name, error);
	if (member == NULL)
		return NULL;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	g_autoptr(OqPackage) package = oq_package_new();
	Reading reading = {.name = name, .package = package};
	reading.items = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, item_free);
	reading.dtbooks = g_ptr_array_new_with_free_func(g_free);
	reading.beside = g_ptr_array_new_with_free_func(g_free);
	reading.listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	gboolean is_read = read_all(&reading, xml, error);
	g_hash_table_unref(reading.items);
	g_clear_pointer(&reading.dtbooks, g_ptr_array_unref);
	g_clear_pointer(&reading.beside, g_ptr_array_unref);
	g_hash_table_unref(reading.listed);
	g_free(reading.ncx_id);
	return is_read ? g_steal_pointer(&package) : NULL;
}
