#include "audio/chain/dither.h"

#include "audio/chain/samples.h"
#include "stage_case.h"

enum { N_FRAMES = 200000 };

#define STEP (1 / 32768.0)

static OqStage *
make(void)
{
	return oq_dither_new(16, 1);
}

/* Around 0, up to one step either way, and as strong as the triangular noise of two steps is. */
static void
test_noise(void)
{
	double sum = 0, power = 0;
	g_autofree gfloat *silence = g_new0(gfloat, N_FRAMES);
	g_autoptr(GArray) out = stage_case_run(make(), silence, N_FRAMES, 1, 5000);
	for (guint i = 0; i < N_FRAMES; i++) {
		double noise = (double)g_array_index(out, gfloat, i) / STEP;
		g_assert_cmpfloat(fabs(noise), <=, 1);
		sum += noise;
		power += noise * noise;
	}
	g_assert_cmpfloat(fabs(sum / N_FRAMES), <, 0.005);
	g_assert_cmpfloat(fabs(power / N_FRAMES - 1 / 6.0), <, 0.002);
}

/* What is less than a step is heard in the mean. */
static void
test_small(void)
{
	g_autofree gfloat *frames = g_new(gfloat, N_FRAMES);
	g_autofree gint16 *whole = g_new(gint16, N_FRAMES);
	double sum = 0;
	for (guint i = 0; i < N_FRAMES; i++)
		frames[i] = (gfloat)(0.3 * STEP);
	g_autoptr(GArray) out = stage_case_run(make(), frames, N_FRAMES, 1, 5000);
	oq_samples_to_16((const gfloat *)(gpointer)out->data, N_FRAMES, whole);
	for (guint i = 0; i < N_FRAMES; i++)
		sum += whole[i];
	g_assert_cmpfloat(fabs(sum / N_FRAMES - 0.3), <, 0.01);
}

static void
test_portions(void)
{
	g_autofree gfloat *frames = stage_case_noise(20000, 1, 0.5);
	stage_case_portions(make, frames, 20000, 1);
}

/* Two channels do not get the same. */
static void
test_channels(void)
{
	g_autofree gfloat *silence = g_new0(gfloat, 2000);
	guint n_same = 0;
	g_autoptr(GArray) out = stage_case_run(oq_dither_new(16, 2), silence, 1000, 2, 100);
	for (guint i = 0; i < 1000; i++)
		n_same +=
			g_array_index(out, gfloat, 2 * i) == g_array_index(out, gfloat, 2 * i + 1);
	g_assert_cmpuint(n_same, <, 10);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/dither/noise", test_noise);
	g_test_add_func("/dither/small", test_small);
	g_test_add_func("/dither/portions", test_portions);
	g_test_add_func("/dither/channels", test_channels);
	return g_test_run();
}
