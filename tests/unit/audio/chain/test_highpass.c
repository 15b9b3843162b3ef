#include "audio/chain/highpass.h"

#include "audio/chain/biquad.h"
#include "stage_case.h"

enum { RATE_HZ = 22050, N_FRAMES = 3 * RATE_HZ };

static OqStage *
make(void)
{
	return oq_highpass_new(RATE_HZ, 1, 80);
}

static OqStage *
make_stereo(void)
{
	return oq_highpass_new(RATE_HZ, 2, 80);
}

static double
level_of(double hz)
{
	g_autofree gfloat *frames = stage_case_tone(N_FRAMES, 1, RATE_HZ, hz, 0.5);
	g_autoptr(GArray) out = stage_case_run(make(), frames, N_FRAMES, 1, 1000);
	g_assert_cmpuint(out->len, ==, N_FRAMES);
	return 20 * log10(stage_case_level(out, 1, 0, RATE_HZ) / (0.5 / G_SQRT2));
}

static void
test_levels(void)
{
	g_assert_cmpfloat(fabs(level_of(1000)), <, 0.01);
	g_assert_cmpfloat(fabs(level_of(80) + 3.01), <, 0.02);
	g_assert_cmpfloat(level_of(20), <, -24);
}

static void
test_constant(void)
{
	g_autofree gfloat *frames = g_new(gfloat, N_FRAMES);
	for (guint i = 0; i < N_FRAMES; i++)
		frames[i] = 0.3f;
	g_autoptr(GArray) out = stage_case_run(make(), frames, N_FRAMES, 1, 512);
	g_assert_cmpfloat(stage_case_level(out, 1, 0, RATE_HZ), <, 1e-6);
}

static void
test_portions(void)
{
	g_autofree gfloat *frames = stage_case_noise(N_FRAMES, 1, 0.5);
	g_autofree gfloat *wide = stage_case_noise(N_FRAMES, 2, 0.5);
	stage_case_portions(make, frames, N_FRAMES, 1);
	stage_case_portions(make_stereo, wide, N_FRAMES, 2);
}

/* It rings for a moment, and is then as silent as what it was given. */
static void
test_rest(void)
{
	g_autofree gfloat *frames = stage_case_noise(N_FRAMES, 1, 0.5);
	g_autoptr(GArray) out = stage_case_run(make(), frames, N_FRAMES, 1, 777);
	guint first = N_FRAMES / 3, last = N_FRAMES * 2 / 3;
	g_assert_cmpfloat(g_array_index(out, gfloat, first), !=, 0);
	for (guint i = first + 1400; i < last; i++)
		g_assert_cmpfloat(g_array_index(out, gfloat, i), ==, 0);
	g_assert_cmpfloat(fabsf(g_array_index(out, gfloat, first + 1370)), <, 1e-8);
}

/* Frames of 0 between others are no silence, however many there are. */
static void
test_zeros(void)
{
	OqBiquad filter = oq_biquad_highpass(RATE_HZ, 80);
	OqBiquadState state = {0};
	g_autofree gfloat *frames = stage_case_tone(N_FRAMES, 1, RATE_HZ, 200, 0.5);
	for (guint i = 0; i < N_FRAMES; i++)
		frames[i] = i % 3 == 0 ? frames[i] : 0;
	g_autoptr(GArray) out = stage_case_run(make(), frames, N_FRAMES, 1, 777);
	for (guint i = 0; i < N_FRAMES; i++) {
		gfloat expected = (gfloat)oq_biquad_step(&filter, &state, (double)frames[i]);
		g_assert_cmpfloat(g_array_index(out, gfloat, i), ==, expected);
	}
}

/* One channel hears nothing of the other. */
static void
test_channels(void)
{
	g_autofree gfloat *tone = stage_case_tone(N_FRAMES, 1, RATE_HZ, 300, 0.5);
	g_autofree gfloat *wide = g_new0(gfloat, 2 * N_FRAMES);
	for (guint i = 0; i < N_FRAMES; i++)
		wide[2 * i + 1] = tone[i];
	g_autoptr(GArray) out = stage_case_run(make_stereo(), wide, N_FRAMES, 2, 1000);
	g_autoptr(GArray) alone = stage_case_run(make(), tone, N_FRAMES, 1, 1000);
	for (guint i = 0; i < N_FRAMES; i++) {
		g_assert_cmpfloat(g_array_index(out, gfloat, 2 * i), ==, 0);
		g_assert_cmpfloat(
			g_array_index(out, gfloat, 2 * i + 1), ==, g_array_index(alone, gfloat, i));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/highpass/levels", test_levels);
	g_test_add_func("/highpass/constant", test_constant);
	g_test_add_func("/highpass/portions", test_portions);
	g_test_add_func("/highpass/rest", test_rest);
	g_test_add_func("/highpass/zeros", test_zeros);
	g_test_add_func("/highpass/channels", test_channels);
	return g_test_run();
}
