/* pcm.h - mono 16-bit samples. A frame is one sample. All arrays are (element-type gint16). */
#pragma once

#include <glib.h>

/** oq_pcm_append_silence: adds n_frames of digital silence at the end. */
void oq_pcm_append_silence(GArray *samples, gsize n_frames);

/**
 * oq_pcm_trim:
 * @threshold: samples of at most this magnitude are silence
 *
 * Removes silence at both ends; what is nothing else is removed.
 *
 * Returns: the number of frames removed at the beginning
 */
gsize oq_pcm_trim(GArray *samples, gint16 threshold);

/** oq_pcm_amplify: multiplies the samples, which stay within 16 bits. */
void oq_pcm_amplify(GArray *samples, double factor);

/** oq_pcm_fade: lets the beginning swell and the end die away, within @n_frames each; no sample
 * becomes 0. */
void oq_pcm_fade(GArray *samples, gsize n_frames);
