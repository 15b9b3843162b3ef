/* source.h - bytes of a file, of a pipe, or of memory, forward and back.
 * What came out of a pipe or a terminal is kept for a while: the last OQ_SOURCE_KEPT_BYTES can be
 * read again. A source belongs to one thread; its calls may block. */
#pragma once

#include <gio/gio.h>

#define OQ_SOURCE_KEPT_BYTES (4 << 20)

typedef struct _OqSource OqSource;

/** OqSourceWait: called before a read that may block for long. */
typedef void (*OqSourceWait)(gpointer data);

/**
 * oq_source_open:
 * @path: a file's name, or "-" for standard input
 * @stop: (nullable): wakes whoever waits for a pipe or terminal; see oq_source_set_hasty()
 *
 * A pipe that nobody writes to yet is not waited for.
 *
 * Returns: NULL and OQ_DOCUMENT_ERROR_MISSING or _UNREADABLE
 */
OqSource *oq_source_open(const char *path, GCancellable *stop, GError **error);

/** oq_source_set_stop: @stop (nullable): in place of that of oq_source_open(). */
void oq_source_set_stop(OqSource *source, GCancellable *stop);

/**
 * oq_source_follow: from now on the end of a file or of a named pipe is waited at: for what is
 * appended, for the pipe's next writer. Not for memory.
 * @has_lines: a line ends with the byte \n: what a writer leaves without one gets it
 */
void oq_source_follow(OqSource *source, gboolean has_lines);

/** oq_source_set_hasty: nothing is waited for where the source is followed: all that there is for
 * now is the text; and the stop breaks off the reading of a file, too. */
void oq_source_set_hasty(OqSource *source, gboolean is_hasty);
gboolean oq_source_is_hasty(const OqSource *source);

/** oq_source_is_over: at the end of what is followed: the file was cut, or another one has its
 * name; nothing more will come. */
gboolean oq_source_is_over(const OqSource *source);

/** oq_source_new_text: @bytes are copied. */
OqSource *oq_source_new_text(const char *bytes, gsize n_bytes);

void oq_source_free(OqSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSource, oq_source_free)

/** oq_source_name: as it is called in messages. */
const char *oq_source_name(const OqSource *source);

/** oq_source_size: 0: not known, or nothing. */
guint64 oq_source_size(const OqSource *source);

/** What tells that a file is the one that it was; all 0: it cannot be told. */
typedef struct {
	guint64 device;
	guint64 inode;
	guint64 size;
	gint64 changed_ns;
} OqSourceStamp;

OqSourceStamp oq_source_stamp(const OqSource *source);

/** oq_source_is_seekable: all of it can be reached at once: no pipe. */
gboolean oq_source_is_seekable(const OqSource *source);

/** oq_source_on_wait: @wait (nullable). */
void oq_source_on_wait(OqSource *source, OqSourceWait wait, gpointer data);

/**
 * oq_source_read:
 *
 * Waits until there is something: from a pipe, what has been written so far.
 *
 * Returns: the number of bytes, 0 at the end, -1 and OQ_DOCUMENT_ERROR_UNREADABLE or, after @stop,
 *   G_IO_ERROR_CANCELLED; G_IO_ERROR_WOULD_BLOCK where nothing has come for a while to what is
 *   followed: soon, later once more, and the call after that waits
 */
gssize oq_source_read(OqSource *source, char *buffer, gsize size, GError **error);

/** oq_source_is_ready: oq_source_read() has something to tell within a time; of a pipe that is
 * followed, and of one that is not waited for, at once. */
gboolean oq_source_is_ready(const OqSource *source, int limit_ms);

/**
 * oq_source_seek:
 * @offset: bytes from the beginning; of a pipe, no more than have been read
 *
 * Returns: FALSE and OQ_DOCUMENT_ERROR_GONE when a pipe's bytes are not kept any longer, or
 *   _UNREADABLE; the source then stands where it stood
 */
gboolean oq_source_seek(OqSource *source, guint64 offset, GError **error);
