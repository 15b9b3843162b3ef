/* trial.h - how loud sound would be as a file of a profile: it goes through all that changes it,
 * and is measured instead of written. At its own rate, which is cheaper, that comes to the same for
 * what has little treble. One thread. */
#pragma once

#include "audio/chain/chain.h"
#include "audio/chain/loudness.h"
#include "radio/profile.h"

/** What the sound goes through. */
typedef struct {
	const OqProfile *profile; /* needed while it is made */
	guint from_hz;
	guint to_hz;
	guint n_taken;    /* channels */
	guint n_channels; /* of the file */
	double gain_db;
	gboolean is_limited;
} OqWay;

/** oq_way_chain: (transfer full): without what only the file needs: dither, and more channels when
 * @is_measured, for one says it all. */
OqChain *oq_way_chain(const OqWay *way, gboolean is_measured);

typedef struct _OqTrial OqTrial;

OqTrial *oq_trial_new(const OqWay *way);
void oq_trial_free(OqTrial *trial);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTrial, oq_trial_free)

void oq_trial_add(OqTrial *trial, const gfloat *frames, gsize n_frames);

/** oq_trial_finish: all is added. Only then the rest is asked for. */
void oq_trial_finish(OqTrial *trial);

/** oq_trial_loudness: of the file, silence at head and tail included, were it louder by @gain_db
 * than it was tried. */
OqLoudness oq_trial_loudness(const OqTrial *trial, double gain_db);

/** oq_trial_is_dull: it has too little treble to lose any of its loudness by another rate. */
gboolean oq_trial_is_dull(const OqTrial *trial);
