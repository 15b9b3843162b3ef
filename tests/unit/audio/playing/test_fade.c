#include "audio/playing/fade.h"

enum { N_FRAMES = 40 };

static void
fill(gint16 *frames)
{
	for (guint i = 0; i < N_FRAMES; i++)
		frames[i] = i % 2 == 0 ? 10000 : -10000;
}

/* From what comes before, in pieces, down to silence, and never louder than before. */
static void
test_falls(void)
{
	OqFade fade;
	gint16 frames[N_FRAMES];
	oq_fade_init(&fade);
	fill(frames);
	oq_fade_set(&fade, 110, 130);
	g_assert_cmpuint(oq_fade_end(&fade), ==, 130);
	for (guint i = 0; i < N_FRAMES; i += 8)
		oq_fade_apply(&fade, frames + i, 8, 100 + i);
	for (guint i = 0; i <= 10; i++)
		g_assert_cmpint(ABS(frames[i]), ==, 10000);
	for (guint i = 11; i < 30; i++)
		g_assert_cmpint(ABS(frames[i]), <, ABS(frames[i - 1]));
	g_assert_cmpint(ABS(frames[20]), ==, 2500);
	for (guint i = 30; i < N_FRAMES; i++)
		g_assert_cmpint(frames[i], ==, 0);
}

static void
test_nothing(void)
{
	OqFade fade;
	gint16 frames[N_FRAMES];
	oq_fade_init(&fade);
	fill(frames);
	oq_fade_apply(&fade, frames, N_FRAMES, 0);
	oq_fade_set(&fade, 0, 10);
	oq_fade_clear(&fade);
	g_assert_cmpuint(oq_fade_end(&fade), ==, G_MAXUINT64);
	oq_fade_apply(&fade, frames, N_FRAMES, 0);
	for (guint i = 0; i < N_FRAMES; i++)
		g_assert_cmpint(ABS(frames[i]), ==, 10000);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/fade/falls", test_falls);
	g_test_add_func("/fade/nothing", test_nothing);
	return g_test_run();
}
