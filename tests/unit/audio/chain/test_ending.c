#include "audio/chain/ending.h"

#include "stage_case.h"

/* All but the last four frames are as they were, and those go down step by step to nothing. */
static void
test_fades(void)
{
	gfloat frames[2 * 10];
	for (guint i = 0; i < G_N_ELEMENTS(frames); i++)
		frames[i] = i % 2 == 0 ? 1 : -0.5f;
	for (guint portion = 1; portion <= 10; portion++) {
		g_autoptr(GArray) out = stage_case_run(oq_ending_new(2, 4), frames, 10, 2, portion);
		g_assert_cmpuint(out->len, ==, 20);
		for (guint i = 0; i < 20; i++) {
			gfloat left = i / 2 < 6 ? 1 : (gfloat)(10 - i / 2) / 5;
			g_assert_cmpfloat(g_array_index(out, gfloat, i), ==, frames[i] * left);
		}
	}
}

static void
test_shorter(void)
{
	const gfloat frames[] = {1, 1};
	g_autoptr(GArray) out = stage_case_run(oq_ending_new(1, 4), frames, 2, 1, 2);
	g_assert_cmpuint(out->len, ==, 2);
	g_assert_cmpfloat(g_array_index(out, gfloat, 0), ==, (gfloat)2 / 3);
	g_assert_cmpfloat(g_array_index(out, gfloat, 1), ==, (gfloat)1 / 3);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ending/fades", test_fades);
	g_test_add_func("/ending/shorter", test_shorter);
	return g_test_run();
}
