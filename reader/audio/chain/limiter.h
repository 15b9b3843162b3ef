/* limiter.h - the stage that lets no true peak go beyond a ceiling.
 *
 * It looks 5 ms ahead: so long before a peak that would be too high all channels become softer, by
 * as much as that one needs, and behind it they come back slowly. What needs nothing stays as it
 * is, to the bit. As many frames come out as went in, none later than it was. It keeps a tenth of
 * a decibel off the ceiling, since other meters see other peaks and rounding comes after it. */
#pragma once

#include "audio/chain/stage.h"

/** OQ_LIMITER_MARGIN_DB: sound whose true peaks keep so far off the ceiling is left alone. */
#define OQ_LIMITER_MARGIN_DB 0.1

OqStage *oq_limiter_new(guint rate_hz, guint n_channels, double ceiling_dbtp);
