/* device_portaudio.h - the system's sound devices, through PortAudio.
 *
 * The device is opened by new, and given back when it has had nothing to play for 1.2 seconds: with
 * the pause that was played before, less than two have been silent then. start opens it again.
 * 600 ms of sound are taken ahead, so that a busy machine leaves no gaps. A device that stops
 * asking for frames for 1.5 seconds, because its server died, froze or suspended it, is lost; time
 * in which this process was stopped does not count. start then opens it again, or, if it has a name
 * and is not there any more, the system's default one.
 *
 * One device at a time. new may take up to 2.5 seconds, and free up to one, if the sound server
 * hangs; then a thread of ours is left waiting for it. The process can exit all the same, but
 * should not open another device.
 */
#pragma once

#include "audio/playing/device.h"

/**
 * oq_device_portaudio_new:
 * @name: (nullable): a device's name, or a part of one name only in any case, or its place in
 *   oq_device_portaudio_names(); NULL: the system's default
 * @stop_fd: readable when there is no point in waiting any longer, such as a GCancellable's; -1:
 * none
 *
 * Returns: NULL and OQ_DEVICE_ERROR
 */
OqDevice *oq_device_portaudio_new(const char *name, guint rate_hz, int stop_fd, GError **error);

/** oq_device_portaudio_set_lead: so much silence before the first sound of a device that was given
 * back, so that one that wakes slowly clips no word; no frames of the run. 0 if it is not said. */
void oq_device_portaudio_set_lead(OqDevice *device, guint lead_ms);

/**
 * oq_device_portaudio_names: takes as long as new.
 *
 * Returns: (transfer full): of char*, the names of the devices that can play, which may be none; a
 *   device's place in it, counted from 0, serves as its name. NULL and OQ_DEVICE_ERROR
 */
GPtrArray *oq_device_portaudio_names(int stop_fd, GError **error);
