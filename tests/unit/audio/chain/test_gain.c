#include "audio/chain/gain.h"

#include "stage_case.h"

static void
test_factor(void)
{
	g_assert_cmpfloat(oq_gain_factor(0), ==, 1);
	g_assert_cmpfloat(fabs(oq_gain_factor(20) - 10), <, 1e-12);
	g_assert_cmpfloat(fabs(oq_gain_factor(-6.0206) - 0.5), <, 1e-6);
}

static void
test_frames(void)
{
	const gfloat frames[] = {0.25f, -0.5f, 0, 1};
	g_autoptr(GArray) out = stage_case_run(oq_gain_new(2, 20), frames, 2, 2, 1);
	g_assert_cmpuint(out->len, ==, 4);
	for (guint i = 0; i < 4; i++)
		g_assert_cmpfloat(fabsf(g_array_index(out, gfloat, i) - 10 * frames[i]), <, 1e-6);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/gain/factor", test_factor);
	g_test_add_func("/gain/frames", test_frames);
	return g_test_run();
}
