#include "radio/bulletin/loop.h"

#include "made_spool.h"

#include <math.h>

enum { N_FRAMES = 1000, N_CROSS = 100, N_PERIOD = N_FRAMES - N_CROSS };

/* What it is at any place tells where that is. */
static gfloat
ramp(guint64 frame, guint channel)
{
	return (gfloat)frame / 1024 * (channel == 0 ? 1 : -1);
}

static gfloat
one(guint64 frame, guint channel)
{
	(void)frame, (void)channel;
	return 1;
}

static gfloat
expected(guint64 frame)
{
	guint64 at = frame % N_PERIOD;
	if (frame < N_PERIOD || at >= N_CROSS)
		return ramp(at, 0);
	double angle = ((double)at + 0.5) / N_CROSS * G_PI_2;
	return (gfloat)(sin(angle) * ramp(at, 0) + cos(angle) * ramp(N_PERIOD + at, 0));
}

static void
test_goes_on(void)
{
	OqSpool *spool = made_spool_new(8000, 2, N_FRAMES, ramp);
	OqLoop loop;
	gfloat frames[2 * 77];
	oq_loop_init(&loop, spool, N_CROSS);
	for (guint64 at = 0; at < 5 * N_PERIOD; at += 77) {
		g_assert_true(oq_loop_read(&loop, at, frames, 77, NULL));
		for (guint i = 0; i < 77; i++) {
			g_assert_cmpfloat_with_epsilon(frames[2 * i], expected(at + i), 1e-5);
			g_assert_cmpfloat_with_epsilon(frames[2 * i + 1], -expected(at + i), 1e-5);
		}
	}
	oq_loop_clear(&loop);
	oq_spool_free(spool);
}

/* From anywhere, over several rounds at once. */
static void
test_anywhere(void)
{
	OqSpool *spool = made_spool_new(8000, 1, N_FRAMES, ramp);
	g_autofree gfloat *frames = g_new(gfloat, 3 * N_FRAMES);
	OqLoop loop;
	oq_loop_init(&loop, spool, N_CROSS);
	g_assert_true(oq_loop_read(&loop, N_PERIOD * 1000 + 50, frames, 3 * N_FRAMES, NULL));
	for (guint i = 0; i < 3 * N_FRAMES; i++)
		g_assert_cmpfloat_with_epsilon(frames[i], expected(N_PERIOD * 1000 + 50 + i), 1e-5);
	oq_loop_clear(&loop);
	oq_spool_free(spool);
}

/* At a seam of what is not alike the power stays: of a sum of alike it is at most twice. */
static void
test_power(void)
{
	OqSpool *spool = made_spool_new(8000, 1, N_FRAMES, one);
	gfloat frames[N_CROSS];
	OqLoop loop;
	oq_loop_init(&loop, spool, N_CROSS);
	g_assert_true(oq_loop_read(&loop, N_PERIOD, frames, N_CROSS, NULL));
	g_assert_cmpfloat_with_epsilon(frames[0], 1, 0.01);
	g_assert_cmpfloat_with_epsilon(frames[N_CROSS / 2], G_SQRT2, 0.001);
	g_assert_cmpfloat_with_epsilon(frames[N_CROSS - 1], 1, 0.01);
	oq_loop_clear(&loop);
	oq_spool_free(spool);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/loop/goes-on", test_goes_on);
	g_test_add_func("/loop/anywhere", test_anywhere);
	g_test_add_func("/loop/power", test_power);
	return g_test_run();
}
