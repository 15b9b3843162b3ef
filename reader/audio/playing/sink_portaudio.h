/* sink_portaudio.h - sound, through a device of device_portaudio.h.
 *
 * The device starts with the first write; while the writer is late it plays silence. A device that
 * is lost makes write and finish fail with OQ_DEVICE_ERROR. One sink at a time.
 */
#pragma once

#include "audio/files/sink.h"

/** oq_sink_portaudio_new: @device: as oq_device_portaudio_new() takes it, and its errors. */
OqSink *oq_sink_portaudio_new(const char *device, guint rate_hz, GError **error);

/** oq_sink_portaudio_devices: as oq_device_portaudio_names(). */
GPtrArray *oq_sink_portaudio_devices(GError **error);
