/* waveform.h - a picture of the sound, with a line where each sentence begins and its time.
 *
 * Keeps the highest and the lowest of each stretch of sound; the stretches grow with the sound, and
 * the memory does not. One thread at a time. */
#pragma once

#include "radio/transcript.h"

typedef struct _OqWaveform OqWaveform;

/** oq_waveform_new: @n_channels: of its frames, which are shown as one. */
OqWaveform *oq_waveform_new(guint rate_hz, guint n_channels);
void oq_waveform_free(OqWaveform *waveform);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqWaveform, oq_waveform_free)

/** oq_waveform_add: the next frames of the file, interleaved, of full scale 1. */
void oq_waveform_add(OqWaveform *waveform, const gfloat *frames, gsize n_frames);

/** oq_waveform_png: (transfer full): @transcript: (nullable): of the same file. NULL and an error
 * of oq_png_encode(). */
GBytes *oq_waveform_png(const OqWaveform *waveform, const OqTranscript *transcript, GError **error);
