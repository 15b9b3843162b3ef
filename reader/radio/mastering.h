/* mastering.h - from speech as it is said to sound that goes on air, as a profile wants it: high
 * pass, rate, loudness, limiter, dither, silence at head and tail.
 *
 * How loud it is must be known before its first frame is written, so it lies in a spool meanwhile.
 * It is measured while it comes. With a limiter that has something to do the sound is tried as it
 * will be until the loudness is right: a few passes over the spool at most. One thread uses it; it
 * writes with others of its own. */
#pragma once

#include "audio/chain/loudness.h"
#include "audio/files/spool.h"
#include "radio/profile.h"

typedef struct _OqMastering OqMastering;

/**
 * oq_mastering_new:
 * @spool: outlives it; what is written into it from now on is listened to
 * @profile: (transfer none): its rate and channels do not count, since a sink may have others:
 * @rate_hz, @n_channels: of the sink
 */
OqMastering *oq_mastering_new(
	OqSpool *spool, const OqProfile *profile, guint rate_hz, guint n_channels);
void oq_mastering_free(OqMastering *mastering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqMastering, oq_mastering_free)

/**
 * oq_mastering_plan: chooses the gain; all is in the spool.
 * @delivered: (out): what the file will measure; the true peak within a tenth of a decibel
 *
 * What cannot be measured, as silence, gets no gain but the profile's own.
 */
gboolean oq_mastering_plan(
	OqMastering *mastering, OqLoudness *delivered, GCancellable *stop, GError **error);

/** oq_mastering_head: frames of silence before the first one of the sound. */
guint64 oq_mastering_head(const OqMastering *mastering);

/** oq_mastering_write: after the plan; all but oq_sink_finish(). */
gboolean oq_mastering_write(
	OqMastering *mastering, OqSink *sink, GCancellable *stop, GError **error);
