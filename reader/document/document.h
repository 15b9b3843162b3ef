/* document.h - files, standard input or a given text as blocks of UTF-8, forward and back. Several
 * files are one book, as are those of a folder: in natural order (2 before 10), folders within
 * among the files.
 *
 * A place is the number of the file, from 0, above its lower OQ_DOCUMENT_FILE_SHIFT bits, and in
 * these a byte of the decoded text: no BOM, U+FFFD for what is none. So places ascend through the
 * book, and in a single file are plain bytes. In a long file that was not read up to a place, the
 * text before it is taken for sound UTF-8 (decoder.h).
 *
 * Memory holds no more than a window of the text, and of a pipe what is kept (source.h). One file
 * is open at a time, beside pipes. A document belongs to one thread; what is marked so may be
 * called by any other, too. */
#pragma once

#include "document/opening/wire.h"
#include "text/block.h"

#include <gio/gio.h>

#define OQ_DOCUMENT_ERROR (oq_document_error_quark())
GQuark oq_document_error_quark(void);

typedef enum {
	OQ_DOCUMENT_ERROR_MISSING,    /* no such file */
	OQ_DOCUMENT_ERROR_UNREADABLE, /* no permission, a read that fails */
	OQ_DOCUMENT_ERROR_NOT_TEXT,   /* binary, text in an encoding that must be named, or a
					 folder without a text */
	OQ_DOCUMENT_ERROR_ENCODING,   /* the encoding that was named is not known */
	OQ_DOCUMENT_ERROR_GONE,       /* what a pipe gave too long ago is wanted again */
} OqDocumentError;

typedef struct _OqDocument OqDocument;

#define OQ_DOCUMENT_FILE_SHIFT 40

/** oq_document_file_of, _byte_of: the parts of a place. */
static inline guint
oq_document_file_of(guint64 place)
{
	return (guint)(place >> OQ_DOCUMENT_FILE_SHIFT);
}

static inline guint64
oq_document_byte_of(guint64 place)
{
	return place & ((G_GUINT64_CONSTANT(1) << OQ_DOCUMENT_FILE_SHIFT) - 1);
}

/** oq_document_place: put together. */
static inline guint64
oq_document_place(guint file, guint64 byte)
{
	return (guint64)file << OQ_DOCUMENT_FILE_SHIFT | byte;
}

typedef struct {
	guint64 n_bytes; /* of the text, of all files together, as far as is known; 0: not yet */
} OqDocumentInfo;

/** A heading of the outline. */
typedef struct {
	guint64 start;
	guint8 level; /* from 1 */
	const char *title;
} OqHeading;

/** OqDocumentWait: called before a read that may block for long. */
typedef void (*OqDocumentWait)(gpointer data);

/** How files are read. */
typedef struct {
	const char *encoding; /* nullable: iconv's or the IANA's name; NULL: UTF-8, or UTF-16 by
				 its BOM */
	gboolean follows; /* at the end of the last file, or of a named pipe, more is waited for;
			     where another file takes the name, or the file is cut, that is
			     read as a new one, from its beginning */
	OqNotes notes;    /* of documents */
} OqDocumentWish;

/**
 * oq_document_open_all:
 * @paths: (array zero-terminated=1): at least one name of a file or folder, or "-" for standard
 *   input
 * @stop: (nullable): wakes each call that waits for a pipe or a terminal; it then fails with
 *   G_IO_ERROR_CANCELLED
 *
 * Opens the first file and looks at the beginnings of the others; nothing is read ahead beyond
 * that. A file that was named must be readable. Of a folder, what is no text is left out
 * (folder.h), as is later what can no longer be read: oq_document_take_notices() tells of it.
 *
 * Returns: NULL and OQ_DOCUMENT_ERROR or G_IO_ERROR_CANCELLED
 */
OqDocument *oq_document_open_all(
	const char *const *paths, const OqDocumentWish *wish, GCancellable *stop, GError **error);

/** oq_document_open: the same for one name. */
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

/** oq_document_set_hasty: in a jump: a document that is followed ends where it ends now, and the
 * stop breaks off the reading of a file, too. */
void oq_document_set_hasty(OqDocument *document, gboolean is_hasty);

/** oq_document_take_notices: (transfer full) (nullable) (element-type utf8): what the user should
 * be told, since the last call: files that were left out; NULL: nothing. Any thread. */
GPtrArray *oq_document_take_notices(OqDocument *document);

/** oq_document_title: that of the folder, else what the first file says itself, else its name
 * without extension; "" for a given text. Any thread. */
const char *oq_document_title(const OqDocument *document);

