#include "audio/files/relay.h"

#include "audio/files/sink_memory.h"

enum { N_WRITES = 500, N_FRAMES = 100, N_CHANNELS = 2 };

/* The number of its first sample is in every sample. */
static gboolean
write_numbered(OqSink *sink, guint number, GCancellable *stop, GError **error)
{
	gfloat frames[N_FRAMES * N_CHANNELS];
	for (guint i = 0; i < G_N_ELEMENTS(frames); i++)
		frames[i] = (gfloat)number;
	return oq_sink_write(sink, frames, N_FRAMES, stop, error);
}

static void
test_all_in_order(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) to = oq_sink_memory_new(48000, N_CHANNELS);
	g_autoptr(OqSink) relay = oq_relay_new(to);
	g_assert_cmpuint(relay->rate_hz, ==, 48000);
	g_assert_cmpuint(relay->n_channels, ==, N_CHANNELS);
	for (guint i = 0; i < N_WRITES; i++)
		g_assert_true(write_numbered(relay, i, NULL, &error));
	g_assert_true(oq_sink_write(relay, NULL, 0, NULL, &error));
	g_assert_true(oq_sink_finish(relay, NULL, &error));
	g_assert_no_error(error);
	g_assert_false(oq_sink_memory_is_finished(to));
	const GArray *kept = oq_sink_memory_frames(to);
	g_assert_cmpuint(kept->len, ==, N_WRITES * N_FRAMES * N_CHANNELS);
	for (guint i = 0; i < kept->len; i++)
		g_assert_cmpfloat(
			g_array_index(kept, gfloat, i), ==, (gfloat)(i / (N_FRAMES * N_CHANNELS)));
}

/* ---- a sink that fails ---- */

enum { FAILS_AT = 3 };

typedef struct {
	OqSink sink;
	guint n_writes;
} Failing;

static gboolean
fail(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	(void)frames, (void)n_frames, (void)stop;
	if (++((Failing *)sink)->n_writes < FAILS_AT)
		return TRUE;
	g_set_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT, "full");
	return FALSE;
}

static const OqSinkClass failing_class = {.write = fail};

/* Told by a write or by the end, and nothing is written behind it. */
static void
test_failure(void)
{
	for (guint n_writes = FAILS_AT; n_writes < FAILS_AT + 20; n_writes++) {
		g_autoptr(GError) error = NULL;
		Failing failing = {{&failing_class, 48000, N_CHANNELS}, 0};
		g_autoptr(OqSink) relay = oq_relay_new(&failing.sink);
		gboolean is_whole = TRUE;
		for (guint i = 0; is_whole && i < n_writes; i++)
			is_whole = write_numbered(relay, i, NULL, &error);
		g_assert_false(is_whole && oq_sink_finish(relay, NULL, &error));
		g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
		g_assert_cmpuint(failing.n_writes, ==, FAILS_AT);
	}
}

static void
test_cancelled(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(OqSink) to = oq_sink_memory_new(48000, N_CHANNELS);
	g_autoptr(OqSink) relay = oq_relay_new(to);
	g_assert_true(write_numbered(relay, 0, stop, &error));
	g_cancellable_cancel(stop);
	g_assert_false(write_numbered(relay, 1, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_dropped(void)
{
	g_autoptr(OqSink) to = oq_sink_memory_new(48000, N_CHANNELS);
	OqSink *relay = oq_relay_new(to);
	for (guint i = 0; i < N_WRITES; i++)
		g_assert_true(write_numbered(relay, i, NULL, NULL));
	oq_sink_free(relay);
	g_assert_cmpuint(oq_sink_memory_frames(to)->len, <=, N_WRITES * N_FRAMES * N_CHANNELS);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/relay/all-in-order", test_all_in_order);
	g_test_add_func("/relay/failure", test_failure);
	g_test_add_func("/relay/cancelled", test_cancelled);
	g_test_add_func("/relay/dropped", test_dropped);
	return g_test_run();
}
