#include "radio/bulletin/recording.h"

#include "audio/files/sink_file.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct {
	char *folder;
	char *path;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oq-recording-XXXXXX", NULL);
	f->path = g_build_filename(f->folder, "a.wav", NULL);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_remove(f->path);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0); /* of a spool nothing is seen */
	g_free(f->folder);
	g_free(f->path);
}

/* A tone of 1 kHz: left at @left, right at @right, of a peak of 1. */
static void
write_tone(Fixture *f, guint rate_hz, guint n_channels, guint n_frames, double left, double right)
{
	const OqSinkFormat format = {.rate_hz = rate_hz, .n_channels = n_channels, .n_bits = 16};
	g_autoptr(OqSink) sink = oq_sink_file_new(f->path, &format, NULL);
	g_autofree gfloat *frames = g_new(gfloat, MAX(n_frames, 1) * n_channels);
	for (guint i = 0; i < n_frames * n_channels; i++) {
		double angle = 2 * G_PI * 1000 * (i / n_channels) / rate_hz;
		frames[i] = (gfloat)((i % n_channels == 0 ? left : right) * sin(angle));
	}
	g_assert_true(oq_sink_write(sink, frames, n_frames, NULL, NULL));
	g_assert_true(oq_sink_finish(sink, NULL, NULL));
}

static OqRecording *
load(Fixture *f, guint rate_hz, guint n_channels)
{
	const OqRecordingWish wish = {
		.folder = f->folder, .rate_hz = rate_hz, .n_channels = n_channels, .max_ms = 10000};
	g_autoptr(GError) error = NULL;
	OqRecording *recording = oq_recording_load(f->path, &wish, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(oq_spool_rate_hz(recording->spool), ==, rate_hz);
	g_assert_cmpuint(oq_spool_n_channels(recording->spool), ==, n_channels);
	return recording;
}

/* Of a channel, in the middle of the recording. */
static double
peak(OqRecording *recording, guint channel)
{
	guint n_channels = oq_spool_n_channels(recording->spool);
	guint64 middle = oq_spool_n_frames(recording->spool) / 2;
	gfloat frames[500 * 2];
	double highest = 0;
	g_assert_cmpuint(oq_spool_read(recording->spool, middle, frames, 500, NULL), ==, 500);
	for (guint i = 0; i < 500; i++)
		highest = MAX(highest, fabs(frames[i * n_channels + channel]));
	return highest;
}

static void
test_as_it_is(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_tone(f, 48000, 2, 48000, 0.5, 0.25);
	g_autoptr(OqRecording) recording = load(f, 48000, 2);
	g_assert_cmpuint(oq_spool_n_frames(recording->spool), ==, 48000);
	g_assert_cmpfloat_with_epsilon(peak(recording, 0), 0.5, 0.001);
	g_assert_cmpfloat_with_epsilon(peak(recording, 1), 0.25, 0.001);
	/* A tone of 1 kHz at 0 dBFS in one channel is -3.01 LUFS. */
	double expected = -3.01 + 10 * log10(0.5 * 0.5 + 0.25 * 0.25);
	g_assert_true(recording->loudness.is_known);
	g_assert_cmpfloat_with_epsilon(recording->loudness.integrated_lufs, expected, 0.05);
	g_assert_cmpfloat_with_epsilon(oq_recording_gain_db(recording, -23), -23 - expected, 0.05);
}

static void
test_other_rate(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_tone(f, 44100, 2, 44100, 0.5, 0.25);
	g_autoptr(OqRecording) up = load(f, 48000, 2);
	g_assert_cmpuint(oq_spool_n_frames(up->spool), ==, 48000);
	g_assert_cmpfloat_with_epsilon(peak(up, 0), 0.5, 0.005);
	g_assert_cmpfloat_with_epsilon(peak(up, 1), 0.25, 0.005);
	g_autoptr(OqRecording) down = load(f, 22050, 1);
	g_assert_cmpuint(oq_spool_n_frames(down->spool), ==, 22050);
	g_assert_cmpfloat_with_epsilon(peak(down, 0), 0.375, 0.01);
}

static void
test_mono_to_stereo(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_tone(f, 48000, 1, 4800, 0.5, 0);
	g_autoptr(OqRecording) recording = load(f, 48000, 2);
	g_assert_cmpfloat_with_epsilon(peak(recording, 0), 0.5, 0.001);
	g_assert_cmpfloat_with_epsilon(peak(recording, 1), 0.5, 0.001);
}

/* A WAV of 6 channels, each as loud as its number; libsndfile would not write it here. */
static void
test_surround(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	enum { N = 1000, BYTES = N * 12 };
	g_autofree guint8 *wav = g_malloc0(44 + BYTES);
	const guint32 head[] = {0x46464952, 36 + BYTES, 0x45564157, 0x20746d66, 16, 1 | 6 << 16,
		48000, 48000 * 12, 12 | 16 << 16, 0x61746164, BYTES};
	memcpy(wav, head, sizeof head);
	for (guint i = 0; i < N * 6; i++)
		wav[44 + 2 * i + 1] = (guint8)(i % 6 + 1); /* n / 128 */
	g_assert_true(g_file_set_contents(f->path, (char *)wav, 44 + BYTES, NULL));
	g_autoptr(OqRecording) two = load(f, 48000, 2), one = load(f, 48000, 1);
	double left = (1 + G_SQRT2 / 2 * 3 + G_SQRT2 / 2 * 5) / 128;
	double right = (2 + G_SQRT2 / 2 * 3 + G_SQRT2 / 2 * 6) / 128;
	g_assert_cmpfloat_with_epsilon(peak(two, 0), left, 1e-6);
	g_assert_cmpfloat_with_epsilon(peak(two, 1), right, 1e-6);
	g_assert_cmpfloat_with_epsilon(peak(one, 0), (left + right) / 2, 1e-6);
}

/* There is nothing to measure, so it stays as it is. */
static void
test_one_frame(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_tone(f, 48000, 1, 1, 1, 0);
	g_autoptr(OqRecording) recording = load(f, 48000, 1);
	g_assert_cmpuint(oq_spool_n_frames(recording->spool), ==, 1);
	g_assert_false(recording->loudness.is_known);
	g_assert_cmpfloat(oq_recording_gain_db(recording, -23), ==, 0);
}

static void
assert_refused(Fixture *f, guint min_ms, guint max_ms, const char *told)
{
	const OqRecordingWish wish = {f->folder, 48000, 2, min_ms, max_ms};
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_recording_load(f->path, &wish, NULL, &error));
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_SOURCE);
	g_assert_true(g_str_has_prefix(error->message, f->path));
	g_assert_nonnull(strstr(error->message, told));
}

