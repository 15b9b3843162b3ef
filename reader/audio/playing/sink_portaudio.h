/* sink_portaudio.h - sound, through a PortAudio device.
 *
 * The device starts with the first write; while the writer is late it plays silence. A device that
 * stops asking for samples for two seconds, because its server died, froze or suspended it, makes
 * write and finish fail with OQ_AUDIO_ERROR_DEVICE_LOST. free takes two seconds at most: if the
 * server hangs even then, a thread of ours is left waiting for it. The process can exit all the
 * same, but should not open another device.
 *
 * One sink at a time; PortAudio is initialized by new and terminated by free, which is when devices
 * that come and go are noticed. ALSA and JACK print on standard error whatever they do not find, so
 * it leads nowhere for the moment in which a device is opened or listed.
 */
#pragma once

#include "audio/files/sink.h"

/**
 * oq_sink_portaudio_new:
 * @device: (nullable): a device's name, or a part of one name only in any case, or its place in
 *   oq_sink_portaudio_devices(); NULL: the system's default
 *
 * Returns: NULL and OQ_AUDIO_ERROR_NO_DEVICE, OQ_AUDIO_ERROR_FORMAT (not at this rate), or
 *   OQ_AUDIO_ERROR_DEVICE_LOST (the sound server does not answer)
 */
OqSink *oq_sink_portaudio_new(const char *device, guint rate_hz, GError **error);

/**
 * oq_sink_portaudio_devices:
 *
 * Returns: (transfer full): of char*, the names of the devices that can play, which may be none; a
 *   device's place in it, counted from 0, serves as its name. NULL and OQ_AUDIO_ERROR_DEVICE_LOST
 *   when the sound server does not answer.
 */
GPtrArray *oq_sink_portaudio_devices(GError **error);
