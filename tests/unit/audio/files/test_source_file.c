#include "audio/files/source_file.h"

#include "audio/files/sink_file.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

enum { N_FRAMES = 1000 };

typedef struct {
	char *folder;
	char *path;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data)
{
	f->folder = g_dir_make_tmp("oq-source-XXXXXX", NULL);
	f->path = g_build_filename(f->folder, data, NULL);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_remove(f->path);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->folder);
	g_free(f->path);
}

static void
write_bytes(Fixture *f, const void *bytes, gsize n_bytes)
{
	g_assert_true(g_file_set_contents(f->path, bytes, (gssize)n_bytes, NULL));
}

static gfloat
sample(guint i)
{
	return (gfloat)((gint)(i % 200) - 100) / 128;
}

static void
write_sound(Fixture *f, guint n_channels)
{
	const OqSinkFormat format = {.rate_hz = 48000, .n_channels = n_channels, .n_bits = 16};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = oq_sink_file_new(f->path, &format, &error);
	gfloat frames[N_FRAMES * 2];
	g_assert_no_error(error);
	for (guint i = 0; i < N_FRAMES * n_channels; i++)
		frames[i] = sample(i);
	g_assert_true(oq_sink_write(sink, frames, N_FRAMES, NULL, NULL));
	g_assert_true(oq_sink_finish(sink, NULL, NULL));
}

/* A WAV of @n_bits, of floats if they are 32, whose head tells of @n_told bytes of sound. */
static void
write_wav(Fixture *f, guint rate_hz, guint n_channels, guint n_bits, const void *sound,
	gsize n_bytes, guint32 n_told)
{
	g_autoptr(GByteArray) wav = g_byte_array_new();
	guint32 n_block = n_channels * n_bits / 8;
	const guint32 head[] = {GUINT32_TO_LE(36 + n_told), 0, 0, GUINT32_TO_LE(16),
		GUINT32_TO_LE((n_bits == 32 ? 3u : 1u) | n_channels << 16), GUINT32_TO_LE(rate_hz),
		GUINT32_TO_LE(rate_hz * n_block), GUINT32_TO_LE(n_block | n_bits << 16)};
	const guint32 n_data = GUINT32_TO_LE(n_told);
	g_byte_array_append(wav, (const guint8 *)"RIFF", 4);
	g_byte_array_append(wav, (const guint8 *)head, sizeof head);
	memcpy(wav->data + 8, "WAVEfmt ", 8);
	g_byte_array_append(wav, (const guint8 *)"data", 4);
	g_byte_array_append(wav, (const guint8 *)&n_data, 4);
	g_byte_array_append(wav, sound, (guint)n_bytes);
	write_bytes(f, wav->data, wav->len);
}

/* All that it gives, a few frames at a time; NULL and @error. */
static GArray *
read_all(Fixture *f, guint *rate_hz, guint *n_channels, GError **error)
{
	g_autoptr(OqSourceFile) source = oq_source_file_new(f->path, error);
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(gfloat));
	gfloat frames[77 * OQ_SOURCE_MAX_CHANNELS];
	gssize n = source != NULL ? 1 : -1;
	while (n > 0) {
		n = oq_source_file_read(source, frames, 77, error);
		if (n > 0)
			g_array_append_vals(
				all, frames, (guint)n * oq_source_file_n_channels(source));
	}
	if (n < 0)
		return NULL;
	*rate_hz = oq_source_file_rate_hz(source);
	*n_channels = oq_source_file_n_channels(source);
	return g_steal_pointer(&all);
}

static GArray *
assert_read(Fixture *f, guint rate_hz, guint n_channels, guint n_frames)
{
	g_autoptr(GError) error = NULL;
	guint got_hz = 0, got_channels = 0;
	GArray *all = read_all(f, &got_hz, &got_channels, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(got_hz, ==, rate_hz);
	g_assert_cmpuint(got_channels, ==, n_channels);
	g_assert_cmpuint(all->len, ==, n_frames * n_channels);
	return all;
}

static void
assert_refused(Fixture *f, const char *told)
{
	g_autoptr(GError) error = NULL;
	guint rate_hz, n_channels;
	g_assert_null(read_all(f, &rate_hz, &n_channels, &error));
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_SOURCE);
	g_assert_nonnull(strstr(error->message, f->path));
	g_assert_nonnull(strstr(error->message, told));
}

static void
test_sound(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_sound(f, 2);
	g_autoptr(GArray) all = assert_read(f, 48000, 2, N_FRAMES);
	for (guint i = 0; i < all->len; i++)
		g_assert_cmpfloat_with_epsilon(
			g_array_index(all, gfloat, i), sample(i), 1.0 / 32768);
}