/** oq_document_author: (nullable): as a single file says itself. Any thread. */
const char *oq_document_author(const OqDocument *document);

/** oq_document_path: (transfer none) (nullable): the file that holds @place; NULL: a given text.
 * "-" is standard input. Any thread. */
const char *oq_document_path(OqDocument *document, guint64 place);

/** oq_document_n_files: how many there are. Any thread. */
guint oq_document_n_files(const OqDocument *document);

/** oq_document_identity: (transfer full) (nullable): what it is known by wherever it is moved
 * (identity.h); NULL: it comes from a pipe or was given. Reads from the disk: less than 1 ms. Any
 * thread. */
char *oq_document_identity(const OqDocument *document);

/** oq_document_info: any thread. */
OqDocumentInfo oq_document_info(OqDocument *document);

/** oq_document_at, _fraction: what part of the document stands before a place, from 0 to 1, and
 * back; judged by the length of the files where they were not read. 0 as long as nothing is known
 * of the length, as with a pipe. Any thread. */
guint64 oq_document_at(OqDocument *document, gdouble fraction);
gdouble oq_document_fraction(OqDocument *document, guint64 place);

/** oq_document_has_notes: footnotes are read where there are any. */
gboolean oq_document_has_notes(const OqDocument *document);

/** A place as it is where notes are left out, so that it is the same however they are read. */
typedef struct {
	guint64 place;
	guint64 in_notes; /* byte of the notes that stand there, from 1; 0: it is in none of them */
} OqStaying;

/** oq_document_staying: of a place that was read. Any thread. */
OqStaying oq_document_staying(OqDocument *document, guint64 place);

/** oq_document_returning: the place that stayed there, as far as the notes before it are known;
 * where there is no such note, what stands behind the notes. Any thread. */
guint64 oq_document_returning(OqDocument *document, const OqStaying *staying);

/** oq_document_return_to: the same, when all before it was read; the document then stands there.
 * Returns: FALSE and an error as in oq_document_seek() */
gboolean oq_document_return_to(
	OqDocument *document, const OqStaying *staying, guint64 *place, GError **error);

/** oq_document_outline: (transfer none) (element-type OqHeading): ascending, as far as it is known;
 * of several files, their titles; of plain text, none. */
const GArray *oq_document_outline(const OqDocument *document);

/** oq_document_read_outline: so that all of it is known. Returns: FALSE and an error as in
 * oq_document_next(): what was read before counts. */
gboolean oq_document_read_outline(OqDocument *document, GError **error);

/**
 * oq_document_next: the next block, whether the last one was read to its end or not.
 * @block: (out caller-allocates): none without a character that is seen; its number is 1 for the
 *   first one, 0 for all others
 *
 * Behind the last block of a file comes the first one of the next.
 *
 * Returns: FALSE at the end, or with OQ_DOCUMENT_ERROR_UNREADABLE, which in a book means that no
 *   file is left that can be read, or G_IO_ERROR_CANCELLED, after which it may be called again
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
 * reading up to it would give. Before the first block of a file that is the first one, at the end
 * of its text and behind it the last one; where it has none, the one before it in the book.
 *
 * Returns: FALSE and OQ_DOCUMENT_ERROR_GONE, or an error as in oq_document_next()
 */
gboolean oq_document_seek(OqDocument *document, guint64 position, GError **error);

/** oq_document_before: a place in the block before the one that begins at @start; FALSE: that is
 * the first one. Where nothing but files without a block is before it, it is in that one again. */
gboolean oq_document_before(const OqDocument *document, guint64 start, guint64 *place);

/** oq_document_count_lines: from now on, before anything is read. */
void oq_document_count_lines(OqDocument *document);

/** oq_document_line: on which of its file a place is, in the file that is read, which is read on
 * and on; counted from 1. The places that are asked for ascend. */
guint oq_document_line(OqDocument *document, guint64 place);

/** oq_document_n_cut: files that were passed over in their middle, as damage ends them. */
guint oq_document_n_cut(const OqDocument *document);

/** oq_document_n_bad_bytes: bytes that were no UTF-8 and were replaced, of those that were read. */
guint64 oq_document_n_bad_bytes(const OqDocument *document);

/** oq_document_encoding: (nullable): in which the text that is read was found to be; NULL: UTF-8,
 * as the user says, or as a document has it. */
const char *oq_document_encoding(const OqDocument *document);

/** oq_document_lacks_landlock: the program that opens the file that is read was kept in by seccomp
 * alone, as the kernel has no Landlock. */
gboolean oq_document_lacks_landlock(const OqDocument *document);
