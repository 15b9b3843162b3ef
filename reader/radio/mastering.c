/* mastering.c - see the header. */
#include "radio/mastering.h"

#include "audio/chain/dither.h"
#include "audio/chain/limiter.h"
#include "audio/chain/soft_end.h"
#include "audio/files/relay.h"
#include "audio/files/sink_chain.h"
#include "radio/trial.h"

#include <math.h>

/* Half of what is delivered may be off. */
#define NEAR_LU 0.05

/* What the limiter takes away at one rate is nearly that at another one, if it is no more. */
#define LITTLE_LU 0.5

/* What is farther below the ceiling cannot reach it between other samples at another rate. */
#define FAR_DB 0.5

enum {
	/* In less than that a single window at the gate makes a difference, and a trial is cheap.
	 */
	SHORT_S = 60,
	MAX_TRIALS = 8, /* more than two or three where the limiter has much to do */
	FADE_MS = 2,
	PORTION_FRAMES = 16384,
	SILENCE_SAMPLES = 8192,
};

struct _OqMastering {
	OqSpool *spool;
	OqProfile profile;
	OqWay way;      /* to the file, as it is planned */
	OqTrial *heard; /* what comes into the spool, without gain */
};

static void
listen(const gfloat *frames, gsize n_frames, gpointer data)
{
	OqMastering *mastering = data;

	oq_trial_add(mastering->heard, frames, n_frames);
}

/* A trial of a way, in general at the rate of the spool, which is nearer. */
static OqTrial *
new_trial(const OqMastering *mastering, double gain_db, gboolean is_limited, guint rate_hz)
{
	OqWay way = mastering->way;

	way.gain_db = gain_db;
	way.is_limited = is_limited;
	way.to_hz = rate_hz;
	return oq_trial_new(&way);
}

OqMastering *
oq_mastering_new(OqSpool *spool, const OqProfile *profile, guint rate_hz, guint n_channels)
{
	OqMastering *mastering = g_new0(OqMastering, 1);

	mastering->spool = spool;
	mastering->profile = *profile;
	mastering->way = (OqWay){
		.profile = &mastering->profile,
		.from_hz = oq_spool_rate_hz(spool),
		.to_hz = rate_hz,
		.n_taken = oq_spool_n_channels(spool),
		.n_channels = n_channels,
	};
	mastering->heard = new_trial(mastering, 0, FALSE, mastering->way.from_hz);
	oq_spool_on_frames(spool, listen, mastering);
	return mastering;
}

void
oq_mastering_free(OqMastering *mastering)
{
	if (mastering == NULL)
		return;
	oq_spool_on_frames(mastering->spool, NULL, NULL);
	oq_trial_free(mastering->heard);
	g_free(mastering);
}

/** Takes what was read of the spool. */
typedef gboolean (*Taker)(
	gpointer data, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error);

static gboolean
read_all(
	const OqMastering *mastering, Taker take, gpointer data, GCancellable *stop, GError **error)
{
	guint64 n_frames = oq_spool_n_frames(mastering->spool);
	g_autofree gfloat *frames = g_new(gfloat, (gsize)PORTION_FRAMES * mastering->way.n_taken);

	for (guint64 at = 0; at < n_frames;) {
		gsize n = oq_spool_read(mastering->spool, at, frames, PORTION_FRAMES, error);
		if (n == 0 || g_cancellable_set_error_if_cancelled(stop, error) ||
			!take(data, frames, n, stop, error))
			return FALSE;
		at += n;
	}
	return TRUE;
}

static gboolean
take_trial(gpointer data, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	(void)stop, (void)error;
	oq_trial_add(data, frames, n_frames);
	return TRUE;
}

/* (transfer full) (nullable): finished. */
static OqTrial *
try(const OqMastering *mastering, double gain_db, gboolean is_limited, guint rate_hz,
	GCancellable *stop, GError **error)
{
	g_autoptr(OqTrial) trial = new_trial(mastering, gain_db, is_limited, rate_hz);

	if (!read_all(mastering, take_trial, trial, stop, error))
		return NULL;
	oq_trial_finish(trial);
	return g_steal_pointer(&trial);
}

