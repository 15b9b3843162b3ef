/* child.h - a child of the nursery, as the program sees it: records go in, records come out.
 *
 * A child holds two sockets. Over one go the records; over the other one, the leash, the nursery
 * tells how the child ended, and kills it as soon as the leash is let go. So nothing is shared
 * between children, and no process number that may mean another process by now is ever used.
 * Threads: any, but a child is one thread's at a time.
 */
#pragma once

#include <gio/gio.h>

#define OQ_CHILD_ERROR (oq_child_error_quark())
GQuark oq_child_error_quark(void);

typedef enum {
	OQ_CHILD_ERROR_FAILED, /* there is no process or descriptor to be had */
	/* by SIGKILL: from outside, by the kernel for want of memory, or with the nursery; the same
	 * request may well succeed in another child */
	OQ_CHILD_ERROR_KILLED,
	OQ_CHILD_ERROR_CRASHED, /* it ended in another way before its time, or sent no records */
	OQ_CHILD_ERROR_HUNG,    /* it gave nothing for too long or took too much processor time */
} OqChildError;

/** What a child may take. All zero: what it likes, and 10 s of silence. */
typedef struct {
	guint64 max_bytes; /* of memory beyond what the nursery has; 0: any */
	guint max_seconds; /* of processor time; 0: any */
	/* With nothing received while it is waited for; 0: 10 s. Counted while this program runs:
	 * it may be stopped and go on. */
	guint max_silence_ms;
} OqChildLimits;

typedef enum {
	OQ_CHILD_GAVE,    /* a record */
	OQ_CHILD_WORKING, /* it may give one later */
	OQ_CHILD_ENDED,   /* by its own will and with success: nothing will come */
	OQ_CHILD_FAILED,  /* the error tells how it ended */
} OqChildState;

typedef struct _OqChild OqChild;

/** oq_child_new: of the nursery's (and of tests that play a child): takes both descriptors. */
OqChild *oq_child_new(int socket, int leash, guint max_silence_ms);

/** oq_child_free: at once; a child that still runs is killed. */
void oq_child_free(OqChild *child);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqChild, oq_child_free)

/**
 * oq_child_send: queues a record and never waits: what the child does not take now goes on its way
 * while it is received from. If the child has ended, receiving tells so.
 */
void oq_child_send(OqChild *child, gconstpointer content, gsize n_bytes);

/**
 * oq_child_receive: waits for the next record.
 *
 * Returns: (transfer full): NULL without an error: the child has ended with success. Errors:
 *     OQ_CHILD_ERROR, for good; G_IO_ERROR_CANCELLED: @stop, and all is as before
 */
GBytes *oq_child_receive(OqChild *child, GCancellable *stop, GError **error);

/** oq_child_try_receive: takes what is there; @record (transfer full) is set with OQ_CHILD_GAVE. */
OqChildState oq_child_try_receive(OqChild *child, GBytes **record, GError **error);

/**
 * oq_child_wait: until one of them has something for oq_child_try_receive(), if only a part of a
 * record or its end. One that is silent for too long is killed and has its end, too.
 *
 * Returns: FALSE with G_IO_ERROR_CANCELLED
 */
gboolean oq_child_wait(
	OqChild *const *children, guint n_children, GCancellable *stop, GError **error);

/**
 * oq_child_fd: readable when there is something for oq_child_try_receive(). It may be another one
 * after each call, and -1 when the child's end is known. Who polls it alone neither sends on what
 * is queued nor notices silence.
 */
int oq_child_fd(const OqChild *child);
