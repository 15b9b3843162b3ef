#include "audio/files/sink_file.h"

#include "audio/chain/chain.h"
#include "base/files/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <sndfile.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RATE_HZ = 22050, N_FRAMES = 3 * RATE_HZ };

static const OqSinkFormat speech = {RATE_HZ, 1, 16, 0, &(const OqTags){.voice_start = 1}, FALSE};

typedef struct {
	char *folder;
	gint16 *samples; /* 1 kHz at half of full scale, N_FRAMES */
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->samples = g_new(gint16, N_FRAMES);
	for (guint i = 0; i < N_FRAMES; i++)
		f->samples[i] = (gint16)lrint(16384 * sin(2 * G_PI * 1000 * i / RATE_HZ));
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir));) {
		g_autofree char *path = g_build_filename(f->folder, name, NULL);
		g_assert_cmpint(g_unlink(path), ==, 0);
	}
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->folder);
	g_free(f->samples);
}

static guint
count_files(const char *folder)
{
	guint n = 0;
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	while (g_dir_read_name(dir) != NULL)
		n++;
	return n;
}

static gboolean
write_all(OqSink *sink, GArray *frames, GCancellable *stop, GError **error)
{
	gboolean is_written = oq_sink_write(
		sink, (const gfloat *)(gpointer)frames->data, frames->len, stop, error);
	g_array_set_size(frames, 0);
	return is_written;
}

/* In uneven portions: what comes out must not depend on them. */
static gboolean
write_tone(Fixture *f, OqSink *sink, GCancellable *stop, GError **error)
{
	gsize n_done = 0;
	g_autoptr(OqChain) chain = oq_chain_new(RATE_HZ, sink->rate_hz, sink->n_channels);
	g_autoptr(GArray) frames = g_array_new(FALSE, FALSE, sizeof(gfloat));
	for (gsize n = 1; n_done < N_FRAMES; n_done += n, n = MIN(n * 3, N_FRAMES - n_done)) {
		oq_chain_add(chain, f->samples + n_done, n, frames);
		if (!write_all(sink, frames, stop, error))
			return FALSE;
	}
	oq_chain_finish(chain, frames);
	return write_all(sink, frames, stop, error);
}

static gboolean
make_file(Fixture *f, const char *path, GError **error)
{
	g_autoptr(OqSink) sink = oq_sink_file_new(path, &speech, error);
	return sink != NULL && write_tone(f, sink, NULL, error) &&
	       oq_sink_finish(sink, NULL, error);
}

static void
assert_line(const GError *error, GQuark domain, gint code, const char *named)
{
	g_assert_error(error, domain, code);
	g_assert_nonnull(strstr(error->message, named));
	g_assert_null(strchr(error->message, '\n'));
	g_test_message("%s", error->message);
}

/* The tone again: its length, its level, and nothing beside it. */
static void
assert_tone(const char *path, int format, int rate_hz, gdouble tolerance)
{
	SF_INFO info = {0};
	SNDFILE *file = sf_open(path, SFM_READ, &info);
	g_assert_nonnull(file);
	g_assert_cmphex((guint)info.format, ==, (guint)format);
	g_assert_cmpint(info.samplerate, ==, rate_hz);
	g_assert_cmpint(info.channels, ==, 1);
	g_assert_cmpint(info.frames, ==, 3 * rate_hz);
	g_autofree gfloat *got = g_new(gfloat, (gsize)info.frames);
	g_assert_cmpint(sf_read_float(file, got, info.frames), ==, info.frames);
	sf_close(file);
	gdouble error = 0;
	/* The codecs ring where the tone sets in and ends. */
	for (int i = rate_hz / 2; i < rate_hz * 5 / 2; i++)
		error += pow(got[i] - 0.5 * sin(2 * G_PI * 1000 * i / rate_hz), 2);
	g_test_message("%s: error %.6f", path, sqrt(error / (2 * rate_hz)));
	g_assert_cmpfloat(sqrt(error / (2 * rate_hz)), <, tolerance);
}

