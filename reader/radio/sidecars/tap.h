/* tap.h - a sink before another one, which makes what stands beside the file of it. */
#pragma once

#include "radio/sidecars/sidecars.h"

/**
 * oq_tap_new:
 * @sink: (transfer full): takes what is written, and gives the file its name when all that stands
 *   beside it has its own
 * @sidecars: bits of OqSidecar
 * @output: the file, as in oq_sink_file_new()
 * @transcript: must outlive the tap; when that is finished, it ends with the file
 *
 * How loud the file is, is what its tags say; unless they were set before the first frame, it is
 * measured, where that is asked for.
 */
OqSink *oq_tap_new(OqSink *sink, guint sidecars, const char *output, OqTranscript *transcript);

/** oq_tap_keep_taken: @tap: an oq_tap_new() whose file replaces none: nor do those beside it. */
void oq_tap_keep_taken(OqSink *tap);
