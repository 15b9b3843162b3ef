#include "audio/chain/resample.h"

#include "stage_case.h"

enum { FROM_HZ = 22050, TO_HZ = 48000, N_FRAMES = 30001 };

/* The frames at the other rate, given in portions of n. */
static GArray *
resample_in(const gfloat *frames, gsize n_frames, gsize n)
{
	g_autoptr(OqStage) resample = oq_resample_new(FROM_HZ, TO_HZ, 1);
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
	g_autoptr(OqStage) resample = oq_resample_new(FROM_HZ, TO_HZ, 1);
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(gfloat));
	for (guint i = 0; i < 5000; i += 1000) {
		resample->klass->add(resample, NULL, 0, out);
		resample->klass->add(resample, frames + i, 1000, out);
	}
	resample->klass->finish(resample, out);
	g_assert_cmpmem(
		out->data, out->len * sizeof(gfloat), whole->data, whole->len * sizeof(gfloat));
}

/* A sound, a long silence, a sound: as if nothing had been left out of the silence. */
static void
test_silence(void)
{
	enum { N_LONG = 3 * N_FRAMES, APART = 4000 };
	g_autofree gfloat *frames = stage_case_noise(N_LONG, 2, 0.7);
	g_autofree gfloat *faint = g_memdup2(frames, 2 * N_LONG * sizeof *frames);
	for (guint i = 0; i < 2 * N_LONG; i++)
		faint[i] = frames[i] != 0 ? frames[i] : 1e-20f; /* no silence, and not heard */
	g_autoptr(GArray) out =
		stage_case_run(oq_resample_new(FROM_HZ, TO_HZ, 2), frames, N_LONG, 2, 999);
	g_autoptr(GArray) expected =
		stage_case_run(oq_resample_new(FROM_HZ, TO_HZ, 2), faint, N_LONG, 2, 999);
	guint n_silent = 0;
	g_assert_cmpuint(out->len, ==, 2 * (guint)lrint((double)N_LONG * TO_HZ / FROM_HZ));
	g_assert_cmpuint(out->len, ==, expected->len);
	for (guint i = 0; i < out->len; i++) {
		gfloat got = g_array_index(out, gfloat, i);
		g_assert_cmpfloat(fabsf(got - g_array_index(expected, gfloat, i)), <, 1e-6f);
		n_silent += got == 0;
	}
	g_assert_cmpuint(n_silent, >, 2 * (N_FRAMES - APART) * (TO_HZ / FROM_HZ));
}

static OqStage *
make(void)
{
	return oq_resample_new(FROM_HZ, TO_HZ, 1);
}

static OqStage *
make_lower(void)
{
	return oq_resample_new(TO_HZ, FROM_HZ, 1);
}

static void
test_silence_portions(void)
{
	g_autofree gfloat *frames = stage_case_noise(N_FRAMES, 1, 0.7);
	stage_case_portions(make, frames, N_FRAMES, 1);
	stage_case_portions(make_lower, frames, N_FRAMES, 1);
}

/* Silence at the beginning and at the end, and nothing else. */
static void
test_only_silence(void)
{
	g_autofree gfloat *frames = g_new0(gfloat, N_FRAMES);
	g_autoptr(GArray) silence = resample_in(frames, N_FRAMES, 700);
	g_assert_cmpuint(silence->len, ==, (guint)lrint((double)N_FRAMES * TO_HZ / FROM_HZ));
	frames[20000] = 0.5f;
	g_autoptr(GArray) click = resample_in(frames, N_FRAMES, 700);
	guint at = (guint)lrint(20000.0 * TO_HZ / FROM_HZ);
	for (guint i = 0; i < click->len; i++) {
		g_assert_cmpfloat(g_array_index(silence, gfloat, i), ==, 0);
		g_assert_true(ABS((gint)i - (gint)at) < 3 ||
			      fabsf(g_array_index(click, gfloat, i)) < 0.2f);
	}
	g_assert_cmpfloat(g_array_index(click, gfloat, at), >, 0.4f);
}

/* The power of a tone, by the algorithm of Goertzel, through a window whose sides are low. */
static double
power_at(const GArray *frames, double hz)
{
	double real = 0, imaginary = 0;
	for (guint i = 0; i < frames->len; i++) {
		double t = 2 * G_PI * i / frames->len;
		double window =
			0.35875 - 0.48829 * cos(t) + 0.14128 * cos(2 * t) - 0.01168 * cos(3 * t);
		double value = window * (double)g_array_index(frames, gfloat, i);
		real += value * cos(2 * G_PI * hz * i / TO_HZ);
		imaginary += value * sin(2 * G_PI * hz * i / TO_HZ);
	}
	return real * real + imaginary * imaginary;
}

/* A tone of a sound at the lower rate has its image on the other side of half of that. */
static void
test_images(void)
{
	const double tones_hz[] = {500, 3000, 9000, 10000};
	for (guint i = 0; i < G_N_ELEMENTS(tones_hz); i++) {
		double hz = tones_hz[i];
		g_autofree gfloat *frames = stage_case_tone(N_FRAMES, 1, FROM_HZ, hz, 0.9);
		g_autoptr(GArray) out = resample_in(frames, N_FRAMES, 5000);
		g_array_remove_range(out, 0, 2000);
		g_array_set_size(out, out->len - 2000);
		double image = power_at(out, FROM_HZ - hz) / power_at(out, hz);
		g_assert_cmpfloat(10 * log10(image), <, -120);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/resample/tone", test_tone);
	g_test_add_func("/resample/portions", test_portions);
	g_test_add_func("/resample/nothing", test_nothing);
	g_test_add_func("/resample/silence", test_silence);
	g_test_add_func("/resample/silence-portions", test_silence_portions);
	g_test_add_func("/resample/only-silence", test_only_silence);
	g_test_add_func("/resample/images", test_images);
	return g_test_run();
}
