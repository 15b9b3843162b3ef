/* loudness.c - see the header. */
#include "audio/chain/loudness.h"

#include "audio/chain/biquad.h"
#include "audio/chain/distribution.h"
#include "audio/chain/peak_meter.h"
#include "audio/chain/runs.h"

#include <math.h>

#define MODEL_HZ      48000
#define OFFSET_LU     (-0.691)
#define LEAST_LUFS    (-70.0)
#define GATE_LU       10.0
#define RANGE_GATE_LU 20.0

enum {
	MAX_CHANNELS = 2,
	BLOCKS_A_SECOND = 10,
	MOMENTARY = 4,
	SHORT_TERM = 30,
	SECTIONS = 2,
};

/* Of BS.1770-4, tables 1 and 2, at 48 kHz: the head, and what is too low to be loud. */
static const OqBiquad weights[SECTIONS] = {
	{1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241,
		0.73248077421585},
	{1, -2, 1, -1.99004745483398, 0.99007225036621},
};

struct _OqLoudnessMeter {
	guint n_channels;
	OqBiquad filters[SECTIONS];
	OqBiquadState states[MAX_CHANNELS][SECTIONS];
	guint rest_frames; /* after so many of silence nothing is left in the filters */
	guint64 n_silent;
	guint block_frames;
	guint n_in_block;
	double energy;             /* of the block so far */
	double powers[SHORT_TERM]; /* of the last blocks, a ring */
	guint64 n_blocks;
	OqDistribution *momentary;
	OqDistribution *short_term;
	double max_momentary; /* powers */
	double max_short_term;
	OqPeakMeter *peaks;
};

OqLoudnessMeter *
oq_loudness_meter_new(guint rate_hz, guint n_channels)
{
	g_return_val_if_fail(n_channels >= 1 && n_channels <= MAX_CHANNELS, NULL);
	OqLoudnessMeter *meter = g_new0(OqLoudnessMeter, 1);
	meter->n_channels = n_channels;
	for (guint i = 0; i < SECTIONS; i++)
		meter->filters[i] = oq_biquad_at_rate(&weights[i], MODEL_HZ, rate_hz);
	meter->rest_frames = rate_hz / 10;
	meter->block_frames = (rate_hz + BLOCKS_A_SECOND / 2) / BLOCKS_A_SECOND;
	meter->momentary = oq_distribution_new();
	meter->short_term = oq_distribution_new();
	meter->peaks = oq_peak_meter_new(rate_hz, n_channels);
	return meter;
}

void
oq_loudness_meter_free(OqLoudnessMeter *meter)
{
	if (meter == NULL)
		return;
	oq_distribution_free(meter->momentary);
	oq_distribution_free(meter->short_term);
	oq_peak_meter_free(meter->peaks);
	g_free(meter);
}

static double
to_lufs(double power)
{
	return OFFSET_LU + 10 * log10(power);
}

/* The mean of the last blocks; there must be so many. */
static double
window(const OqLoudnessMeter *meter, guint n_blocks)
{
	double sum = 0;
	for (guint i = 1; i <= n_blocks; i++)
		sum += meter->powers[(meter->n_blocks - i) % SHORT_TERM];
	return sum / n_blocks;
}

static void
take_window(
	const OqLoudnessMeter *meter, guint n_blocks, OqDistribution *distribution, double *most)
{
	if (meter->n_blocks < n_blocks)
		return;
	double power = window(meter, n_blocks);
	*most = MAX(*most, power);
	if (power > 0)
		oq_distribution_add(distribution, to_lufs(power), power);
}

static void
end_block(OqLoudnessMeter *meter)
{
	meter->powers[meter->n_blocks++ % SHORT_TERM] = meter->energy / meter->block_frames;
	meter->energy = 0;
	meter->n_in_block = 0;
	take_window(meter, MOMENTARY, meter->momentary, &meter->max_momentary);
	take_window(meter, SHORT_TERM, meter->short_term, &meter->max_short_term);
}

