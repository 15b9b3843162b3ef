/* resample.h - changes the rate of a stream of samples.
 * The length becomes n_frames × to_hz ÷ from_hz, rounded; the delay of the filter is taken out. The
 * same samples, in whatever portions, give the same result. One thread at a time. */
#pragma once

#include <glib.h>

typedef struct _OqResample OqResample;

/** oq_resample_new: both rates must be greater than 0. */
OqResample *oq_resample_new(guint from_hz, guint to_hz);
void oq_resample_free(OqResample *resample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqResample, oq_resample_free)

/**
 * oq_resample_add:
 * @samples: not NULL, even if there are none
 * @out: of gfloat: receives, at its end, what can already be told; full scale is ±1, but a loud
 *   signal may go a little beyond
 */
void oq_resample_add(OqResample *resample, const gint16 *samples, gsize n_frames, GArray *out);

/** oq_resample_finish: the stream ends; appends the rest. Then only free is allowed. */
void oq_resample_finish(OqResample *resample, GArray *out);
