/* document_move.c - from block to block, forward and back, through all files: see document.h. */
#include "document/document-private.h"

#include "document/waiting.h"

enum { LOOK_MS = 1000 }; /* between looks for a file that is to come */

static OqPart *
here(const OqDocument *document)
{
	return oq_document_part(document, document->at);
}

/* Nothing stands before this file. */
static gboolean
is_first(const OqDocument *document)
{
	for (guint i = 0; i < document->at; i++)
		if (!oq_document_part(document, i)->is_empty &&
			!oq_document_part(document, i)->is_gone)
			return FALSE;
	return TRUE;
}

/* A block of the file becomes one of the document. */
static void
take_block(OqDocument *document, OqBlock *block)
{
	here(document)->has_block = TRUE;
	if (block->number == 1)
		here(document)->first = block->start;
	block->number = block->number == 1 && is_first(document);
	block->start |= oq_document_place(document->at, 0);
}

/* In the middle of a rotation there is no file, or one that nobody may read yet. */
static gboolean
is_to_come(const OqDocument *document, const GError *failure)
{
	return document->wish.follows && document->at + 1 == document->parts->len &&
	       (g_error_matches(failure, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING) ||
		       g_error_matches(failure, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE));
}

static gboolean
wait_a_while(const OqDocument *document, GError **error)
{
	if (document->wait != NULL)
		document->wait(document->wait_data);
	if (oq_waiting_for(-1, LOOK_MS, document->stop) != OQ_WAITING_STOPPED)
		return TRUE;
	g_cancellable_set_error_if_cancelled(document->stop, error);
	return FALSE;
}

/* FALSE and no error: it is to come, and nothing is waited for. */
static gboolean
enter(OqDocument *document, guint index, GError **error)
{
	g_autoptr(GError) failure = NULL;
	while (!oq_document_enter(document, index, &failure)) {
		if (!is_to_come(document, failure)) {
			g_propagate_error(error, g_steal_pointer(&failure));
			return FALSE;
		}
		g_clear_error(&failure);
		if (document->is_hasty || !wait_a_while(document, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
next_here(OqDocument *document, OqBlock *block, GError **error)
{
	g_autoptr(GError) failure = NULL;
	OqPart *part = here(document);
	if (part->is_gone || !enter(document, document->at, error))
		return FALSE;
	gboolean found = oq_chapter_next(part->chapter, block, &failure);
	oq_document_measure(document);
	if (found) {
		take_block(document, block);
		return TRUE;
	}
	if (failure == NULL)
		part->is_empty = !part->has_block && !document->wish.follows;
	else
		g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

/* A pipe that was read before is read again, as far as it is kept. */
static void
enter_next(OqDocument *document)
{
	OqPart *part = here(document);
	oq_part_close(part);
	document->at++;
	if (here(document)->chapter != NULL)
		oq_chapter_seek(here(document)->chapter, 0, NULL);
}

/* The file that was followed is not the one any more that has its name. */
static gboolean
is_replaced(const OqDocument *document)
{
	const OqPart *part = here(document);
	if (part->path == NULL || part->chapter == NULL)
		return FALSE;
	const OqSource *source = oq_chapter_source(part->chapter);
	return source != NULL && oq_source_is_over(source) && oq_source_is_seekable(source);
}

static gboolean
go_on(OqDocument *document)
{
	if (document->at + 1 == document->parts->len) {
		if (!is_replaced(document))
			return FALSE;
		oq_document_add(document, oq_part_new(here(document)->path, NULL));
		oq_part_give_up(here(document));
	}
	enter_next(document);
	return TRUE;
}

gboolean
oq_document_next(OqDocument *document, OqBlock *block, GError **error)
{
	if (document->has_sought) {
		document->has_sought = FALSE;
		*block = document->sought;
		return TRUE;
	}
	do {
		g_autoptr(GError) failure = NULL;
		if (next_here(document, block, &failure))
			return TRUE;
		if (failure != NULL &&
			!oq_document_pass_over(document, g_steal_pointer(&failure), error))
			return FALSE;
	} while (go_on(document));
	return FALSE;
}

gssize
oq_document_read(OqDocument *document, char *buffer, gsize size, GError **error)
{
	g_autoptr(GError) failure = NULL;
	OqChapter *chapter = here(document)->chapter;
	if (chapter == NULL || document->has_sought)
		return 0;
	gssize n_read = oq_chapter_read(chapter, buffer, size, &failure);
	if (n_read <= 0)
		oq_document_measure(document);
	if (n_read >= 0)
		return n_read;
	return oq_document_pass_over(document, g_steal_pointer(&failure), error) ? 0 : -1;
}

gboolean
oq_document_is_cut(const OqDocument *document)
{
	OqChapter *chapter = here(document)->chapter;
	return chapter != NULL && !document->has_sought && oq_chapter_is_cut(chapter);
}

/* FALSE: there is no block in the file, or with @error. */
static gboolean
seek_in(OqDocument *document, guint index, guint64 byte, GError **error)
{
	OqPart *part = oq_document_part(document, index);
	if (part->is_gone || part->is_empty)
		return FALSE;
	document->has_sought = FALSE;
	g_autoptr(GError) failure = NULL;
	if (enter(document, index, &failure) && oq_chapter_seek(part->chapter, byte, &failure))
		document->has_sought = next_here(document, &document->sought, &failure);
	if (failure != NULL)
		oq_document_pass_over(document, g_steal_pointer(&failure), error);
	return document->has_sought;
}

static gboolean
seek_in_book(OqDocument *document, guint index, guint64 byte, GError **error)
{
	g_autoptr(GError) failure = NULL;
	document->has_sought = FALSE;
	for (guint i = index + 1; i > 0; i--) {
		if (seek_in(document, i - 1, i - 1 == index ? byte : G_MAXUINT64, &failure))
			return TRUE;
		if (failure != NULL) {
			g_propagate_error(error, g_steal_pointer(&failure));
			return FALSE;
		}
	}
	/* there is none but behind it */
	oq_part_close(here(document));
	document->at = index;
	return TRUE;
}

gboolean
oq_document_seek(OqDocument *document, guint64 position, GError **error)
{
	guint last = document->parts->len - 1, index = oq_document_file_of(position);
	if (last > 0)
		return seek_in_book(document, MIN(index, last),
			index > last ? G_MAXUINT64 : oq_document_byte_of(position), error);
	OqChapter *chapter = here(document)->chapter;
	gboolean found = oq_chapter_seek(chapter, position, error);
	oq_document_measure(document);
	return found;
}

gboolean
oq_document_before(const OqDocument *document, guint64 start, guint64 *place)
{
	guint file = oq_document_file_of(start);
	guint64 byte = oq_document_byte_of(start);
	gboolean begins = byte == 0 || (file < document->parts->len &&
					       byte == oq_document_part(document, file)->first);
	*place = begins ? oq_document_place(file, 0) - 1 : start - 1;
	return !begins || file > 0;
}
