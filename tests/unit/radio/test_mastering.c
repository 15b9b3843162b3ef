#include "radio/mastering.h"

#include "audio/chain/samples.h"
#include "audio/files/sink_memory.h"
#include "stage_case.h"

enum { RATE_HZ = 22050, N_FRAMES = 12 * RATE_HZ };

/** What became of a sound. */
typedef struct {
	OqLoudness promised;
	OqLoudness measured;
	GArray *frames; /* of gfloat */
	guint64 head;
} Made;

static OqLoudness
measure(const GArray *frames, guint rate_hz, guint n_channels)
{
	g_autoptr(OqLoudnessMeter) meter = oq_loudness_meter_new(rate_hz, n_channels);
	oq_loudness_meter_add(
		meter, (const gfloat *)(gpointer)frames->data, frames->len / n_channels);
	return oq_loudness_meter_get(meter, 0);
}

/* In portions of @portion frames; in rate and channels of the profile. */
static Made
make(const OqProfile *profile, const gfloat *frames, gsize n_frames, gsize portion)
{
	g_autoptr(GError) error = NULL;
	Made made;
	g_autoptr(OqSpool) spool = oq_spool_new(NULL, RATE_HZ, 1, &error);
	g_assert_no_error(error);
	g_autoptr(OqSink) said = oq_spool_sink(spool);
	g_autoptr(OqSink) sink = oq_sink_memory_new(profile->rate_hz, profile->n_channels);
	g_autoptr(OqMastering) mastering =
		oq_mastering_new(spool, profile, profile->rate_hz, profile->n_channels);
	for (gsize at = 0; at < n_frames; at += portion)
		g_assert_true(
			oq_sink_write(said, frames + at, MIN(portion, n_frames - at), NULL, NULL));
	g_assert_true(oq_sink_finish(said, NULL, NULL));
	g_assert_true(oq_mastering_plan(mastering, &made.promised, NULL, &error));
	g_assert_true(oq_mastering_write(mastering, sink, NULL, &error));
	g_assert_false(oq_sink_memory_is_finished(sink));
	made.head = oq_mastering_head(mastering);
	made.frames = g_array_copy((GArray *)(guintptr)oq_sink_memory_frames(sink));
	made.measured = measure(made.frames, profile->rate_hz, profile->n_channels);
	return made;
}

/* Bursts of many pitches, as loud as speech is, with pauses: whole samples of 16 bits. */
static gfloat *
new_speech(gsize n_frames, double level)
{
	gfloat *frames = stage_case_noise(n_frames, 1, level);
	for (guint k = 0; k < 8; k++)
		for (gsize i = 0; i + 1 < n_frames; i++)
			frames[i] = (frames[i] + frames[i + 1]) / 2;
	for (gsize i = 0; i < n_frames; i++) {
		gfloat shape = i % 6000 < 4500 ? sinf((gfloat)(i % 1500) / 1500 * (gfloat)G_PI) : 0;
		gint16 whole;
		frames[i] *= shape;
		oq_samples_to_16(&frames[i], 1, &whole);
		oq_samples_to_float(&whole, 1, &frames[i]);
	}
	return frames;
}

static void
assert_near(double got, double expected, double margin)
{
	if (!(fabs(got - expected) <= margin))
		g_error("%g is not %g", got, expected);
}

static void
assert_kept(const Made *made, double loudness_lufs, double ceiling_dbtp)
{
	assert_near(made->measured.integrated_lufs, loudness_lufs, 0.1);
	assert_near(made->measured.integrated_lufs, made->promised.integrated_lufs, 0.03);
	assert_near(made->measured.range_lu, made->promised.range_lu, 0.1);
	assert_near(made->measured.max_momentary_lufs, made->promised.max_momentary_lufs, 0.05);
	assert_near(made->measured.max_short_term_lufs, made->promised.max_short_term_lufs, 0.05);
	assert_near(made->measured.true_peak_dbtp, made->promised.true_peak_dbtp, 0.1);
	g_assert_cmpfloat(made->measured.true_peak_dbtp, <=, ceiling_dbtp);
}

static const OqProfile ebu = {.rate_hz = 48000,
	.n_bits = 24,
	.n_channels = 1,
	.loudness_lufs = -23,
	.ceiling_dbtp = -1,
	.highpass_hz = 80,
	.head_ms = 500,
	.tail_ms = 250};

static void
test_levels(void)
{
	const double levels[] = {0.003, 0.3, 1};
	const double wanted_lufs[] = {-23, -16, -13};
	for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
		g_autofree gfloat *speech = new_speech(N_FRAMES, levels[i]);
		for (guint k = 0; k < G_N_ELEMENTS(wanted_lufs); k++) {
			OqProfile profile = ebu;
			profile.loudness_lufs = wanted_lufs[k];
			Made made = make(&profile, speech, N_FRAMES, 4096);
			g_assert_true(made.promised.is_known);
			assert_kept(&made, wanted_lufs[k], -1);
			g_array_unref(made.frames);
		}
	}
}