static const struct {
	const char *name;
	int format;
	int rate_hz;
	gdouble tolerance; /* RMS of the difference, full scale 1 */
} kinds[] = {
	{"tone.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, RATE_HZ, 0.00002},
	{"TONE.WAV", SF_FORMAT_WAV | SF_FORMAT_PCM_16, RATE_HZ, 0.00002},
	{"tone.rf64", SF_FORMAT_RF64 | SF_FORMAT_PCM_16, RATE_HZ, 0.00002},
	{"tone.aiff", SF_FORMAT_AIFF | SF_FORMAT_PCM_16, RATE_HZ, 0.00002},
	{"tone.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, RATE_HZ, 0.00002},
	{"tone.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, RATE_HZ, 0.03},
	{"tone.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 48000, 0.03},
	{"tone.mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, RATE_HZ, 0.03},
};

static void
test_formats(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *path = g_build_filename(f->folder, kinds[i].name, NULL);
		make_file(f, path, &error);
		g_assert_no_error(error);
		assert_tone(path, kinds[i].format, kinds[i].rate_hz, kinds[i].tolerance);
	}
	g_assert_cmpuint(count_files(f->folder), ==, G_N_ELEMENTS(kinds));
}

static void
test_same_bytes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		g_autofree char *path = g_build_filename(f->folder, kinds[i].name, NULL);
		g_autofree char *first = NULL, *second = NULL;
		gsize n_first, n_second;
		g_assert_true(make_file(f, path, NULL));
		g_assert_true(g_file_get_contents(path, &first, &n_first, NULL));
		/* This one replaces it. */
		g_assert_true(make_file(f, path, NULL));
		g_assert_true(g_file_get_contents(path, &second, &n_second, NULL));
		g_assert_cmpmem(first, n_first, second, n_second);
	}
}

static void
test_mode_is_the_users(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	struct stat info;
	g_autofree char *path = g_build_filename(f->folder, "a.wav", NULL);
	mode_t before = umask(027);
	g_assert_true(make_file(f, path, NULL));
	umask(before);
	g_assert_cmpint(stat(path, &info), ==, 0);
	g_assert_cmphex(info.st_mode & 07777, ==, 0640);
}

static void
test_empty(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *path = g_build_filename(f->folder, kinds[i].name, NULL);
		g_autoptr(OqSink) sink = oq_sink_file_new(path, &speech, &error);
		g_assert_no_error(error);
		oq_sink_finish(sink, NULL, &error);
		g_assert_no_error(error);
		SF_INFO info = {0};
		SNDFILE *file = sf_open(path, SFM_READ, &info);
		g_assert_nonnull(file);
		sf_close(file);
		g_assert_cmpint(info.frames, <=, 2);
	}
}

static void
test_unknown_format(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const char *names[] = {"a.wma", "a", "wav", "a.wav.", "a.mp3/b"};
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *path = g_build_filename(f->folder, names[i], NULL);
		g_assert_null(oq_sink_file_new(path, &speech, &error));
		assert_line(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT,
			".wav, .rf64, .flac, .ogg, .opus, .mp3, .aiff, .aif");
	}
	g_autoptr(GError) error = NULL;
	g_autofree char *path = g_build_filename(f->folder, "a.flac", NULL);
	g_assert_null(oq_sink_file_new(path, &OQ_SINK_FORMAT_SPEECH(700000), &error));
	assert_line(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT, "700000 Hz");
	g_assert_cmpuint(count_files(f->folder), ==, 0);
}

static void
test_unwritable_folder(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = g_build_filename(f->folder, "a.wav", NULL);
	gboolean is_root = geteuid() == 0;
	g_assert_cmpint(chmod(f->folder, 0555), ==, 0);
	if (is_root) /* whom no mode stops */
		g_assert_cmpint(seteuid(65534), ==, 0);
	OqSink *sink = oq_sink_file_new(path, &speech, &error);
	if (is_root)
		g_assert_cmpint(seteuid(0), ==, 0);
	g_assert_cmpint(chmod(f->folder, 0755), ==, 0);
	g_assert_null(sink);
	assert_line(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE, path);
	g_assert_cmpuint(count_files(f->folder), ==, 0);
}

static void
test_no_folder(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = g_build_filename(f->folder, "none", "a.wav", NULL);
	g_assert_null(oq_sink_file_new(path, &speech, &error));
	assert_line(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE, path);
}

static void
test_is_a_folder(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = g_build_filename(f->folder, "a.wav", NULL);
	g_assert_cmpint(g_mkdir(path, 0755), ==, 0);
	g_assert_null(oq_sink_file_new(path, &speech, &error));
	assert_line(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE, path);
	g_assert_cmpint(g_rmdir(path), ==, 0);
	g_assert_cmpuint(count_files(f->folder), ==, 0);
}

/* A limit on the size of files is a full disk that any user can have. */
static void
with_disk(rlim_t n_bytes, void (*body)(Fixture *, const char *), Fixture *f, const char *path)
{
	struct rlimit before, small;
	signal(SIGXFSZ, SIG_IGN);
	g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
	small = (struct rlimit){n_bytes, before.rlim_max};
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
	body(f, path);
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
}

static void
expect_full(Fixture *f, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_assert_false(make_file(f, path, &error));
	assert_line(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE, path);
	g_assert_nonnull(strstr(error->message, g_strerror(EFBIG)));
}

