/* document.c - see the header. */
#include "document/document-private.h"

#include "document/identity.h"

G_DEFINE_QUARK(oq_document_error, oq_document_error)

static void
free_part(gpointer data)
{
	oq_part_free(data);
}

OqDocument *
oq_document_make(const OqDocumentWish *wish, GCancellable *stop)
{
	OqDocument *document = g_new0(OqDocument, 1);
	document->parts = g_ptr_array_new_with_free_func(free_part);
	document->outline = g_array_new(FALSE, FALSE, sizeof(OqHeading));
	document->extent = oq_extent_new();
	document->notices = g_ptr_array_new_with_free_func(g_free);
	document->wish = *wish;
	document->wish.encoding = document->encoding = g_strdup(wish->encoding);
	g_set_object(&document->stop, stop);
	pthread_mutex_init(&document->lock, NULL);
	return document;
}

OqDocument *
oq_document_new_text(const char *text, gsize n_bytes)
{
	const OqDocumentWish plain = {0};
	OqDocument *document = oq_document_make(&plain, NULL);
	document->title = g_strdup("");
	oq_document_add(document, oq_part_new_text(text, n_bytes));
	document->n_files = 1;
	oq_document_measure(document);
	return document;
}

void
oq_document_free(OqDocument *document)
{
	if (document == NULL)
		return;
	g_ptr_array_unref(document->parts);
	g_array_unref(document->outline);
	oq_extent_free(document->extent);
	g_ptr_array_unref(document->notices);
	g_clear_object(&document->stop);
	pthread_mutex_destroy(&document->lock);
	g_strfreev(document->paths);
	g_free(document->encoding);
	g_free(document->title);
	g_free(document->author);
	g_free(document);
}

void
oq_document_add(OqDocument *document, OqPart *part)
{
	guint64 size = oq_part_size(part);
	pthread_mutex_lock(&document->lock);
	oq_extent_set(document->extent, document->parts->len, size);
	g_ptr_array_add(document->parts, part);
	pthread_mutex_unlock(&document->lock);
}

/* The headings that were found since the last time; of several files, their titles are enough. */
static void
note_headings(OqDocument *document, OqOpened *opened)
{
	const GArray *headings = oq_opened_headings(opened);
	for (guint i = document->outline->len; document->n_files == 1 && i < headings->len; i++) {
		const OqOpenedMark *mark = &g_array_index(headings, OqOpenedMark, i);
		const OqHeading heading = {mark->start, mark->level, mark->label};
		g_array_append_val(document->outline, heading);
	}
}

void
oq_document_measure(OqDocument *document)
{
	OqPart *part = oq_document_part(document, document->at);
	guint64 n_bytes = 0, size = oq_part_size(part);
	if (part->chapter != NULL)
		n_bytes = oq_chapter_n_bytes(part->chapter);
	OqOpened *opened = part->chapter != NULL ? oq_chapter_opened(part->chapter) : NULL;
	if (opened != NULL)
		note_headings(document, opened);
	pthread_mutex_lock(&document->lock);
	if (opened != NULL)
		oq_document_see_notes(part, opened);
	oq_extent_set(document->extent, document->at, size);
	document->n_bytes = document->parts->len == 1 ? n_bytes : oq_extent_total(document->extent);
	pthread_mutex_unlock(&document->lock);
}

static void
prepare(const OqDocument *document, OqPart *part)
{
	if (part->chapter == NULL)
		return;
	oq_chapter_set_stop(part->chapter, document->stop);
	oq_chapter_on_wait(part->chapter, document->wait, document->wait_data);
	oq_chapter_set_hasty(part->chapter, document->is_hasty);
	if (document->counts_lines)
		oq_chapter_count_lines(part->chapter);
}

static void
prepare_all(OqDocument *document)
{
	for (guint i = 0; i < document->parts->len; i++)
		prepare(document, oq_document_part(document, i));
}

void
oq_document_count_lines(OqDocument *document)
{
	document->counts_lines = TRUE;
	prepare_all(document);
}

guint
oq_document_line(OqDocument *document, guint64 place)
{
	OqPart *part = oq_document_part(document, document->at);
	g_return_val_if_fail(part->chapter != NULL && document->counts_lines, 0);
	OqLineCount *lines = oq_chapter_count_lines(part->chapter);
	return lines != NULL ? oq_line_count_at(lines, oq_document_byte_of(place)) : 0;
}

static void
note(OqDocument *document, const char *notice)
{
	pthread_mutex_lock(&document->lock);
	g_ptr_array_add(document->notices, g_strdup(notice));
	pthread_mutex_unlock(&document->lock);
}

/* Once, however often it is opened. */
static void
note_opening(OqDocument *document, OqPart *part)
{
	g_autofree char *notice = part->was_told ? NULL : oq_chapter_notice(part->chapter);
	part->was_told = TRUE;
	if (notice != NULL)
		note(document, notice);
}

gboolean
oq_document_enter(OqDocument *document, guint index, GError **error)
{
	OqPart *part = oq_document_part(document, index);
	OqDocumentWish wish = document->wish;
	wish.follows &= index + 1 == document->parts->len;
	if (index != document->at)
		oq_part_close(oq_document_part(document, document->at));
	document->at = index;
	if (!oq_part_open(part, &wish, document->stop, error))
		return FALSE;
	prepare(document, part);
	note_opening(document, part);
	return TRUE;
}

