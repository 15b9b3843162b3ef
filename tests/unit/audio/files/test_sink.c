/* What a sink may be asked for, as files of all formats keep it. */
#include "audio/files/sink_file.h"

#include <glib/gstdio.h>
#include <sndfile.h>
#include <string.h>
#include <sys/stat.h>

enum { RATE_HZ = 24000, N_FRAMES = 30000, MAX_CHANNELS = 2 };

typedef struct {
	char *path;
	gfloat *frames;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->path = g_build_filename(folder, "a.???", NULL);
	f->frames = g_new(gfloat, N_FRAMES * MAX_CHANNELS);
	for (guint i = 0; i < N_FRAMES * MAX_CHANNELS; i++)
		f->frames[i] =
			((gfloat)(i * 77 % 65536) - 32768) / 65536 + (gfloat)(i % 5) / 8388608;
}

static void
tear_down(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autofree char *folder = g_path_get_dirname(f->path);
	g_unlink(f->path);
	g_assert_cmpint(g_rmdir(folder), ==, 0);
	g_free(f->path);
	g_free(f->frames);
}

static void
set_extension(Fixture *f, const char *extension)
{
	g_unlink(f->path);
	g_assert_cmpuint(g_strlcpy(strrchr(f->path, '.') + 1, extension, 5), <=, 4);
}

/* Marks "бірінші" at 10 and "екінші" at 20000 when @marked. */
static void
make(const Fixture *f, const OqSinkFormat *format, gboolean marked)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = oq_sink_file_new(f->path, format, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(sink->n_channels, ==, format->n_channels);
	if (marked) {
		oq_sink_mark(sink, 10, "бірінші");
		oq_sink_mark(sink, 20000, "екінші");
	}
	oq_sink_write(sink, f->frames, N_FRAMES, NULL, &error);
	g_assert_no_error(error);
	oq_sink_finish(sink, NULL, &error);
	g_assert_no_error(error);
}

static SNDFILE *
open_made(const Fixture *f, SF_INFO *info)
{
	*info = (SF_INFO){0};
	SNDFILE *file = sf_open(f->path, SFM_READ, info);
	g_assert_nonnull(file);
	return file;
}

static gint32
upper_bits(gint32 value, guint n_bits)
{
	return value >> (32 - n_bits);
}

/* Each sample is the nearest one of so many bits. */
static void
assert_samples(const Fixture *f, SNDFILE *file, const OqSinkFormat *format)
{
	gsize n = (gsize)N_FRAMES * format->n_channels;
	gfloat scale = format->n_bits == 16 ? 32768 : 8388608;
	g_autofree gint32 *got = g_new(gint32, n);
	g_assert_cmpint(sf_readf_int(file, got, N_FRAMES), ==, N_FRAMES);
	for (gsize i = 0; i < n; i++) {
		gfloat sample = (gfloat)upper_bits(got[i], format->n_bits) / scale;
		g_assert_cmpfloat(ABS(sample - f->frames[i]), <=, 0.5f / scale);
	}
}

static void
check_format(const Fixture *f, guint n_channels, guint n_bits)
{
	SF_INFO info;
	const OqSinkFormat format = {
		.rate_hz = RATE_HZ, .n_channels = n_channels, .n_bits = n_bits};
	make(f, &format, FALSE);
	SNDFILE *file = open_made(f, &info);
	g_assert_cmpint(info.channels, ==, (int)n_channels);
	int coding = info.format & SF_FORMAT_SUBMASK;
	if (coding == SF_FORMAT_PCM_16 || coding == SF_FORMAT_PCM_24) {
		g_assert_cmphex(
			(guint)coding, ==, n_bits == 16 ? SF_FORMAT_PCM_16 : SF_FORMAT_PCM_24);
		assert_samples(f, file, &format);
	}
	sf_close(file);
}

static const char *const extensions[] = {"wav", "aiff", "rf64", "flac", "ogg", "opus", "mp3"};
enum { N_WITH_MARKS = 3, N_READ = 2 }; /* of RF64 libsndfile does not read them */

