/* pcm.h - a block of mono 16-bit samples. A frame is one sample; lengths are in frames. */
#pragma once

#include <glib.h>

typedef struct {
	guint rate_hz;
	GArray *samples; /* of gint16 */
} OqPcm;

void oq_pcm_init(OqPcm *pcm, guint rate_hz);
void oq_pcm_clear(OqPcm *pcm);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqPcm, oq_pcm_clear)

gsize oq_pcm_n_frames(const OqPcm *pcm);

/** oq_pcm_append_silence: adds n_frames of digital silence at the end. */
void oq_pcm_append_silence(OqPcm *pcm, gsize n_frames);

/**
 * oq_pcm_trim:
 * @start: the frame from which on the block is trimmed; what is before stays
 * @threshold: samples of at most this magnitude are silence
 *
 * Removes silence at both ends; what is nothing else is removed.
 *
 * Returns: the number of frames removed at @start
 */
gsize oq_pcm_trim(OqPcm *pcm, gsize start, gint16 threshold);

/** oq_pcm_amplify: multiplies the samples from frame @start on, which stay within 16 bits. */
void oq_pcm_amplify(OqPcm *pcm, gsize start, double factor);

/** oq_pcm_fade: lets what begins at frame @start swell, and the end die away, within @n_frames
 * each; no sample becomes 0. */
void oq_pcm_fade(OqPcm *pcm, gsize start, gsize n_frames);
