/* wav.h - what libsndfile does not write of a WAV file's header. */
#pragma once

#include <glib.h>

enum { OQ_WAV_HEADER_SIZE = 44 };

/**
 * oq_wav_stream_header:
 * @header: (out caller-allocates): a header for PCM of unknown length, to be followed by samples
 *   till the end of the stream; both sizes are 0xFFFFFFFF, as ffmpeg writes them
 */
void oq_wav_stream_header(
	guint8 header[static OQ_WAV_HEADER_SIZE], guint rate_hz, guint n_channels, guint n_bits);

/**
 * oq_wav_make_plain:
 * @fd: a RIFF file as libsndfile's RF64 writer leaves it, open for reading and writing
 *
 * Such a file is WAVE_FORMAT_EXTENSIBLE, which simple readers refuse, and begins with the room for
 * a ds64 chunk, at which they stop. Nothing in it needs either: makes it plain PCM with the fmt
 * chunk first, in place and of the same length. A file that outgrew RIFF, and is RF64, whose ds64
 * chunk has to be the first one (EBU Tech 3306), is left as it is.
 *
 * Returns: FALSE and errno when the file cannot be read or written
 */
gboolean oq_wav_make_plain(int fd);

/**
 * oq_wav_set_sizes:
 * @at: where the stream's header stands in the file
 * @n_bytes: of its samples; behind an odd number one more byte makes the chunk even
 *
 * Makes the sizes right that oq_wav_stream_header() could not know, unless they are beyond 4 GiB.
 *
 * Returns: FALSE and errno
 */
gboolean oq_wav_set_sizes(int fd, guint64 at, guint64 n_bytes);
