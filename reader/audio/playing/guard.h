/* guard.h - calls that may never return, on a thread that can be left behind.
 *
 * A frozen sound server hangs whoever calls it, even to close the stream. So such calls are made by
 * the guard's own thread, one after the other, and waited for no longer than the caller likes. A
 * call that hangs keeps its thread and the data; they end with the process, which may still exit.
 */
#pragma once

#include <glib.h>

typedef struct _OqGuard OqGuard;
typedef void (*OqGuardCall)(gpointer data);

/**
 * oq_guard_new:
 * @data: what every call is given
 * @free_data: frees it, on the guard's thread, after the last call
 */
OqGuard *oq_guard_new(gpointer data, GDestroyNotify free_data);

/**
 * oq_guard_free: lets the calls that were asked for and @free_data be made. @guard may be NULL.
 *
 * Returns: FALSE when they took longer than limit_ms, and the thread was left behind
 */
gboolean oq_guard_free(OqGuard *guard, guint limit_ms);

/** oq_guard_post: any thread's: the call will be made after those asked for before; never waits. */
void oq_guard_post(OqGuard *guard, OqGuardCall call);

typedef enum {
	OQ_GUARD_MADE,
	OQ_GUARD_LATE,    /* it took longer than the limit */
	OQ_GUARD_STOPPED, /* the caller's descriptor became readable */
} OqGuardOutcome;

/**
 * oq_guard_run: the same, and waits until it is made.
 * @limit_ms: counted as patience.h does
 * @stop_fd: readable when there is no point in waiting any longer; -1: none
 *
 * Returns: if it is not made, @data still belongs to the call
 */
OqGuardOutcome oq_guard_run(OqGuard *guard, OqGuardCall call, guint limit_ms, int stop_fd);
