/* soft_end.h - the last frames sink into silence, so that no step is where a filter still rings. */
#pragma once

#include "audio/chain/stage.h"

/** oq_soft_end_new: over so many frames; none of them becomes silent altogether. */
OqStage *oq_soft_end_new(guint n_channels, guint n_frames);
