#include "audio/files/bitrates.h"

#include "audio/files/sink.h"

#include <string.h>

static void
assert_range(guint rate_hz, guint bitrate_kbps, guint wanted_lowest, guint wanted_highest)
{
	guint highest, lowest;
	g_autoptr(GError) error = NULL;
	oq_bitrates_check(rate_hz, bitrate_kbps, &highest, &lowest, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(lowest, ==, wanted_lowest);
	g_assert_cmpuint(highest, ==, wanted_highest);
}

static void
test_possible(void)
{
	assert_range(48000, 192, 32, 320);
	assert_range(44100, 320, 32, 320);
	assert_range(32000, 64, 32, 320);
	assert_range(22050, 144, 8, 160);
	assert_range(16000, 64, 8, 160);
	assert_range(8000, 64, 8, 64);
}

static void
test_impossible(void)
{
	const guint cases[][2] = {
		{48000, 56}, {48000, 190}, {48000, 384}, {24000, 192}, {8000, 80}};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		guint highest, lowest;
		g_autoptr(GError) error = NULL;
		g_assert_false(
			oq_bitrates_check(cases[i][0], cases[i][1], &highest, &lowest, &error));
		g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
		g_assert_nonnull(strstr(error->message, "64"));
	}
}

static void
test_softer(void)
{
	g_assert_cmpfloat(oq_bitrates_softer(64), ==, 0.95f);
	g_assert_cmpfloat(oq_bitrates_softer(160), ==, 0.95f);
	g_assert_cmpfloat(oq_bitrates_softer(192), ==, 0.97f);
	g_assert_cmpfloat(oq_bitrates_softer(224), ==, 0.98f);
	g_assert_cmpfloat(oq_bitrates_softer(256), ==, 1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/bitrates/possible", test_possible);
	g_test_add_func("/bitrates/impossible", test_impossible);
	g_test_add_func("/bitrates/softer", test_softer);
	return g_test_run();
}
