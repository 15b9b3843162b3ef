#include "audio/chain/runs.h"

static void
test_mono(void)
{
	const gfloat frames[] = {0, 0, -0.0f, 0.1f, -1, 0, 2};
	g_assert_cmpuint(oq_runs_silence(frames, 7, 1), ==, 3);
	g_assert_cmpuint(oq_runs_silence(frames, 2, 1), ==, 2);
	g_assert_cmpuint(oq_runs_sound(frames, 7, 1), ==, 0);
	g_assert_cmpuint(oq_runs_sound(frames + 3, 4, 1), ==, 2);
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

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/runs/mono", test_mono);
	g_test_add_func("/runs/stereo", test_stereo);
	return g_test_run();
}
