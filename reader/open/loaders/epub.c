/* epub.c - see the header. */
#include "open/loaders/epub.h"

#include "open/hrefs.h"
#include "open/loaders/package.h"
#include "open/loaders/toc.h"
#include "open/loaders/xhtml.h"
#include "open/xml.h"

#include <libxml/parser.h>
#include <string.h>

#define ENCRYPTION "META-INF/encryption.xml"

/* A book while it is told. */
typedef struct {
	const OqOpenJob *job;
	OqBlockWriter *out;
	OqArchive *archive;
	OqPackage *package;
	OqToc *toc;
	OqHypertext *hypertext;
	GHashTable *locked;   /* members that are encrypted */
	GHashTable *gathered; /* members whose notes are known */
} Book;

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
read_encryption(Book *book)
{
	OqMember *member = oq_archive_find(book->archive, ENCRYPTION) != NULL
				   ? oq_archive_member(book->archive, ENCRYPTION, NULL)
				   : NULL;
	if (member == NULL)
		return;
	g_autoptr(OqXml) xml = oq_xml_new_member(member);
	gboolean is_locked = TRUE;
	for (OqXmlEvent event; (event = oq_xml_next(xml, NULL)) != OQ_XML_OVER;) {
		if (event != OQ_XML_START)
			continue;
		if (oq_xml_is(xml, "EncryptedData")) {
			is_locked = TRUE;
		} else if (oq_xml_is(xml, "EncryptionMethod")) {
			g_autofree char *algorithm = oq_xml_attribute(xml, "Algorithm");
			is_locked = is_protection(algorithm);
		} else if (oq_xml_is(xml, "CipherReference") && is_locked) {
			g_autofree char *href = oq_xml_attribute(xml, "URI");
			char *path = href != NULL ? oq_hrefs_resolve("", href) : NULL;
			if (path != NULL)
				g_hash_table_add(book->locked, path);
		}
	}
}

/* Where no package file tells the order: what looks like text, in the archive's. */
static OqPackage *
guess_package(OqArchive *archive)
{
	static const char *const ends[] = {".xhtml", ".html", ".htm"};
	OqPackage *package = g_new0(OqPackage, 1);
	package->texts = g_ptr_array_new_with_free_func(g_free);
	const GPtrArray *names = oq_archive_names(archive);
	for (guint i = 0; i < names->len; i++)
		for (gsize k = 0; k < G_N_ELEMENTS(ends); k++)
			if (g_str_has_suffix(g_ptr_array_index(names, i), ends[k]))
				g_ptr_array_add(
					package->texts, g_strdup(g_ptr_array_index(names, i)));
	return package;
}

static gboolean
read_package(Book *book, GError **error)
{
	g_autofree char *name = oq_package_find(book->archive);
	g_autoptr(GError) failure = NULL;
	if (name != NULL)
		book->package = oq_package_read(book->archive, name, &failure);
	if (failure != NULL && failure->code != OQ_OPEN_ERROR_DAMAGED) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	if (book->package == NULL || book->package->texts->len == 0) {
		oq_package_free(book->package);
		book->package = guess_package(book->archive);
	}
	if (book->package->texts->len > 0)
		return TRUE;
	g_set_error_literal(
		error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "EPUB: no text in its package");
	return FALSE;
}

static void
read_contents(Book *book)
{
	if (book->package->nav != NULL)
		oq_toc_read_nav(book->toc, book->archive, book->package->nav);
	if (oq_toc_is_empty(book->toc) && book->package->ncx != NULL)
		oq_toc_read_ncx(book->toc, book->archive, book->package->ncx);
	oq_toc_put_pages(book->toc, book->hypertext);
}

static gboolean
set_locked(GError **error)
{
	g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LOCKED, "");
	return FALSE;
}

