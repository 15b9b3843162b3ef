#include "audio/chain/biquad.h"

#include <math.h>

static double
decibels(double power)
{
	return 10 * log10(power);
}

static void
assert_near(double got, double expected, double margin)
{
	if (!(fabs(got - expected) <= margin))
		g_error("%g is not %g", got, expected);
}

static void
test_highpass(void)
{
	const double rates_hz[] = {16000, 22050, 48000};
	for (guint i = 0; i < G_N_ELEMENTS(rates_hz); i++) {
		OqBiquad filter = oq_biquad_highpass(rates_hz[i], 80);
		assert_near(decibels(oq_biquad_power(&filter, rates_hz[i], 80)), -3.01, 0.01);
		assert_near(decibels(oq_biquad_power(&filter, rates_hz[i], 40)), -12.30, 0.02);
		assert_near(decibels(oq_biquad_power(&filter, rates_hz[i], 20)), -24.10, 0.02);
		assert_near(decibels(oq_biquad_power(&filter, rates_hz[i], 1000)), 0, 0.01);
		assert_near(oq_biquad_power(&filter, rates_hz[i], 0), 0, 1e-12);
	}
}

/* What it does to a sound is what its power says. */
static void
test_step(void)
{
	OqBiquad filter = oq_biquad_highpass(22050, 80);
	OqBiquadState state = {0};
	double before = 0, behind = 0;
	for (guint i = 0; i < 44100; i++) {
		double x = sin(2 * G_PI * 100 * i / 22050);
		double y = oq_biquad_step(&filter, &state, x);
		before += i < 22050 ? 0 : x * x;
		behind += i < 22050 ? 0 : y * y;
	}
	assert_near(
		decibels(behind / before), decibels(oq_biquad_power(&filter, 22050, 100)), 0.001);
}

static void
assert_alike(const OqBiquad *model, double rate_hz)
{
	OqBiquad filter = oq_biquad_at_rate(model, 48000, rate_hz);
	for (double hz = 20; hz < 0.45 * MIN(rate_hz, 48000); hz *= 1.1) {
		double there = decibels(oq_biquad_power(model, 48000, hz));
		assert_near(decibels(oq_biquad_power(&filter, rate_hz, hz)), there, 0.04);
	}
}

/* The two filters of BS.1770, of which one lets nothing through at 0 Hz. */
static void
test_at_rate(void)
{
	const double rates_hz[] = {8000, 16000, 22050, 44100, 48000, 96000};
	const OqBiquad models[] = {
		{1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241,
			0.73248077421585},
		{1, -2, 1, -1.99004745483398, 0.99007225036621},
	};
	for (guint i = 0; i < G_N_ELEMENTS(rates_hz); i++)
		for (guint k = 0; k < G_N_ELEMENTS(models); k++)
			assert_alike(&models[k], rates_hz[i]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/biquad/highpass", test_highpass);
	g_test_add_func("/biquad/step", test_step);
	g_test_add_func("/biquad/at-rate", test_at_rate);
	return g_test_run();
}
