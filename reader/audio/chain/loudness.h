/* loudness.h - how loud sound is, by EBU R 128 (ITU-R BS.1770-4, EBU Tech 3341 and 3342).
 *
 * What is measured at a low rate is as loud as it is at 48 kHz, if nothing of it was lost there.
 * All sound is measured from the first frame on in blocks of 100 ms, which are put together to
 * windows of 400 ms and of 3 s. Memory does not grow. One thread. */
#pragma once

#include <glib.h>
#include <math.h>

/** What is not known is not a number; so is the whole of what is shorter than a window, or silent.
 */
typedef struct {
	gboolean is_known; /* integrated_lufs is */
	double integrated_lufs;
	double range_lu;
	double true_peak_dbtp;
	double max_momentary_lufs;
	double max_short_term_lufs;
} OqLoudness;

#define OQ_LOUDNESS_UNKNOWN ((OqLoudness){FALSE, NAN, NAN, NAN, NAN, NAN})

typedef struct _OqLoudnessMeter OqLoudnessMeter;

/** oq_loudness_meter_new: @n_channels: 1 or 2, each of them as loud as the other. */
OqLoudnessMeter *oq_loudness_meter_new(guint rate_hz, guint n_channels);
void oq_loudness_meter_free(OqLoudnessMeter *meter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqLoudnessMeter, oq_loudness_meter_free)

void oq_loudness_meter_add(OqLoudnessMeter *meter, const gfloat *frames, gsize n_frames);

/** oq_loudness_meter_add_silence: as frames of 0, and faster. */
void oq_loudness_meter_add_silence(OqLoudnessMeter *meter, guint64 n_frames);

/** oq_loudness_meter_get: of all that was added so far, were it louder by @gain_db: then more of it
 * is loud enough to count. */
OqLoudness oq_loudness_meter_get(const OqLoudnessMeter *meter, double gain_db);
