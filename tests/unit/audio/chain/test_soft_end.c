#include "audio/chain/soft_end.h"

#include "stage_case.h"

enum { N_FADED = 96, N_FRAMES = 5000 };

static OqStage *
new_soft_end(void)
{
	return oq_soft_end_new(2, N_FADED);
}

static void
test_end(void)
{
	gfloat frames[N_FRAMES];
	for (guint i = 0; i < N_FRAMES; i++)
		frames[i] = 0.5f;
	g_autoptr(GArray) out =
		stage_case_run(oq_soft_end_new(1, N_FADED), frames, N_FRAMES, 1, N_FRAMES);
	const gfloat *given = (const gfloat *)(gpointer)out->data;
	g_assert_cmpuint(out->len, ==, N_FRAMES);
	for (guint i = N_FRAMES - N_FADED; i < N_FRAMES; i++)
		g_assert_cmpfloat(given[i], <, given[i - 1]);
	g_assert_cmpfloat(given[N_FRAMES - 1], <, 0.001);
	g_assert_cmpfloat(given[N_FRAMES - 1], >, 0);
	g_assert_cmpmem(given, (N_FRAMES - N_FADED) * sizeof *given, frames,
		(N_FRAMES - N_FADED) * sizeof *given);
}

/* Fewer frames than it holds back are all given, softer. */
static void
test_short(void)
{
	const gfloat frames[] = {1, 1, 1};
	g_autoptr(GArray) out = stage_case_run(oq_soft_end_new(1, N_FADED), frames, 3, 1, 1);
	g_assert_cmpuint(out->len, ==, 3);
	for (guint i = 0; i < 3; i++)
		g_assert_cmpfloat(g_array_index(out, gfloat, i), <, 0.01);
	g_autoptr(GArray) nothing = stage_case_run(oq_soft_end_new(1, N_FADED), frames, 0, 1, 1);
	g_assert_cmpuint(nothing->len, ==, 0);
}

static void
test_portions(void)
{
	g_autofree gfloat *frames = stage_case_noise(N_FRAMES, 2, 0.5);
	stage_case_portions(new_soft_end, frames, N_FRAMES, 2);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/soft-end/end", test_end);
	g_test_add_func("/soft-end/short", test_short);
	g_test_add_func("/soft-end/portions", test_portions);
	return g_test_run();
}
