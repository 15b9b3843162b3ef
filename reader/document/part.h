/* part.h - a file of a document, which is opened when it is read and closed when another one is. */
#pragma once

#include "document/chapter.h"

typedef struct {
	char *path;         /* NULL: a text that was given */
	char *title;        /* nullable */
	OqChapter *chapter; /* NULL: it is closed */
	OqChapterMemory memory;
	GArray *notes;       /* of OqOpenedNotes: all that were ever read */
	guint64 n_bad_bytes; /* when it was closed */
	guint64 first;       /* where its first block begins; G_MAXUINT64: not known */
	gboolean has_block;  /* one was read */
	gboolean is_empty;   /* it was read, and there is no block in it */
	gboolean was_told;   /* what there is to say of it when it is opened */
	gboolean is_gone;    /* it cannot be read, or no longer */
} OqPart;

/** oq_part_new: @title: (transfer full) (nullable). */
OqPart *oq_part_new(const char *path, char *title);

/** oq_part_new_text: open for good. */
OqPart *oq_part_new_text(const char *text, gsize n_bytes);
void oq_part_free(OqPart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPart, oq_part_free)

/** oq_part_open: at its beginning, unless it is open. The parameters and errors of
 * oq_chapter_open(). */
gboolean oq_part_open(OqPart *part, const OqDocumentWish *wish, GCancellable *stop, GError **error);

/** oq_part_close: gives back file and memory; what could not be opened again stays open. */
void oq_part_close(OqPart *part);

/** oq_part_give_up: it is gone. */
void oq_part_give_up(OqPart *part);

/** oq_part_size: of its file; 0: not known. */
guint64 oq_part_size(const OqPart *part);

/** oq_part_is_pipe: it gives its bytes only once. */
gboolean oq_part_is_pipe(const OqPart *part);

guint64 oq_part_n_bad_bytes(const OqPart *part);
