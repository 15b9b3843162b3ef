/* ring.h - a ring of frames between one writer thread and one reader thread.
 * Lock-free: neither side ever waits, allocates or calls the system, so the reader may be an audio
 * callback. More than one writer or one reader at a time is an error. A frame is one gint16. */
#pragma once

#include <glib.h>

typedef struct _OqRing OqRing;

/** oq_ring_new: an empty ring; it holds min_frames or a little more. */
OqRing *oq_ring_new(gsize min_frames);

/** oq_ring_free: only when both threads are done with it. */
void oq_ring_free(OqRing *ring);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqRing, oq_ring_free)

/**
 * oq_ring_write: the writer's. Copies as many of the frames as there is room for.
 *
 * Returns: how many that was, from 0 to n_frames
 */
gsize oq_ring_write(OqRing *ring, const gint16 *samples, gsize n_frames);

/**
 * oq_ring_read: the reader's. Moves up to n_frames to @samples, in the order they were written.
 *
 * Returns: how many that was
 */
gsize oq_ring_read(OqRing *ring, gint16 *samples, gsize n_frames);
