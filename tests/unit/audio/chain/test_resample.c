#include "audio/chain/resample.h"

#include <math.h>

enum { FROM_HZ = 22050, TO_HZ = 48000, N_FRAMES = 30001 };

/* The samples at the other rate, given in portions of n frames. */
static GArray *
resample_in(const gint16 *samples, gsize n_frames, gsize n)
{
	g_autoptr(OqResample) resample = oq_resample_new(FROM_HZ, TO_HZ);
	GArray *out = g_array_new(FALSE, FALSE, sizeof(gfloat));
	for (gsize i = 0; i < n_frames; i += n)
		oq_resample_add(resample, samples + i, MIN(n, n_frames - i), out);
	oq_resample_add(resample, samples, 0, out);
	oq_resample_finish(resample, out);
	return out;
}

static gint16 *
new_tone(void)
{
	gint16 *samples = g_new(gint16, N_FRAMES);
	for (guint i = 0; i < N_FRAMES; i++)
		samples[i] = (gint16)lrint(16384 * sin(2 * G_PI * 1000 * i / FROM_HZ));
	return samples;
}

/* Neither late, nor longer, nor louder. */
static void
test_tone(void)
{
	g_autofree gint16 *samples = new_tone();
	g_autoptr(GArray) out = resample_in(samples, N_FRAMES, N_FRAMES);
	g_assert_cmpuint(out->len, ==, (guint)lrint((double)N_FRAMES * TO_HZ / FROM_HZ));
	for (guint i = 1000; i < out->len - 1000; i++) {
		gdouble expected = 0.5 * sin(2 * G_PI * 1000 * i / TO_HZ);
		g_assert_cmpfloat(fabs(g_array_index(out, gfloat, i) - expected), <, 0.0005);
	}
}

static void
test_portions(void)
{
	const gsize portions[] = {1, 7, 441, 8192, 20000};
	g_autofree gint16 *samples = new_tone();
	g_autoptr(GArray) whole = resample_in(samples, N_FRAMES, N_FRAMES);
	for (guint i = 0; i < G_N_ELEMENTS(portions); i++) {
		g_autoptr(GArray) out = resample_in(samples, N_FRAMES, portions[i]);
		g_assert_cmpmem(out->data, out->len * sizeof(gfloat), whole->data,
			whole->len * sizeof(gfloat));
	}
}

static void
test_nothing(void)
{
	const gint16 sample = 0;
	g_autoptr(GArray) out = resample_in(&sample, 0, 1);
	g_assert_cmpuint(out->len, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/resample/tone", test_tone);
	g_test_add_func("/resample/portions", test_portions);
	g_test_add_func("/resample/nothing", test_nothing);
	return g_test_run();
}
