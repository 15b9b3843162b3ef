#include "radio/bulletin/bulletin.h"

#include "audio/files/sink_file.h"
#include "audio/files/sink_memory.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

enum { RATE = 8000, SPEECH = 4000 };

typedef struct {
	char *folder;
	char *jingle; /* a second */
	char *bed;    /* two seconds */
	OqBulletin *bulletin;
	guint64 at; /* of the voice */
} Fixture;

/* Of 1 kHz, which begins and ends with sound. */
static gfloat
tone(guint i, guint rate_hz, double level)
{
	return (gfloat)(level * sin(2 * G_PI * 1000 * (i + 0.5) / rate_hz));
}

static void
write_tone(const char *path, guint n_frames, double level)
{
	const OqSinkFormat format = {.rate_hz = RATE, .n_channels = 1, .n_bits = 16};
	g_autoptr(OqSink) sink = oq_sink_file_new(path, &format, NULL);
	for (guint i = 0; i < n_frames; i++) {
		gfloat frame = tone(i, RATE, level);
		g_assert_true(oq_sink_write(sink, &frame, 1, NULL, NULL));
	}
	g_assert_true(oq_sink_finish(sink, NULL, NULL));
}

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oq-bulletin-XXXXXX", NULL);
	f->jingle = g_build_filename(f->folder, "j.wav", NULL);
	f->bed = g_build_filename(f->folder, "b.wav", NULL);
	write_tone(f->jingle, RATE, 0.25);
	write_tone(f->bed, 2 * RATE, 0.5);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_bulletin_free(f->bulletin);
	g_remove(f->jingle);
	g_remove(f->bed);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->folder);
	g_free(f->jingle);
	g_free(f->bed);
}

static void
begin(Fixture *f, const char *intro, const char *between, const char *outro, const char *bed)
{
	const OqBulletinSounds sounds = {intro, between, outro, bed};
	const OqBulletinShape shape = {f->folder, SPEECH, RATE, 1};
	g_autoptr(GError) error = NULL;
	f->bulletin = oq_bulletin_new(&sounds, &shape, NULL, &error);
	g_assert_no_error(error);
}

static void
write_voice(Fixture *f, guint n_frames, double level)
{
	OqSink *sink = oq_bulletin_voice(f->bulletin);
	for (guint i = 0; i < n_frames; i++) {
		gfloat frame = tone(i, SPEECH, level);
		g_assert_true(oq_sink_write(sink, &frame, 1, NULL, NULL));
	}
	f->at += n_frames;
}

/* After a pause of so many of its frames. Returns: where it sounds. */
static guint64
say(Fixture *f, guint n_pause, guint n_frames)
{
	write_voice(f, n_pause, 0);
	guint64 frame = oq_bulletin_add_speech(f->bulletin, f->at, n_frames);
	write_voice(f, n_frames, 0.25);
	return frame;
}

/* (transfer full): the programme */
static gfloat *
make(Fixture *f, guint64 *n_frames)
{
	g_autoptr(OqSink) sink = oq_sink_memory_new(RATE, 1);
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_sink_finish(oq_bulletin_voice(f->bulletin), NULL, NULL));
	g_assert_true(oq_bulletin_make(f->bulletin, sink, NULL, &error));
	g_assert_no_error(error);
	g_assert_true(oq_sink_memory_is_finished(sink));
	const GArray *frames = oq_sink_memory_frames(sink);
	*n_frames = frames->len;
	return g_memdup2(frames->data, frames->len * sizeof(gfloat));
}

static double
level_db(const gfloat *frames, guint64 start, guint64 end)
{
	double sum = 0;
	for (guint64 i = start; i < end; i++)
		sum += (double)frames[i] * frames[i];
	return 10 * log10(sum / (double)(end - start));
}

static void
assert_silent(const gfloat *frames, guint64 start, guint64 end)
{
	for (guint64 i = start; i < end; i++)
		g_assert_cmpfloat(fabsf(frames[i]), <, 0.0005f); /* the voice rings */
}

/* Without sounds the pauses are the voice's own. */
static void
test_voice_alone(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	guint64 n_frames = 0;
	begin(f, NULL, NULL, NULL, NULL);
	g_assert_cmpuint(say(f, 0, 4000), ==, 0);
	g_assert_cmpuint(say(f, 1000, 4000), ==, 10000);
	oq_bulletin_begin_item(f->bulletin, -1);
	g_assert_cmpuint(say(f, 2000, 4000), ==, 22000);
	oq_bulletin_begin_item(f->bulletin, 0);
	g_assert_cmpuint(say(f, 2000, 4000), ==, 30000);
	oq_bulletin_begin_item(f->bulletin, 1500);
	g_assert_cmpuint(say(f, 2000, 4000), ==, 50000);
	g_autofree gfloat *frames = make(f, &n_frames);
	g_assert_cmpuint(n_frames, ==, 58000);
	assert_silent(frames, 8100, 9900);
	assert_silent(frames, 18100, 21900);
	assert_silent(frames, 38000, 50000);
}

