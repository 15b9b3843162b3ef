/* resample.h - the stage that changes the rate, with images and aliases below -120 dB.
 * The length becomes n_frames × to_hz ÷ from_hz, rounded; the delay of the filter is taken out. A
 * loud signal may go a little beyond full scale. Of a long silence only the ends are worked on. */
#pragma once

#include "audio/chain/stage.h"

/** oq_resample_new: both rates must be greater than 0. */
OqStage *oq_resample_new(guint from_hz, guint to_hz, guint n_channels);