/* Of a long text it is enough to measure what was said; with a limiter, too. */
static void
test_long(void)
{
	const double wanted_lufs[] = {-23, -12};
	gsize n_frames = 65 * RATE_HZ;
	g_autofree gfloat *speech = new_speech(n_frames, 0.4);
	for (guint i = 0; i < G_N_ELEMENTS(wanted_lufs); i++) {
		OqProfile profile = ebu;
		profile.loudness_lufs = wanted_lufs[i];
		Made made = make(&profile, speech, n_frames, 4096);
		assert_kept(&made, wanted_lufs[i], -1);
		g_array_unref(made.frames);
	}
}

/* Where the limiter takes away much, louder makes hardly louder. */
static void
test_much_limited(void)
{
	g_autofree gfloat *speech = new_speech(N_FRAMES, 0.3);
	for (gsize i = 0; i < N_FRAMES; i += 1000)
		speech[i] = i % 2000 == 0 ? 0.7f : -0.7f;
	OqProfile profile = ebu;
	profile.loudness_lufs = -15;
	Made made = make(&profile, speech, N_FRAMES, 4096);
	assert_kept(&made, -15, -1);
	g_array_unref(made.frames);
}

/* No step, which would sound at all pitches, where it ends while the high pass still rings. */
static void
test_end(void)
{
	g_autofree gfloat *speech = stage_case_tone(N_FRAMES, 1, RATE_HZ, 90, 0.3);
	Made made = make(&ebu, speech, N_FRAMES, 4096);
	guint end = made.frames->len - 12000;
	const gfloat *frames = (const gfloat *)(gpointer)made.frames->data;
	g_assert_cmpfloat(fabsf(frames[end - 1]), <, 0.001);
	g_assert_cmpfloat(fabsf(frames[end - 1]), >, 0);
	g_array_unref(made.frames);
}

/* Noise has so much treble that it must be measured at the rate of the file. */
static void
test_treble(void)
{
	g_autofree gfloat *noise = stage_case_noise(N_FRAMES, 1, 0.2);
	Made made = make(&ebu, noise, N_FRAMES, 4096);
	assert_kept(&made, -23, -1);
	g_array_unref(made.frames);
	OqProfile lower = ebu;
	lower.rate_hz = 16000;
	made = make(&lower, noise, N_FRAMES, 4096);
	assert_kept(&made, -23, -1);
	g_array_unref(made.frames);
}

static void
assert_silent(const GArray *frames, guint64 from, guint64 to)
{
	for (guint64 i = from; i < to; i++)
		g_assert_cmpfloat(g_array_index(frames, gfloat, i), ==, 0);
}

/* Exact to the frame. */
static void
test_silence(void)
{
	const guint rates_hz[] = {22050, 44100, 48000};
	g_autofree gfloat *speech = new_speech(N_FRAMES, 0.5);
	for (gsize i = 0; i < N_FRAMES; i++) /* it sounds from the first frame to the last */
		speech[i] = i < 300 || i > N_FRAMES - 300 ? (gfloat)(i % 7 + 1) / 64 : speech[i];
	for (guint i = 0; i < G_N_ELEMENTS(rates_hz); i++) {
		OqProfile profile = ebu;
		profile.rate_hz = rates_hz[i];
		profile.head_ms = 333;
		Made made = make(&profile, speech, N_FRAMES, 10000);
		guint64 head = (guint64)llround(0.333 * rates_hz[i]);
		guint64 tail = (guint64)llround(0.25 * rates_hz[i]);
		guint64 said = (guint64)llround((double)N_FRAMES * rates_hz[i] / RATE_HZ);
		g_assert_cmpuint(made.head, ==, head);
		g_assert_cmpuint(made.frames->len, ==, head + said + tail);
		assert_silent(made.frames, 0, head);
		assert_silent(made.frames, head + said, made.frames->len);
		g_assert_cmpfloat(g_array_index(made.frames, gfloat, head), !=, 0);
		g_assert_cmpfloat(g_array_index(made.frames, gfloat, head + said - 1), !=, 0);
		g_array_unref(made.frames);
	}
}

/* Two channels are the same, and together as loud as was asked for. */
static void
test_channels(void)
{
	g_autofree gfloat *speech = new_speech(N_FRAMES, 0.5);
	OqProfile profile = ebu;
	profile.n_channels = 2;
	profile.n_bits = 16;
	Made made = make(&profile, speech, N_FRAMES, 10000);
	assert_kept(&made, -23, -1);
	for (guint i = 0; i < made.frames->len; i += 2)
		g_assert_cmpfloat(g_array_index(made.frames, gfloat, i), ==,
			g_array_index(made.frames, gfloat, i + 1));
	g_array_unref(made.frames);
}

