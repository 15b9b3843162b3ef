/* sink_file.h - an audio file: wav, flac, ogg (Vorbis), opus or mp3, by the extension of its name.
 *
 * The file is written beside its name and takes it in oq_sink_finish(), when every byte is known to
 * be there. The same frames in the same portions give the same bytes. A WAV is plain PCM up to
 * 4 GiB and RF64 beyond. An Opus file has 48000 Hz, whatever was asked for, and so has its sink.
 * What compresses with loss takes samples of as many bits as were asked for, Opus as many as there
 * are. Title and author stand in every file, marks in a WAV. A sink that was given nothing makes a
 * file of one silent frame.
 */
#pragma once

#include "audio/files/sink.h"

/**
 * oq_sink_file_new:
 * @path: a file's name, or "-" for a WAV stream on standard output (sink_pipe.h)
 * @format: (transfer none): nothing of it is needed afterwards
 *
 * Returns: NULL and OQ_AUDIO_ERROR_FORMAT (no such extension, or not at this rate) or
 *   OQ_BESIDE_ERROR_FILE; nothing is left behind then
 */
OqSink *oq_sink_file_new(const char *path, const OqSinkFormat *format, GError **error);
