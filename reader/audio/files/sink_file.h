/* sink_file.h - an audio file: wav, rf64, flac, ogg (Vorbis), opus, mp3 or aiff, by the extension
 * of its name, or raw.
 *
 * The file is written beside its name and takes it in oq_sink_finish(), when every byte is known to
 * be there. The same frames in the same portions and the same tags give the same bytes. A WAV is
 * plain PCM up to 4 GiB and RF64 beyond; an AIFF ends there. An Opus file has 48000 Hz, whatever
 * was asked for, and so has its sink. What compresses with loss takes samples of as many bits as
 * were asked for, Opus as many as there are. Tags stand in every file but a raw one, marks in WAV
 * and AIFF, chapters in all that has tags. A sink that was given nothing makes a file of one silent
 * frame. */
#pragma once

#include "audio/files/sink.h"

/**
 * oq_sink_file_new:
 * @path: a file's name, or "-" for a WAV stream on standard output (sink_pipe.h), or a device for
 * one, such as /dev/null, or a named pipe; behind "raw:" all are bare samples: little-endian,
 * interleaved
 * @format: (transfer none): nothing of it is needed afterwards; the frames of its tags are at the
 *   sink's own rate
 *
 * Returns: NULL and OQ_AUDIO_ERROR_FORMAT (no such extension, or not at this rate or bit rate) or
 *   OQ_BESIDE_ERROR_FILE; nothing is left behind then
 */
OqSink *oq_sink_file_new(const char *path, const OqSinkFormat *format, GError **error);

/** oq_sink_file_path: (transfer none): the name of the file itself, without "raw:". */
const char *oq_sink_file_path(const char *path);

/** oq_sink_file_is_stream: "-", a device or a named pipe, where nothing can be replaced or stand
 * beside. */
gboolean oq_sink_file_is_stream(const char *path);