static void
test_compressed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	guint rate_hz = 0, n_channels = 0;
	write_sound(f, 1);
	g_autoptr(GArray) all = read_all(f, &rate_hz, &n_channels, NULL);
	g_assert_cmpuint(rate_hz, ==, 48000);
	g_assert_cmpuint(all->len, >=, N_FRAMES);
}

static void
test_old(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_wav(f, 8000, 1, 8, "\x80\xc0\x40\x80", 4, 4);
	g_autoptr(GArray) all = assert_read(f, 8000, 1, 4);
	g_assert_cmpfloat(g_array_index(all, gfloat, 0), ==, 0);
	g_assert_cmpfloat(g_array_index(all, gfloat, 1), ==, 0.5f);
	g_assert_cmpfloat(g_array_index(all, gfloat, 2), ==, -0.5f);
}

static void
test_wide(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const gint16 sound[6 * 10] = {1};
	write_wav(f, 192000, 6, 16, sound, sizeof sound, sizeof sound);
	g_autoptr(GArray) all = assert_read(f, 192000, 6, 10);
	write_wav(f, 48000, 17, 16, sound, 34, 34);
	assert_refused(f, "17");
	write_wav(f, 100, 1, 16, sound, 10, 10);
	assert_refused(f, "100 Hz");
	write_wav(f, 3000000, 1, 16, sound, 10, 10);
	assert_refused(f, "3000000 Hz");
}

static void
test_no_numbers(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const gfloat sound[] = {NAN, INFINITY, -INFINITY, 1e30f, -1e30f, 0.5f};
	const gfloat expected[] = {0, 0, 0, OQ_SOURCE_MAX_LEVEL, -OQ_SOURCE_MAX_LEVEL, 0.5f};
	write_wav(f, 48000, 1, 32, sound, sizeof sound, sizeof sound);
	g_autoptr(GArray) all = assert_read(f, 48000, 1, 6);
	g_assert_cmpmem(all->data, sizeof expected, expected, sizeof expected);
}

static void
test_short(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const gint16 sound[] = {1};
	write_wav(f, 48000, 1, 16, sound, 2, 2);
	g_autoptr(GArray) one = assert_read(f, 48000, 1, 1);
	write_wav(f, 48000, 1, 16, sound, 0, 0);
	g_autoptr(GArray) none = assert_read(f, 48000, 1, 0);
}

static void
test_cut(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const gint16 sound[100] = {1};
	write_wav(f, 48000, 1, 16, sound, 100, 200);
	assert_refused(f, "end is missing");
	/* As sox and ffmpeg write into pipes. */
	write_wav(f, 48000, 1, 16, sound, 200, 0x7fffffff - 36);
	g_autoptr(GArray) all = assert_read(f, 48000, 1, 100);
}

static void
test_cut_flac(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *bytes = NULL;
	gsize n_bytes = 0;
	write_sound(f, 1);
	g_assert_true(g_file_get_contents(f->path, &bytes, &n_bytes, NULL));
	write_bytes(f, bytes, n_bytes - 20);
	assert_refused(f, "end is missing");
}

static void
test_no_sound(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_refused(f, "No such file");
	write_bytes(f, "", 0);
	assert_refused(f, "is empty");
	write_bytes(f, "Bir eki ush. Bul matin.\n", 24);
	assert_refused(f, "no audio file");
	write_bytes(f, "RIFF\x24\0\0\0WAVEfmt ", 16);
	assert_refused(f, "end is missing");
	g_remove(f->path);
	g_assert_cmpint(mkfifo(f->path, 0600), ==, 0);
	assert_refused(f, "a folder, a pipe or a device");
	g_remove(f->path);
	g_assert_cmpint(g_mkdir(f->path, 0700), ==, 0);
	assert_refused(f, "a folder, a pipe or a device");
}

#define TEST(name, file, function) g_test_add(name, Fixture, file, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	TEST("/source-file/wav", "a.wav", test_sound);
	TEST("/source-file/flac", "a.flac", test_sound);
	TEST("/source-file/aiff", "a.aiff", test_sound);
	TEST("/source-file/mp3", "a.mp3", test_compressed);
	TEST("/source-file/ogg", "a.ogg", test_compressed);
	TEST("/source-file/opus", "a.opus", test_compressed);
	TEST("/source-file/old", "a.wav", test_old);
	TEST("/source-file/wide", "a.wav", test_wide);
	TEST("/source-file/no-numbers", "a.wav", test_no_numbers);
	TEST("/source-file/short", "a.wav", test_short);
	TEST("/source-file/cut", "a.wav", test_cut);
	TEST("/source-file/cut-flac", "a.flac", test_cut_flac);
	TEST("/source-file/no-sound", "a.wav", test_no_sound);
	return g_test_run();
}
