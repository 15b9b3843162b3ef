/* waveform.c - see the header. */
#include "radio/sidecars/waveform.h"

#include "radio/sidecars/picture.h"
#include "radio/sidecars/png.h"

#include <math.h>
#include <string.h>

enum {
	STRETCHES_MAX = 32 * 1024, /* of them at least half are used, of a long sound */
	STRETCH_SAMPLES = 64,      /* of a short one */
	LANES = 32,                /* so many are compared in one loop, not in one line each */
	WIDTH_MIN = 1200,
	WIDTH_MAX = 8000,
	PIXELS_PER_SECOND = 10,
	WAVE_HEIGHT = 300,
	BAND_HEIGHT = 16, /* of the times below it */
	LABEL_GAP = 4,
};

enum { GROUND, LINE, ITEM, AXIS, WAVE, TEXT, N_COLORS };

static const guint32 colors[N_COLORS] = {
	0xFFFFFF, 0xC8CCD2, 0xD9822B, 0xA9B8C8, 0x1F5FA8, 0x303840};

typedef struct {
	gfloat low;
	gfloat high;
} Stretch;

struct _OqWaveform {
	guint rate_hz;
	guint n_channels;
	guint64 n_samples; /* frames times channels, as all below */
	guint64 stretch_samples;
	GArray *stretches; /* of Stretch: full ones */
	Stretch last;      /* the one that is being filled */
	guint64 n_last;
};

static const Stretch empty = {INFINITY, -INFINITY};

OqWaveform *
oq_waveform_new(guint rate_hz, guint n_channels)
{
	OqWaveform *waveform = g_new0(OqWaveform, 1);

	waveform->rate_hz = rate_hz;
	waveform->n_channels = n_channels;
	waveform->stretch_samples = STRETCH_SAMPLES;
	waveform->stretches = g_array_new(FALSE, FALSE, sizeof(Stretch));
	waveform->last = empty;
	return waveform;
}

void
oq_waveform_free(OqWaveform *waveform)
{
	if (waveform == NULL)
		return;
	g_array_unref(waveform->stretches);
	g_free(waveform);
}

static void
widen(Stretch *stretch, Stretch other)
{
	stretch->low = MIN(stretch->low, other.low);
	stretch->high = MAX(stretch->high, other.high);
}

static Stretch
measure(const gfloat *samples, gsize n_samples)
{
	gfloat low[LANES], high[LANES];
	Stretch all = empty;
	gsize i = 0;

	for (guint lane = 0; lane < LANES; lane++) {
		low[lane] = INFINITY;
		high[lane] = -INFINITY;
	}
	for (; i + LANES <= n_samples; i += LANES)
		for (guint lane = 0; lane < LANES; lane++) {
			gfloat sample = samples[i + lane];
			low[lane] = sample < low[lane] ? sample : low[lane];
			high[lane] = sample > high[lane] ? sample : high[lane];
		}
	for (guint lane = 0; lane < LANES; lane++)
		widen(&all, (Stretch){low[lane], high[lane]});
	for (; i < n_samples; i++)
		widen(&all, (Stretch){samples[i], samples[i]});
	return all;
}

/* Two and two become one. */
static void
halve(OqWaveform *waveform)
{
	GArray *stretches = waveform->stretches;

	for (guint i = 0; i < stretches->len / 2; i++) {
		Stretch both = g_array_index(stretches, Stretch, 2 * i);
		widen(&both, g_array_index(stretches, Stretch, 2 * i + 1));
		g_array_index(stretches, Stretch, i) = both;
	}
	g_array_set_size(stretches, stretches->len / 2);
	waveform->stretch_samples *= 2;
}

void
oq_waveform_add(OqWaveform *waveform, const gfloat *frames, gsize n_frames)
{
	gsize left = n_frames * waveform->n_channels;

	waveform->n_samples += left;
	for (gsize n; left > 0; left -= n, frames += n) {
		n = MIN(left, waveform->stretch_samples - waveform->n_last);
		widen(&waveform->last, measure(frames, n));
		waveform->n_last += n;
		if (waveform->n_last < waveform->stretch_samples)
			return;
		g_array_append_val(waveform->stretches, waveform->last);
		waveform->last = empty;
		waveform->n_last = 0;
		if (waveform->stretches->len == STRETCHES_MAX)
			halve(waveform);
	}
}

