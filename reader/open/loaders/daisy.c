/* daisy.c - see the header. */
#include "open/loaders/daisy.h"

#include "open/loaders/epub/spine.h"
#include "open/loaders/html/html_tree.h"
#include "open/markup/hrefs.h"
#include "open/markup/xml_input.h"
#include "open/markup/xml_pull.h"
#include "open/text_input.h"

#include <libxml/parser.h>
#include <string.h>

enum {
	NCC_BYTES = 4 << 20,
	SHARE_BYTES = 1 << 16, /* of the file; then what it gave goes on its way */
};

/* Returns: (nullable): the first member of an archive whose name ends so */
static const char *
find_end(const OqArchive *archive, const char *end)
{
	const GPtrArray *names = oq_archive_names(archive);
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i), *slash = strrchr(name, '/');
		g_autofree char *plain = g_ascii_strdown(slash != NULL ? slash + 1 : name, -1);
		if (*end == '.' ? g_str_has_suffix(plain, end) : strcmp(plain, end) == 0)
			return name;
	}
	return NULL;
}

static OqFit
fit(const OqSample *sample)
{
	const OqArchive *archive = sample->archive;
	if (archive == NULL)
		return oq_xml_input_says(sample->head, "<dtbook") ? OQ_FIT_SURE : OQ_FIT_NONE;
	if (oq_archive_find(archive, "META-INF/container.xml") != NULL)
		return OQ_FIT_NONE;
	if (find_end(archive, "ncc.html") != NULL)
		return OQ_FIT_SURE;
	/* Others have a package file, too, which tells no more than who wrote them. */
	gboolean has_text = find_end(archive, ".xml") != NULL || find_end(archive, ".ncx") != NULL;
	return has_text && find_end(archive, ".opf") != NULL ? OQ_FIT_LIKELY : OQ_FIT_NONE;
}

/* A member of the order of something, once. */
static void
add_once(GPtrArray *files, const char *base, const char *href, const char *end)
{
	g_autofree char *key = href != NULL ? oq_hrefs_resolve(base, href) : NULL;
	g_autofree char *file = key != NULL ? oq_hrefs_file(key) : NULL;
	g_autofree char *plain = file != NULL ? g_ascii_strdown(file, -1) : NULL;
	if (plain != NULL && (end == NULL || g_str_has_suffix(plain, end)) &&
		!g_ptr_array_find_with_equal_func(files, file, g_str_equal, NULL))
		g_ptr_array_add(files, g_steal_pointer(&file));
}

static void
take_meta(OqPackage *package, const char *name, const char *content)
{
	static const char *const names[] = {"dc:title", "dc:creator", "dc:language"};
	char **const places[] = {&package->title, &package->author, &package->language};
	for (gsize i = 0; i < G_N_ELEMENTS(names) && name != NULL && content != NULL; i++)
		if (g_ascii_strcasecmp(name, names[i]) == 0 && *places[i] == NULL)
			*places[i] = g_strdup(content);
}

/* What the table of contents of DAISY 2.02 says of the book, and which SMIL files it leads to. */
static GPtrArray *
read_ncc(OqArchive *archive, const char *name, OqPackage *package, GError **error)
{
	g_autoptr(GBytes) bytes = oq_archive_read(archive, name, NCC_BYTES, error);
	if (bytes == NULL)
		return NULL;
	gsize n_bytes;
	gboolean is_deep;
	const char *content = g_bytes_get_data(bytes, &n_bytes);
	g_autofree char *declared = oq_html_tree_declared(content, n_bytes);
	GString *text = oq_text_input_decode(content, n_bytes, NULL, declared, error);
	if (text == NULL)
		return NULL;
	GPtrArray *smils = g_ptr_array_new_with_free_func(g_free);
	xmlDoc *document = oq_html_tree_parse(text->str, text->len, &is_deep);
	xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
	for (xmlNode *node = root; node != NULL; node = oq_html_tree_next(node, root, FALSE)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		add_once(smils, name, oq_html_tree_attribute(node, "href"), ".smil");
		take_meta(package, oq_html_tree_attribute(node, "name"),
			oq_html_tree_attribute(node, "content"));
	}
	xmlFreeDoc(document);
	g_string_free(text, TRUE);
	return smils;
}