static void
test_channels_and_bits(Fixture *f, gconstpointer data)
{
	(void)data;
	for (guint i = 0; i < G_N_ELEMENTS(extensions); i++) {
		set_extension(f, extensions[i]);
		for (guint n_channels = 1; n_channels <= MAX_CHANNELS; n_channels++) {
			check_format(f, n_channels, 16);
			check_format(f, n_channels, 24);
		}
	}
}

static void
assert_text(SNDFILE *file, int kind, gboolean is_ascii, const char *text)
{
	g_autofree char *ascii = oq_romanization_ascii(NULL, text);
	g_assert_cmpstr(sf_get_string(file, kind), ==, text != NULL && is_ascii ? ascii : text);
}

/* The same sound with tags and without. */
static void
test_tags(Fixture *f, gconstpointer data)
{
	(void)data;
	OqTags tags = {.title = (char[]){"Қала жаңалықтары"}, .author = (char[]){"Дәурен"}};
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(RATE_HZ);
	for (guint i = 0; i < 2 * G_N_ELEMENTS(extensions); i++) {
		SF_INFO info;
		const char *extension = extensions[i / 2];
		gboolean is_ascii = strcmp(extension, "aiff") == 0;
		format.tags = i % 2 == 0 ? &tags : NULL;
		set_extension(f, extension);
		make(f, &format, TRUE);
		SNDFILE *file = open_made(f, &info);
		assert_text(file, SF_STR_TITLE, is_ascii, i % 2 == 0 ? tags.title : NULL);
		assert_text(file, SF_STR_ARTIST, is_ascii, i % 2 == 0 ? tags.author : NULL);
		if (is_ascii || (info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_WAV)
			assert_samples(f, file, &format);
		sf_close(file);
	}
}

/* What is told at the end makes the same file as what was told at once. */
static void
test_told_later(Fixture *f, gconstpointer data)
{
	(void)data;
	OqTags first = {.title = (char[]){"x"}}, tags = {.title = (char[]){"Жаңалықтар"}};
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(RATE_HZ);
	for (guint i = 0; i < G_N_ELEMENTS(extensions); i++) {
		g_autofree char *at_once = NULL, *later = NULL;
		gsize n_at_once, n_later;
		set_extension(f, extensions[i]);
		format.tags = &tags;
		make(f, &format, FALSE);
		g_assert_true(g_file_get_contents(f->path, &at_once, &n_at_once, NULL));
		format.tags = &first;
		g_autoptr(OqSink) sink = oq_sink_file_new(f->path, &format, NULL);
		g_assert_true(oq_sink_write(sink, f->frames, N_FRAMES, NULL, NULL));
		oq_sink_set_tags(sink, &tags);
		g_assert_true(oq_sink_finish(sink, NULL, NULL));
		g_assert_true(g_file_get_contents(f->path, &later, &n_later, NULL));
		g_assert_cmpmem(at_once, n_at_once, later, n_later);
	}
}

/* libsndfile reads the whole of what EBU Tech 3285 and AES46 tell. */
static void
test_broadcast(Fixture *f, gconstpointer data)
{
	(void)data;
	SF_INFO info;
	SF_BROADCAST_INFO broadcast = {0};
	SF_CART_INFO cart = {0};
	OqTags tags = {.title = (char[]){"News"}, .loudness = {TRUE, -23, 3, -1, -20, -21}};
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(RATE_HZ);
	format.tags = &tags;
	set_extension(f, "wav");
	make(f, &format, FALSE);
	SNDFILE *file = open_made(f, &info);
	g_assert_true(sf_command(file, SFC_GET_BROADCAST_INFO, &broadcast, sizeof broadcast));
	g_assert_true(sf_command(file, SFC_GET_CART_INFO, &cart, sizeof cart));
	sf_close(file);
	g_assert_cmpint(broadcast.version, ==, 2);
	g_assert_cmpint(broadcast.loudness_value, ==, -2300);
	g_assert_cmpint(broadcast.max_true_peak_level, ==, -100);
	g_assert_cmpstr(broadcast.coding_history, ==, "A=PCM,F=24000,W=16,M=mono,T=Oqyrman\r\n");
	g_assert_cmpstr(cart.title, ==, "News");
	g_assert_cmpint(cart.post_timers[1].value, ==, N_FRAMES);
}

/* More chapters than fit into a page of Ogg or a list of ID3. */
static void
test_many_chapters(Fixture *f, gconstpointer data)
{
	(void)data;
	OqTags tags;
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(RATE_HZ);
	g_autofree char *title = g_strnfill(120, 'x');
	oq_tags_init(&tags);
	for (guint i = 0; i < 3000; i++)
		oq_tags_add_chapter(&tags, i * 10, i * 10 + 10, title);
	format.tags = &tags;
	for (guint i = 0; i < G_N_ELEMENTS(extensions); i++) {
		SF_INFO info;
		set_extension(f, extensions[i]);
		make(f, &format, FALSE);
		sf_close(open_made(f, &info));
		g_assert_cmpint(info.frames, >=, N_FRAMES);
	}
	oq_tags_clear(&tags);
}

static void
test_marks(Fixture *f, gconstpointer data)
{
	(void)data;
	SF_INFO info;
	SF_CUES cues = {0};
	const OqTags tags = {.title = (char[]){"odd"}};
	const OqSinkFormat odd = {.rate_hz = RATE_HZ, .n_channels = 1, .n_bits = 24, .tags = &tags};
	const OqSinkFormat formats[] = {OQ_SINK_FORMAT_SPEECH(RATE_HZ), odd};
	for (guint i = 0; i < 2 * N_READ; i++) {
		set_extension(f, extensions[i / 2]);
		make(f, &formats[i % 2], TRUE);
		SNDFILE *file = open_made(f, &info);
		g_assert_cmpint(info.frames, ==, N_FRAMES);
		g_assert_cmpint(sf_command(file, SFC_GET_CUE, &cues, sizeof cues), ==, SF_TRUE);
		g_assert_cmpuint(cues.cue_count, ==, 2);
		g_assert_cmpuint(cues.cue_points[0].sample_offset, ==, 10);
		g_assert_cmpstr(cues.cue_points[0].name, ==, "бірінші");
		g_assert_cmpuint(cues.cue_points[1].sample_offset, ==, 20000);
		g_assert_cmpstr(cues.cue_points[1].name, ==, "екінші");
		sf_close(file);
	}
}

/* A format that knows no marks is what it is without them. */
static void
test_no_marks(Fixture *f, gconstpointer data)
{
	(void)data;
	for (guint i = N_WITH_MARKS; i < G_N_ELEMENTS(extensions); i++) {
		g_autofree char *without = NULL, *with = NULL;
		gsize n_without, n_with;
		set_extension(f, extensions[i]);
		make(f, &OQ_SINK_FORMAT_SPEECH(RATE_HZ), FALSE);
		g_assert_true(g_file_get_contents(f->path, &without, &n_without, NULL));
		make(f, &OQ_SINK_FORMAT_SPEECH(RATE_HZ), TRUE);
		g_assert_true(g_file_get_contents(f->path, &with, &n_with, NULL));
		g_assert_cmpmem(with, n_with, without, n_without);
	}
}

/* Whole, but for its name. */
static void
test_settled(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GError) error = NULL;
	for (guint i = 0; i < G_N_ELEMENTS(extensions); i++) {
		set_extension(f, extensions[i]);
		g_autoptr(OqSink) sink =
			oq_sink_file_new(f->path, &OQ_SINK_FORMAT_SPEECH(RATE_HZ), &error);
		g_assert_true(oq_sink_write(sink, f->frames, N_FRAMES, NULL, &error));
		g_assert_true(oq_sink_settle(sink, NULL, &error));
		g_assert_no_error(error);
		g_assert_false(g_file_test(f->path, G_FILE_TEST_EXISTS));
		g_assert_true(oq_sink_finish(sink, NULL, &error));
		g_assert_no_error(error);
		g_assert_true(g_file_test(f->path, G_FILE_TEST_EXISTS));
	}
}