static void
test_refused(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqRecordingWish any_length = {f->folder, 48000, 2, 0, 0};
	assert_refused(f, 0, 0, "cannot be read");
	write_tone(f, 8000, 1, 80001, 0.5, 0);
	assert_refused(f, 0, 10000, "10 seconds");
	g_autoptr(OqRecording) whole = oq_recording_load(f->path, &any_length, NULL, NULL);
	g_assert_nonnull(whole);
	write_tone(f, 8000, 1, 7999, 0.5, 0);
	assert_refused(f, 1000, 10000, "1000 ms");
	g_assert_true(g_file_set_contents(f->path, "no sound", -1, NULL));
	assert_refused(f, 0, 0, "no audio file");
	static const char empty[] = "RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0"
				    "\0\2\0\x10\0data\0\0\0\0";
	g_assert_true(g_file_set_contents(f->path, empty, 44, NULL));
	assert_refused(f, 0, 0, "no sound in the recording");
}

static void
test_cancelled(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqRecordingWish wish = {f->folder, 48000, 2, 0, 0};
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	write_tone(f, 48000, 1, 48000, 0.5, 0);
	g_cancellable_cancel(stop);
	g_assert_null(oq_recording_load(f->path, &wish, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define TEST(name, function) g_test_add(name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	TEST("/recording/as-it-is", test_as_it_is);
	TEST("/recording/other-rate", test_other_rate);
	TEST("/recording/mono-to-stereo", test_mono_to_stereo);
	TEST("/recording/surround", test_surround);
	TEST("/recording/one-frame", test_one_frame);
	TEST("/recording/refused", test_refused);
	TEST("/recording/cancelled", test_cancelled);
	return g_test_run();
}
