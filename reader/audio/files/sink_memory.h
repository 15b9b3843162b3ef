/* sink_memory.h - a sink that keeps what it is given, for tests. */
#pragma once

#include "audio/files/sink.h"

OqSink *oq_sink_memory_new(guint rate_hz, guint n_channels);

/**
 * oq_sink_memory_frames:
 *
 * Returns: (transfer none): of gfloat, interleaved, all that was written so far; lives as long as
 *   the sink
 */
const GArray *oq_sink_memory_frames(const OqSink *sink);

/** oq_sink_memory_marks: (transfer none): "FRAME LABEL\n" for each mark. */
const char *oq_sink_memory_marks(const OqSink *sink);

/** oq_sink_memory_is_finished: whether oq_sink_finish() was called and not cancelled before. */
gboolean oq_sink_memory_is_finished(const OqSink *sink);
