/* spine.c - see the header. */
#include "open/loaders/epub/spine.h"

#include "open/loaders/epub/toc.h"
#include "open/loaders/epub/xhtml.h"

/* A book while it is told. */
typedef struct {
	const OqOpenJob *job;
	OqBlockWriter *out;
	OqArchive *archive;
	const OqPackage *package;
	GHashTable *locked;
	OqToc *toc;
	OqHypertext *hypertext;
	GHashTable *gathered; /* members whose notes are known */
} Book;

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

gboolean
oq_spine_tell(const OqOpenJob *job, OqArchive *archive, const OqPackage *package,
	GHashTable *locked, OqBlockWriter *out, GError **error)
{
	Book book = {.job = job, .out = out, .archive = archive, .package = package};
	oq_block_writer_tell(out, OQ_WIRE_TITLE, package->title);
	oq_block_writer_tell(out, OQ_WIRE_AUTHOR, package->author);
	oq_block_writer_tell(out, OQ_WIRE_LANGUAGE, package->language);
	book.locked = locked;
	book.toc = oq_toc_new();
	book.hypertext = oq_hypertext_new(out, job->notes, package->language);
	book.gathered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	read_contents(&book);
	gboolean is_told = tell_chapters(&book, error);
	g_hash_table_unref(book.gathered);
	oq_hypertext_free(book.hypertext);
	oq_toc_free(book.toc);
	return is_told;
}
