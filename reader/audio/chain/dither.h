/* dither.h - the stage that adds the noise which makes the error of rounding to whole numbers
 * independent of the sound: triangular, of up to one step of @n_bits either way. The same noise
 * each time; all channels get their own. */
#pragma once

#include "audio/chain/stage.h"

OqStage *oq_dither_new(guint n_bits, guint n_channels);
