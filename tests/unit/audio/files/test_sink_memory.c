#include "audio/files/sink_memory.h"

static const gfloat frames[] = {0.5f, -0.25f, 1, -1};

static void
test_keeps(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = oq_sink_memory_new(22050, 1);
	g_assert_cmpuint(sink->rate_hz, ==, 22050);
	g_assert_cmpuint(sink->n_channels, ==, 1);
	g_assert_true(oq_sink_write(sink, frames, 3, NULL, &error));
	oq_sink_mark(sink, 3, "Бірінші");
	g_assert_true(oq_sink_write(sink, frames + 3, 1, NULL, &error));
	g_assert_true(oq_sink_write(sink, NULL, 0, NULL, &error));
	oq_sink_mark(sink, 4, "соңы");
	g_assert_false(oq_sink_memory_is_finished(sink));
	g_assert_true(oq_sink_finish(sink, NULL, &error));
	g_assert_no_error(error);
	g_assert_true(oq_sink_memory_is_finished(sink));
	const GArray *kept = oq_sink_memory_frames(sink);
	g_assert_cmpmem(kept->data, kept->len * sizeof(gfloat), frames, sizeof frames);
	g_assert_cmpstr(oq_sink_memory_marks(sink), ==, "3 Бірінші\n4 соңы\n");
}

static void
test_channels(void)
{
	g_autoptr(OqSink) sink = oq_sink_memory_new(22050, 2);
	g_assert_true(oq_sink_write(sink, frames, 2, NULL, NULL));
	const GArray *kept = oq_sink_memory_frames(sink);
	g_assert_cmpmem(kept->data, kept->len * sizeof(gfloat), frames, sizeof frames);
}

static void
test_cancelled(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(OqSink) sink = oq_sink_memory_new(22050, 1);
	g_assert_true(oq_sink_write(sink, frames, 2, stop, NULL));
	g_cancellable_cancel(stop);
	g_assert_false(oq_sink_write(sink, frames, 2, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_error(&error);
	g_assert_false(oq_sink_finish(sink, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_false(oq_sink_memory_is_finished(sink));
	g_assert_cmpuint(oq_sink_memory_frames(sink)->len, ==, 2);
}

static void
test_free_nothing(void)
{
	oq_sink_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sink_memory/keeps", test_keeps);
	g_test_add_func("/sink_memory/channels", test_channels);
	g_test_add_func("/sink_memory/cancelled", test_cancelled);
	g_test_add_func("/sink_memory/free-nothing", test_free_nothing);
	return g_test_run();
}
