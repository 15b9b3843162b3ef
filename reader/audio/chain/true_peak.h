/* true_peak.h - how far sound goes between its samples, where a converter will take it (ITU-R
 * BS.1770-4, annex 2): the greatest of the samples and of those that stand between them at four
 * times the rate, at eight times below 32 kHz, at twice from 64 kHz on. Immutable. */
#pragma once

#include <glib.h>

/** So many frames before and behind those that are asked about are looked at. */
#define OQ_TRUE_PEAK_REACH 16

typedef struct _OqTruePeak OqTruePeak;

OqTruePeak *oq_true_peak_new(guint rate_hz);
void oq_true_peak_free(OqTruePeak *peaks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTruePeak, oq_true_peak_free)

/** oq_true_peak_most: no true peak is greater than the greatest sample within reach times this. */
gfloat oq_true_peak_most(const OqTruePeak *peaks);

/**
 * oq_true_peak_add: for each frame, the greatest value between it and the next one, if that is
 * greater than what @greatest has.
 * @samples: of one channel; OQ_TRUE_PEAK_REACH more stand before and behind them
 */
void oq_true_peak_add(
	const OqTruePeak *peaks, const gfloat *samples, gsize n_samples, gfloat *greatest);

/** oq_true_peak_of_samples: the greatest sample, without its sign. */
gfloat oq_true_peak_of_samples(const gfloat *samples, gsize n_samples);
