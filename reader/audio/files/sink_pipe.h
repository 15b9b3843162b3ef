/* sink_pipe.h - a WAV stream of unknown length, or bare samples, for a pipe or a device. */
#pragma once

#include "audio/files/sink.h"

/**
 * oq_sink_pipe_new:
 * @fd: where to write; stays open, and the caller's
 * @name: what messages call it
 * @format: what it tells about itself is left out
 * @has_header: a WAV stream; else little-endian samples, interleaved, and nothing else
 *
 * The header goes out with the first frames, or at finish. A reader that goes away is
 * OQ_BESIDE_ERROR_FILE, provided that the process ignores SIGPIPE. A write that waits for a slow
 * reader ends when it is cancelled. Where @fd is a file, the header tells the length in the end.
 *
 * Returns: NULL and OQ_BESIDE_ERROR_FILE when @fd is a terminal
 */
OqSink *oq_sink_pipe_new(
	int fd, const char *name, const OqSinkFormat *format, gboolean has_header, GError **error);

/** oq_sink_pipe_open: the same into a device, such as /dev/null. */
OqSink *oq_sink_pipe_open(
	const char *path, const OqSinkFormat *format, gboolean has_header, GError **error);