/* Whether a trial at the rate of the spool tells of the file. */
static gboolean
is_alike(const OqMastering *mastering)
{
	guint from_hz = mastering->way.from_hz, to_hz = mastering->way.to_hz;

	return from_hz == to_hz ||
	       (from_hz < to_hz && oq_trial_is_dull(mastering->heard) &&
		       oq_spool_n_frames(mastering->spool) >= (guint64)SHORT_S * from_hz);
}

static gboolean
measure(OqMastering *mastering, guint rate_hz, GCancellable *stop, GError **error)
{
	if (rate_hz == mastering->way.from_hz) {
		oq_trial_finish(mastering->heard);
		return TRUE;
	}
	OqTrial *trial = try(mastering, 0, FALSE, rate_hz, stop, error);
	if (trial == NULL)
		return FALSE;
	oq_trial_free(mastering->heard);
	mastering->heard = trial;
	return TRUE;
}

/* When it is louder, more of it may count, which was too soft before. */
static double
wanted_gain(const OqMastering *mastering)
{
	double wanted_lufs = mastering->profile.loudness_lufs;
	double gain_db = 0;

	if (isnan(wanted_lufs))
		return mastering->profile.gain_db;
	for (guint i = 0; i < MAX_TRIALS; i++) {
		OqLoudness loudness = oq_trial_loudness(mastering->heard, gain_db);
		if (loudness.is_known)
			gain_db += wanted_lufs - loudness.integrated_lufs;
	}
	return gain_db;
}

/** A gain, and what it comes to. */
typedef struct {
	double gain_db;
	double off_lu;
} Point;

/* From one point a limiter is thought away, from two a line is drawn. */
static double
next_gain(const Point *last, const Point *before)
{
	double rise = before != NULL
			      ? (last->off_lu - before->off_lu) / (last->gain_db - before->gain_db)
			      : 1;

	return last->gain_db - last->off_lu / CLAMP(rise, 0.2, 1);
}

/* The limiter makes softer what is too loud, so more gain is needed, which gives it more to do. */
static gboolean
try_limited(OqMastering *mastering, guint rate_hz, OqLoudness *loudness, GCancellable *stop,
	GError **error)
{
	Point points[MAX_TRIALS];

	for (guint i = 0; i < MAX_TRIALS; i++) {
		double gain_db = mastering->way.gain_db;
		if (i > 0)
			gain_db = next_gain(&points[i - 1], i > 1 ? &points[i - 2] : NULL);
		g_autoptr(OqTrial) trial = try(mastering, gain_db, TRUE, rate_hz, stop, error);
		if (trial == NULL)
			return FALSE;
		*loudness = oq_trial_loudness(trial, 0);
		mastering->way.gain_db = gain_db;
		points[i].gain_db = gain_db;
		points[i].off_lu = loudness->integrated_lufs - mastering->profile.loudness_lufs;
		if (!(fabs(points[i].off_lu) > NEAR_LU))
			break;
	}
	return TRUE;
}

/* Where the limiter has little to do it is tried at the rate of the trials alone. */
static gboolean
limit(OqMastering *mastering, guint rate_hz, OqLoudness *loudness, GCancellable *stop,
	GError **error)
{
	if (!try_limited(mastering, rate_hz, loudness, stop, error))
		return FALSE;
	OqLoudness unlimited = oq_trial_loudness(mastering->heard, mastering->way.gain_db);
	double taken_lu = unlimited.integrated_lufs - loudness->integrated_lufs;
	return rate_hz == mastering->way.to_hz || !(taken_lu > LITTLE_LU) ||
	       try_limited(mastering, mastering->way.to_hz, loudness, stop, error);
}

