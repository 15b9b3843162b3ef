#include "audio/chain/peak_meter.h"

#include "audio/chain/true_peak.h"
#include "stage_case.h"

#include <string.h>

enum { N_FRAMES = 10000, REACH = OQ_TRUE_PEAK_REACH };

static gfloat
measure(const gfloat *frames, gsize n_frames, guint n_channels, gsize portion)
{
	g_autoptr(OqPeakMeter) meter = oq_peak_meter_new(48000, n_channels);
	for (gsize at = 0; at < n_frames; at += portion)
		oq_peak_meter_add(meter, frames + at * n_channels, MIN(portion, n_frames - at));
	return oq_peak_meter_get(meter);
}

/* As when it is looked for everywhere. */
static void
test_everywhere(void)
{
	const gsize portions[] = {1, 15, 16, 17, 4096, N_FRAMES};
	g_autoptr(OqTruePeak) peaks = oq_true_peak_new(48000);
	g_autofree gfloat *padded = g_new0(gfloat, N_FRAMES + 4 * REACH);
	g_autofree gfloat *greatest = g_new0(gfloat, N_FRAMES + 2 * REACH);
	g_autofree gfloat *frames = stage_case_noise(N_FRAMES, 1, 0.7);
	memcpy(padded + 2 * REACH, frames, N_FRAMES * sizeof *frames);
	oq_true_peak_add(peaks, padded + REACH, N_FRAMES + 2 * REACH, greatest);
	gfloat expected = oq_true_peak_of_samples(greatest, N_FRAMES + 2 * REACH);
	for (guint i = 0; i < G_N_ELEMENTS(portions); i++)
		g_assert_cmpfloat(measure(frames, N_FRAMES, 1, portions[i]), ==, expected);
}

/* The last frames count before anything follows them. */
static void
test_end(void)
{
	gfloat frames[50] = {0};
	frames[48] = frames[49] = 0.5f;
	g_assert_cmpfloat(measure(frames, 50, 1, 50), >, 0.6f);
	g_assert_cmpfloat(measure(frames, 0, 1, 50), ==, 0);
}

/* Peaks of one channel are not mixed with the other's. */
static void
test_channels(void)
{
	gfloat frames[100] = {0};
	frames[50] = 0.5f;
	frames[53] = -0.75f;
	g_assert_cmpfloat(measure(frames, 50, 2, 7), ==, 0.75f);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/peak-meter/everywhere", test_everywhere);
	g_test_add_func("/peak-meter/end", test_end);
	g_test_add_func("/peak-meter/channels", test_channels);
	return g_test_run();
}
