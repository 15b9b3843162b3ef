#include "speech/score/pauses.h"

static void
test_speed(void)
{
	g_assert_cmpuint(oq_pauses_permille(130, 100), ==, 1000);
	g_assert_cmpuint(oq_pauses_permille(260, 100), ==, 500);
	g_assert_cmpuint(oq_pauses_permille(65, 100), ==, 2000);
	g_assert_cmpuint(oq_pauses_permille(130, 50), ==, 500);
}

static void
test_scale(void)
{
	g_assert_cmpuint(oq_pauses_scale(1000, 100), ==, 1000);
	g_assert_cmpuint(oq_pauses_scale(500, 25), ==, 125);
	g_assert_cmpuint(oq_pauses_scale(2166, 400), ==, 8664);
}

static void
test_frames(void)
{
	g_assert_cmpuint(oq_pauses_frames(420, 1000, 22050), ==, 9261);
	g_assert_cmpuint(oq_pauses_frames(420, 500, 1000), ==, 210);
	g_assert_cmpuint(oq_pauses_frames(0, 1000, 22050), ==, 0);
	g_assert_cmpuint(oq_pauses_frames(10000, 6500, 48000), ==, 3120000);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pauses/speed", test_speed);
	g_test_add_func("/pauses/scale", test_scale);
	g_test_add_func("/pauses/frames", test_frames);
	return g_test_run();
}
