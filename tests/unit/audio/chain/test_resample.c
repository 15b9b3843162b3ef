#include "audio/chain/resample.h"

#include <math.h>

enum { FROM_HZ = 22050, TO_HZ = 48000, N_FRAMES = 30001 };

/* The frames at the other rate, given in portions of n. */
static GArray *
resample_in(const gfloat *frames, gsize n_frames, gsize n)
{
	g_autoptr(OqStage) resample = oq_resample_new(FROM_HZ, TO_HZ);
	GArray *out = g_array_new(FALSE, FALSE, sizeof(gfloat));
	for (gsize i = 0; i < n_frames; i += n)
		resample->klass->add(resample, frames + i, MIN(n, n_frames - i), out);
	resample->klass->add(resample, NULL, 0, out);
	resample->klass->finish(resample, out);
	return out;
}

static gfloat *
new_tone(void)
{
	gfloat *frames = g_new(gfloat, N_FRAMES);
	for (guint i = 0; i < N_FRAMES; i++)
		frames[i] = (gfloat)(0.5 * sin(2 * G_PI * 1000 * i / FROM_HZ));
	return frames;
}

/* Neither late, nor longer, nor louder. */
static void
test_tone(void)
{
	g_autofree gfloat *frames = new_tone();
	g_autoptr(GArray) out = resample_in(frames, N_FRAMES, N_FRAMES);
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
	g_autofree gfloat *frames = new_tone();
	g_autoptr(GArray) whole = resample_in(frames, N_FRAMES, N_FRAMES);
	for (guint i = 0; i < G_N_ELEMENTS(portions); i++) {
		g_autoptr(GArray) out = resample_in(frames, N_FRAMES, portions[i]);
		g_assert_cmpmem(out->data, out->len * sizeof(gfloat), whole->data,
			whole->len * sizeof(gfloat));
	}
}

/* Portions without a frame in between do not end the stream. */
static void
test_nothing(void)
{
	g_autofree gfloat *frames = new_tone();
	g_autoptr(GArray) nothing = resample_in(frames, 0, 1);
	g_assert_cmpuint(nothing->len, ==, 0);
	g_autoptr(GArray) whole = resample_in(frames, 5000, 5000);
	g_autoptr(OqStage) resample = oq_resample_new(FROM_HZ, TO_HZ);
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(gfloat));
	for (guint i = 0; i < 5000; i += 1000) {
		resample->klass->add(resample, NULL, 0, out);
		resample->klass->add(resample, frames + i, 1000, out);
	}
	resample->klass->finish(resample, out);
	g_assert_cmpmem(
		out->data, out->len * sizeof(gfloat), whole->data, whole->len * sizeof(gfloat));
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
