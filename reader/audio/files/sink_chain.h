/* sink_chain.h - a sink whose frames go through a chain into another one. Frames alone, as with a
 * relay. */
#pragma once

#include "audio/chain/chain.h"
#include "audio/files/sink.h"

/**
 * oq_sink_chain_new:
 * @chain: outlives it, as @to
 * @rate_hz, @n_channels: what the chain takes; it gives what @to takes
 *
 * oq_sink_finish() finishes the chain, and not @to.
 */
OqSink *oq_sink_chain_new(OqChain *chain, guint rate_hz, guint n_channels, OqSink *to);