/* Jingles begin and end to the frame, and are as loud as the voice. */
static void
test_jingles(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	guint64 n_frames = 0;
	begin(f, f->jingle, f->jingle, f->jingle, NULL);
	g_assert_cmpuint(say(f, 0, 8000), ==, 8000 + 2400);
	oq_bulletin_begin_item(f->bulletin, -1);
	oq_bulletin_begin_item(f->bulletin, -1); /* nothing was said in it */
	g_assert_cmpuint(say(f, 2000, 8000), ==, 26400 + 2400 + 8000 + 2400);
	g_autofree gfloat *frames = make(f, &n_frames);
	g_assert_cmpuint(n_frames, ==, 55200 + 2400 + 8000);
	assert_silent(frames, 8000, 10400);
	assert_silent(frames, 26400, 28800);
	g_assert_cmpfloat(fabsf(frames[28800]), >, 0.05f);
	g_assert_cmpfloat(fabsf(frames[36799]), >, 0.05f);
	assert_silent(frames, 36800, 39200);
	g_assert_cmpfloat(fabsf(frames[57600]), >, 0.05f);
	g_assert_cmpfloat(fabsf(frames[65599]), >, 0.05f);
	double voice_db = level_db(frames, 11000, 26000);
	g_assert_cmpfloat_with_epsilon(level_db(frames, 0, 8000), voice_db, 0.5);
}

/* Under the voice 18 dB below it, in a long pause 8. */
static void
test_bed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	guint64 n_frames = 0;
	begin(f, NULL, NULL, NULL, f->bed);
	g_assert_cmpuint(say(f, 0, 20000), ==, 8000);
	write_voice(f, 20000, 0); /* 5 s that are silent */
	g_assert_cmpuint(say(f, 0, 20000), ==, 88000);
	g_autofree gfloat *frames = make(f, &n_frames);
	g_assert_cmpuint(n_frames, ==, 128000 + 12000);
	double up_db = level_db(frames, 60000, 80000), both_db = level_db(frames, 20000, 40000);
	double voice_db = 20 * log10(0.25 / G_SQRT2);
	g_assert_cmpfloat_with_epsilon(up_db, voice_db - 8, 0.1);
	/* The same tone, so it adds to it. */
	g_assert_cmpfloat_with_epsilon(
		both_db, voice_db + 20 * log10(1 + pow(10, -18.0 / 20)), 0.1);
	g_assert_cmpfloat(fabsf(frames[0]), <, 0.001f);
	g_assert_cmpfloat(fabsf(frames[n_frames - 1]), <, 0.001f);
}

/* With jingles between them each text has its own, and a jingle none. */
static void
test_bed_of_each(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	guint64 n_frames = 0;
	begin(f, f->jingle, f->jingle, f->jingle, f->bed);
	g_assert_cmpuint(say(f, 0, 8000), ==, 16000);
	oq_bulletin_begin_item(f->bulletin, -1);
	g_assert_cmpuint(say(f, 1000, 8000), ==, 32000 + 12000 + 8000 + 8000);
	g_autofree gfloat *frames = make(f, &n_frames);
	g_assert_cmpuint(n_frames, ==, 76000 + 12000 + 8000);
	g_assert_cmpfloat(fabsf(frames[43999]), <, 0.001f);
	double jingle_db = level_db(frames, 44000, 52000); /* nothing is under it */
	g_assert_cmpfloat_with_epsilon(jingle_db, level_db(frames, 88000, 96000), 0.001);
	g_assert_cmpfloat(fabsf(frames[52000]), <, 0.001f);
}

static void
test_refused(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqBulletinSounds short_bed = {.bed = f->bed}, none = {0};
	const OqBulletinShape shape = {f->folder, SPEECH, RATE, 1};
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_bulletin_sounds_any(&short_bed));
	g_assert_false(oq_bulletin_sounds_any(&none));
	write_tone(f->bed, RATE - 1, 0.5);
	g_assert_null(oq_bulletin_new(&short_bed, &shape, NULL, &error));
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_SOURCE);
	g_assert_nonnull(strstr(error->message, f->bed));
}

/* Nobody knows how loud it is, and a bed is still under it. */
static void
test_one_word(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	guint64 n_frames = 0;
	begin(f, NULL, NULL, NULL, f->bed);
	say(f, 0, 100);
	g_autofree gfloat *frames = make(f, &n_frames);
	g_assert_cmpuint(n_frames, ==, 8000 + 200 + 12000);
	for (guint64 i = 0; i < n_frames; i++)
		g_assert_true(isfinite(frames[i]));
}

#define TEST(name, function) g_test_add(name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	TEST("/bulletin/voice-alone", test_voice_alone);
	TEST("/bulletin/jingles", test_jingles);
	TEST("/bulletin/bed", test_bed);
	TEST("/bulletin/bed-of-each", test_bed_of_each);
	TEST("/bulletin/one-word", test_one_word);
	TEST("/bulletin/refused", test_refused);
	return g_test_run();
}
