/* epub.c - see the header. */
#include "open/loaders/epub/epub.h"

#include "open/loaders/epub/spine.h"
#include "open/markup/hrefs.h"
#include "open/markup/xml_pull.h"

#include <libxml/parser.h>
#include <string.h>

#define ENCRYPTION "META-INF/encryption.xml"

/* The first member is "mimetype", which is not packed and says it. */
static gboolean
says_so(const OqSample *sample)
{
	static const char name[] = "mimetype", content[] = "application/epub+zip";
	const guint8 *head = (const guint8 *)sample->head;
	if (sample->n_head < 30 || head[26] != strlen(name) || head[27] != 0)
		return FALSE;
	gsize start = 30 + strlen(name) + head[28] + ((gsize)head[29] << 8);
	return start + strlen(content) <= sample->n_head &&
	       memcmp(head + 30, name, strlen(name)) == 0 &&
	       memcmp(head + start, content, strlen(content)) == 0;
}

static OqFit
fit(const OqSample *sample)
{
	if (sample->archive == NULL)
		return OQ_FIT_NONE;
	if (says_so(sample))
		return OQ_FIT_SURE;
	if (oq_archive_find(sample->archive, "META-INF/container.xml") == NULL ||
		oq_archive_find(sample->archive, "META-INF/manifest.xml") != NULL)
		return OQ_FIT_NONE;
	return strcmp(sample->job->extension, "epub") == 0 ? OQ_FIT_SURE : OQ_FIT_LIKELY;
}

/* Fonts that are made useless elsewhere are no protection. */
static gboolean
is_protection(const char *algorithm)
{
	return algorithm == NULL ||
	       (strcmp(algorithm, "http://www.idpf.org/2008/embedding") != 0 &&
		       strcmp(algorithm, "http://ns.adobe.com/pdf/enc#RC") != 0);
}

static void
read_encryption(OqArchive *archive, GHashTable *locked)
{
	OqMember *member = oq_archive_find(archive, ENCRYPTION) != NULL
				   ? oq_archive_member(archive, ENCRYPTION, NULL)
				   : NULL;
	if (member == NULL)
		return;
	g_autoptr(OqXmlPull) xml = oq_xml_pull_new_member(member);
	gboolean is_locked = TRUE;
	for (OqXmlEvent event; (event = oq_xml_pull_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START)
			continue;
		if (oq_xml_pull_is(xml, "EncryptedData")) {
			is_locked = TRUE;
		} else if (oq_xml_pull_is(xml, "EncryptionMethod")) {
			g_autofree char *algorithm = oq_xml_pull_attribute(xml, "Algorithm");
			is_locked = is_protection(algorithm);
		} else if (oq_xml_pull_is(xml, "CipherReference") && is_locked) {
			g_autofree char *href = oq_xml_pull_attribute(xml, "URI");
			char *path = href != NULL ? oq_hrefs_resolve("", href) : NULL;
			if (path != NULL)
				g_hash_table_add(locked, path);
		}
	}
}

/* Where no package file tells the order: what looks like text, in the archive's. */
static OqPackage *
guess_package(OqArchive *archive)
{
	static const char *const ends[] = {".xhtml", ".html", ".htm"};
	OqPackage *package = oq_package_new();
	const GPtrArray *names = oq_archive_names(archive);
	for (guint i = 0; i < names->len; i++)
		for (gsize k = 0; k < G_N_ELEMENTS(ends); k++)
			if (g_str_has_suffix(g_ptr_array_index(names, i), ends[k]))
				g_ptr_array_add(
					package->texts, g_strdup(g_ptr_array_index(names, i)));
	return package;
}

static OqPackage *
read_package(OqArchive *archive, GError **error)
{
	g_autofree char *name = oq_package_find(archive);
	g_autoptr(GError) failure = NULL;
	g_autoptr(OqPackage) package =
		name != NULL ? oq_package_read(archive, name, &failure) : NULL;
	if (failure != NULL && failure->code != OQ_OPEN_ERROR_DAMAGED) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return NULL;
	}
	if (package == NULL || package->texts->len == 0) {
		g_clear_pointer(&package, oq_package_free);
		package = guess_package(archive);
	}
	if (package->texts->len > 0)
		return g_steal_pointer(&package);
	g_set_error_literal(
		error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "EPUB: no text in its package");
	return NULL;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(OqArchive) archive = oq_archive_open(job, error);
	if (archive == NULL)
		return FALSE;
	g_autoptr(GHashTable) locked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	read_encryption(archive, locked);
	g_autoptr(OqPackage) package = read_package(archive, error);
	return package != NULL && oq_spine_tell(job, archive, package, locked, out, error);
}

const OqLoader oq_loader_epub = {"epub", fit, xmlInitParser, load};
