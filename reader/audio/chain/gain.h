/* gain.h - the stage that makes all louder or softer by the same. */
#pragma once

#include "audio/chain/stage.h"

OqStage *oq_gain_new(guint n_channels, double gain_db);

/** oq_gain_factor: what @gain_db multiplies a sample by. */
double oq_gain_factor(double gain_db);
