#include "audio/chain/runs.h"

static void
test_mono(void)
{
	const gfloat frames[] = {0, 0, -0.0f, 0.1f, -1, 0, 2};
	g_assert_cmpuint(oq_runs_silence(frames, 7, 1), ==, 3);
	g_assert_cmpuint(oq_runs_silence(frames, 2, 1), ==, 2);
	g_assert_cmpuint(oq_runs_sound(frames, 3, 1), ==, 0);
	g_assert_cmpuint(oq_runs_sound(frames + 3, 4, 1), ==, 4);
	g_assert_cmpuint(oq_runs_sound(frames + 3, 3, 1), ==, 2);
	g_assert_cmpuint(oq_runs_sound(frames + 6, 1, 1), ==, 1);
	g_assert_cmpuint(oq_runs_sound(NULL, 0, 1), ==, 0);
}

/* A frame is silent when all its channels are. */
static void
test_stereo(void)
{
	const gfloat frames[] = {0, 0, 0, 1, 1, 0, 0, 0};
	g_assert_cmpuint(oq_runs_silence(frames, 4, 2), ==, 1);
	g_assert_cmpuint(oq_runs_sound(frames + 2, 3, 2), ==, 2);
}

/* A long silence ends what sounds, wherever it lies; a short one does not. */
static void
test_long_silence(void)
{
	for (guint n_sounding = 1; n_sounding < 100; n_sounding++) {
		for (guint n_channels = 1; n_channels <= 2; n_channels++) {
			gfloat frames[600] = {0};
			guint n_silent = OQ_RUNS_SHORT / n_channels;
			for (guint i = 0; i < n_sounding * n_channels; i++)
				frames[i] = 0.5f;
			for (guint i = 0; i < n_channels; i++)
				frames[(n_sounding + n_silent) * n_channels + i] = 1;
			guint n_frames = n_sounding + n_silent + 1;
			g_assert_cmpuint(
				oq_runs_sound(frames, n_frames, n_channels), ==, n_sounding);
			g_assert_cmpuint(oq_runs_silence(frames + n_sounding * n_channels,
						 n_silent + 1, n_channels),
				==, n_silent);
			frames[(n_sounding + 2) * n_channels] = 1;
			g_assert_cmpuint(oq_runs_sound(frames, n_sounding + 3, n_channels), ==,
				n_sounding + 3);
		}
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/runs/mono", test_mono);
	g_test_add_func("/runs/stereo", test_stereo);
	g_test_add_func("/runs/long-silence", test_long_silence);
	return g_test_run();
}
