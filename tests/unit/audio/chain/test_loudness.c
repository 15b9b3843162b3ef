#include "audio/chain/loudness.h"

#include "stage_case.h"

enum { TONE_HZ = 1000 };

/** A part of a sound: a tone of so many dBFS, in all channels. */
typedef struct {
	double level_dbfs;
	double seconds;
} Part;

static const guint rates_hz[] = {16000, 22050, 44100, 48000};

static OqLoudness
measure(guint rate_hz, guint n_channels, const Part *parts, guint n_parts)
{
	g_autoptr(OqLoudnessMeter) meter = oq_loudness_meter_new(rate_hz, n_channels);
	for (guint i = 0; i < n_parts; i++) {
		gsize n_frames = (gsize)(parts[i].seconds * rate_hz);
		g_autofree gfloat *tone = stage_case_tone(
			n_frames, n_channels, rate_hz, TONE_HZ, pow(10, parts[i].level_dbfs / 20));
		oq_loudness_meter_add(meter, tone, n_frames);
	}
	return oq_loudness_meter_get(meter, 0);
}

#define MEASURE(rate_hz, n_channels, ...)                                                          \
	measure(rate_hz, n_channels, (const Part[]){__VA_ARGS__},                                  \
		G_N_ELEMENTS(((const Part[]){__VA_ARGS__})))

static void
assert_near(double got, double expected, double margin)
{
	if (!(fabs(got - expected) <= margin))
		g_error("%g is not %g", got, expected);
}

/* EBU Tech 3341, cases 1 to 5: the tolerance there is 0.1 LU. */
static void
test_integrated(void)
{
	for (guint i = 0; i < G_N_ELEMENTS(rates_hz); i++) {
		guint hz = rates_hz[i];
		OqLoudness one = MEASURE(hz, 2, {-23, 20});
		OqLoudness two = MEASURE(hz, 2, {-33, 20});
		OqLoudness three = MEASURE(hz, 2, {-36, 10}, {-23, 60}, {-36, 10});
		OqLoudness four =
			MEASURE(hz, 2, {-72, 10}, {-36, 10}, {-23, 60}, {-36, 10}, {-72, 10});
		OqLoudness five = MEASURE(hz, 2, {-26, 20}, {-20, 20.1}, {-26, 20});
		assert_near(one.integrated_lufs, -23, 0.02);
		assert_near(one.max_momentary_lufs, -23, 0.02);
		assert_near(one.max_short_term_lufs, -23, 0.02);
		assert_near(one.true_peak_dbtp, -23, 0.1);
		assert_near(two.integrated_lufs, -33, 0.02);
		assert_near(three.integrated_lufs, -23, 0.05);
		assert_near(four.integrated_lufs, -23, 0.05);
		assert_near(five.integrated_lufs, -23, 0.05);
	}
}

/* What is up to 10 LU softer than the mean counts, and no more than that. */
static void
test_gate(void)
{
	assert_near(MEASURE(48000, 2, {-23, 30}, {-34.5, 30}).integrated_lufs, -25.71, 0.05);
	assert_near(MEASURE(48000, 2, {-23, 30}, {-36.5, 30}).integrated_lufs, -23, 0.05);
}

/* A channel alone is as much softer as half the power is. */
static void
test_channels(void)
{
	assert_near(MEASURE(48000, 1, {-23, 5}).integrated_lufs, -26.01, 0.02);
}

/* EBU Tech 3342, cases 1 to 4: the tolerance there is 1 LU. */
static void
test_range(void)
{
	assert_near(MEASURE(22050, 2, {-20, 20}, {-30, 20}).range_lu, 10, 0.5);
	assert_near(MEASURE(22050, 2, {-20, 20}, {-15, 20}).range_lu, 5, 0.5);
	assert_near(MEASURE(22050, 2, {-40, 20}, {-20, 20}).range_lu, 20, 0.5);
	assert_near(
		MEASURE(22050, 2, {-50, 20}, {-35, 20}, {-20, 20}, {-35, 20}, {-50, 20}).range_lu,
		15, 0.5);
}

/* Noise, whose pitches the filters weigh differently, is as loud at each rate that has them all. */
static void
test_rates(void)
{
	double loudness[2];
	for (guint i = 0; i < 2; i++) {
		guint rate_hz = i == 0 ? 22050 : 44100;
		g_autoptr(OqLoudnessMeter) meter = oq_loudness_meter_new(rate_hz, 1);
		for (guint at = 0; at < 10; at++) {
			g_autofree gfloat *tone =
				stage_case_tone(rate_hz, 1, rate_hz, 60 * pow(1.75, at), 0.1);
			oq_loudness_meter_add(meter, tone, rate_hz);
		}
		loudness[i] = oq_loudness_meter_get(meter, 0).integrated_lufs;
	}
	assert_near(loudness[0], loudness[1], 0.005);
}