static double
weigh(const OqLoudnessMeter *meter, OqBiquadState states[SECTIONS], const gfloat *samples,
	gsize n_frames)
{
	const OqBiquad head = meter->filters[0], low = meter->filters[1];
	OqBiquadState of_head = states[0], of_low = states[1];
	double energy = 0;
	for (gsize i = 0; i < n_frames; i++) {
		double x = (double)samples[i * meter->n_channels];
		double y = oq_biquad_step(&low, &of_low, oq_biquad_step(&head, &of_head, x));
		energy += y * y;
	}
	states[0] = of_head;
	states[1] = of_low;
	return energy;
}

/* @frames NULL: silence, with filters at rest. */
static void
take(OqLoudnessMeter *meter, const gfloat *frames, guint64 n_frames)
{
	for (guint64 n; n_frames > 0; n_frames -= n) {
		n = MIN(n_frames, meter->block_frames - meter->n_in_block);
		for (guint k = 0; frames != NULL && k < meter->n_channels; k++)
			meter->energy += weigh(meter, meter->states[k], frames + k, n);
		if (frames != NULL)
			frames += n * meter->n_channels;
		meter->n_in_block += (guint)n;
		if (meter->n_in_block == meter->block_frames)
			end_block(meter);
	}
}

/* @frames: nothing but 0 */
static void
take_silence(OqLoudnessMeter *meter, const gfloat *frames, guint64 n_frames)
{
	guint64 n_ringing =
		MIN(n_frames, meter->rest_frames - MIN(meter->n_silent, meter->rest_frames));
	take(meter, frames, n_ringing);
	meter->n_silent += n_frames;
	if (meter->n_silent < meter->rest_frames)
		return;
	for (guint k = 0; k < meter->n_channels; k++)
		meter->states[k][0] = meter->states[k][1] = (OqBiquadState){0};
	take(meter, NULL, n_frames - n_ringing);
}

void
oq_loudness_meter_add(OqLoudnessMeter *meter, const gfloat *frames, gsize n_frames)
{
	oq_peak_meter_add(meter->peaks, frames, n_frames);
	for (gsize n; n_frames > 0; n_frames -= n) {
		n = oq_runs_silence(frames, n_frames, meter->n_channels);
		if (n > 0) {
			take_silence(meter, frames, n);
		} else {
			n = oq_runs_sound(frames, n_frames, meter->n_channels);
			take(meter, frames, n);
			meter->n_silent = 0;
		}
		frames += n * meter->n_channels;
	}
}

void
oq_loudness_meter_add_silence(OqLoudnessMeter *meter, guint64 n_frames)
{
	static const gfloat silence[4096];
	guint64 portion = G_N_ELEMENTS(silence) / meter->n_channels;
	while (n_frames > 0 && meter->n_silent < meter->rest_frames) {
		guint64 n = MIN(n_frames, portion);
		oq_loudness_meter_add(meter, silence, n);
		n_frames -= n;
	}
	take(meter, NULL, n_frames);
}

OqLoudness
oq_loudness_meter_get(const OqLoudnessMeter *meter, double gain_db)
{
	OqLoudness loudness = OQ_LOUDNESS_UNKNOWN;
	const OqGate gate = {LEAST_LUFS - gain_db, GATE_LU};
	const OqGate range_gate = {LEAST_LUFS - gain_db, RANGE_GATE_LU};
	double power = oq_distribution_mean(meter->momentary, gate);
	double peak = (double)oq_peak_meter_get(meter->peaks);
	loudness.true_peak_dbtp = peak > 0 ? 20 * log10(peak) + gain_db : -INFINITY;
	if (!(power > 0))
		return loudness;
	loudness.is_known = TRUE;
	loudness.integrated_lufs = to_lufs(power) + gain_db;
	loudness.max_momentary_lufs = to_lufs(meter->max_momentary) + gain_db;
	loudness.range_lu = oq_distribution_range(meter->short_term, range_gate);
	if (meter->max_short_term > 0)
		loudness.max_short_term_lufs = to_lufs(meter->max_short_term) + gain_db;
	return loudness;
}
