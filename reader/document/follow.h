/* follow.h - the end of a file that may grow, be cut or be replaced, and that of a named pipe whose
 * writers come and go. One thread. */
#pragma once

#include <gio/gio.h>

typedef struct _OqFollow OqFollow;

typedef enum {
	OQ_FOLLOW_MORE,  /* there may be more to read now */
	OQ_FOLLOW_QUIET, /* there was nothing for a while, or nothing is to be waited for */
	OQ_FOLLOW_OVER,  /* there is another file of that name, or this one was cut: it has ended */
	OQ_FOLLOW_STOPPED, /* it was cancelled */
} OqFollowOutcome;

/** oq_follow_new: @path: (nullable): NULL: what is read has no name that another file may take. */
OqFollow *oq_follow_new(const char *path);
void oq_follow_free(OqFollow *follow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqFollow, oq_follow_free)

/**
 * oq_follow_file: at the end of a regular file, once reads from there gave nothing.
 * @offset: where in the file that is
 * @limit_ms: how long it is waited before it is QUIET; -1: for ever; 0: not at all
 *
 * Sleeps until the system tells of a change; where it tells of none, as in a folder of another
 * machine, it looks every second.
 */
OqFollowOutcome oq_follow_file(
	OqFollow *follow, int fd, guint64 offset, int limit_ms, GCancellable *stop);

/** oq_follow_reopen: a pipe's last writer has gone: returns a descriptor that waits for the next
 * one, and @fd is closed; -1: there is no next one, as the pipe has no name. */
int oq_follow_reopen(OqFollow *follow, int fd);
