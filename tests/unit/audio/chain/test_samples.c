#include "audio/chain/samples.h"

enum { N_ALL = 1 << 16 };

static void
test_every_sample_returns(void)
{
	g_autofree gint16 *samples = g_new(gint16, N_ALL), *again = g_new(gint16, N_ALL);
	g_autofree gfloat *floats = g_new(gfloat, N_ALL);
	for (gint i = 0; i < N_ALL; i++)
		samples[i] = (gint16)(i + G_MININT16);
	oq_samples_to_float(samples, N_ALL, floats);
	oq_samples_to_16(floats, N_ALL, again);
	g_assert_cmpmem(again, N_ALL * sizeof *again, samples, N_ALL * sizeof *samples);
	g_assert_cmpfloat(floats[0], ==, -1);
	g_assert_cmpfloat(floats[N_ALL - 1], ==, 32767.0f / 32768);
	for (gint i = 1; i < N_ALL; i++)
		g_assert_cmpfloat(floats[i] - floats[i - 1], ==, 1.0f / 32768);
}

static void
assert_16(gfloat sample, gint expected)
{
	gint16 got;
	oq_samples_to_16(&sample, 1, &got);
	g_assert_cmpint(got, ==, expected);
}

static void
test_rounded(void)
{
	assert_16(0.4f / 32768, 0);
	assert_16(-0.4f / 32768, 0);
	assert_16(0.6f / 32768, 1);
	assert_16(-0.6f / 32768, -1);
	assert_16(32766.6f / 32768, 32767);
	assert_16(0.99999f, 32767);
	assert_16(1, 32767);
	assert_16(7, 32767);
	assert_16(-1, -32768);
	assert_16(-7, -32768);
}

static void
assert_24(gfloat sample, gint expected)
{
	gint32 got;
	oq_samples_to_24(&sample, 1, &got);
	g_assert_cmpint(got, ==, expected * 256);
}

static void
test_24_bits(void)
{
	assert_24(0, 0);
	assert_24(0.5f, 1 << 22);
	assert_24(1.0f / 32768, 256);
	assert_24(0.6f / 8388608, 1);
	assert_24(-1.0f / 8388608, -1);
	assert_24(1, 8388607);
	assert_24(3, 8388607);
	assert_24(-1, -8388608);
	assert_24(-3, -8388608);
}

static void
test_are_16(void)
{
	const gfloat samples[] = {0, 1 / 32768.0f, -1, 0.5f, 1};
	gint16 whole[5];
	oq_samples_to_16(samples, 5, whole);
	g_assert_true(oq_samples_are_16(samples, 4, whole));
	g_assert_false(oq_samples_are_16(samples, 5, whole)); /* full scale is one less */
	whole[0] = 1;
	g_assert_false(oq_samples_are_16(samples, 4, whole));
	g_assert_true(oq_samples_are_16(samples, 0, whole));
}

/* The same numbers as in 32 bits, also over the end of a portion. */
static void
test_bytes_24(void)
{
	enum { N = 3000 };
	g_autofree gfloat *samples = g_new(gfloat, N);
	g_autofree gint32 *whole = g_new(gint32, N);
	g_autofree guint8 *little = g_new(guint8, 3 * N + 1);
	g_autofree guint8 *big = g_new(guint8, 3 * N + 1);
	for (guint i = 0; i < N; i++)
		samples[i] = ((gfloat)i - N / 2) / 1400;
	oq_samples_to_24(samples, N, whole);
	oq_samples_to_bytes_24(samples, N, FALSE, little);
	oq_samples_to_bytes_24(samples, N, TRUE, big);
	for (guint i = 0; i < N; i++) {
		guint32 value = (guint32)whole[i];
		for (guint k = 0; k < 3; k++) {
			g_assert_cmpuint(little[3 * i + k], ==, value >> (8 * (k + 1)) & 0xff);
			g_assert_cmpuint(big[3 * i + k], ==, value >> (8 * (3 - k)) & 0xff);
		}
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/samples/every-sample-returns", test_every_sample_returns);
	g_test_add_func("/samples/rounded", test_rounded);
	g_test_add_func("/samples/24-bits", test_24_bits);
	g_test_add_func("/samples/are-16", test_are_16);
	g_test_add_func("/samples/bytes-24", test_bytes_24);
	return g_test_run();
}
