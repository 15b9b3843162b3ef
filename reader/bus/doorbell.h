/* doorbell.h - the socket beside a lock: whoever wants the lock hears by it when the holder is
 * gone, or asks the holder to let go.
 *
 * It lies in a folder that nobody else may enter, and has one name there; whoever holds the lock
 * may put a new one in its place. A connection ends with the holder, however that ends, and not
 * before, so one may wait for its end without looking at the lock again and again. Only processes
 * of the same user are heard.
 */
#pragma once

#include <gio/gio.h>
#include <sys/types.h>

typedef struct _OqDoorbell OqDoorbell;
typedef void (*OqDoorbellRung)(gpointer data);

/** oq_doorbell_new: for the holder of the lock; @folder: open. NULL: there cannot be one. */
OqDoorbell *oq_doorbell_new(int folder);

/** oq_doorbell_listen: from now on @rung is called, once, in the thread's default context, when
 * somebody has asked; also when that was before. */
void oq_doorbell_listen(OqDoorbell *doorbell, OqDoorbellRung rung, gpointer data);

/** oq_doorbell_hide: nobody finds it any more; those who wait go on waiting. */
void oq_doorbell_hide(OqDoorbell *doorbell);

/** oq_doorbell_free: all connections end. @doorbell may be NULL. */
void oq_doorbell_free(OqDoorbell *doorbell);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDoorbell, oq_doorbell_free)

/**
 * oq_doorbell_reach: never waits.
 * @holder: (out): its process
 *
 * Returns: a connection to the holder, to be closed; -1: there is none just now
 */
int oq_doorbell_reach(int folder, pid_t *holder);

/** oq_doorbell_ring: asks the holder to let go. */
void oq_doorbell_ring(int connection);

typedef enum {
	OQ_DOORBELL_GONE, /* the holder */
	OQ_DOORBELL_LATER,
	OQ_DOORBELL_STOPPED,
} OqDoorbellOutcome;

/** oq_doorbell_wait: until the connection ends (-1: nothing ends), @limit_ms are over, or @stop
 * (nullable). */
OqDoorbellOutcome oq_doorbell_wait(int connection, guint limit_ms, GCancellable *stop);
