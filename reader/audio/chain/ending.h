/* ending.h - the stage that lets the last moment of a sound fade to nothing: what a filter still
 * rings with would otherwise break off, which is heard, and seen above the voice's band. */
#pragma once

#include "audio/chain/stage.h"

/** oq_ending_new: @n_faded: the last frames, fewer where there are not so many. */
OqStage *oq_ending_new(guint n_channels, guint n_faded);
