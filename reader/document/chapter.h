/* chapter.h - one file, pipe or text, opened: what it is, and its blocks forward and back: plain
 * text, or a document that another program opens (opened.h). */
#pragma once

#include "document/document.h"
#include "document/opening/opened.h"
#include "document/plain_text.h"

typedef struct _OqChapter OqChapter;

/**
 * oq_chapter_open:
 * @path: a file's name, or "-" for standard input
 * @wish: if it is followed, its end is waited at, and its beginning is not
 *
 * Returns: NULL and OQ_DOCUMENT_ERROR, or G_IO_ERROR_CANCELLED after @stop
 */
OqChapter *oq_chapter_open(
	const char *path, const OqDocumentWish *wish, GCancellable *stop, GError **error);
OqChapter *oq_chapter_new_text(const char *text, gsize n_bytes);
void oq_chapter_free(OqChapter *chapter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqChapter, oq_chapter_free)

/** oq_chapter_notice: (transfer full) (nullable): what the user should know: letters that are put
 * right. */
char *oq_chapter_notice(OqChapter *chapter);

/** oq_chapter_encoding: (nullable): in which plain text was found to be; NULL: UTF-8, or as the
 * user says. */
const char *oq_chapter_encoding(const OqChapter *chapter);

/* These as in document.h. */
gboolean oq_chapter_next(OqChapter *chapter, OqBlock *block, GError **error);
gssize oq_chapter_read(OqChapter *chapter, char *buffer, gsize size, GError **error);
gboolean oq_chapter_is_cut(const OqChapter *chapter);
gboolean oq_chapter_seek(OqChapter *chapter, guint64 position, GError **error);

/** oq_chapter_n_bytes: of the text, as far as is known; 0: not yet. _guess_bytes: the same, judged
 * by what was read where it is not known. _n_bad_bytes: that were replaced. */
guint64 oq_chapter_n_bytes(const OqChapter *chapter);
guint64 oq_chapter_guess_bytes(const OqChapter *chapter);
guint64 oq_chapter_n_bad_bytes(const OqChapter *chapter);

/** oq_chapter_opened: (nullable): NULL: it is plain text. */
OqOpened *oq_chapter_opened(OqChapter *chapter);

/** oq_chapter_source: (nullable): NULL: it is no plain text. */
OqSource *oq_chapter_source(OqChapter *chapter);

/** oq_chapter_set_stop, _on_wait, _set_hasty: those of source.h. */
void oq_chapter_set_stop(OqChapter *chapter, GCancellable *stop);
void oq_chapter_on_wait(OqChapter *chapter, OqSourceWait wait, gpointer data);
void oq_chapter_set_hasty(OqChapter *chapter, gboolean is_hasty);

/** oq_chapter_count_lines: (nullable): those of decoder.h; NULL: it has no lines. */
OqLineCount *oq_chapter_count_lines(OqChapter *chapter);

/** oq_chapter_is_seekable: it can be opened again, and gives the same. */
gboolean oq_chapter_is_seekable(const OqChapter *chapter);

/** What is known of a file that is closed: where its text was damaged. */
typedef struct {
	OqSourceStamp stamp;
	GArray *learnt; /* nullable */
} OqChapterMemory;

void oq_chapter_remember(OqChapter *chapter, OqChapterMemory *memory);

/** oq_chapter_recall: @chapter: just opened. If the file has changed, all is forgotten. */
void oq_chapter_recall(OqChapter *chapter, OqChapterMemory *memory);
void oq_chapter_forget(OqChapterMemory *memory);