/* What was computed is dithered for 16 bits, and what was not stays what it is. */
static void
test_dither(void)
{
	g_autofree gfloat *speech = new_speech(N_FRAMES, 0.5);
	OqProfile profile = {.rate_hz = RATE_HZ,
		.n_bits = 16,
		.n_channels = 1,
		.loudness_lufs = NAN,
		.ceiling_dbtp = NAN,
		.tail_ms = 100};
	Made plain = make(&profile, speech, N_FRAMES, 10000);
	g_assert_cmpmem(
		plain.frames->data, N_FRAMES * sizeof(gfloat), speech, N_FRAMES * sizeof *speech);
	assert_silent(plain.frames, N_FRAMES, plain.frames->len);
	g_array_unref(plain.frames);
	profile.gain_db = -6;
	Made softer = make(&profile, speech, N_FRAMES, 10000);
	guint n_noisy = 0;
	for (guint i = 0; i < N_FRAMES; i++)
		n_noisy += speech[i] == 0 && g_array_index(softer.frames, gfloat, i) != 0;
	g_assert_cmpuint(n_noisy, >, 1000);
	assert_silent(softer.frames, N_FRAMES, softer.frames->len);
	g_array_unref(softer.frames);
}

/* Without a loudness: as much louder as was said, but not beyond the ceiling. */
static void
test_gain(void)
{
	g_autofree gfloat *speech = new_speech(N_FRAMES, 0.5);
	OqProfile profile = ebu;
	profile.loudness_lufs = NAN;
	profile.gain_db = 0;
	Made as_it_is = make(&profile, speech, N_FRAMES, 10000);
	profile.gain_db = 3;
	Made louder = make(&profile, speech, N_FRAMES, 10000);
	profile.gain_db = 40;
	Made limited = make(&profile, speech, N_FRAMES, 10000);
	assert_near(louder.measured.integrated_lufs, as_it_is.measured.integrated_lufs + 3, 0.02);
	g_assert_cmpfloat(limited.measured.true_peak_dbtp, <=, -1);
	assert_near(limited.measured.integrated_lufs, limited.promised.integrated_lufs, 0.1);
	g_array_unref(as_it_is.frames);
	g_array_unref(louder.frames);
	g_array_unref(limited.frames);
}

/* Silence, a click, nothing at all: a file, with a gain of nothing. */
static void
test_unknown(void)
{
	g_autofree gfloat *silence = g_new0(gfloat, N_FRAMES);
	OqProfile profile = ebu;
	profile.head_ms = profile.tail_ms = 0;
	Made silent = make(&profile, silence, N_FRAMES, 10000);
	g_assert_false(silent.promised.is_known);
	g_assert_cmpuint(silent.frames->len, ==, N_FRAMES / RATE_HZ * 48000);
	Made nothing = make(&profile, silence, 0, 1);
	g_assert_cmpuint(nothing.frames->len, ==, 0);
	silence[50] = 0.5f;
	Made click = make(&profile, silence, 100, 1);
	g_assert_false(click.promised.is_known);
	g_assert_cmpuint(click.frames->len, ==, 218);
	g_array_unref(silent.frames);
	g_array_unref(nothing.frames);
	g_array_unref(click.frames);
}

/* The same frames, in whatever portions they were said. */
static void
test_portions(void)
{
	const gsize portions[] = {100, 16384, N_FRAMES};
	g_autofree gfloat *speech = new_speech(N_FRAMES, 0.9);
	OqProfile profile = ebu;
	profile.loudness_lufs = -10;
	profile.n_bits = 16;
	Made whole = make(&profile, speech, N_FRAMES, 777);
	for (guint i = 0; i < G_N_ELEMENTS(portions); i++) {
		Made made = make(&profile, speech, N_FRAMES, portions[i]);
		g_assert_cmpmem(made.frames->data, made.frames->len * sizeof(gfloat),
			whole.frames->data, whole.frames->len * sizeof(gfloat));
		g_array_unref(made.frames);
	}
	g_array_unref(whole.frames);
}

static void
test_stopped(void)
{
	g_autoptr(GError) error = NULL;
	OqLoudness loudness;
	g_autofree gfloat *speech = new_speech(N_FRAMES, 0.9);
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(OqSpool) spool = oq_spool_new(NULL, RATE_HZ, 1, NULL);
	g_autoptr(OqSink) said = oq_spool_sink(spool);
	g_autoptr(OqSink) sink = oq_sink_memory_new(48000, 1);
	g_autoptr(OqMastering) mastering = oq_mastering_new(spool, &ebu, 48000, 1);
	g_assert_true(oq_sink_write(said, speech, N_FRAMES, NULL, NULL));
	g_assert_true(oq_sink_finish(said, NULL, NULL));
	g_assert_true(oq_mastering_plan(mastering, &loudness, stop, NULL));
	g_cancellable_cancel(stop);
	g_assert_false(oq_mastering_write(mastering, sink, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/mastering/levels", test_levels);
	g_test_add_func("/mastering/long", test_long);
	g_test_add_func("/mastering/much-limited", test_much_limited);
	g_test_add_func("/mastering/end", test_end);
	g_test_add_func("/mastering/treble", test_treble);
	g_test_add_func("/mastering/silence", test_silence);
	g_test_add_func("/mastering/channels", test_channels);
	g_test_add_func("/mastering/dither", test_dither);
	g_test_add_func("/mastering/gain", test_gain);
	g_test_add_func("/mastering/unknown", test_unknown);
	g_test_add_func("/mastering/portions", test_portions);
	g_test_add_func("/mastering/stopped", test_stopped);
	return g_test_run();
}
