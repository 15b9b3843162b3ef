/* opener.h - oqyrman-open at work on a file: what it tells, item by item (wire.h).
 *
 * It parses what may be hostile and is sealed; what it tells is not trusted either: text that is
 * not as wire.h wants it, or too much of it, counts as damage, and what is waited for too long has
 * stopped. Ended by oq_opener_free() at any
 * time. */
#pragma once

#include "document/opening/wire.h"

#include <gio/gio.h>

typedef struct _OqOpener OqOpener;

typedef struct {
	const char *extension; /* of the file's name; "" */
	const char *encoding;  /* nullable: that the user names */
	OqNotes notes;
	guint max_wait_s; /* for a block; 0: OQ_WIRE_MAX_WAIT_S */
} OqOpenerWish;

/** An item; the last one is an end or a fault. */
typedef struct {
	OqWireHead head;
	const char *text; /* head.n_bytes, and a NUL; until the next call */
} OqOpenerItem;

/** oq_opener_is_installed: the program is there. */
gboolean oq_opener_is_installed(void);

/**
 * oq_opener_new:
 * @fd: (transfer full): a regular file
 * @name: as it is called in messages
 *
 * Returns: NULL and OQ_DOCUMENT_ERROR_UNREADABLE: the program is not there, or cannot be started
 */
OqOpener *oq_opener_new(int fd, const char *name, const OqOpenerWish *wish, GError **error);
void oq_opener_free(OqOpener *opener);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqOpener, oq_opener_free)

/** oq_opener_is_ready: oq_opener_next() would not wait. */
gboolean oq_opener_is_ready(const OqOpener *opener);

/**
 * oq_opener_next: waits for the next item.
 * @stop: (nullable)
 *
 * Returns: FALSE at the end; with OQ_DOCUMENT_ERROR_NOT_TEXT or _UNREADABLE, which say in a line
 * why there is no more; or with G_IO_ERROR_CANCELLED, after which it may be called again
 */
gboolean oq_opener_next(OqOpener *opener, OqOpenerItem *item, GCancellable *stop, GError **error);

/**
 * oq_opener_set_limit: whoever keeps what it tells wants no more; it has ended.
 *
 * Returns: FALSE, with the error by which oq_opener_next() tells of such a limit
 */
gboolean oq_opener_set_limit(OqOpener *opener, const char *what, guint limit, GError **error);