static void
test_elsewhere(Fixture *f, gconstpointer data)
{
	(void)data;
	g_autoptr(GError) error = NULL;
	set_extension(f, "mp2");
	g_assert_null(oq_sink_file_new(f->path, &OQ_SINK_FORMAT_SPEECH(RATE_HZ), &error));
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
	g_assert_nonnull(strstr(error->message, "ffmpeg -i "));
	g_assert_false(g_file_test(f->path, G_FILE_TEST_EXISTS));
}

/* The samples and nothing else, whatever the name ends in. */
static void
test_raw(Fixture *f, gconstpointer data)
{
	(void)data;
	gsize n_bytes;
	g_autofree char *path = g_steal_pointer(&f->path);
	g_autofree char *got = NULL;
	g_autofree char *asked = f->path = g_strconcat("raw:", path, NULL);
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(RATE_HZ);
	g_assert_cmpstr(oq_sink_file_path(asked), ==, path);
	g_assert_cmpstr(oq_sink_file_path(path), ==, path);
	make(f, &format, TRUE);
	f->path = g_steal_pointer(&path);
	g_assert_true(g_file_get_contents(f->path, &got, &n_bytes, NULL));
	g_assert_cmpuint(n_bytes, ==, N_FRAMES * sizeof(gint16));
	for (gsize i = 0; i < N_FRAMES; i++) {
		guint8 low = (guint8)got[2 * i], high = (guint8)got[2 * i + 1];
		gfloat sample = (gfloat)(gint16)(low | high << 8) / 32768;
		g_assert_cmpfloat(ABS(sample - f->frames[i]), <=, 0.5f / 32768);
	}
}

