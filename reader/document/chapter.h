/* chapter.h - one file, pipe or text, opened: its encoding found, its blocks forward and back. */
#pragma once

#include "document/plain_text.h"

typedef struct _OqChapter OqChapter;

/**
 * oq_chapter_open:
 * @path: a file's name, or "-" for standard input
 * @encoding: (nullable): as in document.h
 * @follows: its end is waited at, and its beginning is not
 *
 * Returns: NULL and OQ_DOCUMENT_ERROR, or G_IO_ERROR_CANCELLED after @stop
 */
OqChapter *oq_chapter_open(const char *path, const char *encoding, gboolean follows,
	GCancellable *stop, GError **error);
OqChapter *oq_chapter_new_text(const char *text, gsize n_bytes);
void oq_chapter_free(OqChapter *chapter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqChapter, oq_chapter_free)

/** oq_chapter_notice: (transfer full) (nullable): what the user should know: letters that are put
 * right. */
char *oq_chapter_notice(OqChapter *chapter);

OqPlainText *oq_chapter_text(OqChapter *chapter);
OqSource *oq_chapter_source(OqChapter *chapter);
OqDecoder *oq_chapter_decoder(OqChapter *chapter);

/** What is known of a file that is closed: where its text was damaged. */
typedef struct {
	OqSourceStamp stamp;
	GArray *learnt; /* nullable */
} OqChapterMemory;

void oq_chapter_remember(OqChapter *chapter, OqChapterMemory *memory);

/** oq_chapter_recall: @chapter: just opened. If the file has changed, all is forgotten. */
void oq_chapter_recall(OqChapter *chapter, OqChapterMemory *memory);
void oq_chapter_forget(OqChapterMemory *memory);
