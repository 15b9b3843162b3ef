#include "audio/files/sink_memory.h"

static const gint16 samples[] = {1, -2, G_MAXINT16, G_MININT16};

static void
test_keeps(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = oq_sink_memory_new(22050);
	g_assert_cmpuint(sink->rate_hz, ==, 22050);
	g_assert_true(oq_sink_write(sink, samples, 3, &error));
	g_assert_true(oq_sink_write(sink, samples + 3, 1, &error));
	g_assert_true(oq_sink_write(sink, NULL, 0, &error));
	g_assert_false(oq_sink_memory_is_finished(sink));
	g_assert_true(oq_sink_finish(sink, &error));
	g_assert_no_error(error);
	g_assert_true(oq_sink_memory_is_finished(sink));
	const GArray *kept = oq_sink_memory_samples(sink);
	g_assert_cmpmem(kept->data, kept->len * sizeof(gint16), samples, sizeof samples);
}

static void
test_dropped(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = oq_sink_memory_new(22050);
	g_assert_true(oq_sink_write(sink, samples, 2, NULL));
	oq_sink_drop(sink);
	g_assert_false(oq_sink_write(sink, samples, 2, &error));
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_CANCELLED);
	g_clear_error(&error);
	g_assert_false(oq_sink_finish(sink, &error));
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_CANCELLED);
	g_assert_false(oq_sink_memory_is_finished(sink));
	g_assert_cmpuint(oq_sink_memory_samples(sink)->len, ==, 2);
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
	g_test_add_func("/sink_memory/dropped", test_dropped);
	g_test_add_func("/sink_memory/free-nothing", test_free_nothing);
	return g_test_run();
}