/* Frames of so many kbit/s: as many bytes for each second. */
static void
check_bitrate(Fixture *f, guint rate_hz, guint bitrate_kbps)
{
	struct stat info;
	g_autoptr(GError) error = NULL;
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(rate_hz);
	gsize n_frames = 10 * (gsize)rate_hz;
	g_autofree gfloat *noise = g_new(gfloat, n_frames);
	for (gsize i = 0; i < n_frames; i++)
		noise[i] = (gfloat)(i * 7919 % 1009) / 2018;
	format.bitrate_kbps = bitrate_kbps;
	g_autoptr(OqSink) sink = oq_sink_file_new(f->path, &format, &error);
	g_assert_no_error(error);
	g_assert_true(oq_sink_write(sink, noise, n_frames, NULL, &error));
	g_assert_true(oq_sink_finish(sink, NULL, &error));
	g_assert_cmpint(stat(f->path, &info), ==, 0);
	gdouble kbps = (gdouble)info.st_size * 8 / 10 / 1000;
	g_assert_cmpfloat(kbps, >=, bitrate_kbps);
	g_assert_cmpfloat(kbps, <, bitrate_kbps * 1.03 + 1);
}

static void
test_bitrates(Fixture *f, gconstpointer data)
{
	(void)data;
	set_extension(f, "mp3");
	const guint fast[] = {64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
	const guint slow[] = {64, 80, 96, 112, 128, 144, 160};
	for (guint i = 0; i < G_N_ELEMENTS(fast); i++)
		check_bitrate(f, 48000, fast[i]);
	for (guint i = 0; i < G_N_ELEMENTS(slow); i++)
		check_bitrate(f, 22050, slow[i]);
	g_autoptr(GError) error = NULL;
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(48000);
	format.bitrate_kbps = 100;
	g_assert_null(oq_sink_file_new(f->path, &format, &error));
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
	g_assert_nonnull(strstr(error->message, "100 kbit/s"));
}

#define ADD(name, function) g_test_add("/sink/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("channels-and-bits", test_channels_and_bits);
	ADD("tags", test_tags);
	ADD("told-later", test_told_later);
	ADD("broadcast", test_broadcast);
	ADD("many-chapters", test_many_chapters);
	ADD("marks", test_marks);
	ADD("no-marks", test_no_marks);
	ADD("settled", test_settled);
	ADD("elsewhere", test_elsewhere);
	ADD("raw", test_raw);
	ADD("bitrates", test_bitrates);
	return g_test_run();
}
