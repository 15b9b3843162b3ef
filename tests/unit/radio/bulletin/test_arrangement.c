#include "radio/bulletin/arrangement.h"

#include "audio/files/sink_memory.h"
#include "made_spool.h"

#include <math.h>

static gfloat
one(guint64 frame, guint channel)
{
	(void)frame;
	return channel == 0 ? 1 : 0.5f;
}

static gfloat
half(guint64 frame, guint channel)
{
	(void)frame, (void)channel;
	return 0.5f;
}

/* (transfer full): its frames */
static gfloat *
render(OqArrangement *arrangement, guint n_channels)
{
	g_autoptr(OqSink) sink = oq_sink_memory_new(8000, n_channels);
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_arrangement_render(arrangement, sink, NULL, &error));
	g_assert_no_error(error);
	const GArray *frames = oq_sink_memory_frames(sink);
	g_assert_cmpuint(frames->len, ==, oq_arrangement_n_frames(arrangement) * n_channels);
	return g_memdup2(frames->data, frames->len * sizeof(gfloat));
}

/* Where nothing is it is silent, and where two are both sound, to the frame. */
static void
test_places(void)
{
	OqSpool *stereo = made_spool_new(8000, 2, 20000, one);
	OqSpool *mono = made_spool_new(8000, 1, 5000, half);
	const OqPieceCut jingle = {stereo, 0, 20000, 0, 0}, voice = {mono, 1000, 3000, 0, 0};
	g_autoptr(OqArrangement) arrangement = oq_arrangement_new(8000, 2);
	g_assert_cmpuint(oq_arrangement_add(arrangement, 30000, &voice), ==, 33000);
	g_assert_cmpuint(oq_arrangement_add(arrangement, 12345, &jingle), ==, 32345);
	g_assert_cmpuint(oq_arrangement_n_frames(arrangement), ==, 33000);
	g_autofree gfloat *frames = render(arrangement, 2);
	for (guint i = 0; i < 33000; i++) {
		gfloat left = (i >= 12345 && i < 32345 ? 1 : 0) + (i >= 30000 ? 0.5f : 0);
		gfloat right = (i >= 12345 && i < 32345 ? 0.5f : 0) + (i >= 30000 ? 0.5f : 0);
		g_assert_cmpfloat(frames[2 * i], ==, left);
		g_assert_cmpfloat(frames[2 * i + 1], ==, right);
	}
	oq_spool_free(stereo);
	oq_spool_free(mono);
}

/* From one block to the next, over rounds of the loop, and low as long as is spoken. */
static void
test_bed(void)
{
	OqSpool *spool = made_spool_new(8000, 1, 4000, half);
	const OqBed bed = {
		spool, 1000, 50000, 0, 500, 1000, {-20 * log10(4), -20 * log10(2), 800, 8000}};
	g_autoptr(OqArrangement) arrangement = oq_arrangement_new(8000, 1);
	oq_arrangement_add_bed(arrangement, &bed);
	oq_arrangement_add_speech(arrangement, 500, 600); /* before the bed */
	oq_arrangement_add_speech(arrangement, 10000, 20000);
	oq_arrangement_add_speech(arrangement, 30000, 35000);
	oq_arrangement_add_speech(arrangement, 35000, 40000);
	g_assert_cmpuint(oq_arrangement_n_frames(arrangement), ==, 50000);
	g_autofree gfloat *frames = render(arrangement, 1);
	const struct {
		guint frame;
		double level;
	} expected[] = {{0, 0}, {999, 0}, {1000, 0.25 / 8000}, {3000, 0.125}, {5000, 0.25},
		{9199, 0.25}, {9600, 0.25 / G_SQRT2}, {10000, 0.125}, {19999, 0.125},
		{20400, 0.25 / G_SQRT2}, {20800, 0.25}, {29199, 0.25}, {30000, 0.125},
		{35000, 0.125}, {39999, 0.125}, {40800, 0.25}, {41999, 0.25}, {46000, 0.125},
		{49999, 0.25 / 16000}};
	for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
		g_assert_cmpfloat_with_epsilon(
			frames[expected[i].frame], expected[i].level, 0.0002);
	oq_spool_free(spool);
}

static void
test_nothing(void)
{
	g_autoptr(OqArrangement) arrangement = oq_arrangement_new(8000, 1);
	g_autofree gfloat *frames = render(arrangement, 1);
	g_assert_null(frames);
}

static void
test_cancelled(void)
{
	OqSpool *spool = made_spool_new(8000, 1, 4000, half);
	const OqPieceCut cut = {spool, 0, 4000, 0, 0};
	g_autoptr(OqArrangement) arrangement = oq_arrangement_new(8000, 1);
	g_autoptr(OqSink) sink = oq_sink_memory_new(8000, 1);
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	oq_arrangement_add(arrangement, 0, &cut);
	g_cancellable_cancel(stop);
	g_assert_false(oq_arrangement_render(arrangement, sink, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	oq_spool_free(spool);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/arrangement/places", test_places);
	g_test_add_func("/arrangement/bed", test_bed);
	g_test_add_func("/arrangement/nothing", test_nothing);
	g_test_add_func("/arrangement/cancelled", test_cancelled);
	return g_test_run();
}
