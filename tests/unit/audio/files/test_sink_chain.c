#include "audio/files/sink_chain.h"

#include "audio/chain/gain.h"
#include "audio/chain/soft_end.h"
#include "audio/files/sink_memory.h"

enum { N_FRAMES = 100, N_HELD = 30 };

/* What the chain holds back comes at the end, and the other sink is not finished. */
static void
test_goes_through(void)
{
	g_autoptr(GError) error = NULL;
	gfloat frames[N_FRAMES];
	g_autoptr(OqSink) to = oq_sink_memory_new(48000, 2);
	g_autoptr(OqChain) chain = oq_chain_new_empty(1, 2);
	oq_chain_append(chain, oq_gain_new(1, 6.0206));
	oq_chain_append(chain, oq_soft_end_new(1, N_HELD));
	g_autoptr(OqSink) sink = oq_sink_chain_new(chain, 48000, 1, to);
	g_assert_cmpuint(sink->rate_hz, ==, 48000);
	g_assert_cmpuint(sink->n_channels, ==, 1);
	for (guint i = 0; i < N_FRAMES; i++)
		frames[i] = 0.25f;
	g_assert_true(oq_sink_write(sink, frames, N_FRAMES, NULL, &error));
	const GArray *kept = oq_sink_memory_frames(to);
	g_assert_cmpuint(kept->len, ==, 2 * (N_FRAMES - N_HELD));
	g_assert_cmpfloat_with_epsilon(g_array_index(kept, gfloat, 1), 0.5f, 1e-5);
	g_assert_true(oq_sink_finish(sink, NULL, &error));
	g_assert_no_error(error);
	g_assert_cmpuint(kept->len, ==, 2 * N_FRAMES);
	g_assert_false(oq_sink_memory_is_finished(to));
}

static void
test_cancelled(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	const gfloat frames[] = {0.5f};
	g_autoptr(OqSink) to = oq_sink_memory_new(48000, 1);
	g_autoptr(OqChain) chain = oq_chain_new_empty(1, 1);
	g_autoptr(OqSink) sink = oq_sink_chain_new(chain, 48000, 1, to);
	g_cancellable_cancel(stop);
	g_assert_false(oq_sink_write(sink, frames, 1, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_cmpuint(oq_sink_memory_frames(to)->len, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sink_chain/goes-through", test_goes_through);
	g_test_add_func("/sink_chain/cancelled", test_cancelled);
	return g_test_run();
}