/* The texts that a SMIL file goes along. */
static void
read_smil(OqArchive *archive, const char *name, GPtrArray *texts)
{
	OqMember *member = oq_archive_find(archive, name) != NULL
				   ? oq_archive_member(archive, name, NULL)
				   : NULL;
	if (member == NULL)
		return;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START || !oq_xml_pull_is(xml, "text"))
			continue;
		g_autofree char *source = oq_xml_pull_attribute(xml, "src");
		add_once(texts, name, source, NULL);
	}
}

/* A book without a text of its own has that of its table of contents. */
static OqPackage *
read_daisy2(OqArchive *archive, const char *ncc, GError **error)
{
	g_autoptr(OqPackage) package = oq_package_new();
	g_autoptr(GPtrArray) smils = read_ncc(archive, ncc, package, error);
	if (smils == NULL)
		return NULL;
	for (guint i = 0; i < smils->len; i++)
		read_smil(archive, g_ptr_array_index(smils, i), package->texts);
	guint index;
	if (package->texts->len > 1 &&
		g_ptr_array_find_with_equal_func(package->texts, ncc, g_str_equal, &index))
		g_ptr_array_remove_index(package->texts, index);
	if (package->texts->len == 0)
		g_ptr_array_add(package->texts, g_strdup(ncc));
	return g_steal_pointer(&package);
}

static gboolean
load_archive(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(OqArchive) archive = oq_archive_open(job, error);
	if (archive == NULL)
		return FALSE;
	const char *ncc = find_end(archive, "ncc.html"), *opf = find_end(archive, ".opf");
	g_autoptr(OqPackage) package = ncc != NULL ? read_daisy2(archive, ncc, error)
						   : oq_package_read(archive, opf, error);
	g_autoptr(GHashTable) none = g_hash_table_new(g_str_hash, g_str_equal);
	if (package == NULL)
		return FALSE;
	if (package->texts->len > 0)
		return oq_spine_tell(job, archive, package, none, out, error);
	g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "DAISY: no text");
	return FALSE;
}

static void
tell_meta(OqXmlPull *xml, OqBlockWriter *out)
{
	OqPackage *told = oq_package_new();
	g_autofree char *name = oq_xml_pull_attribute(xml, "name");
	g_autofree char *content = oq_xml_pull_attribute(xml, "content");
	take_meta(told, name, content);
	oq_block_writer_tell(out, OQ_WIRE_TITLE, told->title);
	oq_block_writer_tell(out, OQ_WIRE_AUTHOR, told->author);
	oq_block_writer_tell(out, OQ_WIRE_LANGUAGE, told->language);
	oq_package_free(told);
}

static void
feed(OqXmlPull *xml, OqXmlEvent event, OqHypertext *hypertext)
{
	if (event == OQ_XML_START)
		oq_hypertext_start(hypertext, oq_xml_pull_name(xml), oq_xml_pull_attributes(xml));
	else if (event == OQ_XML_TEXT)
		oq_hypertext_text(hypertext, oq_xml_pull_text(xml), -1);
	else
		oq_hypertext_finish(hypertext);
}

/* @out: (nullable): in the pass that gathers there is none. */
static gboolean
read_dtbook(const OqOpenJob *job, OqHypertext *hypertext, OqBlockWriter *out, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_file(job);
	guint64 shared = 0;
	oq_hypertext_begin(hypertext, "", out != NULL ? OQ_HYPERTEXT_WRITE : OQ_HYPERTEXT_GATHER);
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, &failure)) != OQ_XML_OVER;) {
		if (event == OQ_XML_START && out != NULL && oq_xml_pull_is(xml, "meta"))
			tell_meta(xml, out);
		feed(xml, event, hypertext);
		if (out == NULL || oq_xml_pull_offset(xml) - shared < SHARE_BYTES)
			continue;
		shared = oq_xml_pull_offset(xml);
		oq_block_writer_share(out, shared, job->n_bytes);
		if (oq_block_writer_is_closed(out))
			break;
	}
	gboolean is_ended = oq_hypertext_end(hypertext, failure == NULL ? error : NULL);
	if (failure == NULL)
		return is_ended;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	if (oq_archive_is_one(job))
		return load_archive(job, out, error);
	g_autoptr(OqHypertext) hypertext = oq_hypertext_new(out, job->notes, NULL);
	/* Damage is told of when it is read the second time. */
	if (job->notes == OQ_NOTES_INLINE)
		read_dtbook(job, hypertext, NULL, NULL);
	return read_dtbook(job, hypertext, out, error);
}

const OqLoader oq_loader_daisy = {"daisy", fit, xmlInitParser, load};
