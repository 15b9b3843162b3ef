#include "radio/trial.h"

#include "stage_case.h"

enum { RATE_HZ = 22050, FILE_HZ = 48000, N_FRAMES = 9 * RATE_HZ };

static OqLoudness
try(const OqWay *way, const gfloat *frames, gsize portion)
{
	g_autoptr(OqTrial) trial = oq_trial_new(way);
	for (gsize at = 0; at < N_FRAMES; at += portion)
		oq_trial_add(trial, frames + at * way->n_taken, MIN(portion, N_FRAMES - at));
	oq_trial_finish(trial);
	return oq_trial_loudness(trial, 0);
}

static OqWay
plain_way(const OqProfile *profile)
{
	return (OqWay){.profile = profile,
		.from_hz = RATE_HZ,
		.to_hz = RATE_HZ,
		.n_taken = 1,
		.n_channels = 1};
}

static void
assert_near(double got, double expected, double margin)
{
	if (!(fabs(got - expected) <= margin))
		g_error("%g is not %g", got, expected);
}

/* -23 dBFS in one channel is 3 LU softer than in two. */
static void
test_channels(void)
{
	const OqProfile profile = oq_profile_plain();
	OqWay way = plain_way(&profile);
	g_autofree gfloat *frames =
		stage_case_tone(N_FRAMES, 1, RATE_HZ, 1000, pow(10, -23.0 / 20));
	assert_near(try(&way, frames, 1000).integrated_lufs, -26.01, 0.03);
	way.n_channels = 2;
	OqLoudness two = try(&way, frames, 1000);
	assert_near(two.integrated_lufs, -23, 0.03);
	assert_near(two.true_peak_dbtp, -23, 1);
}

static void
test_gain_and_limiter(void)
{
	const OqProfile profile = {.loudness_lufs = NAN, .ceiling_dbtp = -6};
	OqWay way = plain_way(&profile);
	way.gain_db = 12;
	g_autofree gfloat *frames =
		stage_case_tone(N_FRAMES, 1, RATE_HZ, 1000, pow(10, -12.0 / 20));
	OqLoudness loud = try(&way, frames, 5000);
	assert_near(loud.integrated_lufs, -3.01, 0.03);
	assert_near(loud.true_peak_dbtp, 0, 0.5); /* it begins and ends with a jump */
	way.is_limited = TRUE;
	OqLoudness limited = try(&way, frames, 5000);
	assert_near(limited.integrated_lufs, -9.1, 0.1);
	assert_near(limited.true_peak_dbtp, -6.1, 0.02);
}

static void
test_highpass(void)
{
	OqProfile profile = oq_profile_plain();
	OqWay way = plain_way(&profile);
	g_autofree gfloat *frames = stage_case_tone(N_FRAMES, 1, RATE_HZ, 40, 0.5);
	double before = try(&way, frames, 5000).integrated_lufs;
	profile.highpass_hz = 80;
	assert_near(try(&way, frames, 5000).integrated_lufs, before - 12.3, 0.1);
}

/* At its own rate it is as loud as at the file's, when it has little treble. */
static void
test_rates(void)
{
	const OqProfile profile = {.loudness_lufs = NAN,
		.ceiling_dbtp = NAN,
		.highpass_hz = 80,
		.head_ms = 500,
		.tail_ms = 500};
	OqWay own = plain_way(&profile), files = plain_way(&profile);
	files.to_hz = FILE_HZ;
	g_autofree gfloat *frames = stage_case_noise(N_FRAMES, 1, 0.5);
	for (guint k = 0; k < 6; k++) /* less treble */
		for (guint i = 0; i + 1 < N_FRAMES; i++)
			frames[i] = (frames[i] + frames[i + 1]) / 2;
	OqLoudness a = try(&own, frames, 3000), b = try(&files, frames, 3000);
	assert_near(a.integrated_lufs, b.integrated_lufs, 0.02);
	assert_near(a.max_momentary_lufs, b.max_momentary_lufs, 0.05);
	assert_near(a.true_peak_dbtp, b.true_peak_dbtp, 0.1);
}

static void
test_dull(void)
{
	const OqProfile profile = oq_profile_plain();
	const OqWay way = plain_way(&profile);
	g_autofree gfloat *tone = stage_case_tone(N_FRAMES, 1, RATE_HZ, 3000, 0.5);
	g_autofree gfloat *noise = stage_case_noise(N_FRAMES, 1, 0.5);
	for (guint i = 0; i < 2; i++) {
		g_autoptr(OqTrial) trial = oq_trial_new(&way);
		oq_trial_add(trial, i == 0 ? tone : noise, N_FRAMES);
		g_assert_cmpint(oq_trial_is_dull(trial), ==, i == 0);
	}
}

/* What a file needs besides: all its channels. */
static void
test_chain(void)
{
	const OqProfile profile = oq_profile_plain();
	OqWay way = plain_way(&profile);
	const gfloat frames[] = {0.5f, -0.25f};
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(gfloat));
	way.n_channels = 2;
	g_autoptr(OqChain) measured = oq_way_chain(&way, TRUE);
	g_autoptr(OqChain) written = oq_way_chain(&way, FALSE);
	oq_chain_add_frames(measured, frames, 2, out);
	g_assert_cmpuint(out->len, ==, 2);
	oq_chain_add_frames(written, frames, 2, out);
	g_assert_cmpuint(out->len, ==, 6);
	g_assert_cmpfloat(g_array_index(out, gfloat, 3), ==, 0.5f);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/trial/channels", test_channels);
	g_test_add_func("/trial/gain-and-limiter", test_gain_and_limiter);
	g_test_add_func("/trial/highpass", test_highpass);
	g_test_add_func("/trial/rates", test_rates);
	g_test_add_func("/trial/dull", test_dull);
	g_test_add_func("/trial/chain", test_chain);
	return g_test_run();
}
