/* opened.h - a document that was opened (opener.h) as blocks, forward and back.
 *
 * Its text is that of its blocks, each with a line feed behind it, in a file without a name: memory
 * holds where the blocks are, and the last of them. It is read as far as somebody wants to know.
 * One thread. */
#pragma once

#include "document/opening/opener.h"
#include "document/source.h"
#include "text/block.h"

typedef struct _OqOpened OqOpened;

/** A heading or a page. */
typedef struct {
	guint64 start;
	guint8 level; /* of a heading, from 1; 0: a page */
	char *label;
} OqOpenedMark;

/** Notes that stand one behind the other. */
typedef struct {
	guint64 start;
	guint64 n_bytes; /* line feeds included */
} OqOpenedNotes;

/** oq_opened_new: @fd: (transfer full). The first block has come. Errors: those of
 * oq_opener_new() and oq_opener_next(). @stop: (nullable): also for all later calls. */
OqOpened *oq_opened_new(
	int fd, const char *name, const OqOpenerWish *wish, GCancellable *stop, GError **error);
void oq_opened_free(OqOpened *opened);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqOpened, oq_opened_free)

/** oq_opened_set_stop: @stop (nullable). */
void oq_opened_set_stop(OqOpened *opened, GCancellable *stop);

/** oq_opened_on_wait: @wait (nullable): the program that opens it has no more for now. */
void oq_opened_on_wait(OqOpened *opened, OqSourceWait wait, gpointer data);

/* These as in document.h. */
gboolean oq_opened_next(OqOpened *opened, OqBlock *block, GError **error);
gssize oq_opened_read(OqOpened *opened, char *buffer, gsize size, GError **error);
gboolean oq_opened_is_cut(const OqOpened *opened);
gboolean oq_opened_seek(OqOpened *opened, guint64 position, GError **error);

/** oq_opened_n_bytes: of the text; 0: it was not read to its end. _guess_bytes: the same, judged by
 * how much of the file was read. */
guint64 oq_opened_n_bytes(const OqOpened *opened);
guint64 oq_opened_guess_bytes(const OqOpened *opened);

/** oq_opened_told: (nullable): OQ_WIRE_TITLE, _AUTHOR or _LANGUAGE, as far as it was told. */
const char *oq_opened_told(const OqOpened *opened, OqWireType type);

/** oq_opened_lacks_landlock: its program was kept in by seccomp alone. */
gboolean oq_opened_lacks_landlock(const OqOpened *opened);

/** oq_opened_read_all: to the end: then all headings and pages are known. FALSE and an error of
 * oq_opener_next(): what was read stays. */
gboolean oq_opened_read_all(OqOpened *opened, GError **error);

/** oq_opened_headings, _pages: (transfer none) (element-type OqOpenedMark): ascending, so far. */
const GArray *oq_opened_headings(const OqOpened *opened);
const GArray *oq_opened_pages(const OqOpened *opened);

/** oq_opened_notes: (transfer none) (element-type OqOpenedNotes): likewise. */
const GArray *oq_opened_notes(const OqOpened *opened);
