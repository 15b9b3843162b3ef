#include "audio/playing/ring.h"

enum { N_FRAMES = 200000 };

static void
test_order(void)
{
	g_autoptr(OqRing) ring = oq_ring_new(6);
	gint16 in[20], out[20];
	for (gint16 i = 0; i < 20; i++)
		in[i] = i;
	g_assert_cmpuint(oq_ring_read(ring, out, 20), ==, 0);
	g_assert_cmpuint(oq_ring_write(ring, in, 20), ==, 8);
	g_assert_cmpuint(oq_ring_write(ring, in + 8, 12), ==, 0);
	g_assert_cmpuint(oq_ring_read(ring, out, 5), ==, 5);
	g_assert_cmpuint(oq_ring_write(ring, in + 8, 12), ==, 5);
	g_assert_cmpuint(oq_ring_read(ring, out + 5, 20), ==, 8);
	g_assert_cmpmem(out, 13 * sizeof *out, in, 13 * sizeof *in);
	g_assert_cmpuint(oq_ring_read(ring, out, 20), ==, 0);
}

static gpointer
write_all(gpointer data)
{
	for (gint i = 0; i < N_FRAMES;) {
		gint16 frames[] = {(gint16)i, (gint16)(i + 1), (gint16)(i + 2), (gint16)(i + 3)};
		gsize n = oq_ring_write(data, frames, (gsize)MIN(4, N_FRAMES - i));
		i += (gint)n;
		if (n == 0)
			g_thread_yield();
	}
	return NULL;
}

/* Under -fsanitize=thread this is also the proof that the two sides need no lock. */
static void
test_two_threads(void)
{
	g_autoptr(OqRing) ring = oq_ring_new(64);
	GThread *writer = g_thread_new("writer", write_all, ring);
	gint16 frames[7];
	for (gint i = 0; i < N_FRAMES;) {
		gsize n = oq_ring_read(ring, frames, G_N_ELEMENTS(frames));
		for (gsize k = 0; k < n; k++)
			g_assert_cmpint(frames[k], ==, (gint16)(i + (gint)k));
		i += (gint)n;
		if (n == 0)
			g_thread_yield();
	}
	g_thread_join(writer);
	g_assert_cmpuint(oq_ring_read(ring, frames, 1), ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ring/order", test_order);
	g_test_add_func("/ring/two-threads", test_two_threads);
	return g_test_run();
}
