/* document.h - a file, standard input or a given text as blocks of UTF-8, forward and back.
 *
 * Positions are bytes of the decoded text: no BOM, U+FFFD for what is none. In a long file that was
 * not read up to a place, the text before it is taken for sound UTF-8 (decoder.h). Memory holds no
 * more than a window of the text, and of a pipe what is kept (source.h). A document belongs to one
 * thread. */
#pragma once

#include "text/block.h"

#include <gio/gio.h>

#define OQ_DOCUMENT_ERROR (oq_document_error_quark())
GQuark oq_document_error_quark(void);

typedef enum {
	OQ_DOCUMENT_ERROR_MISSING,    /* no such file */
	OQ_DOCUMENT_ERROR_UNREADABLE, /* no permission, a directory, a read that fails */
	OQ_DOCUMENT_ERROR_NOT_TEXT,   /* binary, or text in an encoding that must be named */
	OQ_DOCUMENT_ERROR_ENCODING,   /* the encoding that was named is not known */
	OQ_DOCUMENT_ERROR_GONE,       /* what a pipe gave too long ago is wanted again */
} OqDocumentError;

typedef struct _OqDocument OqDocument;

typedef struct {
	guint64 n_bytes; /* of the text, as far as is known; 0: not yet */
} OqDocumentInfo;

/** A heading of the outline. */
typedef struct {
	guint64 start;
	guint8 level; /* from 1 */
	const char *title;
} OqHeading;

/** OqDocumentWait: called before a read that may block for long. */
typedef void (*OqDocumentWait)(gpointer data);

/**
 * oq_document_open:
 * @path: a file's name, or "-" for standard input
 * @encoding: (nullable): iconv's or the IANA's name of the encoding; NULL: UTF-8, or UTF-16
 *   by its BOM
 * @stop: (nullable): wakes each call that waits for a pipe or a terminal; it then fails with
 *   G_IO_ERROR_CANCELLED
 *
 * Opens the file and looks at its beginning; nothing is read ahead beyond that.
 */
OqDocument *oq_document_open(
	const char *path, const char *encoding, GCancellable *stop, GError **error);

/** oq_document_new_text: @text: any bytes, which are copied; what is not UTF-8 becomes U+FFFD. */
OqDocument *oq_document_new_text(const char *text, gsize n_bytes);

/** oq_document_set_stop: @stop (nullable): in place of that of oq_document_open(), from the next
 * call on. */
void oq_document_set_stop(OqDocument *document, GCancellable *stop);

void oq_document_free(OqDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDocument, oq_document_free)

/** oq_document_on_wait: @wait (nullable). */
void oq_document_on_wait(OqDocument *document, OqDocumentWait wait, gpointer data);

OqDocumentInfo oq_document_info(const OqDocument *document);

/** oq_document_outline: (transfer none) (element-type OqHeading): ascending; empty in plain text.
 */
const GArray *oq_document_outline(OqDocument *document, GError **error);

/**
 * oq_document_next: the next block, whether the last one was read to its end or not.
 * @block: (out caller-allocates): none without a character that is seen; its number is 1 for the
 *   first one, 0 for all others
 *
 * Returns: FALSE at the end, or with OQ_DOCUMENT_ERROR_UNREADABLE or G_IO_ERROR_CANCELLED, after
 *   which it may be called again
 */
gboolean oq_document_next(OqDocument *document, OqBlock *block, GError **error);

/**
 * oq_document_read:
 * @buffer: (out caller-allocates) (array length=size): receives text of the block: whole characters
 * @size: at least 4
 *
 * Waits until there is something: from a pipe, what has been written so far.
 *
 * Returns: the number of bytes, 0 at the end of the block, -1 and an error as in oq_document_next()
 */
gssize oq_document_read(OqDocument *document, char *buffer, gsize size, GError **error);

/** oq_document_is_cut: once the block was read to its end: it was cut within a sentence for its
 * length, and the next block goes on with that. */
gboolean oq_document_is_cut(const OqDocument *document);

/**
 * oq_document_seek: oq_document_next() then gives the block that holds @position: the same block as
 * reading up to it would give. Before the first block that is the first one, at the end of the text
 * and behind it the last one.
 *
 * Returns: FALSE and OQ_DOCUMENT_ERROR_GONE, or an error as in oq_document_next()
 */
gboolean oq_document_seek(OqDocument *document, guint64 position, GError **error);

/** oq_document_n_bad_bytes: bytes that were no UTF-8 and were replaced, of those that were read. */
guint64 oq_document_n_bad_bytes(const OqDocument *document);