static gboolean
gather(Book *book, OqXhtml *xhtml, const char *name, GError **error)
{
	if (!g_hash_table_add(book->gathered, g_strdup(name)))
		return TRUE;
	oq_hypertext_begin(book->hypertext, name, OQ_HYPERTEXT_GATHER);
	gboolean is_fed = oq_xhtml_feed(xhtml, book->hypertext, NULL, NULL);
	return oq_hypertext_end(book->hypertext, error) && is_fed;
}

/* The notes of a chapter, and of the files that it refers to. What is damaged is told when it is
 * read for itself. */
static gboolean
gather_notes(Book *book, OqXhtml *xhtml, const char *name, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gather(book, xhtml, name, &failure);
	for (char *wanted;
		failure == NULL && (wanted = oq_hypertext_take_wanted(book->hypertext)) != NULL;) {
		gboolean is_locked = g_hash_table_contains(book->locked, wanted);
		OqXhtml *notes = is_locked ? NULL : oq_xhtml_open(book->archive, wanted, NULL);
		if (notes != NULL)
			gather(book, notes, wanted, &failure);
		oq_xhtml_free(notes);
		g_free(wanted);
	}
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
tell_chapter(Book *book, const char *name, GError **error)
{
	if (g_hash_table_contains(book->locked, name))
		return set_locked(error);
	g_autoptr(OqXhtml) xhtml = oq_xhtml_open(book->archive, name, error);
	if (xhtml == NULL)
		return FALSE;
	if (!oq_xhtml_has_heading(xhtml))
		oq_toc_put_headlines(book->toc, name, book->hypertext);
	if (book->job->notes == OQ_NOTES_INLINE && !gather_notes(book, xhtml, name, error))
		return FALSE;
	g_autoptr(GError) failure = NULL;
	oq_hypertext_begin(book->hypertext, name, OQ_HYPERTEXT_WRITE);
	oq_xhtml_feed(xhtml, book->hypertext, book->out, &failure);
	if (!oq_hypertext_end(book->hypertext, failure == NULL ? &failure : NULL) ||
		failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	return TRUE;
}

/* A chapter that is damaged or missing does not end the book; the first one is told of. */
static gboolean
tell_chapters(Book *book, GError **error)
{
	const GPtrArray *texts = book->package->texts;
	g_autoptr(GError) damage = NULL;
	for (guint i = 0; i < texts->len && !oq_block_writer_is_closed(book->out); i++) {
		g_autoptr(GError) failure = NULL;
		tell_chapter(book, g_ptr_array_index(texts, i), &failure);
		oq_block_writer_share(book->out, i + 1, texts->len);
		if (failure == NULL)
			continue;
		gboolean is_damage = failure->code == OQ_OPEN_ERROR_DAMAGED;
		if (!is_damage || damage == NULL) {
			g_clear_error(&damage);
			damage = g_steal_pointer(&failure);
		}
		if (!is_damage)
			break;
	}
	if (damage == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&damage));
	return FALSE;
}

static gboolean
tell(Book *book, GError **error)
{
	const OqPackage *package = book->package;
	oq_block_writer_tell(book->out, OQ_WIRE_TITLE, package->title);
	oq_block_writer_tell(book->out, OQ_WIRE_AUTHOR, package->author);
	oq_block_writer_tell(book->out, OQ_WIRE_LANGUAGE, package->language);
	book->hypertext = oq_hypertext_new(book->out, book->job->notes, package->language);
	read_contents(book);
	return tell_chapters(book, error);
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(OqArchive) archive = oq_archive_open(job, error);
	if (archive == NULL)
		return FALSE;
	Book book = {.job = job, .out = out, .archive = archive, .toc = oq_toc_new()};
	book.locked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	book.gathered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	read_encryption(&book);
	gboolean is_told = read_package(&book, error) && tell(&book, error);
	g_hash_table_unref(book.locked);
	g_hash_table_unref(book.gathered);
	oq_toc_free(book.toc);
	oq_package_free(book.package);
	oq_hypertext_free(book.hypertext);
	return is_told;
}

const OqLoader oq_loader_epub = {"epub", fit, xmlInitParser, load};
