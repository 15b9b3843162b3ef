#include "radio/sidecars/waveform.h"

#include "made_transcript.h"
#include "read_png.h"

#include <math.h>

enum { LINE = 1, ITEM = 2, WAVE = 4, TEXT = 5, MIDDLE = 150, WAVE_HEIGHT = 300 };

static void
draw(const OqWaveform *waveform, const OqTranscript *transcript, ReadPng *png)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) file = oq_waveform_png(waveform, transcript, &error);
	g_assert_no_error(error);
	read_png_init(png, file);
}

static void
add_level(OqWaveform *waveform, gfloat low, gfloat high, guint n_frames)
{
	g_autofree gfloat *frames = g_new(gfloat, n_frames);
	for (guint i = 0; i < n_frames; i++)
		frames[i] = i % 2 == 0 ? low : high;
	oq_waveform_add(waveform, frames, n_frames);
}

/* The first and the last row of the wave in a column. */
static void
assert_wave(const ReadPng *png, guint x, guint top, guint bottom)
{
	for (guint y = 0; y < WAVE_HEIGHT; y++)
		g_assert_cmpint(read_png_pixel(png, x, y) == WAVE, ==, y >= top && y <= bottom);
}

static void
test_levels(void)
{
	g_autoptr(OqWaveform) waveform = oq_waveform_new(48000, 1);
	g_auto(ReadPng) png;
	add_level(waveform, -0.5F, 1, 480000);
	add_level(waveform, 0, 0, 480000);
	draw(waveform, NULL, &png);
	g_assert_cmpuint(png.width, ==, 1200);
	g_assert_cmpuint(png.height, ==, 316);
	assert_wave(&png, 0, 1, 224);
	assert_wave(&png, 598, 1, 224);
	assert_wave(&png, 601, MIDDLE, MIDDLE);
	assert_wave(&png, 1199, MIDDLE, MIDDLE);
}

/* One loud sample among ten hours of silence is seen; the memory is that of a short sound. */
static void
test_long_sound(void)
{
	g_autoptr(OqWaveform) waveform = oq_waveform_new(1000, 1);
	g_auto(ReadPng) png;
	for (guint i = 0; i < 18000; i++)
		add_level(waveform, 0, 0, 1000);
	add_level(waveform, 1, 0, 1);
	for (guint i = 0; i < 18000; i++)
		add_level(waveform, 0, 0, 1000);
	draw(waveform, NULL, &png);
	g_assert_cmpuint(png.width, ==, 8000);
	guint n_loud = 0;
	for (guint x = 0; x < png.width; x++)
		if (read_png_pixel(&png, x, 10) == WAVE) {
			g_assert_cmpuint(x, >=, 3998);
			g_assert_cmpuint(x, <=, 4002);
			n_loud++;
		}
	g_assert_cmpuint(n_loud, >=, 1);
	g_assert_cmpuint(n_loud, <=, 3);
}

static GBytes *
draw_in_portions(const gfloat *frames, guint n_frames, guint portion)
{
	g_autoptr(OqWaveform) waveform = oq_waveform_new(8000, 2);
	for (guint i = 0; i < n_frames; i += portion)
		oq_waveform_add(waveform, frames + 2 * i, MIN(portion, n_frames - i));
	return oq_waveform_png(waveform, NULL, NULL);
}

static void
test_portions(void)
{
	enum { FRAMES = 30011 };
	g_autofree gfloat *frames = g_new(gfloat, 2 * FRAMES);
	for (guint i = 0; i < 2 * FRAMES; i++)
		frames[i] = (gfloat)sin(i * 0.01) * (gfloat)g_test_rand_double();
	g_autoptr(GBytes) whole = draw_in_portions(frames, FRAMES, FRAMES);
	g_autoptr(GBytes) small = draw_in_portions(frames, FRAMES, 7);
	g_autoptr(GBytes) large = draw_in_portions(frames, FRAMES, 4096);
	g_assert_true(g_bytes_equal(whole, small));
	g_assert_true(g_bytes_equal(whole, large));
}

static guint
count_text(const ReadPng *png, guint start, guint end)
{
	guint n = 0;
	for (guint y = WAVE_HEIGHT; y < png->height; y++)
		for (guint x = start; x < end; x++)
			n += read_png_pixel(png, x, y) == TEXT;
	return n;
}

/* Each has its line; a time, where there is room for it. */
static void
test_sentences(void)
{
	g_autoptr(OqWaveform) waveform = oq_waveform_new(MADE_TRANSCRIPT_HZ, 1);
	g_autoptr(OqTranscript) made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	g_auto(ReadPng) png;
	made_transcript_say(made, "a", 1000, 2000);
	made_transcript_say(made, "b", 4000, 0);
	oq_transcript_begin_item(made, NULL, NULL);
	made_transcript_say(made, "c", 3000, 0);
	made_transcript_say(made, "d", 200, 0);
	made_transcript_say(made, "e", 0, 0);
	made_transcript_end(made, 1800);
	add_level(waveform, 0, 0, 12 * MADE_TRANSCRIPT_HZ);
	draw(waveform, made, &png);
	g_assert_cmpuint(read_png_pixel(&png, 200, 0), ==, ITEM); /* 100 pixels a second */
	g_assert_cmpuint(read_png_pixel(&png, 300, 0), ==, LINE);
	g_assert_cmpuint(read_png_pixel(&png, 299, 0), ==, 0);
	g_assert_cmpuint(read_png_pixel(&png, 301, 0), ==, 0);
	g_assert_cmpuint(read_png_pixel(&png, 700, 0), ==, ITEM);
	g_assert_cmpuint(read_png_pixel(&png, 1000, 0), ==, LINE);
	g_assert_cmpuint(read_png_pixel(&png, 1020, 0), ==, LINE);
	g_assert_cmpuint(count_text(&png, 0, 200), ==, 0);
	g_assert_cmpuint(count_text(&png, 202, 240), >, 20);
	g_assert_cmpuint(count_text(&png, 240, 300), ==, 0);
	g_assert_cmpuint(count_text(&png, 1002, 1042), >, 20);
	g_assert_cmpuint(count_text(&png, 1042, 1200), ==, 0); /* the last one has no room */
}

static void
test_nothing(void)
{
	g_autoptr(OqWaveform) waveform = oq_waveform_new(48000, 1);
	g_autoptr(OqTranscript) made = oq_transcript_new(48000);
	g_auto(ReadPng) png;
	oq_transcript_end(made, 0);
	draw(waveform, made, &png);
	g_assert_cmpuint(read_png_pixel(&png, 0, 0), ==, 0);
}

/* Beyond full scale, and what is no number: the picture stays whole. */
static void
test_wild_samples(void)
{
	g_autoptr(OqWaveform) waveform = oq_waveform_new(8000, 1);
	g_auto(ReadPng) png;
	add_level(waveform, -INFINITY, 99, 8000);
	add_level(waveform, NAN, NAN, 8000);
	draw(waveform, NULL, &png);
	assert_wave(&png, 0, 1, 299);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/waveform/levels", test_levels);
	g_test_add_func("/waveform/long-sound", test_long_sound);
	g_test_add_func("/waveform/portions", test_portions);
	g_test_add_func("/waveform/sentences", test_sentences);
	g_test_add_func("/waveform/nothing", test_nothing);
	g_test_add_func("/waveform/wild-samples", test_wild_samples);
	return g_test_run();
}
