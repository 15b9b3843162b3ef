/* waiting.h - waits for a descriptor, as long as nobody cancels. */
#pragma once

#include <gio/gio.h>

typedef enum {
	OQ_WAITING_READY,
	OQ_WAITING_LATE,    /* the time is over */
	OQ_WAITING_STOPPED, /* it was cancelled */
} OqWaitingOutcome;

/**
 * oq_waiting_for:
 * @fd: to be read from; -1: none is waited for
 * @limit_ms: -1: for ever
 * @stop: (nullable)
 *
 * READY also when a read would tell of an end or an error.
 */
OqWaitingOutcome oq_waiting_for(int fd, int limit_ms, GCancellable *stop);
