/* sink_memory.h - a sink that keeps what it is given, for tests. */
#pragma once

#include "audio/files/sink.h"

OqSink *oq_sink_memory_new(guint rate_hz);

/**
 * oq_sink_memory_samples:
 *
 * Returns: (transfer none): of gint16, all that was written so far; lives as long as the sink
 */
const GArray *oq_sink_memory_samples(const OqSink *sink);

/** oq_sink_memory_is_finished: whether oq_sink_finish() was called and the sink not dropped before.
 */
gboolean oq_sink_memory_is_finished(const OqSink *sink);
