/* stages: what each stage of the chain costs, and what is measured: frames as loud as speech is,
 * with its pauses, go through in portions as a render makes them. Prints nanoseconds of the
 * processor for a frame of a file at 48 kHz, the least of several runs. */
#include "audio/chain/chain.h"
#include "audio/chain/dither.h"
#include "audio/chain/gain.h"
#include "audio/chain/highpass.h"
#include "audio/chain/limiter.h"
#include "audio/chain/loudness.h"
#include "audio/chain/peak_meter.h"
#include "audio/chain/resample.h"

#include <math.h>
#include <time.h>

enum {
	SPEECH_HZ = 22050,
	FILE_HZ = 48000,
	SECONDS = 60,
	PORTION = 16384,
	N_RUNS = 5,
};

/** What takes a portion. */
typedef void (*Taker)(gpointer data, const gfloat *frames, gsize n_frames);

typedef struct {
	OqStage *stage;
	GArray *out;
} Staged;

static double
now_ns(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* Bursts of a few harmonics and some noise: a sixth of it is silence, as in speech. */
static gfloat *
new_speech(guint rate_hz)
{
	guint32 random = 1;
	gfloat *frames = g_new0(gfloat, (gsize)SECONDS * rate_hz);
	for (gsize i = 0; i < (gsize)SECONDS * rate_hz; i++) {
		double t = (double)i / rate_hz;
		random = random * 1664525 + 1013904223;
		if (fmod(t, 3) > 2.5)
			continue;
		double noise = (random >> 8) / 16777216.0 - 0.5;
		double pulse = pow(0.5 + 0.5 * sin(2 * G_PI * 110 * t), 8);
		frames[i] = (gfloat)(0.3 * pulse * sin(2 * G_PI * 700 * t) + 0.02 * noise);
	}
	return frames;
}

static void
take_stage(gpointer data, const gfloat *frames, gsize n_frames)
{
	Staged *staged = data;
	g_array_set_size(staged->out, 0);
	staged->stage->klass->add(staged->stage, frames, n_frames, staged->out);
}

static void
take_loudness(gpointer data, const gfloat *frames, gsize n_frames)
{
	oq_loudness_meter_add(data, frames, n_frames);
}

static void
take_peaks(gpointer data, const gfloat *frames, gsize n_frames)
{
	oq_peak_meter_add(data, frames, n_frames);
}

static void
show(const char *what, guint rate_hz, Taker take, gpointer data)
{
	gsize n_frames = (gsize)SECONDS * rate_hz;
	double least_ns = INFINITY;
	g_autofree gfloat *speech = new_speech(rate_hz);
	for (guint i = 0; i < N_RUNS; i++) {
		double begin_ns = now_ns();
		for (gsize at = 0; at < n_frames; at += PORTION)
			take(data, speech + at, MIN(PORTION, n_frames - at));
		least_ns = MIN(least_ns, now_ns() - begin_ns);
	}
	g_print("%-44s %6.2f ns\n", what, least_ns / (SECONDS * FILE_HZ));
}

static void
show_stage(const char *what, guint rate_hz, OqStage *stage)
{
	Staged staged = {stage, g_array_new(FALSE, FALSE, sizeof(gfloat))};
	show(what, rate_hz, take_stage, &staged);
	oq_stage_free(stage);
	g_array_unref(staged.out);
}

int
main(void)
{
	g_autoptr(OqLoudnessMeter) meter = oq_loudness_meter_new(SPEECH_HZ, 1);
	g_autoptr(OqPeakMeter) peaks = oq_peak_meter_new(SPEECH_HZ, 1);
	show_stage(
		"high pass, at the rate of speech", SPEECH_HZ, oq_highpass_new(SPEECH_HZ, 1, 80));
	show("loudness and true peak, at the rate of speech", SPEECH_HZ, take_loudness, meter);
	show("true peak alone", SPEECH_HZ, take_peaks, peaks);
	show_stage("another rate", SPEECH_HZ, oq_resample_new(SPEECH_HZ, FILE_HZ, 1));
	show_stage("gain", FILE_HZ, oq_gain_new(1, -2));
	show_stage("limiter that has nothing to do", FILE_HZ, oq_limiter_new(FILE_HZ, 1, -1));
	show_stage("limiter that has much to do", FILE_HZ, oq_limiter_new(FILE_HZ, 1, -16));
	show_stage("dither", FILE_HZ, oq_dither_new(16, 1));
	return 0;
}