/* Of the samples from @start to @end - 1, and of those that share a stretch with them. */
static Stretch
find_stretch(const OqWaveform *waveform, guint64 start, guint64 end)
{
	guint64 first = start / waveform->stretch_samples;
	guint64 last = (MAX(end, start + 1) - 1) / waveform->stretch_samples;
	Stretch all = empty;

	for (guint64 i = first; i <= last && i < waveform->stretches->len; i++)
		widen(&all, g_array_index(waveform->stretches, Stretch, (guint)i));
	if (last >= waveform->stretches->len)
		widen(&all, waveform->last);
	return all;
}

/* From above: full scale is a pixel away from the edge. */
static guint
row_of(gfloat level)
{
	gfloat half = WAVE_HEIGHT / 2.0F;

	return (guint)lrintf(half - CLAMP(level, -1.0F, 1.0F) * (half - 1));
}

static void
draw_wave(const OqWaveform *waveform, OqPicture *picture)
{
	for (guint x = 0; x < picture->width; x++) {
		Stretch stretch = find_stretch(waveform, waveform->n_samples * x / picture->width,
			waveform->n_samples * (x + 1) / picture->width);
		if (stretch.low > stretch.high)
			continue;
		guint top = row_of(stretch.high), bottom = row_of(stretch.low);
		oq_picture_fill(picture, x, top, 1, bottom - top + 1, WAVE);
	}
}

/* "2:31.4", beyond an hour "1:02:31.4". */
static char *
write_time(guint64 frame, guint rate_hz)
{
	guint64 tenths = (frame * 10 + rate_hz / 2) / rate_hz;
	guint seconds = (guint)(tenths / 10 % 60), minutes = (guint)(tenths / 600 % 60);
	guint hours = (guint)(tenths / 36000);

	if (hours > 0)
		return g_strdup_printf(
			"%u:%02u:%02u.%u", hours, minutes, seconds, (guint)(tenths % 10));
	return g_strdup_printf("%u:%02u.%u", minutes, seconds, (guint)(tenths % 10));
}

/* Returns where the label ends; @free_x: where it may begin. */
static guint
draw_label(OqPicture *picture, guint x, guint free_x, const char *digits)
{
	guint end = x + (guint)strlen(digits) * OQ_PICTURE_DIGIT_STEP + LABEL_GAP;

	if (x < free_x || end > picture->width)
		return free_x;
	oq_picture_write(picture, x, WAVE_HEIGHT + (BAND_HEIGHT - OQ_PICTURE_DIGIT_HEIGHT) / 2,
		digits, TEXT);
	return end;
}

static void
draw_sentences(const OqWaveform *waveform, const OqTranscript *transcript, OqPicture *picture)
{
	guint64 n_frames = MAX(waveform->n_samples / waveform->n_channels, 1);
	guint free_x = 0, item = G_MAXUINT;

	for (guint i = 0; i < transcript->sentences->len; i++) {
		const OqTranscriptSentence *sentence = oq_transcript_sentence(transcript, i);
		guint x = (guint)(MIN(sentence->frame, n_frames) * picture->width / n_frames);
		g_autofree char *digits = write_time(sentence->frame, transcript->rate_hz);
		gboolean is_item = sentence->item != item && transcript->items->len > 1;
		oq_picture_fill(picture, x, 0, 1, picture->height, is_item ? ITEM : LINE);
		free_x = draw_label(picture, x + 2, free_x, digits);
		item = sentence->item;
	}
}

static guint
choose_width(const OqWaveform *waveform)
{
	guint64 per_second = (guint64)waveform->rate_hz * waveform->n_channels;

	return (guint)CLAMP(
		waveform->n_samples * PIXELS_PER_SECOND / per_second, WIDTH_MIN, WIDTH_MAX);
}

GBytes *
oq_waveform_png(const OqWaveform *waveform, const OqTranscript *transcript, GError **error)
{
	g_autoptr(OqPicture) picture =
		oq_picture_new(choose_width(waveform), WAVE_HEIGHT + BAND_HEIGHT);

	if (transcript != NULL)
		draw_sentences(waveform, transcript, picture);
	oq_picture_fill(picture, 0, WAVE_HEIGHT / 2, picture->width, 1, AXIS);
	draw_wave(waveform, picture);
	return oq_png_encode(
		picture->pixels, picture->width, picture->height, colors, N_COLORS, error);
}
