/* ring.c - see the header. */
#include "audio/playing/ring.h"

#include <stdatomic.h>
#include <string.h>

struct _OqRing {
	gint16 *frames;
	gsize capacity; /* a power of two, so that the positions may wrap around */
	/* Frames written and read since the beginning; each is stored by its own side only. */
	atomic_size_t n_written;
	atomic_size_t n_read;
};

OqRing *
oq_ring_new(gsize min_frames)
{
	OqRing *ring = g_new0(OqRing, 1);
	ring->capacity = 1;
	while (ring->capacity < min_frames)
		ring->capacity *= 2;
	ring->frames = g_new(gint16, ring->capacity);
	atomic_init(&ring->n_written, 0);
	atomic_init(&ring->n_read, 0);
	return ring;
}

void
oq_ring_free(OqRing *ring)
{
	if (ring == NULL)
		return;
	g_free(ring->frames);
	g_free(ring);
}

gsize
oq_ring_write(OqRing *ring, const gint16 *samples, gsize n_frames)
{
	gsize position = atomic_load_explicit(&ring->n_written, memory_order_relaxed);
	/* acquire: the reader has done with the frames that are overwritten here */
	gsize n_read = atomic_load_explicit(&ring->n_read, memory_order_acquire);
	gsize n = MIN(n_frames, ring->capacity - (position - n_read));
	gsize start = position & (ring->capacity - 1);
	gsize n_first = MIN(n, ring->capacity - start);
	if (n == 0)
		return 0;
	memcpy(ring->frames + start, samples, n_first * sizeof(gint16));
	memcpy(ring->frames, samples + n_first, (n - n_first) * sizeof(gint16));
	atomic_store_explicit(&ring->n_written, position + n, memory_order_release);
	return n;
}

gsize
oq_ring_read(OqRing *ring, gint16 *samples, gsize n_frames)
{
	gsize position = atomic_load_explicit(&ring->n_read, memory_order_relaxed);
	gsize n_written = atomic_load_explicit(&ring->n_written, memory_order_acquire);
	gsize n = MIN(n_frames, n_written - position);
	gsize start = position & (ring->capacity - 1);
	gsize n_first = MIN(n, ring->capacity - start);
	if (n == 0)
		return 0;
	memcpy(samples, ring->frames + start, n_first * sizeof(gint16));
	memcpy(samples + n_first, ring->frames, (n - n_first) * sizeof(gint16));
	atomic_store_explicit(&ring->n_read, position + n, memory_order_release);
	return n;
}
