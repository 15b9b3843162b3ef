/* outlet.h - bytes that go to a terminal or a pipe, which is never waited for.
 *
 * What cannot be written at once is kept and written when there is room, by a source in the context
 * that was the thread's default when the outlet was made. The open file itself, which others share,
 * is left as it is: a terminal or a pipe is opened once more. */
#pragma once

#include <gio/gio.h>

typedef struct _OqOutlet OqOutlet;

typedef void (*OqOutletDrained)(gpointer data);

/** oq_outlet_new: @fd: stays the caller's, and open; @drained: called when all that had to wait was
 * written. */
OqOutlet *oq_outlet_new(int fd, OqOutletDrained drained, gpointer data);

/** oq_outlet_free: what still waits is not written. */
void oq_outlet_free(OqOutlet *outlet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqOutlet, oq_outlet_free)

/** oq_outlet_write: in one write, if nothing waits. */
void oq_outlet_write(OqOutlet *outlet, const char *bytes, gsize n_bytes);

/** oq_outlet_is_idle: nothing waits to be written. */
gboolean oq_outlet_is_idle(const OqOutlet *outlet);

/** oq_outlet_failure: errno of the write that failed, or 0; nothing is written after it. */
int oq_outlet_failure(const OqOutlet *outlet);

/** oq_outlet_finish: waits until all is written, the file fails, or @stop; a terminal that is held
 * is not waited for, nor is anything for longer than a moment when it @is_hurried. FALSE: not all
 * was. */
gboolean oq_outlet_finish(OqOutlet *outlet, gboolean is_hurried, GCancellable *stop);
