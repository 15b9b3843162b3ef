#include "audio/chain/treble.h"

#include "stage_case.h"

enum { RATE_HZ = 22050, N_FRAMES = 2 * RATE_HZ };

static double
share_of(const gfloat *frames, gsize n_frames, guint n_channels, gsize portion)
{
	g_autoptr(OqTreble) treble = oq_treble_new(n_channels);
	for (gsize at = 0; at < n_frames; at += portion)
		oq_treble_add(treble, frames + at * n_channels, MIN(portion, n_frames - at));
	return oq_treble_share(treble);
}

static double
share_of_tone(double hz)
{
	g_autofree gfloat *frames = stage_case_tone(N_FRAMES, 1, RATE_HZ, hz, 0.5);
	return share_of(frames, N_FRAMES, 1, 1000);
}

static void
test_tones(void)
{
	g_assert_cmpfloat(share_of_tone(1000), <, 1e-6);
	g_assert_cmpfloat(share_of_tone(5000), <, 0.001);
	g_assert_cmpfloat(share_of_tone(8000), <, 0.2);
	g_assert_cmpfloat(share_of_tone(10500), >, 0.8);
}

static void
test_nothing(void)
{
	const gfloat frames[600] = {0};
	g_assert_cmpfloat(share_of(frames, 0, 1, 1), ==, 0);
	g_assert_cmpfloat(share_of(frames, 600, 1, 100), ==, 0);
}

static void
test_portions(void)
{
	g_autofree gfloat *frames = stage_case_noise(N_FRAMES, 2, 0.5);
	double share = share_of(frames, N_FRAMES, 2, N_FRAMES);
	g_assert_cmpfloat(share, >, 0.1);
	g_assert_cmpfloat(share_of(frames, N_FRAMES, 2, 1), ==, share);
	g_assert_cmpfloat(share_of(frames, N_FRAMES, 2, 999), ==, share);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/treble/tones", test_tones);
	g_test_add_func("/treble/nothing", test_nothing);
	g_test_add_func("/treble/portions", test_portions);
	return g_test_run();
}
