/* peak_meter.c - see the header. */
#include "audio/chain/peak_meter.h"

#include "audio/chain/true_peak.h"

#include <string.h>

enum {
	REACH = OQ_TRUE_PEAK_REACH,
	WINDOW = REACH,
	PORTION = 4096, /* frames */
};

struct _OqPeakMeter {
	OqTruePeak *peaks;
	guint n_channels;
	gfloat *frames; /* a portion, and before it what has not been looked at, with what is
			   before that */
	gfloat greatest;
};

OqPeakMeter *
oq_peak_meter_new(guint rate_hz, guint n_channels)
{
	OqPeakMeter *meter = g_new0(OqPeakMeter, 1);
	meter->peaks = oq_true_peak_new(rate_hz);
	meter->n_channels = n_channels;
	meter->frames = g_new0(gfloat, (PORTION + 2 * REACH) * (gsize)n_channels);
	return meter;
}

void
oq_peak_meter_free(OqPeakMeter *meter)
{
	if (meter == NULL)
		return;
	oq_true_peak_free(meter->peaks);
	g_free(meter->frames);
	g_free(meter);
}

/* @frames: with the reach before and behind them */
static gfloat
look_closely(const OqPeakMeter *meter, const gfloat *frames, gsize n)
{
	gfloat samples[WINDOW + 2 * REACH], peaks[WINDOW] = {0};
	for (guint k = 0; k < meter->n_channels; k++) {
		for (gsize i = 0; i < n + 2 * REACH; i++)
			samples[i] = frames[i * meter->n_channels + k];
		oq_true_peak_add(meter->peaks, samples + REACH, n, peaks);
	}
	return oq_true_peak_of_samples(peaks, n);
}

/* @peak: of the samples within reach; no need to look closely where it is too small. */
static gfloat
look_at(const OqPeakMeter *meter, const gfloat *frames, gsize n, gfloat peak, gfloat greatest)
{
	if (peak * oq_true_peak_most(meter->peaks) <= greatest)
		return greatest;
	return MAX(greatest, look_closely(meter, frames, n));
}

/* A window reaches exactly over the one before and the one behind it. */
static gfloat
look(const OqPeakMeter *meter, const gfloat *frames, gsize n_frames, gfloat greatest)
{
	gsize n_samples = WINDOW * (gsize)meter->n_channels;
	gfloat before = oq_true_peak_of_samples(frames, n_samples);
	gfloat here = oq_true_peak_of_samples(frames + n_samples, n_samples);
	for (; n_frames >= WINDOW; n_frames -= WINDOW, frames += n_samples) {
		gfloat behind = oq_true_peak_of_samples(frames + 2 * n_samples, n_samples);
		gfloat peak = MAX(before, MAX(here, behind));
		greatest = look_at(meter, frames, WINDOW, peak, greatest);
		before = here;
		here = behind;
	}
	n_samples = (n_frames + 2 * REACH) * meter->n_channels;
	return n_frames == 0 ? greatest
			     : look_at(meter, frames, n_frames,
				       oq_true_peak_of_samples(frames, n_samples), greatest);
}

void
oq_peak_meter_add(OqPeakMeter *meter, const gfloat *frames, gsize n_frames)
{
	gsize n_kept = 2 * REACH * (gsize)meter->n_channels;
	for (gsize n; n_frames > 0; n_frames -= n) {
		n = MIN(n_frames, PORTION);
		gsize n_samples = n * meter->n_channels;
		memcpy(meter->frames + n_kept, frames, n_samples * sizeof *frames);
		meter->greatest = look(meter, meter->frames, n, meter->greatest);
		memmove(meter->frames, meter->frames + n_samples, n_kept * sizeof *frames);
		frames += n_samples;
	}
}

gfloat
oq_peak_meter_get(const OqPeakMeter *meter)
{
	gsize n_kept = 2 * REACH * (gsize)meter->n_channels;
	g_autofree gfloat *frames = g_new0(gfloat, 2 * n_kept);
	memcpy(frames, meter->frames, n_kept * sizeof *frames);
	return look(meter, frames, 2 * REACH, meter->greatest);
}
