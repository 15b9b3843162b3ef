/* highpass.h - the stage that takes away what is lower than a voice: rumble, and what is not
 * around 0. In a silence that is long enough it comes to rest: its frames are then 0, too. */
#pragma once

#include "audio/chain/stage.h"

/** oq_highpass_new: -3 dB at @cut_hz, 12 dB an octave below. */
OqStage *oq_highpass_new(guint rate_hz, guint n_channels, guint cut_hz);