/* Full at once, and full when only the last bytes are missing. */
static void
test_full_disk(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		g_autofree char *path = g_build_filename(f->folder, kinds[i].name, NULL);
		struct stat info;
		g_assert_true(make_file(f, path, NULL));
		g_assert_cmpint(stat(path, &info), ==, 0);
		g_assert_cmpint(g_unlink(path), ==, 0);
		with_disk((rlim_t)info.st_size - 1, expect_full, f, path);
		with_disk((rlim_t)info.st_size / 2, expect_full, f, path);
		with_disk(10, expect_full, f, path);
	}
	g_assert_cmpuint(count_files(f->folder), ==, 0);
}

static void
assert_is_old(const char *path)
{
	g_autofree char *bytes = NULL;
	g_assert_true(g_file_get_contents(path, &bytes, NULL, NULL));
	g_assert_cmpstr(bytes, ==, "old");
}

static void
test_failure_keeps_the_old(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *path = g_build_filename(f->folder, "a.wav", NULL);
	g_assert_true(g_file_set_contents(path, "old", 3, NULL));
	with_disk(1000, expect_full, f, path);
	assert_is_old(path);
	oq_sink_free(oq_sink_file_new(path, &speech, NULL));
	assert_is_old(path);
	g_assert_cmpuint(count_files(f->folder), ==, 1);
}

static void
test_cancelled(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autofree char *path = g_build_filename(f->folder, "a.wav", NULL);
	g_autoptr(OqSink) sink = oq_sink_file_new(path, &speech, &error);
	g_assert_true(write_tone(f, sink, stop, &error));
	g_cancellable_cancel(stop);
	g_assert_false(oq_sink_finish(sink, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_pointer(&sink, oq_sink_free);
	g_assert_cmpuint(count_files(f->folder), ==, 0);
}

static void
test_link_is_followed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = g_build_filename(f->folder, "a.wav", NULL);
	g_autofree char *link = g_build_filename(f->folder, "link.wav", NULL);
	g_assert_cmpint(symlink("a.wav", link), ==, 0);
	g_assert_false(make_file(f, link, &error));
	assert_line(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE, link);
	g_assert_true(g_file_set_contents(path, "old", 3, NULL));
	g_assert_true(make_file(f, link, NULL));
	g_assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
	g_assert_false(g_file_test(path, G_FILE_TEST_IS_SYMLINK));
	assert_tone(path, kinds[0].format, RATE_HZ, kinds[0].tolerance);
}

/* Devices and pipes take a stream, and are not waited for; all stay what they are. */
static void
test_devices_stay(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *fifo = g_build_filename(f->folder, "fifo.wav", NULL);
	g_autofree char *full = g_build_filename(f->folder, "full.wav", NULL);
	g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
	g_assert_cmpint(symlink("/dev/full", full), ==, 0);
	g_autofree char *flac = g_build_filename(f->folder, "fifo.flac", NULL);
	g_assert_cmpint(mkfifo(flac, 0600), ==, 0);
	g_assert_true(oq_sink_file_is_stream(fifo));
	g_assert_false(oq_sink_file_is_stream(flac));
	g_assert_true(oq_sink_file_is_stream(full));
	g_assert_true(oq_sink_file_is_stream("raw:-"));
	const char *paths[] = {fifo, flac, full};
	for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
		g_autoptr(GError) error = NULL;
		struct stat before, after;
		g_assert_cmpint(stat(paths[i], &before), ==, 0);
		g_autoptr(OqSink) sink = oq_sink_file_new(paths[i], &speech, &error);
		g_assert_false(sink != NULL && oq_sink_finish(sink, NULL, &error));
		assert_line(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE, paths[i]);
		g_assert_cmpint(stat(paths[i], &after), ==, 0);
		g_assert_cmpuint(before.st_mode, ==, after.st_mode);
	}
	g_assert_cmpuint(count_files(f->folder), ==, 3);
}

#define ADD(name, function)                                                                        \
	g_test_add("/sink_file/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("formats", test_formats);
	ADD("same-bytes", test_same_bytes);
	ADD("mode-is-the-users", test_mode_is_the_users);
	ADD("empty", test_empty);
	ADD("unknown-format", test_unknown_format);
	ADD("unwritable-folder", test_unwritable_folder);
	ADD("no-folder", test_no_folder);
	ADD("is-a-folder", test_is_a_folder);
	ADD("full-disk", test_full_disk);
	ADD("failure-keeps-the-old", test_failure_keeps_the_old);
	ADD("cancelled", test_cancelled);
	ADD("link-is-followed", test_link_is_followed);
	ADD("devices-stay", test_devices_stay);
	return g_test_run();
}
