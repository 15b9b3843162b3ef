/* peak_meter.h - the greatest true peak of sound, which is looked for only where samples are so
 * great that it could be there. One thread. */
#pragma once

#include <glib.h>

typedef struct _OqPeakMeter OqPeakMeter;

OqPeakMeter *oq_peak_meter_new(guint rate_hz, guint n_channels);
void oq_peak_meter_free(OqPeakMeter *meter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPeakMeter, oq_peak_meter_free)

void oq_peak_meter_add(OqPeakMeter *meter, const gfloat *frames, gsize n_frames);

/** oq_peak_meter_get: of all that was added so far, as if silence followed; full scale is 1. */
gfloat oq_peak_meter_get(const OqPeakMeter *meter);
