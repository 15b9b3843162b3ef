/* document.h - a file or standard input as a stream of UTF-8 text. */
#pragma once

#include <glib.h>

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

/**
 * oq_document_open:
 * @path: a file's name, or "-" for standard input
 * @encoding: (nullable): iconv's or the IANA's name of the encoding; NULL: UTF-8, or UTF-16
 *   by its BOM
 *
 * Opens the file and looks at its beginning; nothing is read ahead beyond that.
 */
OqDocument *oq_document_open(const char *path, const char *encoding, GError **error);
void oq_document_free(OqDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDocument, oq_document_free)

/**
 * oq_document_read:
 * @buffer: (out caller-allocates) (array length=size): receives bytes that are meant to be UTF-8;
 *   a character may be cut by the end of the buffer, bad sequences and a BOM of UTF-8 are passed on
 *
 * Blocks until there is something: from a pipe, what has been written so far.
 *
 * Returns: the number of bytes, 0 at the end, -1 and OQ_DOCUMENT_ERROR_UNREADABLE
 */
gssize oq_document_read(OqDocument *document, char *buffer, gsize size, GError **error);
