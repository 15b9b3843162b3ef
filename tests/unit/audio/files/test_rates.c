#include "audio/files/rates.h"

#include "audio/files/sink.h"

static void
test_told(void)
{
	g_assert_true(oq_rates_check("flac", 22051, NULL));
	g_assert_true(oq_rates_check("flac", 65535, NULL));
	g_assert_true(oq_rates_check("flac", 65540, NULL));
	g_assert_true(oq_rates_check("flac", 192000, NULL));
	g_assert_true(oq_rates_check("wav", 191999, NULL));
}

static void
test_not_told(void)
{
	const guint rates_hz[] = {65536, 88201, 191999};
	for (guint i = 0; i < G_N_ELEMENTS(rates_hz); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_false(oq_rates_check("flac", rates_hz[i], &error));
		g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rates/told", test_told);
	g_test_add_func("/rates/not_told", test_not_told);
	return g_test_run();
}