gboolean
oq_mastering_plan(OqMastering *mastering, OqLoudness *delivered, GCancellable *stop, GError **error)
{
	double ceiling_dbtp = mastering->profile.ceiling_dbtp;
	guint rate_hz = is_alike(mastering) ? mastering->way.from_hz : mastering->way.to_hz;

	if (!measure(mastering, rate_hz, stop, error))
		return FALSE;
	mastering->way.gain_db = wanted_gain(mastering);
	*delivered = oq_trial_loudness(mastering->heard, mastering->way.gain_db);
	if (isnan(ceiling_dbtp))
		return TRUE;
	double below_db = ceiling_dbtp - delivered->true_peak_dbtp;
	mastering->way.is_limited = below_db < FAR_DB;
	return below_db >= OQ_LIMITER_MARGIN_DB ||
	       limit(mastering, rate_hz, delivered, stop, error);
}

guint64
oq_mastering_head(const OqMastering *mastering)
{
	return oq_profile_frames(mastering->profile.head_ms, mastering->way.to_hz);
}

static gboolean
take_written(
	gpointer data, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	return oq_sink_write(data, frames, n_frames, stop, error);
}

static gboolean
write_silence(
	const OqMastering *mastering, guint ms, OqSink *sink, GCancellable *stop, GError **error)
{
	static const gfloat silence[SILENCE_SAMPLES];
	guint64 n_frames = oq_profile_frames(ms, mastering->way.to_hz);

	for (guint64 n; n_frames > 0; n_frames -= n) {
		n = MIN(n_frames, SILENCE_SAMPLES / sink->n_channels);
		if (!oq_sink_write(sink, silence, n, stop, error))
			return FALSE;
	}
	return TRUE;
}

/* Not what stays as it came, but for silence around it. */
static gboolean
is_computed(const OqMastering *mastering)
{
	return mastering->way.from_hz != mastering->way.to_hz || mastering->way.gain_db != 0 ||
	       mastering->way.is_limited || mastering->profile.highpass_hz > 0;
}

/* The high pass would still ring where the silence begins, which would be a click. The noise of 24
 * bits is none that an ear knows. */
static void
append_end(const OqMastering *mastering, OqChain *chain)
{
	guint n_taken = mastering->way.n_taken;

	if (!is_computed(mastering))
		return;
	guint n_faded = (guint)oq_profile_frames(FADE_MS, mastering->way.to_hz);
	oq_chain_append(chain, oq_soft_end_new(n_taken, n_faded));
	if (mastering->profile.n_bits <= 16)
		oq_chain_append(chain, oq_dither_new(16, n_taken));
}

/* The high pass, with which the way begins, is for this thread, which reads the spool; one of its
 * own does the rest, and one writes. */
static gboolean
write_sound(const OqMastering *mastering, OqSink *sink, GCancellable *stop, GError **error)
{
	OqProfile unfiltered = mastering->profile;
	OqWay rest = mastering->way;
	guint from_hz = rest.from_hz, n_taken = rest.n_taken;
	const OqWay first = {&mastering->profile, from_hz, from_hz, n_taken, n_taken, 0, FALSE};

	unfiltered.highpass_hz = 0;
	rest.profile = &unfiltered;
	g_autoptr(OqChain) filter = oq_way_chain(&first, FALSE);
	g_autoptr(OqChain) chain = oq_way_chain(&rest, FALSE);
	g_autoptr(OqSink) computed = oq_sink_chain_new(chain, from_hz, n_taken, sink);
	g_autoptr(OqSink) relay = oq_relay_new(computed);
	g_autoptr(OqSink) filtered = oq_sink_chain_new(filter, from_hz, n_taken, relay);

	append_end(mastering, chain);
	return read_all(mastering, take_written, filtered, stop, error) &&
	       oq_sink_finish(filtered, stop, error) && oq_sink_finish(relay, stop, error) &&
	       oq_sink_finish(computed, stop, error);
}

gboolean
oq_mastering_write(OqMastering *mastering, OqSink *sink, GCancellable *stop, GError **error)
{
	g_autoptr(OqSink) relay = oq_relay_new(sink);

	return write_silence(mastering, mastering->profile.head_ms, relay, stop, error) &&
	       write_sound(mastering, relay, stop, error) &&
	       write_silence(mastering, mastering->profile.tail_ms, relay, stop, error) &&
	       oq_sink_finish(relay, stop, error);
}
