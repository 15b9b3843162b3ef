/* What a sink may be asked for, as files of all formats keep it. */
#include "audio/files/sink_file.h"

#include <glib/gstdio.h>
#include <sndfile.h>
#include <string.h>

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

static const char *const extensions[] = {"wav", "flac", "ogg", "opus", "mp3"};

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
test_title(Fixture *f, gconstpointer data)
{
	(void)data;
	OqSinkFormat format = OQ_SINK_FORMAT_SPEECH(RATE_HZ);
	for (guint i = 0; i < G_N_ELEMENTS(extensions); i++) {
		SF_INFO info;
		set_extension(f, extensions[i]);
		format.title = "Қала жаңалықтары";
		format.author = "Дәурен";
		make(f, &format, TRUE);
		SNDFILE *file = open_made(f, &info);
		g_assert_cmpstr(sf_get_string(file, SF_STR_TITLE), ==, format.title);
		g_assert_cmpstr(sf_get_string(file, SF_STR_ARTIST), ==, format.author);
		sf_close(file);
		format.title = format.author = NULL;
		make(f, &format, FALSE);
		file = open_made(f, &info);
		g_assert_null(sf_get_string(file, SF_STR_TITLE));
		g_assert_null(sf_get_string(file, SF_STR_ARTIST));
		sf_close(file);
	}
}

static void
test_marks(Fixture *f, gconstpointer data)
{
	(void)data;
	SF_INFO info;
	SF_CUES cues = {0};
	const OqSinkFormat odd = {
		.rate_hz = RATE_HZ, .n_channels = 1, .n_bits = 24, .title = "odd"};
	const OqSinkFormat formats[] = {OQ_SINK_FORMAT_SPEECH(RATE_HZ), odd};
	set_extension(f, "wav");
	for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
		make(f, &formats[i], TRUE);
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
	for (guint i = 1; i < G_N_ELEMENTS(extensions); i++) {
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

#define ADD(name, function) g_test_add("/sink/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("channels-and-bits", test_channels_and_bits);
	ADD("title", test_title);
	ADD("marks", test_marks);
	ADD("no-marks", test_no_marks);
	return g_test_run();
}
