#include "audio/chain/true_peak.h"

#include "stage_case.h"

enum { N_SAMPLES = 200, REACH = OQ_TRUE_PEAK_REACH };

/* The greatest of a tone that is sampled as far from its tops as can be. */
static double
peak_of(guint rate_hz, double hz, double phase)
{
	gfloat samples[N_SAMPLES + 2 * REACH], greatest[N_SAMPLES] = {0};
	g_autoptr(OqTruePeak) peaks = oq_true_peak_new(rate_hz);
	for (guint i = 0; i < G_N_ELEMENTS(samples); i++)
		samples[i] = (gfloat)(0.5 * sin(2 * G_PI * hz * i / rate_hz + phase));
	oq_true_peak_add(peaks, samples + REACH, N_SAMPLES, greatest);
	return 20 * log10((double)oq_true_peak_of_samples(greatest, N_SAMPLES) / 0.5);
}

/* Of EBU Tech 3341, cases 15 to 18: a fourth, a sixth and an eighth of the rate. */
static void
test_tones(void)
{
	const guint rates_hz[] = {22050, 48000};
	for (guint i = 0; i < G_N_ELEMENTS(rates_hz); i++) {
		double hz = rates_hz[i];
		g_assert_cmpfloat(fabs(peak_of(rates_hz[i], hz / 4, 0)), <, 0.2);
		g_assert_cmpfloat(fabs(peak_of(rates_hz[i], hz / 4, G_PI / 4)), <, 0.2);
		g_assert_cmpfloat(fabs(peak_of(rates_hz[i], hz / 6, G_PI / 3)), <, 0.2);
		g_assert_cmpfloat(fabs(peak_of(rates_hz[i], hz / 8, G_PI * 3 / 8)), <, 0.2);
	}
	g_assert_cmpfloat(fabs(peak_of(22050, 8500, 0.3)), <, 0.2);
}

/* What stands between this frame and the next is this frame's. */
static void
test_place(void)
{
	gfloat samples[N_SAMPLES + 2 * REACH] = {0}, greatest[N_SAMPLES] = {0};
	g_autoptr(OqTruePeak) peaks = oq_true_peak_new(48000);
	samples[REACH + 100] = samples[REACH + 101] = 0.5f;
	oq_true_peak_add(peaks, samples + REACH, N_SAMPLES, greatest);
	g_assert_cmpfloat(greatest[100], >, 0.6f);
	g_assert_cmpfloat(greatest[101], ==, 0.5f);
	g_assert_cmpfloat(greatest[99], <, 0.5f);
}

/* In whatever portions; and what is greater already stays. */
static void
test_portions(void)
{
	gfloat whole[N_SAMPLES] = {0}, parts[N_SAMPLES] = {0};
	g_autofree gfloat *samples = stage_case_noise(N_SAMPLES + 2 * REACH, 1, 0.9);
	g_autoptr(OqTruePeak) peaks = oq_true_peak_new(22050);
	whole[3] = parts[3] = 7;
	oq_true_peak_add(peaks, samples + REACH, N_SAMPLES, whole);
	for (guint at = 0, n = 1; at < N_SAMPLES; at += n, n = at % 37 + 1) {
		n = MIN(n, N_SAMPLES - at);
		oq_true_peak_add(peaks, samples + REACH + at, n, parts + at);
	}
	g_assert_cmpmem(whole, sizeof whole, parts, sizeof parts);
	g_assert_cmpfloat(whole[3], ==, 7);
}

/* Nothing is greater than the bound says, not even what has the signs of the filter. */
static void
test_most(void)
{
	g_autofree gfloat *samples = stage_case_noise(N_SAMPLES + 2 * REACH, 1, 1);
	g_autoptr(OqTruePeak) peaks = oq_true_peak_new(48000);
	for (guint i = 0; i < N_SAMPLES + 2 * REACH; i++)
		samples[i] = (i % 2 == 0) == (i < REACH + 100) ? 1 : -1;
	gfloat greatest[N_SAMPLES] = {0};
	oq_true_peak_add(peaks, samples + REACH, N_SAMPLES, greatest);
	gfloat found = oq_true_peak_of_samples(greatest, N_SAMPLES);
	g_assert_cmpfloat(found, >, 2);
	g_assert_cmpfloat(found, <=, oq_true_peak_most(peaks) * 1.00001f);
}

static void
test_samples(void)
{
	const gfloat samples[] = {0.5f, -0.75f, 0.7f, 0};
	g_assert_cmpfloat(oq_true_peak_of_samples(samples, 4), ==, 0.75f);
	g_assert_cmpfloat(oq_true_peak_of_samples(samples, 0), ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/true-peak/tones", test_tones);
	g_test_add_func("/true-peak/place", test_place);
	g_test_add_func("/true-peak/portions", test_portions);
	g_test_add_func("/true-peak/most", test_most);
	g_test_add_func("/true-peak/samples", test_samples);
	return g_test_run();
}