static gboolean
is_any_left(const OqDocument *document)
{
	for (guint i = 0; i < document->parts->len; i++)
		if (!oq_document_part(document, i)->is_gone)
			return TRUE;
	return FALSE;
}

gboolean
oq_document_pass_over(OqDocument *document, GError *failure, GError **error)
{
	gboolean is_fault = failure->domain == OQ_DOCUMENT_ERROR &&
			    failure->code != OQ_DOCUMENT_ERROR_ENCODING &&
			    failure->code != OQ_DOCUMENT_ERROR_GONE;
	if (is_fault && document->parts->len > 1) {
		OqPart *part = oq_document_part(document, document->at);
		oq_part_give_up(part);
		if (is_any_left(document)) {
			document->n_cut += part->has_block;
			note(document, failure->message);
			g_error_free(failure);
			return TRUE;
		}
	}
	g_propagate_error(error, failure);
	return FALSE;
}

void
oq_document_set_stop(OqDocument *document, GCancellable *stop)
{
	g_set_object(&document->stop, stop);
	prepare_all(document);
}

void
oq_document_on_wait(OqDocument *document, OqDocumentWait wait, gpointer data)
{
	document->wait = wait;
	document->wait_data = data;
	prepare_all(document);
}

void
oq_document_set_hasty(OqDocument *document, gboolean is_hasty)
{
	document->is_hasty = is_hasty;
	prepare(document, oq_document_part(document, document->at));
}

GPtrArray *
oq_document_take_notices(OqDocument *document)
{
	GPtrArray *notices = NULL;
	pthread_mutex_lock(&document->lock);
	if (document->notices->len > 0) {
		notices = document->notices;
		document->notices = g_ptr_array_new_with_free_func(g_free);
	}
	pthread_mutex_unlock(&document->lock);
	return notices;
}

const char *
oq_document_title(const OqDocument *document)
{
	return document->title;
}

const char *
oq_document_author(const OqDocument *document)
{
	return document->author;
}

const char *
oq_document_path(OqDocument *document, guint64 place)
{
	guint file = oq_document_file_of(place);
	pthread_mutex_lock(&document->lock);
	OqPart *part = oq_document_part(document, MIN(file, document->parts->len - 1));
	const char *path = part->path;
	pthread_mutex_unlock(&document->lock);
	return path;
}

guint
oq_document_n_files(const OqDocument *document)
{
	return document->n_files;
}

char *
oq_document_identity(const OqDocument *document)
{
	const char *const *paths = (const char *const *)document->paths;
	if (paths == NULL || g_strv_contains(paths, "-"))
		return NULL;
	return document->n_files == 1 ? oq_identity_of_file(paths[0])
				      : oq_identity_of_book(paths, document->n_files);
}

OqDocumentInfo
oq_document_info(OqDocument *document)
{
	OqDocumentInfo info;
	pthread_mutex_lock(&document->lock);
	info.n_bytes = document->n_bytes;
	pthread_mutex_unlock(&document->lock);
	return info;
}

guint64
oq_document_at(OqDocument *document, gdouble fraction)
{
	pthread_mutex_lock(&document->lock);
	guint64 place = oq_extent_at(document->extent, fraction);
	pthread_mutex_unlock(&document->lock);
	return place;
}

gdouble
oq_document_fraction(OqDocument *document, guint64 place)
{
	pthread_mutex_lock(&document->lock);
	gdouble fraction = oq_extent_fraction(document->extent, place);
	pthread_mutex_unlock(&document->lock);
	return fraction;
}

const GArray *
oq_document_outline(const OqDocument *document)
{
	return document->outline;
}

gboolean
oq_document_read_outline(OqDocument *document, GError **error)
{
	OqPart *part = oq_document_part(document, document->at);
	OqOpened *opened = part->chapter != NULL ? oq_chapter_opened(part->chapter) : NULL;
	if (opened == NULL || document->n_files > 1)
		return TRUE;
	gboolean is_read = oq_opened_read_all(opened, error);
	oq_document_measure(document);
	return is_read;
}

const char *
oq_document_encoding(const OqDocument *document)
{
	const OqPart *part = oq_document_part(document, document->at);
	return part->chapter != NULL ? oq_chapter_encoding(part->chapter) : NULL;
}

gboolean
oq_document_lacks_landlock(const OqDocument *document)
{
	const OqPart *part = oq_document_part(document, document->at);
	OqOpened *opened = part->chapter != NULL ? oq_chapter_opened(part->chapter) : NULL;
	return opened != NULL && oq_opened_lacks_landlock(opened);
}

guint
oq_document_n_cut(const OqDocument *document)
{
	return document->n_cut;
}

guint64
oq_document_n_bad_bytes(const OqDocument *document)
{
	guint64 n_bad_bytes = 0;
	for (guint i = 0; i < document->parts->len; i++)
		n_bad_bytes += oq_part_n_bad_bytes(oq_document_part(document, i));
	return n_bad_bytes;
}
