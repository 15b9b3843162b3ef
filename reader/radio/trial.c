/* trial.c - see the header. */
#include "radio/trial.h"

#include "audio/chain/gain.h"
#include "audio/chain/highpass.h"
#include "audio/chain/limiter.h"
#include "audio/chain/resample.h"
#include "audio/chain/treble.h"

/* The same sound in two channels is louder by so much than in one. */
#define DOUBLED_LU 3.0103

/* Without so much of the power sound is 0.02 LU softer. */
#define TREBLE_SHARE 0.002

struct _OqTrial {
	OqChain *chain;
	GArray *frames; /* of gfloat: what comes out of it */
	OqLoudnessMeter *meter;
	OqTreble *treble;
	guint n_measured; /* channels */
	double added_lu;
	guint64 tail;
};

static guint
n_measured(const OqWay *way)
{
	return way->n_taken == 1 ? 1 : way->n_channels;
}

OqChain *
oq_way_chain(const OqWay *way, gboolean is_measured)
{
	const OqProfile *profile = way->profile;
	OqChain *chain =
		oq_chain_new_empty(way->n_taken, is_measured ? n_measured(way) : way->n_channels);
	if (profile->highpass_hz > 0)
		oq_chain_append(
			chain, oq_highpass_new(way->from_hz, way->n_taken, profile->highpass_hz));
	if (way->from_hz != way->to_hz)
		oq_chain_append(chain, oq_resample_new(way->from_hz, way->to_hz, way->n_taken));
	if (way->gain_db != 0)
		oq_chain_append(chain, oq_gain_new(way->n_taken, way->gain_db));
	if (way->is_limited)
		oq_chain_append(
			chain, oq_limiter_new(way->to_hz, way->n_taken, profile->ceiling_dbtp));
	return chain;
}

OqTrial *
oq_trial_new(const OqWay *way)
{
	OqTrial *trial = g_new0(OqTrial, 1);
	trial->chain = oq_way_chain(way, TRUE);
	trial->frames = g_array_new(FALSE, FALSE, sizeof(gfloat));
	trial->n_measured = n_measured(way);
	trial->meter = oq_loudness_meter_new(way->to_hz, trial->n_measured);
	trial->treble = oq_treble_new(way->n_taken);
	trial->added_lu = trial->n_measured < way->n_channels ? DOUBLED_LU : 0;
	trial->tail = oq_profile_frames(way->profile->tail_ms, way->to_hz);
	oq_loudness_meter_add_silence(
		trial->meter, oq_profile_frames(way->profile->head_ms, way->to_hz));
	return trial;
}

void
oq_trial_free(OqTrial *trial)
{
	if (trial == NULL)
		return;
	oq_chain_free(trial->chain);
	g_array_unref(trial->frames);
	oq_loudness_meter_free(trial->meter);
	oq_treble_free(trial->treble);
	g_free(trial);
}

static void
measure(OqTrial *trial)
{
	oq_loudness_meter_add(trial->meter, (const gfloat *)(gpointer)trial->frames->data,
		trial->frames->len / trial->n_measured);
	g_array_set_size(trial->frames, 0);
}

void
oq_trial_add(OqTrial *trial, const gfloat *frames, gsize n_frames)
{
	oq_treble_add(trial->treble, frames, n_frames);
	oq_chain_add_frames(trial->chain, frames, n_frames, trial->frames);
	measure(trial);
}

void
oq_trial_finish(OqTrial *trial)
{
	oq_chain_finish(trial->chain, trial->frames);
	measure(trial);
	oq_loudness_meter_add_silence(trial->meter, trial->tail);
}

OqLoudness
oq_trial_loudness(const OqTrial *trial, double gain_db)
{
	OqLoudness loudness = oq_loudness_meter_get(trial->meter, gain_db + trial->added_lu);
	loudness.true_peak_dbtp -= trial->added_lu;
	return loudness;
}

gboolean
oq_trial_is_dull(const OqTrial *trial)
{
	return oq_treble_share(trial->treble) <= TREBLE_SHARE;
}
