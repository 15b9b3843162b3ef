/* worker.h - work that may wait, done on a thread of its own, one piece at a time. */
#pragma once

#include <gio/gio.h>

/** OqWorkerWork: on the thread; comes back soon once @stop is cancelled. NULL: @error is set. */
typedef gpointer (*OqWorkerWork)(gpointer data, GCancellable *stop, GError **error);

/** OqWorkerDone: in the context of oq_worker_new(): @result: (transfer full) (nullable): NULL:
 * there is an error. */
typedef void (*OqWorkerDone)(gpointer result, const GError *error, gpointer data);

typedef struct _OqWorker OqWorker;

/** oq_worker_new: @done is called in the thread's default context; @free_result: frees a result
 * that nobody wants any more. */
OqWorker *oq_worker_new(
	OqWorkerWork work, OqWorkerDone done, GDestroyNotify free_result, gpointer data);

/** oq_worker_free: waits for the thread, whose work is cancelled. @worker may be NULL. */
void oq_worker_free(OqWorker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqWorker, oq_worker_free)

/** oq_worker_start: nothing, while it works. */
void oq_worker_start(OqWorker *worker);

/** oq_worker_is_busy: its work is not done, or that was not told. */
gboolean oq_worker_is_busy(const OqWorker *worker);
