/* document-private.h - a document from within, for its other files. */
#pragma once

#include "document/document.h"
#include "document/extent.h"
#include "document/part.h"

#include <pthread.h>

struct _OqDocument {
	GPtrArray *parts; /* of OqPart: one at least */
	guint n_cut;      /* that were not read to their end */
	guint n_files;    /* of these, those that were there at first: a file that takes the name of
			     one that is followed comes behind them */
	char **paths;     /* of those; NULL: a text was given */
	guint at;         /* the part that is read */
	OqBlock sought;   /* what next() gives, as has_sought says */
	gboolean has_sought;
	OqDocumentWish wish;
	char *encoding; /* nullable: owned: the wish's */
	gboolean is_hasty;
	gboolean counts_lines;
	GCancellable *stop; /* nullable */
	OqDocumentWait wait;
	gpointer wait_data;
	char *title;
	char *author;    /* nullable */
	GArray *outline; /* of OqHeading */

	/* Guarded by the lock; of the parts, their number, paths and notes. */
	pthread_mutex_t lock;
	OqExtent *extent;
	guint64 n_bytes;    /* of the text, as far as is known; 0: not yet */
	GPtrArray *notices; /* of char * */
};

/** oq_document_make: without a part. */
OqDocument *oq_document_make(const OqDocumentWish *wish, GCancellable *stop);

/** oq_document_add: @part: (transfer full). */
void oq_document_add(OqDocument *document, OqPart *part);

static inline OqPart *
oq_document_part(const OqDocument *document, guint index)
{
	return g_ptr_array_index(document->parts, index);
}

/** oq_document_enter: the part is the one that is read, where it stands, or at its beginning if it
 * was closed. */
gboolean oq_document_enter(OqDocument *document, guint index, GError **error);

/** oq_document_pass_over: whether the reading can go on without the part that is read, which
 * @failure (transfer full) tells of: then that is noted, else it becomes @error. */
gboolean oq_document_pass_over(OqDocument *document, GError *failure, GError **error);

/** oq_document_see_notes: takes note of those of the part. The lock is held. */
void oq_document_see_notes(OqPart *part, const OqOpened *opened);

/** oq_document_measure: takes note of how long the part that is read is. */
void oq_document_measure(OqDocument *document);
