#include "audio/chain/limiter.h"

#include "audio/chain/gain.h"
#include "audio/chain/peak_meter.h"
#include "stage_case.h"

#include <string.h>

enum { RATE_HZ = 48000, N_FRAMES = 40000, AHEAD = RATE_HZ / 200 };

#define CEILING_DBTP (-1.0)

static OqStage *
make(void)
{
	return oq_limiter_new(RATE_HZ, 1, CEILING_DBTP);
}

static OqStage *
make_stereo(void)
{
	return oq_limiter_new(RATE_HZ, 2, CEILING_DBTP);
}

static double
true_peak_dbtp(const GArray *frames, guint n_channels)
{
	g_autoptr(OqPeakMeter) meter = oq_peak_meter_new(RATE_HZ, n_channels);
	oq_peak_meter_add(meter, (const gfloat *)(gpointer)frames->data, frames->len / n_channels);
	return 20 * log10((double)oq_peak_meter_get(meter));
}

/* From the first frame on, however loud it is; and not much softer than is needed. */
static void
test_ceiling(void)
{
	const double levels[] = {0.95, 1.5, 10, 200};
	for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
		g_autofree gfloat *frames = stage_case_noise(N_FRAMES, 1, levels[i]);
		g_autoptr(GArray) out = stage_case_run(make(), frames, N_FRAMES, 1, 1000);
		g_assert_cmpuint(out->len, ==, N_FRAMES);
		double peak_dbtp = true_peak_dbtp(out, 1);
		g_assert_cmpfloat(peak_dbtp, <=, CEILING_DBTP);
		g_assert_cmpfloat(peak_dbtp, >, CEILING_DBTP - 0.3);
	}
}

/* What is soft enough is the same, to the bit and to the frame. */
static void
test_soft(void)
{
	g_autofree gfloat *frames = stage_case_tone(N_FRAMES, 1, RATE_HZ, 997, 0.75);
	g_autoptr(GArray) out = stage_case_run(make(), frames, N_FRAMES, 1, 333);
	g_assert_cmpmem(out->data, out->len * sizeof(gfloat), frames, N_FRAMES * sizeof(gfloat));
}

/* One peak: all is as it was until so long before it, goes down without a jump, and comes back. */
static void
test_peak(void)
{
	enum { PEAK = 20000, AROUND = 16 };
	g_autofree gfloat *frames = stage_case_tone(N_FRAMES, 1, RATE_HZ, 440, 0.1);
	frames[PEAK] = 2;
	g_autoptr(GArray) out = stage_case_run(make(), frames, N_FRAMES, 1, 4096);
	const gfloat *given = (const gfloat *)(gpointer)out->data;
	gsize n_before = PEAK - AHEAD - AROUND;
	g_assert_cmpmem(given, n_before * sizeof *given, frames, n_before * sizeof *given);
	double before = 1;
	for (guint i = 0; i < N_FRAMES; i++) {
		if (fabsf(frames[i]) < 0.05f)
			continue;
		double gain = (double)(given[i] / frames[i]);
		g_assert_cmpfloat(fabs(gain - before), <, 0.05);
		before = gain;
	}
	double wanted = oq_gain_factor(CEILING_DBTP - OQ_LIMITER_MARGIN_DB) / 2;
	g_assert_cmpfloat(fabs((double)(given[PEAK] / 2) - wanted), <, 0.001);
	gsize behind = PEAK + RATE_HZ / 4;
	g_assert_cmpfloat(fabsf(given[behind] - frames[behind]), <, 0.003f);
}

static void
test_portions(void)
{
	g_autofree gfloat *frames = stage_case_noise(N_FRAMES, 1, 1.2);
	g_autofree gfloat *wide = stage_case_noise(N_FRAMES, 2, 1.2);
	for (guint i = 0; i < N_FRAMES; i++)
		frames[i] *= i % 9000 < 3000 ? 1 : 0.3f; /* it has something to do now and then */
	stage_case_portions(make, frames, N_FRAMES, 1);
	stage_case_portions(make_stereo, wide, N_FRAMES, 2);
}

/* Both channels become softer by the same. */
static void
test_channels(void)
{
	g_autofree gfloat *wide = stage_case_tone(N_FRAMES, 2, RATE_HZ, 440, 0.2);
	for (guint i = 0; i < N_FRAMES; i++)
		wide[2 * i] *= i > 20000 && i < 21000 ? 8 : 1;
	g_autoptr(GArray) out = stage_case_run(make_stereo(), wide, N_FRAMES, 2, 4096);
	g_assert_cmpfloat(true_peak_dbtp(out, 2), <=, CEILING_DBTP);
	for (guint i = 0; i < N_FRAMES; i++) {
		if (fabsf(wide[2 * i]) < 0.1f)
			continue;
		gfloat left = g_array_index(out, gfloat, 2 * i) / wide[2 * i];
		gfloat right = g_array_index(out, gfloat, 2 * i + 1) / wide[2 * i + 1];
		g_assert_cmpfloat(fabsf(left - right), <, 1e-5f);
	}
}

static void
test_nothing(void)
{
	const gfloat frame = 3;
	g_autoptr(GArray) none = stage_case_run(make(), &frame, 0, 1, 1);
	g_autoptr(GArray) one = stage_case_run(make(), &frame, 1, 1, 1);
	g_assert_cmpuint(none->len, ==, 0);
	g_assert_cmpuint(one->len, ==, 1);
	g_assert_cmpfloat(true_peak_dbtp(one, 1), <=, CEILING_DBTP);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/limiter/ceiling", test_ceiling);
	g_test_add_func("/limiter/soft", test_soft);
	g_test_add_func("/limiter/peak", test_peak);
	g_test_add_func("/limiter/portions", test_portions);
	g_test_add_func("/limiter/channels", test_channels);
	g_test_add_func("/limiter/nothing", test_nothing);
	return g_test_run();
}