static void
test_portions(void)
{
	const gsize portions[] = {1, 999, 30000};
	enum { N_FRAMES = 60000 };
	g_autofree gfloat *frames = stage_case_noise(N_FRAMES, 2, 0.3);
	OqLoudness whole = OQ_LOUDNESS_UNKNOWN;
	for (guint i = 0; i < G_N_ELEMENTS(portions); i++) {
		g_autoptr(OqLoudnessMeter) meter = oq_loudness_meter_new(22050, 2);
		for (gsize at = 0; at < N_FRAMES; at += portions[i])
			oq_loudness_meter_add(
				meter, frames + at * 2, MIN(portions[i], N_FRAMES - at));
		OqLoudness loudness = oq_loudness_meter_get(meter, 0);
		g_assert_true(loudness.is_known);
		if (i == 0)
			whole = loudness;
		assert_near(loudness.integrated_lufs, whole.integrated_lufs, 1e-9);
		assert_near(loudness.max_momentary_lufs, whole.max_momentary_lufs, 1e-9);
		g_assert_cmpfloat(loudness.true_peak_dbtp, ==, whole.true_peak_dbtp);
	}
}

static void
test_silence(void)
{
	enum { N_FRAMES = 30000 };
	g_autofree gfloat *noise = stage_case_noise(N_FRAMES, 1, 0.3);
	g_autofree gfloat *silence = g_new0(gfloat, 50000);
	g_autoptr(OqLoudnessMeter) meter = oq_loudness_meter_new(22050, 1);
	g_autoptr(OqLoudnessMeter) other = oq_loudness_meter_new(22050, 1);
	oq_loudness_meter_add_silence(meter, 11025);
	g_assert_false(oq_loudness_meter_get(meter, 0).is_known);
	g_assert_true(isnan(oq_loudness_meter_get(meter, 0).integrated_lufs));
	oq_loudness_meter_add(other, silence, 11025);
	for (guint i = 0; i < 2; i++) {
		oq_loudness_meter_add(i == 0 ? meter : other, noise, N_FRAMES);
		if (i == 0)
			oq_loudness_meter_add_silence(meter, 50000);
		else
			oq_loudness_meter_add(other, silence, 50000);
	}
	OqLoudness a = oq_loudness_meter_get(meter, 0), b = oq_loudness_meter_get(other, 0);
	assert_near(a.integrated_lufs, b.integrated_lufs, 1e-9);
	assert_near(a.range_lu, b.range_lu, 1e-9);
}

/* What is shorter than a window has no loudness, but a peak. */
static void
test_short(void)
{
	OqLoudness loudness = MEASURE(48000, 1, {-23, 0.39});
	g_assert_false(loudness.is_known);
	assert_near(loudness.true_peak_dbtp, -23, 0.1);
	g_assert_true(MEASURE(48000, 1, {-23, 0.41}).is_known);
	g_assert_true(isnan(MEASURE(48000, 1, {-23, 0.41}).max_short_term_lufs));
}

/* As if it were louder: then the soft part counts, too. */
static void
test_louder(void)
{
	OqLoudness found[2];
	for (guint i = 0; i < 2; i++) {
		double gain_db = i == 0 ? 0 : 5;
		g_autoptr(OqLoudnessMeter) meter = oq_loudness_meter_new(22050, 2);
		for (guint at = 0; at < 3; at++) {
			double level_dbfs = (at == 1 ? -74 : -66) + gain_db;
			g_autofree gfloat *tone = stage_case_tone(
				5 * 22050, 2, 22050, TONE_HZ, pow(10, level_dbfs / 20));
			oq_loudness_meter_add(meter, tone, 5 * 22050);
		}
		found[i] = oq_loudness_meter_get(meter, 5 - gain_db);
	}
	assert_near(found[1].integrated_lufs, -62.4, 0.3);
	assert_near(found[0].integrated_lufs, found[1].integrated_lufs, 0.001);
	assert_near(found[0].range_lu, found[1].range_lu, 0.02);
	assert_near(found[0].true_peak_dbtp, found[1].true_peak_dbtp, 0.001);
	assert_near(found[0].max_momentary_lufs, found[1].max_momentary_lufs, 0.001);
	assert_near(found[0].max_short_term_lufs, found[1].max_short_term_lufs, 0.001);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/loudness/integrated", test_integrated);
	g_test_add_func("/loudness/gate", test_gate);
	g_test_add_func("/loudness/channels", test_channels);
	g_test_add_func("/loudness/range", test_range);
	g_test_add_func("/loudness/rates", test_rates);
	g_test_add_func("/loudness/portions", test_portions);
	g_test_add_func("/loudness/silence", test_silence);
	g_test_add_func("/loudness/short", test_short);
	g_test_add_func("/loudness/louder", test_louder);
	return g_test_run();
}
