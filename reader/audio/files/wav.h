/* wav.h - the two headers of a WAV file that libsndfile does not write. */
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
 * Such a file is WAVE_FORMAT_EXTENSIBLE, which simple readers refuse, though nothing in it needs
 * that. Makes it plain PCM, in place and of the same length. A file that outgrew RIFF, and is RF64,
 * is left as it is.
 *
 * Returns: FALSE and errno when the file cannot be read or written
 */
gboolean oq_wav_make_plain(int fd);
